import Foundation
import TestSupport
import Testing

@testable import MaigenTestData

@Suite("Variants of a standard program")
struct ProgramVariantsTests {
    private static let source = """
        #include <cstdio>
        #include <cstring>
        #include <vector>
        using namespace std;
        // A comment with a < b and "quotes".
        const long long INF = 4'000'000'000'000'000'000LL;
        int seen[100];
        int main() {
            int t;
            scanf("%d", &t);
            while (t--) {
                memset(seen, 0, sizeof seen);
                int n;
                scanf("%d", &n);
                long long best = INF, sum = 0;
                vector<vector<int>> rows;
                for (int i = 0; i < n; i++) {
                    int a;
                    scanf("%d", &a);
                    if (seen[a % 100]++ || a < 0) continue;
                    sum += a * 1LL * a;
                    if (a <= best) best = a;
                }
                printf("%lld %lld <\\n", sum, best);
            }
        }
        """

    @Test("hold one plausible mistake each, of many kinds")
    func kinds() throws {
        let variants = try #require(ProgramVariants(of: Self.source)).variants
        let kinds = Set(variants.map(\.kind))
        #expect(
            kinds.isSuperset(of: [
                .narrowIntegers, .smallInfinity, .notCleared, .comparison, .offByOne, .connective, .noJump,
                .noRemainder,
            ]))
        #expect(variants.first { $0.kind == .smallInfinity }?.line == 6)
        #expect(variants.first { $0.kind == .notCleared }?.line == 12)
        // Brackets of templates, comments and texts are no comparisons.
        #expect(variants.filter { $0.kind == .comparison }.map(\.line) == [17, 20, 22])
    }

    @Test("cut decimals off where the program rounds")
    func rounding() throws {
        let source = """
            #include <cmath>
            #include <cstdio>
            int main() {
                double x;
                scanf("%lf", &x);
                printf("%lld", (long long)std::llround(x * 100));
            }
            """
        let variants = try #require(ProgramVariants(of: source))
        #expect(variants.variants.map(\.kind) == [.narrowIntegers, .narrowReals, .noRounding])
        #expect(variants.source.contains("( long long ) (long long) ( x * 100 )"))
    }

    @Test("compile together, and each runs by its number")
    func running() async throws {
        let variants = try #require(ProgramVariants(of: Self.source))
        let folder = FileManager.default.temporaryDirectory.appending(path: "maigen-variants-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            // What is left in the temporary folder harms no test.
            try? FileManager.default.removeItem(at: folder)
        }
        try Data(variants.source.utf8).write(to: folder.appending(path: "variants.cpp"))
        let compiled = try await Program.run(
            "/usr/bin/g++", ["-std=c++17", "-o", "variants", "variants.cpp"], in: folder)
        try #require(compiled.status == 0, "\(compiled.message)")
        let input = folder.appending(path: "input")
        try Data("2\n2\n7 100000\n3\n7 7 5\n".utf8).write(to: input)
        var outputs: [ProgramVariants.Kind: String] = [:]
        for (index, variant) in variants.variants.enumerated() where outputs[variant.kind] == nil {
            let run = try await Program.run(
                folder.appending(path: "variants").path, [String(index)], input: input, in: folder)
            outputs[variant.kind] = run.text
        }
        // The right answers are "10000000049 7 <" and "74 5 <".
        #expect(outputs[.notCleared] == "10000000049 7 <\n25 5 <\n")
        #expect(outputs[.noJump] == "10000000049 7 <\n123 5 <\n")
        #expect(outputs[.narrowIntegers]?.hasPrefix("10000000049") == false)
        #expect(outputs[.smallInfinity] == "10000000049 7 <\n74 5 <\n")
    }

    @Test("are left out where the compiler names them, and are none where main takes arguments")
    func limits() throws {
        let variants = try #require(ProgramVariants(of: Self.source))
        let rest = variants.without(namedIn: "variant0:7:5: error: x\nvariant2:1:1: error: y\n")
        #expect(rest.variants.count == variants.variants.count - 2)
        #expect(rest.variants[0] == variants.variants[1] && rest.variants[1] == variants.variants[3])
        #expect(ProgramVariants(of: "int main(int argc, char** argv) { return argc < 2; }") == nil)
    }
}

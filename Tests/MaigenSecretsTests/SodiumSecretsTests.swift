import MaigenDomain
import MaigenSecrets
import Testing

@Suite("Secrets")
struct SodiumSecretsTests {
    private let secrets: SodiumSecrets

    init() throws { secrets = try SodiumSecrets(cost: .least) }

    @Test("A password matches its own hash only, exactly as typed")
    func matching() async throws {
        let hash = try await secrets.hash("pässwörd 🐱")
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await secrets.compare("pässwörd 🐱", with: hash) == .same)
        for other in ["pässwörd 🐱 ", "Pässwörd 🐱", "passwörd 🐱", "", "pässwörd 🐱\0"] {
            #expect(try await secrets.compare(other, with: hash) == .different)
        }
        #expect(try await secrets.hash("pässwörd 🐱") != hash)
    }

    @Test("A NUL does not end a password, an empty one is one")
    func oddPasswords() async throws {
        let hash = try await secrets.hash("abc\0def")
        #expect(try await secrets.compare("abc", with: hash) == .different)
        #expect(try await secrets.compare("abc\0def", with: hash) == .same)
        #expect(try await secrets.compare("", with: try await secrets.hash("")) == .same)
    }

    @Test("The recommended cost is OWASP's, and older hashes are told apart")
    func cost() async throws {
        let recommended = try SodiumSecrets()
        let hash = try await recommended.hash("x")
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await recommended.compare("x", with: hash) == .same)
        #expect(try await recommended.compare("x", with: try await secrets.hash("x")) == .sameButOutdated)
        #expect(recommended.decoy.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test("Nonsense is a different password, not an error")
    func nonsense() async throws {
        #expect(try await secrets.compare("x", with: PasswordHash(text: "nonsense")) == .different)
        #expect(try await secrets.compare("x", with: secrets.decoy) == .different)
    }

    @Test("More hashes than may wait are refused as overload")
    func overload() async throws {
        let small = try SodiumSecrets(threads: 1, waiting: 2)
        let outcomes = await withTaskGroup(of: StoreFailure.Reason?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await small.hash("x")
                        return nil
                    } catch {
                        return (error as? StoreFailure)?.reason
                    }
                }
            }
            return await group.reduce(into: [StoreFailure.Reason?]()) { $0.append($1) }
        }
        #expect(outcomes.contains(.overloaded) && outcomes.contains(nil))
    }
}

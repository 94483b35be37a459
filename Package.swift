// swift-tools-version: 6.2
import PackageDescription

// A target is the only fence the compiler checks: `make check` builds with
// `--explicit-target-dependency-import-check error`, so a target imports exactly what stands here.
// docs/map.md says what each target is for.

var strict: [SwiftSetting] {
    [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error)]
}
var tests: [SwiftSetting] { [.swiftLanguageMode(.v6)] }

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "maigen",
    products: [
        .executable(name: "maigen", targets: ["maigen"]),
        .executable(name: "jail", targets: ["jail"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.95.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        // Tests only: they start compilers and tools side by side, which Foundation's Process does not survive.
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CHiredis", providers: [.apt(["libhiredis-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(name: "jail", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
        .target(
            name: "MaigenDomain", resources: [.embedInCode("Accounts/common-words.txt")], swiftSettings: strict),
        .target(
            name: "MaigenTestData", dependencies: ["MaigenDomain", yams],
            resources: [.embedInCode("Emission/Pieces")], swiftSettings: strict),
        .systemLibrary(name: "CLinux"),
        .target(name: "MaigenSandbox", dependencies: ["MaigenDomain", "CLinux"], swiftSettings: strict),
        .target(
            name: "MaigenFiles", dependencies: ["MaigenDomain", "CArchive", httpClient, nio, nioHTTP],
            swiftSettings: strict),
        .target(name: "MaigenSecrets", dependencies: ["MaigenDomain", "CSodium"], swiftSettings: strict),
        .target(
            name: "MaigenBroker", dependencies: ["MaigenDomain", "CHiredis"],
            resources: [.embedInCode("Redis/Scripts")], swiftSettings: strict),
        // Calls that libcurl offers as variadic functions, which Swift cannot make.
        .target(
            name: "CCurl", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
            linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "MaigenMail", dependencies: ["MaigenDomain", "CCurl"], swiftSettings: strict),
        .target(name: "MaigenServices", dependencies: ["MaigenDomain"], swiftSettings: strict),
        .target(name: "MaigenStorage", dependencies: ["MaigenDomain", "CSQLite", "CLibPQ"], swiftSettings: strict),
        .target(
            name: "MaigenHTTP",
            dependencies: [
                "MaigenDomain", "MaigenServices", hummingbird, hummingbirdCore, httpTypes, nio, nioPosix, nioHTTP,
                logging, lifecycle,
            ], swiftSettings: strict),
        .target(
            name: "MaigenAPI",
            dependencies: ["MaigenDomain", "MaigenTestData", "MaigenServices", "MaigenHTTP", hummingbird, httpTypes],
            resources: [.embedInCode("openapi.yaml")], swiftSettings: strict),
        .target(
            name: "MaigenAnalysis", dependencies: ["MaigenDomain", "MaigenTestData"],
            resources: [.embedInCode("Agents/Prompts")], swiftSettings: strict),
        .target(name: "MaigenWorkers", dependencies: ["MaigenDomain", logging, lifecycle], swiftSettings: strict),
        .target(
            name: "MaigenRoles",
            dependencies: ["MaigenDomain", "MaigenServices", "MaigenWorkers", logging, lifecycle],
            swiftSettings: strict),
        .target(
            name: "MaigenExecution",
            dependencies: ["MaigenDomain", "MaigenTestData", "MaigenSandbox", "MaigenFiles"], swiftSettings: strict),
        .target(
            name: "MaigenModels",
            dependencies: ["MaigenDomain", "MaigenAnalysis", httpClient, nio, nioHTTP, logging],
            swiftSettings: strict),
        .target(
            name: "MaigenModelScripts",
            dependencies: [
                "MaigenDomain", "MaigenAnalysis", "MaigenModels", yams, httpClient, hummingbird, httpTypes, nio,
                nioHTTP, logging, lifecycle,
            ], swiftSettings: strict),
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "MaigenWeb",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenServices", "MaigenHTTP", "CCMarkGFM", "CZlib", mustache,
                hummingbird, httpTypes,
            ],
            resources: [
                .embedInCode("Look/Assets"), .embedInCode("Look/Data"), .embedInCode("Look/Help"),
                .embedInCode("Look/Templates"), .embedInCode("Look/Texts"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "maigen",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenSandbox", "MaigenFiles", "MaigenExecution", "MaigenServices",
                "MaigenStorage", "MaigenSecrets", "MaigenBroker", "MaigenMail", "MaigenHTTP", "MaigenAPI", "MaigenWeb",
                "MaigenAnalysis", "MaigenModels", "MaigenModelScripts", "MaigenRoles", arguments, yams, hummingbird,
                logging, lifecycle,
            ], swiftSettings: strict),
        .executableTarget(
            name: "maigen-bench",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenSandbox", "MaigenFiles", "MaigenExecution", "CArchive",
                arguments,
            ],
            path: "Benchmarks/maigen-bench", swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: ["MaigenDomain", "MaigenStorage", "MaigenBroker", subprocess, system, nio, nioPosix],
            path: "Tests/Support",
            swiftSettings: tests),
        .testTarget(name: "MaigenDomainTests", dependencies: ["MaigenDomain"], swiftSettings: tests),
        .testTarget(
            name: "MaigenTestDataTests", dependencies: ["MaigenDomain", "MaigenTestData", "TestSupport"],
            exclude: ["Families", "Statements", "Victims"],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenSandboxTests", dependencies: ["MaigenDomain", "MaigenSandbox"],
            exclude: ["Hostile"], swiftSettings: tests),
        .testTarget(
            name: "MaigenFilesTests",
            dependencies: ["MaigenDomain", "MaigenFiles", "TestSupport", hummingbird, httpTypes, logging],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenStorageTests", dependencies: ["MaigenDomain", "MaigenStorage", "TestSupport"],
            swiftSettings: tests),
        .testTarget(name: "MaigenSecretsTests", dependencies: ["MaigenDomain", "MaigenSecrets"], swiftSettings: tests),
        .testTarget(
            name: "MaigenBrokerTests", dependencies: ["MaigenDomain", "MaigenBroker", "TestSupport"],
            swiftSettings: tests),
        // A process that the tests of the roles kill.
        .executableTarget(
            name: "CrashSubject",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenBroker", "MaigenFiles", "MaigenStorage", "MaigenServices",
                "MaigenRoles",
                logging,
                lifecycle,
            ],
            path: "Tests/CrashSubject", swiftSettings: tests),
        .testTarget(
            name: "MaigenRolesTests",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenBroker", "MaigenSecrets", "MaigenServices", "MaigenStorage",
                "MaigenRoles", "CrashSubject", "TestSupport",
            ], swiftSettings: tests),
        .testTarget(
            name: "MaigenWorkersTests",
            dependencies: ["MaigenDomain", "MaigenBroker", "MaigenWorkers", "TestSupport", logging, lifecycle],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenAnalysisTests", dependencies: ["MaigenDomain", "MaigenTestData", "MaigenAnalysis"],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenModelsTests",
            dependencies: [
                "MaigenDomain", "MaigenAnalysis", "MaigenModels", "MaigenModelScripts", "maigen", "TestSupport",
                logging,
            ], swiftSettings: tests),
        // Whole tasks with agents on a scripted model, on the command line and on the platform.
        .testTarget(
            name: "MaigenAgentsTests", dependencies: ["MaigenModelScripts", "maigen", "TestSupport"],
            exclude: ["play.py"], swiftSettings: tests),
        .testTarget(
            name: "MaigenMailTests", dependencies: ["MaigenDomain", "MaigenMail", "TestSupport", subprocess, system],
            exclude: ["Receiver"], swiftSettings: tests),
        .testTarget(
            name: "MaigenServicesTests",
            dependencies: [
                "MaigenDomain", "MaigenServices", "MaigenStorage", "MaigenSecrets", "MaigenBroker", "TestSupport",
            ], swiftSettings: tests),
        .testTarget(
            name: "MaigenHTTPTests",
            dependencies: ["MaigenDomain", "MaigenHTTP", "TestSupport", hummingbird, httpTypes, logging, lifecycle],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenAPITests",
            dependencies: [
                "MaigenDomain", "MaigenServices", "MaigenStorage", "MaigenHTTP", "MaigenAPI", "maigen", "TestSupport",
                hummingbird, logging, lifecycle, yams,
            ],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenExecutionTests",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenSandbox", "MaigenFiles", "MaigenExecution", "TestSupport",
            ],
            swiftSettings: tests),
        .testTarget(
            name: "MaigenWebTests",
            dependencies: [
                "MaigenDomain", "MaigenTestData", "MaigenServices", "MaigenHTTP", "MaigenWeb", "maigen", "TestSupport",
                hummingbird, httpTypes,
            ],
            exclude: ["Browser"], swiftSettings: tests),
        .testTarget(
            name: "MaigenCommandTests", dependencies: ["MaigenDomain", "MaigenTestData", "maigen", "TestSupport"],
            exclude: ["killed_server.py", "separate_roles.py"],
            swiftSettings: tests),
    ])

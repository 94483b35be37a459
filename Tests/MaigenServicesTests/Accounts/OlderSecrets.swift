import MaigenDomain
import MaigenSecrets

/// Hashes as an older configuration made them.
enum OlderSecrets {
    static func hash(_ password: String) async throws -> PasswordHash {
        try await SodiumSecrets(cost: PasswordCost(passes: 2, memory: .kibibytes(8))).hash(password)
    }
}

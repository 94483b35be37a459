import MaigenDomain

/// One numbered step from an older form of the tables to a newer one.
///
/// A migration that has left this repository is never edited: databases exist that ran it. A change is a new one.
package struct Migration: Sendable {
    /// 1, 2, 3, … without gaps.
    package var number: Int64
    /// What it does, in a few words.
    package var name: String
    /// Its statements for a dialect. They are the same wherever both databases understand the same words.
    package var sql: @Sendable (SQLDialect) -> String

    package init(_ number: Int64, _ name: String, sql: @escaping @Sendable (SQLDialect) -> String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// Changes with every change to the text (FNV-1a, 64 bit): it finds edits, it need not resist anybody.
    func fingerprint(_ dialect: SQLDialect) -> String {
        let hash = sql(dialect).utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

/// Why the tables could not be brought up to date.
package enum MigrationError: Error, Sendable, Hashable {
    /// The database was written by a newer program: up to this number.
    case newerDatabase(Int64)
    /// A migration that ran here was edited since.
    case edited(Int64, String)
    /// The database said no.
    case failed(SQLError)

    /// What whoever starts the platform reads.
    package var message: Localized {
        switch self {
        case .newerDatabase(let number):
            Localized(
                zh: "数据库由更新的版本写入（迁移 \(number)），请升级程序。",
                en: "A newer version wrote this database (migration \(number)). Update the program.")
        case .edited(let number, let name):
            Localized(
                zh: "数据库的迁移 \(number)（\(name)）与本程序不同：请使用写入该数据库的版本。",
                en: "Migration \(number) (\(name)) of the database differs from this program's. Use the version that "
                    + "wrote it.")
        case .failed(let error):
            Localized(zh: "无法更新数据库：\(error.message)", en: "The database could not be updated: \(error.message)")
        }
    }
}

import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What administrators can change, as a form.
struct SettingsPage: PageModel {
    static let template = "office-settings"
    let isAtSettings = true
    var version: String
    var changed: MomentText?
    var points: [Number]
    var limits: [Number]
    var retention: [Number]
    var strategies: [Strategy]
    var engines: [Choice]
    var refusal: String?

    struct Number: Sendable {
        var name: String
        var title: String
        var value: String
        var isWrong: Bool
        var isOptional: Bool
    }

    struct Strategy: Sendable {
        var id: String
        var name: String
        var isOn: Bool
    }

    init(
        _ form: SettingsForm, changed: Timestamp?, _ catalogue: StrategyCatalogue, _ texts: SiteTexts,
        in language: Language, refused: (any Refusal)? = nil
    ) {
        func numbers(_ prefix: String) -> [Number] {
            SettingsRefusal.Field.allCases.filter { $0.rawValue.hasPrefix(prefix) }.map { field in
                var isWrong = false
                if case .outOfRange(let wrong, _) = refused as? SettingsRefusal { isWrong = wrong == field }
                return Number(
                    name: field.rawValue, title: field.title[language], value: form.numbers[field] ?? "",
                    isWrong: isWrong, isOptional: field == .dataDays)
            }
        }
        version = form.version
        self.changed = changed.map(MomentText.init)
        points = numbers("points.")
        limits = numbers("tasks.")
        retention = numbers("retention.")
        strategies = catalogue.strategies.map {
            Strategy(id: "\($0.id.rawValue)", name: $0.name[language], isOn: !form.off.contains($0.id))
        }
        engines = AnalysisEngine.allCases.map { engine in
            Choice(
                value: engine.rawValue, text: texts["office.engine.\(engine.rawValue)"]?[language] ?? engine.rawValue,
                isChosen: engine.rawValue == form.engine)
        }
        refusal = refused?.message[language]
    }
}

/// The settings as they stand in the form.
struct SettingsForm: Sendable {
    var version: String
    var numbers: [SettingsRefusal.Field: String]
    var off: [StrategyID]
    var engine: String

    /// Those in force.
    init(_ present: PresentSettings) {
        version = "\(present.version)"
        let (points, tasks) = (present.settings.points, present.settings.tasks)
        numbers = [
            .registration: "\(points.registration)", .invited: "\(points.invited)", .inviter: "\(points.inviter)",
            .task: "\(points.task)", .tasksInWork: "\(tasks.tasksInWork)", .samples: "\(tasks.samples)",
            .sampleBytes: "\(tasks.sampleBytes)", .statementBytes: "\(tasks.statementBytes)",
            .programBytes: "\(tasks.programBytes)", .specificationBytes: "\(tasks.specificationBytes)",
            .dataDays: present.settings.retention.dataDays.map(String.init) ?? "",
        ]
        off = present.settings.strategiesOff
        engine = present.settings.engine.rawValue
    }

    /// What was sent: a strategy without its mark is off.
    init(_ form: Query, _ catalogue: StrategyCatalogue) {
        version = form["version"] ?? ""
        numbers = [:]
        for field in SettingsRefusal.Field.allCases { numbers[field] = form[field.rawValue] ?? "" }
        off = catalogue.strategies.map(\.id).filter { form["on-\($0.rawValue)"] == nil }
        engine = form["engine"] ?? ""
    }

    /// The settings, each number what it says; refuses text that is no number.
    func settings() throws(ServiceError) -> (settings: Settings, version: SettingsVersion) {
        func number(_ field: SettingsRefusal.Field) throws(ServiceError) -> Int64 {
            // Amounts of points stop the program outside their range, so nothing beyond it gets there.
            guard let value = Int64(numbers[field] ?? ""), (0...1_000_000_000).contains(value) else {
                throw .refused(FormRefusal.numberMalformed(field.title))
            }
            return value
        }
        func count(_ field: SettingsRefusal.Field) throws(ServiceError) -> Int { Int(try number(field)) }
        guard let engine = AnalysisEngine(rawValue: engine) else {
            throw .refused(HTTPRefusal.fieldMalformed("engine"))
        }
        guard let version = SettingsVersion(version) else { throw .refused(HTTPRefusal.fieldMalformed("version")) }
        let points = PointsRules(
            registration: Points(try number(.registration)), invited: Points(try number(.invited)),
            inviter: Points(try number(.inviter)), task: Points(try number(.task)))
        let tasks = TaskLimits(
            tasksInWork: try count(.tasksInWork), samples: try count(.samples), sampleBytes: try count(.sampleBytes),
            statementBytes: try count(.statementBytes), programBytes: try count(.programBytes),
            specificationBytes: try count(.specificationBytes))
        let days = (numbers[.dataDays] ?? "").isEmpty ? nil : try count(.dataDays)
        return (
            Settings(
                points: points, tasks: tasks, strategiesOff: off, engine: engine,
                retention: .init(dataDays: days)), version
        )
    }
}

/// What can be wrong with a form before any action sees it.
enum FormRefusal: Refusal {
    /// Not a whole number from 0 to 10⁹: which field.
    case numberMalformed(Localized)

    var code: String { "number_malformed" }

    var message: Localized {
        switch self {
        case .numberMalformed(let title):
            Localized(
                zh: "“\(title[.chinese])”须为不小于 0 的整数。", en: "\(title[.english]) must be a whole number, 0 or more.")
        }
    }
}

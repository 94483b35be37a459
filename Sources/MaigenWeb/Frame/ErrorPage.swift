import HTTPTypes
import MaigenDomain
import MaigenHTTP

/// What went wrong, what to do, and the name under which our log knows more.
struct ErrorPage: PageModel {
    static let template = "error"
    var status: Int
    var title: String
    var message: String
    var advice: String
    var request: String

    init(_ problem: Problem, _ texts: SiteTexts) {
        status = problem.refusal.status.code
        let kind =
            switch status {
            case 403: "forbidden"
            case 404, 410: "missing"
            case 429: "tooMany"
            case 500...: "failure"
            default: "refused"
            }
        title = texts["error.\(kind)"]?[problem.language] ?? ""
        advice = texts["error.\(kind)Advice"]?[problem.language] ?? ""
        message = problem.refusal.message[problem.language]
        request = problem.request
    }
}

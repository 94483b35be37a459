import HTTPTypes
import MaigenDomain

/// What can be wrong with a request before any action hears of it.
package enum HTTPRefusal: Refusal {
    /// No such address.
    case pathUnknown
    /// The address exists, but not for this method.
    case methodUnknown(allowed: [String])
    /// The body is of a kind that the address does not take.
    case contentTypeUnknown
    /// The body is larger than this address takes.
    case bodyTooLarge(limit: ByteCount)
    /// The body is not JSON text in UTF-8.
    case bodyMalformed
    /// A field of the body is missing, of the wrong type, or not among what it may be.
    case fieldMalformed(String)
    /// A parameter of the address is malformed.
    case parameterMalformed(String)
    /// Another site's page caused it.
    case crossSite
    /// The form belongs to a page of another session, or of none.
    case formOutdated
    /// The requested part of a file does not exist.
    case rangeUnsatisfiable(size: Int64)
    /// What the client has is not what there is.
    case preconditionFailed
    /// There are too many open event streams.
    case tooManyStreams
    /// Some other thing that HTTP does not allow.
    case malformed
    /// We failed. Not a refusal, but answered like one; the log knows more under the request's name.
    case failure
    /// We cannot do it now.
    case unavailable

    package var code: String {
        switch self {
        case .pathUnknown: "not_found"
        case .methodUnknown: "method_not_allowed"
        case .contentTypeUnknown: "content_type_unsupported"
        case .bodyTooLarge: "body_too_large"
        case .bodyMalformed: "body_malformed"
        case .fieldMalformed: "field_malformed"
        case .parameterMalformed: "parameter_malformed"
        case .crossSite: "cross_site_request"
        case .formOutdated: "form_outdated"
        case .rangeUnsatisfiable: "range_unsatisfiable"
        case .preconditionFailed: "precondition_failed"
        case .tooManyStreams: "too_many_streams"
        case .malformed: "request_malformed"
        case .failure: "internal"
        case .unavailable: "unavailable"
        }
    }

    package var message: Localized {
        switch self {
        case .pathUnknown: Localized(zh: "没有这个地址。", en: "There is nothing at this address.")
        case .methodUnknown(let allowed):
            Localized(
                zh: "该地址只接受 \(allowed.joined(separator: "、"))。",
                en: "This address takes only \(allowed.joined(separator: ", ")).")
        case .contentTypeUnknown:
            Localized(zh: "请求体须为 application/json。", en: "The body must be application/json.")
        case .bodyTooLarge(let limit):
            Localized(zh: "请求体过大，最多 \(limit)。", en: "The body is too large: \(limit) at most.")
        case .bodyMalformed:
            Localized(
                zh: "请求体不是有效的 UTF-8 JSON，或嵌套过深。", en: "The body is not valid JSON in UTF-8, or nested too deeply.")
        case .fieldMalformed(let field):
            Localized(
                zh: "字段 \(field) 缺失、类型不符或取值无效。", en: "The field \(field) is missing, of the wrong type or invalid.")
        case .parameterMalformed(let name): Localized(zh: "参数 \(name) 无效。", en: "The parameter \(name) is invalid.")
        case .crossSite:
            Localized(
                zh: "该请求来自其他网站的页面，已被拒绝。", en: "This request came from another site's page and was refused.")
        case .formOutdated:
            Localized(
                zh: "页面已过期（可能在别处登录或退出过），请返回并刷新页面后再提交。",
                en:
                    "This page is out of date: you may have logged in or out since. Go back, reload it and send it again."
            )
        case .rangeUnsatisfiable: Localized(zh: "请求的文件片段不存在。", en: "The file has no such part.")
        case .preconditionFailed: Localized(zh: "内容已经改变。", en: "The content has changed.")
        case .tooManyStreams:
            Localized(zh: "打开的实时连接过多，请关闭一些页面。", en: "Too many live connections are open. Close some pages.")
        case .malformed: Localized(zh: "请求无效。", en: "The request is malformed.")
        case .failure:
            Localized(zh: "服务器内部错误，已记录。请稍后再试。", en: "Something failed on our side and was logged. Try again later.")
        case .unavailable: Localized(zh: "服务暂时不可用，请稍后再试。", en: "The service is unavailable for now. Try again later.")
        }
    }

    package var retryAfter: Duration? {
        switch self {
        case .tooManyStreams, .unavailable: .seconds(5)
        default: nil
        }
    }
}

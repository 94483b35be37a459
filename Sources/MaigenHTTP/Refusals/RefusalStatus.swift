import HTTPTypes
import MaigenDomain

extension Refusal {
    /// The status of HTTP that says the same to programs. What is not listed is a request that was understood and is
    /// wrong in its content.
    package var status: HTTPResponse.Status { statuses[code] ?? .unprocessableContent }
}

/// Every code whose status is another than 422.
let statuses: [String: HTTPResponse.Status] = [
    "body_malformed": .badRequest,
    "request_malformed": .badRequest,
    "parameter_malformed": .badRequest,
    "idempotency_key_malformed": .badRequest,
    "not_signed_in": .unauthorized,
    "login_failed": .unauthorized,
    "account_disabled": .forbidden,
    "password_wrong": .forbidden,
    "not_allowed": .forbidden,
    "cross_site_request": .forbidden,
    "form_outdated": .forbidden,
    "not_found": .notFound,
    "account_unknown": .notFound,
    "session_unknown": .notFound,
    "task_unknown": .notFound,
    "share_unknown": .notFound,
    "not_bought": .forbidden,
    "method_not_allowed": .methodNotAllowed,
    "address_taken": .conflict,
    "own_account": .conflict,
    "points_insufficient": .conflict,
    "tasks_in_work": .conflict,
    "task_ended": .conflict,
    "task_not_completed": .conflict,
    "already_shared": .conflict,
    "already_reviewed": .conflict,
    "price_changed": .conflict,
    "settings_outdated": .conflict,
    "data_removed": .gone,
    "precondition_failed": .preconditionFailed,
    "body_too_large": .contentTooLarge,
    "content_type_unsupported": .unsupportedMediaType,
    "range_unsatisfiable": .rangeNotSatisfiable,
    "too_many_attempts": .tooManyRequests,
    "too_many_streams": .tooManyRequests,
    "internal": .internalServerError,
    "busy": .serviceUnavailable,
    "unavailable": .serviceUnavailable,
]

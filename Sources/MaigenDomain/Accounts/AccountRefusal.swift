/// What can be wrong with a request about an account.
///
/// None of these tells whether an address is registered, except to somebody who reads that address's mail.
package enum AccountRefusal: Refusal {
    /// Not an e-mail address.
    case addressMalformed
    /// Not a name.
    case nameMalformed
    /// Fewer than 8 characters.
    case passwordTooShort
    /// More than 128 characters.
    case passwordTooLong
    /// Among the first that anybody would try.
    case passwordTooCommon
    /// The code is wrong, too old, used up, or was never sent.
    case emailCodeWrong
    /// Somebody registered the address since the code was sent.
    case addressTaken
    /// No such invitation code.
    case invitationCodeUnknown
    /// Address and password do not belong together.
    case loginFailed
    /// An administrator disabled the account.
    case accountDisabled
    /// The present password is wrong.
    case passwordWrong
    /// No valid session.
    case notSignedIn
    /// The role does not allow it.
    case notAllowed
    /// No such session among the person's own.
    case sessionUnknown
    /// No such account.
    case accountUnknown
    /// Administrators cannot disable or demote themselves: somebody must be left.
    case ownAccount
    /// Too many attempts; how long to wait.
    case tooManyAttempts(Duration)
    /// The platform has too much to do at this moment.
    case busy

    package var code: String {
        switch self {
        case .addressMalformed: "address_malformed"
        case .nameMalformed: "name_malformed"
        case .passwordTooShort: "password_too_short"
        case .passwordTooLong: "password_too_long"
        case .passwordTooCommon: "password_too_common"
        case .emailCodeWrong: "email_code_wrong"
        case .addressTaken: "address_taken"
        case .invitationCodeUnknown: "invitation_code_unknown"
        case .loginFailed: "login_failed"
        case .accountDisabled: "account_disabled"
        case .passwordWrong: "password_wrong"
        case .notSignedIn: "not_signed_in"
        case .notAllowed: "not_allowed"
        case .sessionUnknown: "session_unknown"
        case .accountUnknown: "account_unknown"
        case .ownAccount: "own_account"
        case .tooManyAttempts: "too_many_attempts"
        case .busy: "busy"
        }
    }

    package var message: Localized {
        switch self {
        case .addressMalformed: Localized(zh: "这不是有效的邮箱地址。", en: "This is not a valid e-mail address.")
        case .nameMalformed:
            Localized(zh: "昵称须为 1 至 32 个可见字符。", en: "A name has 1 to 32 visible characters.")
        case .passwordTooShort:
            Localized(zh: "密码至少 8 个字符。", en: "A password has at least 8 characters.")
        case .passwordTooLong:
            Localized(zh: "密码最多 128 个字符。", en: "A password has at most 128 characters.")
        case .passwordTooCommon:
            Localized(
                zh: "这个密码太常见，容易被猜到，请换一个。", en: "This password is too common and easily guessed. Choose another.")
        case .emailCodeWrong:
            Localized(
                zh: "验证码不正确或已失效，请重新获取。", en: "The code is wrong or no longer valid. Ask for a new one.")
        case .addressTaken: Localized(zh: "该邮箱已注册，请直接登录。", en: "This address is registered. Log in instead.")
        case .invitationCodeUnknown: Localized(zh: "邀请码不存在。", en: "There is no such invitation code.")
        case .loginFailed: Localized(zh: "邮箱或密码不正确。", en: "The address or the password is wrong.")
        case .accountDisabled:
            Localized(zh: "该账号已被停用，请联系管理员。", en: "This account is disabled. Write to an administrator.")
        case .passwordWrong: Localized(zh: "当前密码不正确。", en: "The present password is wrong.")
        case .notSignedIn: Localized(zh: "请先登录。", en: "Log in first.")
        case .notAllowed: Localized(zh: "您没有权限进行此操作。", en: "You are not allowed to do this.")
        case .sessionUnknown: Localized(zh: "该登录会话不存在或已结束。", en: "There is no such session, or it has ended.")
        case .accountUnknown: Localized(zh: "该用户不存在。", en: "There is no such user.")
        case .ownAccount:
            Localized(
                zh: "不能停用自己的账号或取消自己的管理员身份。", en: "You cannot disable yourself or give up your own role.")
        case .tooManyAttempts(let wait):
            Localized(
                zh: "尝试过于频繁，请在 \(Self.seconds(wait)) 秒后再试。",
                en: "Too many attempts. Try again in \(Self.seconds(wait)) s.")
        case .busy: Localized(zh: "系统繁忙，请稍后再试。", en: "The platform is busy. Try again shortly.")
        }
    }

    package var retryAfter: Duration? {
        switch self {
        case .tooManyAttempts(let wait): wait
        case .busy: .seconds(2)
        default: nil
        }
    }

    private static func seconds(_ wait: Duration) -> Int64 { max(1, (wait.milliseconds + 999) / 1000) }
}

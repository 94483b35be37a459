import MaigenDomain

/// What each message says, in every language.
struct MailText {
    var subject: Localized
    var paragraphs: [Localized]
    /// Shown large, between the first paragraph and the rest.
    var code: String?

    init(_ content: MailContent) {
        let minutes = EmailCode.lifetime.milliseconds / 60_000
        let codeIsSecret = Localized(
            zh: "验证码 \(minutes) 分钟内有效，请勿告诉任何人。如果不是您本人操作，请忽略这封邮件。",
            en: "The code is good for \(minutes) minutes. Tell it to nobody. If this was not you, ignore this message.")
        let ignore = Localized(
            zh: "如果不是您本人操作，请忽略这封邮件。", en: "If this was not you, ignore this message.")
        switch content {
        case .registrationCode(let code):
            subject = Localized(zh: "您的 MAIGEN 注册验证码", en: "Your MAIGEN registration code")
            paragraphs = [
                Localized(zh: "您正在注册 MAIGEN 账号，验证码是：", en: "You are opening a MAIGEN account. Your code is:"),
                codeIsSecret,
            ]
            self.code = code.digits
        case .passwordResetCode(let code):
            subject = Localized(zh: "您的 MAIGEN 密码重置验证码", en: "Your MAIGEN password reset code")
            paragraphs = [
                Localized(zh: "您正在重置 MAIGEN 账号的密码，验证码是：", en: "You are setting a new MAIGEN password. Your code is:"),
                codeIsSecret,
            ]
            self.code = code.digits
        case .alreadyRegistered:
            subject = Localized(zh: "您已有 MAIGEN 账号", en: "You have a MAIGEN account already")
            paragraphs = [
                Localized(
                    zh: "有人用这个邮箱地址申请注册 MAIGEN，但它已经注册过了。请直接登录；忘记密码可以通过邮箱重置。",
                    en: "Somebody asked to register this address with MAIGEN, but it has an account already. Log in; "
                        + "a forgotten password can be reset by e-mail."),
                ignore,
            ]
        case .noAccount:
            subject = Localized(zh: "该邮箱没有 MAIGEN 账号", en: "This address has no MAIGEN account")
            paragraphs = [
                Localized(
                    zh: "有人用这个邮箱地址申请重置 MAIGEN 密码，但它没有注册过。您也许是用别的邮箱注册的。",
                    en:
                        "Somebody asked for a new MAIGEN password with this address, but it has no account. Perhaps you "
                        + "registered with another address."),
                ignore,
            ]
        case .passwordChanged:
            subject = Localized(zh: "您的 MAIGEN 密码已修改", en: "Your MAIGEN password was changed")
            paragraphs = [
                Localized(
                    zh: "您的 MAIGEN 账号密码刚刚被修改，其他设备上的登录已经退出。",
                    en: "The password of your MAIGEN account was just changed, and other devices were logged out."),
                Localized(
                    zh: "如果不是您本人操作，请立即通过邮箱重置密码，并联系管理员。",
                    en: "If this was not you, reset the password by e-mail at once and write to an administrator."),
            ]
        }
    }

    /// The text form.
    func plain(in language: Language) -> String {
        var lines = paragraphs.map { $0[language] }
        if let code { lines.insert("    \(code)", at: 1) }
        return (lines + ["-- \nMAIGEN"]).joined(separator: "\n\n") + "\n"
    }

    /// The HTML form. Nothing in it is fetched from elsewhere.
    func html(in language: Language) -> String {
        var parts = paragraphs.map { "<p>\(Self.escaped($0[language]))</p>" }
        if let code {
            let style = "font:700 28px/1.6 monospace;letter-spacing:6px;margin:8px 0"
            parts.insert("<p style=\"\(style)\">\(Self.escaped(code))</p>", at: 1)
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(Self.escaped(subject[language]))</title></head>
            <body style="font:16px/1.6 sans-serif;max-width:560px;margin:24px auto;padding:0 16px;color:#1f2328">
            \(parts.joined(separator: "\n"))
            <p style="color:#656d76;border-top:1px solid #d1d9e0;padding-top:8px">MAIGEN</p>
            </body></html>

            """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

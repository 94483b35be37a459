import MaigenDomain

/// The registration form, as it was last filled in.
struct RegisterPage: PageModel {
    static let template = "register"
    var address = ""
    var code = ""
    var name = ""
    var invitation = ""
    /// What an account begins with.
    var reward = ""
    var isCodeSent = false
    var refusal: String?
}

/// The login form.
struct LoginPage: PageModel {
    static let template = "login"
    var address = ""
    /// Where to go afterwards.
    var next = ""
    var refusal: String?
}

/// The form for a new password by mail.
struct ResetPage: PageModel {
    static let template = "reset"
    var address = ""
    var code = ""
    var isCodeSent = false
    var refusal: String?
}

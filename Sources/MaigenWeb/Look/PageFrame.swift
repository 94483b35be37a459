import MaigenDomain

/// What surrounds every page, whatever it is about.
package struct PageFrame: Sendable {
    /// The language the page is in.
    package var language: Language
    /// The request's path with its query: where switching the language comes back to.
    package var path: String
    /// Which entry of the navigation is current.
    package var current: Section?
    /// Who is signed in.
    package var user: Viewer?
    /// Whether it is not known who looks: then the frame offers nothing that depends on it.
    package var isBare: Bool
    /// Proves that a form came from one of our pages.
    package var formToken: String
    /// What was just done, as a sentence; nil where nothing was.
    package var done: String?
    /// Where the static files are.
    package var assets: AssetLinks

    /// The person signed in, as the bar shows them.
    package struct Viewer: Sendable {
        package var name: String
        package var balance: String
        /// Nil where everything is read.
        package var unread: String?
        package var isAdministrator: Bool

        package init(name: String, balance: String, unread: String?, isAdministrator: Bool) {
            self.name = name
            self.balance = balance
            self.unread = unread
            self.isAdministrator = isAdministrator
        }
    }

    /// The entries of the navigation.
    package enum Section: Sendable, Hashable {
        case tasks, newTask, community, help, personal, notifications, administration
    }

    package init(
        language: Language, path: String, current: Section? = nil, user: Viewer? = nil, isBare: Bool = false,
        formToken: String, done: String? = nil, assets: AssetLinks
    ) {
        self.language = language
        self.path = path
        self.current = current
        self.user = user
        self.isBare = isBare
        self.formToken = formToken
        self.done = done
        self.assets = assets
        isAtTasks = current == .tasks
        isAtNewTask = current == .newTask
        isAtCommunity = current == .community
        isAtHelp = current == .help
        isAtPersonal = current == .personal
        isAtNotifications = current == .notifications
        isAtAdministration = current == .administration
        htmlLanguage = language.rawValue
        switchesToEnglish = language == .chinese
    }

    // Templates see stored properties only.
    private let isAtTasks, isAtNewTask, isAtCommunity, isAtHelp, isAtPersonal, isAtNotifications,
        isAtAdministration: Bool
    private let htmlLanguage: String
    private let switchesToEnglish: Bool
}

/// The addresses of static files that the frame names.
package struct AssetLinks: Sendable, Hashable {
    /// The folder of our own files, with a trailing slash.
    package var site: String
    /// The folder of KaTeX.
    package var katex: String
    /// The folder of CodeMirror.
    package var codemirror: String

    package init(site: String, katex: String, codemirror: String) {
        self.site = site
        self.katex = katex
        self.codemirror = codemirror
    }
}

/// The files under `Look/Assets`, `Look/Templates` and `Look/Texts`, by name. `EmbeddedFilesTests` compares this list
/// with the folders.
enum EmbeddedFiles {
    static let assets: [String: [UInt8]] = [
        "code.js": PackageResources.code_js,
        "favicon.svg": PackageResources.favicon_svg,
        "site.css": PackageResources.site_css,
        "site.js": PackageResources.site_js,
    ]

    static let templates: [String: [UInt8]] = [
        "community": PackageResources.community_mustache,
        "error": PackageResources.error_mustache,
        "help": PackageResources.help_mustache,
        "home": PackageResources.home_mustache,
        "invitations": PackageResources.invitations_mustache,
        "layout": PackageResources.layout_mustache,
        "login": PackageResources.login_mustache,
        "me-tabs": PackageResources.me_tabs_mustache,
        "me": PackageResources.me_mustache,
        "more": PackageResources.more_mustache,
        "notices": PackageResources.notices_mustache,
        "own-shares": PackageResources.own_shares_mustache,
        "points": PackageResources.points_mustache,
        "problem": PackageResources.problem_mustache,
        "profile": PackageResources.profile_mustache,
        "purchase": PackageResources.purchase_mustache,
        "record-head": PackageResources.record_head_mustache,
        "record-rows": PackageResources.record_rows_mustache,
        "refusal": PackageResources.refusal_mustache,
        "register": PackageResources.register_mustache,
        "reset": PackageResources.reset_mustache,
        "rules": PackageResources.rules_mustache,
        "sessions": PackageResources.sessions_mustache,
        "share": PackageResources.share_mustache,
    ]

    static let texts: [String: [UInt8]] = [
        "account": PackageResources.account_json,
        "community": PackageResources.community_json,
        "done": PackageResources.done_json,
        "error": PackageResources.error_json,
        "frame": PackageResources.frame_json,
        "help": PackageResources.help_json,
        "home": PackageResources.home_json,
        "me": PackageResources.me_json,
        "notices": PackageResources.notices_json,
        "points": PackageResources.points_json,
    ]
}

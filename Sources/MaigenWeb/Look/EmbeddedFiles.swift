/// The files under `Look/Assets`, `Look/Templates` and `Look/Texts`, by name. `EmbeddedFilesTests` compares this list
/// with the folders.
enum EmbeddedFiles {
    static let assets: [String: [UInt8]] = [
        "favicon.svg": PackageResources.favicon_svg,
        "site.css": PackageResources.site_css,
        "site.js": PackageResources.site_js,
    ]

    static let templates: [String: [UInt8]] = [
        "error": PackageResources.error_mustache,
        "home": PackageResources.home_mustache,
        "layout": PackageResources.layout_mustache,
    ]

    static let texts: [String: [UInt8]] = [
        "done": PackageResources.done_json,
        "error": PackageResources.error_json,
        "frame": PackageResources.frame_json,
        "home": PackageResources.home_json,
    ]
}

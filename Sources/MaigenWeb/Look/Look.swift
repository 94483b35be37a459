import MaigenDomain

/// How the site looks and what it says, as it was built into the program: templates, texts and static files, read and
/// checked once.
package struct Look: Sendable {
    /// The templates.
    package let pages: PageLibrary
    /// The texts, for what is said outside templates.
    package let texts: SiteTexts
    /// The static files.
    package let files: StaticFiles

    /// What the home page shows.
    let example: HomeExample
    let quality: QualityRecord
    /// What people read about the craft.
    let help = HelpTexts()

    /// - Parameters:
    ///   - katex: where KaTeX is installed; `codemirror`: where CodeMirror is.
    /// - Throws: `SiteTexts.Fault` for a mistake in templates or texts, `StaticFiles.Missing` where a part is missing.
    package init(
        katex: String = "/usr/share/javascript/katex", codemirror: String = "/usr/share/javascript/codemirror"
    ) throws {
        texts = try SiteTexts(tables: EmbeddedFiles.texts)
        pages = try PageLibrary(templates: EmbeddedFiles.templates, texts: texts)
        example = try HomeExample(PackageResources.example_json)
        quality = try QualityRecord(String(decoding: PackageResources.quality_md, as: UTF8.self))
        files = try StaticFiles(
            site: EmbeddedFiles.assets, katex: .katex(in: katex), codemirror: .codemirror(in: codemirror))
    }
}

extension StaticFiles.Part {
    /// KaTeX of Debian's packages libjs-katex and fonts-katex.
    static func katex(in folder: String) -> Self {
        let fonts = [
            "AMS-Regular", "Caligraphic-Bold", "Caligraphic-Regular", "Fraktur-Bold", "Fraktur-Regular", "Main-Bold",
            "Main-BoldItalic", "Main-Italic", "Main-Regular", "Math-BoldItalic", "Math-Italic", "SansSerif-Bold",
            "SansSerif-Italic", "SansSerif-Regular", "Script-Regular", "Size1-Regular", "Size2-Regular",
            "Size3-Regular", "Size4-Regular", "Typewriter-Regular",
        ]
        return Self(
            name: "katex", folder: folder,
            paths: ["katex.min.css", "katex.min.js"] + fonts.map { "fonts/KaTeX_\($0).woff2" })
    }

    /// CodeMirror 5 of Debian's package libjs-codemirror.
    static func codemirror(in folder: String) -> Self {
        Self(
            name: "codemirror", folder: folder,
            paths: ["lib/codemirror.js", "lib/codemirror.css", "mode/clike/clike.js", "addon/edit/matchbrackets.js"])
    }
}

/// What a browser calls itself, as people know it.
enum AgentText {
    /// Such as `Firefox · Windows`; the beginning of `agent` where it names nothing known.
    static func short(_ agent: String) -> String {
        let known = [browsers, systems].compactMap { names in names.first(where: { agent.contains($0.mark) })?.name }
        return known.isEmpty ? String(agent.prefix(40)) : known.joined(separator: " · ")
    }

    // In this order: each browser also claims to be those that stand after it.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]
}

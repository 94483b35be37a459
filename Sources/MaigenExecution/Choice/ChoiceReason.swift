import MaigenDomain
import MaigenTestData

extension TestChoice.Kept {
    /// Why the test was kept: what it brings that those kept before it do not.
    ///
    /// - Parameters:
    ///   - variants: what `TestFeature.variant` counts.
    ///   - rivals: what `TestFeature.rival` counts.
    func reason(_ variants: [ProgramVariants.Variant], _ rivals: [Rival] = []) -> Localized {
        var parts: [Localized] = []
        let bounds = news.compactMap { feature -> String? in
            guard case .bound(let name, let isLeast) = feature else { return nil }
            return "\(name) \(isLeast ? "min" : "max")"
        }.sorted()
        if !bounds.isEmpty {
            let list = bounds.joined(separator: ", ")
            parts.append(Localized(zh: "到达边界 \(list)", en: "reaches the bounds \(list)"))
        }
        let told = news.compactMap { feature -> Int? in
            if case .variant(let place) = feature { place } else { nil }
        }
        if !told.isEmpty {
            let kinds = Set(told.map { variants[$0].kind }).sorted { $0.rawValue < $1.rawValue }.map(\.name)
            parts.append(
                Localized(
                    zh: "区分标准程序的 \(told.count) 个变体（\(kinds.map(\.chinese).joined(separator: "、"))）",
                    en:
                        "tells \(told.count) variant(s) of the standard program apart (\(kinds.map(\.english).joined(separator: ", ")))"
                ))
        }
        let killed = news.compactMap { feature -> Int? in
            if case .rival(let place) = feature { place } else { nil }
        }.sorted()
        if !killed.isEmpty {
            let names = killed.map { rivals[$0].name }
            parts.append(
                Localized(
                    zh: "卡掉错解 \(names.joined(separator: "、"))", en: "kills \(names.joined(separator: ", "))"))
        }
        let branches = news.count { if case .branch = $0 { true } else { false } }
        let lines = news.count { if case .line = $0 { true } else { false } }
        if lines + branches > 0 {
            parts.append(
                Localized(
                    zh: "新覆盖 \(lines) 行、\(branches) 个分支",
                    en: "reaches \(lines) new line(s) and \(branches) new branch(es)"))
        }
        let answers = news.compactMap { feature -> String? in
            if case .answer(let name) = feature { name } else { nil }
        }.sorted()
        if !answers.isEmpty {
            let list = answers.joined(separator: ", ")
            parts.append(Localized(zh: "新的答案类别：\(list)", en: "new class of answer: \(list)"))
        }
        if news.contains(.mostWork) {
            parts.append(Localized(zh: "标准程序运行步数最多", en: "makes the standard program do the most work"))
        }
        let efforts = news.count { if case .effort = $0 { true } else { false } }
        if parts.isEmpty, efforts > 0 {
            parts.append(
                Localized(
                    zh: "标准程序有 \(efforts) 行的运行次数达到新的量级", en: "brings \(efforts) line(s) to a new order of repetitions"))
        }
        guard !parts.isEmpty else {
            return Localized(zh: "按策略保留，所示内容已有其他测试点覆盖", en: "kept for its strategy: others show what it shows")
        }
        return Localized(
            zh: parts.map(\.chinese).joined(separator: "；"), en: parts.map(\.english).joined(separator: "; "))
    }
}

extension ProgramVariants.Kind {
    fileprivate var name: Localized {
        switch self {
        case .narrowIntegers: Localized(zh: "32 位整数", en: "32-bit integers")
        case .smallInfinity: Localized(zh: "无穷大过小", en: "a small infinity")
        case .notCleared: Localized(zh: "未清空", en: "not cleared")
        case .comparison: Localized(zh: "比较符号", en: "a comparison")
        case .offByOne: Localized(zh: "差一", en: "off by one")
        case .connective: Localized(zh: "与或混淆", en: "and for or")
        case .noJump: Localized(zh: "缺少跳转", en: "a missing jump")
        case .extreme: Localized(zh: "最大最小混淆", en: "min for max")
        case .narrowReals: Localized(zh: "单精度", en: "single precision")
        case .noRemainder: Localized(zh: "漏取模", en: "a missing remainder")
        case .noRounding: Localized(zh: "该四舍五入处截断", en: "cutting off instead of rounding")
        }
    }
}

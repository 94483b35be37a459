/// What generated generators call.
extension CppPiece {
    static let core = CppPiece("generator_core", PackageResources.generator_core_h)
    static let knob = CppPiece("generator_knob", PackageResources.generator_knob_h, needs: [core])
    static let settingRange = CppPiece("generator_range", PackageResources.generator_range_h, needs: [knob])
    static let shapes = CppPiece("generator_shapes", PackageResources.generator_shapes_h, needs: [core])
    static let arrayShapes = CppPiece(
        "generator_array_shapes", PackageResources.generator_array_shapes_h, needs: [shapes])
    static let numberShapes = CppPiece(
        "generator_number_shapes", PackageResources.generator_number_shapes_h, needs: [shapes])
    static let hashKeys = CppPiece("generator_hash_keys", PackageResources.generator_hash_keys_h, needs: [shapes])
    static let numberKnob = CppPiece(
        "generator_number_knob", PackageResources.generator_number_knob_h, needs: [settingRange, shapes])
    static let valuesKnob = CppPiece(
        "generator_values_knob", PackageResources.generator_values_knob_h, needs: [settingRange, shapes])
    static let distinctValues = CppPiece(
        "generator_distinct_values", PackageResources.generator_distinct_values_h, needs: [valuesKnob])
    static let fitTotal = CppPiece(
        "generator_fit_total", PackageResources.generator_fit_total_h, needs: [valuesKnob])
    static let fitDistinctTotal = CppPiece(
        "generator_fit_distinct_total", PackageResources.generator_fit_distinct_total_h, needs: [fitTotal])
    static let orderedValues = CppPiece(
        "generator_ordered_values", PackageResources.generator_ordered_values_h, needs: [core])
    static let reals = CppPiece("generator_reals", PackageResources.generator_reals_h, needs: [valuesKnob])
    static let realValues = CppPiece("generator_real_values", PackageResources.generator_real_values_h)
    static let textKnob = CppPiece("generator_text_knob", PackageResources.generator_text_knob_h, needs: [knob])
    static let numberText = CppPiece("generator_number_text", PackageResources.generator_number_text_h, needs: [core])
    static let spacedText = CppPiece("generator_spaced_text", PackageResources.generator_spaced_text_h, needs: [core])
    static let distinctTexts = CppPiece(
        "generator_distinct_texts", PackageResources.generator_distinct_texts_h, needs: [core])
    static let distinctTuples = CppPiece(
        "generator_distinct_tuples", PackageResources.generator_distinct_tuples_h, needs: [core])
    static let selectorKnob = CppPiece(
        "generator_selector_knob", PackageResources.generator_selector_knob_h, needs: [knob])
    static let permutationKnob = CppPiece(
        "generator_permutation_knob", PackageResources.generator_permutation_knob_h, needs: [knob])
    static let gridKnob = CppPiece("generator_grid_knob", PackageResources.generator_grid_knob_h, needs: [knob])
    static let treeKnob = CppPiece("generator_tree_knob", PackageResources.generator_tree_knob_h, needs: [knob])
    static let treeEdges = CppPiece("generator_tree_edges", PackageResources.generator_tree_edges_h, needs: [treeKnob])
    static let treeParents = CppPiece(
        "generator_tree_parents", PackageResources.generator_tree_parents_h, needs: [treeKnob])
    static let graphKnob = CppPiece("generator_graph_knob", PackageResources.generator_graph_knob_h, needs: [knob])
    static let costedGraphKnob = CppPiece(
        "generator_costed_graph_knob", PackageResources.generator_costed_graph_knob_h, needs: [graphKnob])
    static let pointsKnob = CppPiece(
        "generator_points_knob", PackageResources.generator_points_knob_h, needs: [valuesKnob])
    static let intervalsKnob = CppPiece(
        "generator_intervals_knob", PackageResources.generator_intervals_knob_h, needs: [valuesKnob])
    static let casesKnob = CppPiece("generator_cases_knob", PackageResources.generator_cases_knob_h, needs: [knob])
    static let output = CppPiece("generator_output", PackageResources.generator_output_h)

    /// Every piece a generator may hold.
    static let forGenerators: [CppPiece] =
        forExpressions + [
            core, knob, settingRange, shapes, arrayShapes, numberShapes, hashKeys, numberKnob, valuesKnob,
            distinctValues, fitTotal, fitDistinctTotal,
            orderedValues, reals, realValues, textKnob, numberText, spacedText, distinctTexts, distinctTuples,
            selectorKnob, permutationKnob, gridKnob, treeKnob, treeEdges, treeParents, graphKnob, costedGraphKnob,
            pointsKnob, intervalsKnob,
            casesKnob, output,
        ]
}

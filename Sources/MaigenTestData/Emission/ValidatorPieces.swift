/// The pieces of C++ that validators are put together from.
extension CppPiece {
    static let reach = CppPiece("validator_reach", PackageResources.validator_reach_h)
    static let realReach = CppPiece("validator_real_reach", PackageResources.validator_real_reach_h)
    static let asksForReach = CppPiece("validator_asks_for_reach", PackageResources.validator_asks_for_reach_h)
    static let nameOf = CppPiece("validator_name_of", PackageResources.validator_name_of_h)
    static let endOfInput = CppPiece("validator_end", PackageResources.validator_end_h)
    static let noRepeats = CppPiece("validator_distinct", PackageResources.validator_distinct_h)
    static let sortedValues = CppPiece("validator_sorted", PackageResources.validator_sorted_h)
    static let readLineIf = CppPiece("validator_read_if", PackageResources.validator_read_if_h)
    static let maybeEmpty = CppPiece("validator_maybe_empty", PackageResources.validator_maybe_empty_h)
    static let restOfLine = CppPiece(
        "validator_rest_of_line", PackageResources.validator_rest_of_line_h, needs: [.endOfInput])
    static let disjointSets = CppPiece("validator_disjoint_sets", PackageResources.validator_disjoint_sets_h)
    static let edges = CppPiece("validator_edges", PackageResources.validator_edges_h)
    static let duplicateEdges = CppPiece(
        "validator_duplicates", PackageResources.validator_duplicates_h, needs: [.edges])
    static let connected = CppPiece(
        "validator_connected", PackageResources.validator_connected_h, needs: [.edges, .disjointSets])
    static let forest = CppPiece(
        "validator_forest", PackageResources.validator_forest_h, needs: [.edges, .disjointSets])
    static let directedCycle = CppPiece(
        "validator_directed_cycle", PackageResources.validator_directed_cycle_h, needs: [.edges])
    static let bipartite = CppPiece(
        "validator_bipartite", PackageResources.validator_bipartite_h, needs: [.edges, .disjointSets])
    static let vertexNames = CppPiece("validator_vertex_names", PackageResources.validator_vertex_names_h)

    /// Every piece a validator may hold.
    static let forValidators: [CppPiece] =
        forExpressions + [
            reach, realReach, asksForReach, nameOf, endOfInput, noRepeats, sortedValues, readLineIf, maybeEmpty,
            restOfLine, disjointSets, edges, duplicateEdges, connected, forest, directedCycle, bipartite, vertexNames,
        ]
}

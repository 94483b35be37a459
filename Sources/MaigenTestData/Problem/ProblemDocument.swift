import MaigenDomain

/// The problem, under the name by which the craft's own files know it.
package typealias ProblemDocument = MaigenDomain.ProblemDocument

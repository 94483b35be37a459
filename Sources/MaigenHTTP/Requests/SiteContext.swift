import HTTPTypes
import Hummingbird
import Logging
import MaigenDomain

/// One request, whoever sent it: what routes of the API and pages alike know of it.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where it comes from, behind the proxies that are trusted.
    package var client: Client
    /// In which language to answer.
    package var language: Language
    /// Who sent it; nil for a visitor.
    package var signedIn: SignedIn?
    /// What the log and the answer to an error need to know of it.
    package let trace: RequestTrace
    /// The address at the other end of the connection; empty where there is none.
    package let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
        let client = Client(address: peer)
        self.client = client
        language = .chinese
        trace = RequestTrace()
        trace.note { $0.client = client }
    }
}

/// One request of somebody who is logged in: a route in such a group cannot be reached otherwise.
package struct MemberContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where it comes from.
    package let client: Client
    /// In which language to answer.
    package let language: Language
    /// Who sent it.
    package let signedIn: SignedIn

    /// Refuses a visitor with `not_signed_in`.
    package init(context: SiteContext) throws {
        guard let signedIn = context.signedIn else { throw ServiceError.refused(AccountRefusal.notSignedIn) }
        coreContext = context.coreContext
        client = context.client
        language = context.language
        self.signedIn = signedIn
    }
}

/// One request of an administrator.
package struct AdministratorContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where it comes from.
    package let client: Client
    /// In which language to answer.
    package let language: Language
    /// Who sent it.
    package let signedIn: SignedIn

    /// Refuses a visitor with `not_signed_in`, and everybody else who is no administrator with `not_allowed`.
    package init(context: MemberContext) throws {
        guard context.signedIn.account.role == .administrator else {
            throw ServiceError.refused(AccountRefusal.notAllowed)
        }
        coreContext = context.coreContext
        client = context.client
        language = context.language
        signedIn = context.signedIn
    }
}

/// Any request that has a language to answer in.
package protocol SpokenContext: RequestContext {
    /// In which language to answer.
    var language: Language { get }
    /// Where the request comes from.
    var client: Client { get }
}

extension SiteContext: SpokenContext {}
extension MemberContext: SpokenContext {}
extension AdministratorContext: SpokenContext {}

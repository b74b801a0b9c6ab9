import type { Refusal } from '#kernel/database'
import type { Language } from '#kernel/values'

/**
 * The port for signing in at another service. OIDC is one adapter; a SAML service provider stands here as another.
 * Neither method touches the database: both run outside any transaction.
 */
export interface FederatedSignIn {
  providerId: string
  /**
   * How the answer comes back: as the query of an address (OIDC), or as a form that the service's page posts across sites
   * (SAML 2.0 bindings §3.5), whose named field carries the state unchanged (`RelayState`).
   */
  answers: { by: 'query' } | { by: 'form'; stateField: string }
  /** Where to send the browser, and what must be remembered until it comes back. */
  begin(input: {
    state: string
    language: Language
  }): Promise<{ url: URL; memory: string } | Refusal>
  /**
   * Checks the answer against what was remembered; everything that does not fit is refused. `form` holds the fields as
   * they were posted, and is null where the answer came as a query.
   */
  finish(input: {
    callback: URL
    state: string
    memory: string
    form: URLSearchParams | null
  }): Promise<FederatedClaims | Refusal>
}

/** What another service says of somebody. Issuer and subject name them; an address proves nothing here. */
export interface FederatedClaims {
  issuer: string
  subject: string
}

/** A service that is no OpenID Connect provider, with its adapter. */
export interface SignInService {
  /** Lower-case letters, digits and hyphens; stands in addresses, and differs from every provider's. */
  id: string
  /** What the button says, in the service's own name. */
  label: string
  signIn: FederatedSignIn
}

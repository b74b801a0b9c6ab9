import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { PasswordHasher } from './passwords.ts'
import type { SecretKeys } from './secrets.ts'
import type { SignInService } from './service-port.ts'

/** What identity must be told; made once by `app.ts` from the configuration. */
export interface IdentitySettings {
  /** The name under which this node makes persons. */
  origin: string
  /** The address at which people reach the site: passkeys and answers of other services are bound to it. */
  siteUrl: URL
  siteName: string
  keys: SecretKeys
  demonstration: boolean
  hasher: PasswordHasher
  oidcProviders: readonly OidcProvider[]
  /** Services that speak another protocol (SAML), each with its adapter. */
  otherServices: readonly SignInService[]
  /** The network client for other services' answers; `outbound` gives it. */
  fetch: typeof fetch
  /** Hands a letter to the mail queue in the same transaction: it leaves only when the work is committed. */
  deliver: (work: Work, letter: Letter) => Promise<void>
}

/** One OpenID Connect service of the configuration: a university's, ORCID, LINE. */
export interface OidcProvider {
  id: string
  /** What the button says, in the provider's own name. */
  label: string
  issuer: string
  clientId: string
  clientSecret: string | null
  scope?: string
  /** The algorithm of its ID tokens where discovery says too much or too little: LINE's website login signs HS256. */
  idTokenAlgorithm?: string
}

/** A letter that identity wants sent, in texts that any mailer can render. */
export interface Letter {
  kind:
    | 'sign-in'
    | 'reset-password'
    | 'confirm-email'
    | 'email-changed'
    | 'invitation'
    | 'password-set'
    | 'second-factor-changed'
    | 'passkey-added'
    | 'passkey-removed'
    | 'identity-linked'
    | 'identity-unlinked'
    | 'access-token-made'
    | 'sign-ins-ended'
  to: string
  personId: string | null
  language: Language
  subject: Message
  paragraphs: Message[]
  /** The page to open, as a path without its language; null when the letter only tells. */
  action: { label: Message; path: string } | null
  /** Digits to be typed on the device that asked, already spaced for reading. */
  code: string | null
  /** The organisation that writes: its office reads the answers. */
  organisationId?: string | undefined
}

/** Runs one verb in a transaction of its own, as `Call.perform` does. Verbs that hash or use the network take it instead of a work. */
export type Perform = <T>(verb: (work: Work) => Promise<T>) => Promise<T>

/** From where somebody signs in: a short label of the browser, and the shortened network. */
export interface Device {
  label: string
  network: string
  /** Whether to stay signed in on this device after the browser closes. */
  lasting: boolean
}

import type { Json } from '#kernel/database'
import type { DateOnly, Language, PersonName } from '#kernel/values'

/** By which way somebody signed in. */
export type SignInMethod =
  | 'password'
  | 'link'
  | 'code'
  | 'passkey'
  | 'federated'
  | 'invitation'
  | 'demonstration'

/** What was proven at a sign-in. */
export type SignInFactor =
  | 'password'
  | 'email'
  | 'passkey'
  | 'federated'
  | 'totp'
  | 'recovery-code'
  | 'demonstration'

export interface PersonsTable {
  id: string
  origin: string
  name: Json<PersonName>
  native_key: string
  romanised_key: string
  birth_date: DateOnly | null
  preferred_language: Language
  time_zone: string
  state: 'active' | 'merged' | 'erased'
  merged_into: string | null
  demonstration: boolean
  registered_at: Date
}

export interface PersonEmailsTable {
  id: string
  person_id: string
  address: string
  verified_at: Date | null
  is_primary: boolean
  added_at: Date
}

export interface PasswordCredentialsTable {
  person_id: string
  password_hash: string
  set_at: Date
}

export interface TotpCredentialsTable {
  person_id: string
  sealed_secret: Uint8Array
  last_step: number
  enrolled_at: Date
  confirmed_at: Date | null
}

export interface TotpRecoveryCodesTable {
  id: string
  person_id: string
  code_hash: Uint8Array
  made_at: Date
  used_at: Date | null
}

export interface PasskeysTable {
  id: string
  person_id: string
  credential_id: string
  public_key: Uint8Array
  counter: bigint
  transports: Json<string[]>
  device_type: 'singleDevice' | 'multiDevice'
  backed_up: boolean
  label: string
  added_at: Date
  last_used_at: Date | null
}

export interface PasskeyChallengesTable {
  id: string
  challenge_hash: Uint8Array
  purpose: 'register' | 'sign-in' | 'confirm' | 'sign'
  person_id: string | null
  expires_at: Date
  used_at: Date | null
}

export interface FederatedIdentitiesTable {
  id: string
  person_id: string
  provider_id: string
  issuer: string
  subject: string
  linked_at: Date
  last_used_at: Date | null
}

export interface FederatedRequestsTable {
  id: string
  provider_id: string
  state_hash: Uint8Array
  browser_hash: Uint8Array
  sealed_memory: Uint8Array
  next_path: string
  language: Language
  link_person_id: string | null
  expires_at: Date
  used_at: Date | null
  pending_hash: Uint8Array | null
  pending_issuer: string | null
  pending_subject: string | null
  linked_at: Date | null
  sealed_answer: Uint8Array | null
}

export interface SignInSessionsTable {
  id: string
  person_id: string
  token_hash: Uint8Array
  awaits_second_factor: boolean
  method: SignInMethod
  factors: Json<SignInFactor[]>
  device_label: string
  network: string
  lasting: boolean
  created_at: Date
  last_seen_at: Date
  authenticated_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface SignInLinksTable {
  id: string
  purpose: 'sign-in' | 'reset-password' | 'confirm-email'
  person_id: string | null
  address: string
  token_hash: Uint8Array
  request_hash: Uint8Array
  code_hash: Uint8Array
  code_attempts: number
  language: Language
  next_path: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface InvitationsTable {
  id: string
  token_hash: Uint8Array
  address: string
  invited_by: string | null
  kind: string
  payload: Json<Record<string, unknown>>
  language: Language
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  accepted_by: string | null
  withdrawn_at: Date | null
}

/** Why a single-act link was revoked. */
export type LinkEnd = 'done' | 'cancelled' | 'given-away' | 'withdrawn' | 'replaced' | 'person-gone'

export interface SingleActLinksTable {
  id: string
  token_hash: Uint8Array
  action: string
  object_id: string
  person_id: string | null
  created_at: Date
  expires_at: Date
  used_count: number
  max_uses: number
  last_used_at: Date | null
  revoked_at: Date | null
  revoked_reason: LinkEnd | null
}

export interface SignInAttemptsTable {
  key_hash: Uint8Array
  window_start: Date
  attempts: number
  expires_at: Date
}

export interface PersonMergesTable {
  id: string
  from_person_id: string
  into_person_id: string
  merged_by: string | null
  merged_at: Date
  moved: Json<Record<string, number>>
}

/** Whether a program may only read, or also change what its person may change. */
export type AccessScope = 'read' | 'write'

export interface AccessTokensTable {
  id: string
  person_id: string
  token_hash: Uint8Array
  label: string
  scope: AccessScope
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  ended_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    persons: PersonsTable
    person_emails: PersonEmailsTable
    password_credentials: PasswordCredentialsTable
    totp_credentials: TotpCredentialsTable
    totp_recovery_codes: TotpRecoveryCodesTable
    passkeys: PasskeysTable
    passkey_challenges: PasskeyChallengesTable
    federated_identities: FederatedIdentitiesTable
    federated_requests: FederatedRequestsTable
    sign_in_sessions: SignInSessionsTable
    sign_in_links: SignInLinksTable
    invitations: InvitationsTable
    single_act_links: SingleActLinksTable
    sign_in_attempts: SignInAttemptsTable
    person_merges: PersonMergesTable
    access_tokens: AccessTokensTable
  }
}

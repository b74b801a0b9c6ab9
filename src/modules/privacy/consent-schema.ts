import type { DateOnly, Language } from '#kernel/values'

/** What personal data may leave for. */
export const purposes = [
  'exchange',
  'internship',
  'mentoring',
  'scholarship',
  'recognition',
  'exhibition',
  'research',
] as const
export type Purpose = (typeof purposes)[number]

/** The kinds of data that leave, each allowed and refused by itself. */
export const fieldGroups = [
  'identity',
  'contact',
  'studies',
  'grades',
  'languages',
  'portfolio',
  'identity-document',
  'health',
  'finance',
  'family',
] as const
export type FieldGroup = (typeof fieldGroups)[number]

/** How data reaches a recipient: over the network, as a file that somebody hands over, or opened here. */
export const transferMethods = ['network', 'file', 'platform'] as const
export type TransferMethod = (typeof transferMethods)[number]

/** Where a row of consent stands. */
export type ConsentState = 'asked' | 'awaiting-guardian' | 'given' | 'declined' | 'withdrawn'

/** What has happened to a row of consent. */
export type ConsentEventKind =
  | 'asked'
  | 'given'
  | 'declined'
  | 'withdrawn'
  | 'co-signed'
  | 'refused-by-guardian'
  | 'lapsed'

/** The exact words under which somebody agreed. */
export interface ConsentTextsTable {
  sha256: string
  version: number
  language: Language
  body: string
  first_shown_at: Date
}

/** What a person is asked. */
export interface ConsentRequestsTable {
  id: string
  origin: string
  person_id: string
  purpose: Purpose
  exporter_organisation_id: string
  recipient_organisation_id: string
  contact: string
  method: TransferMethod
  kept_months: number
  asked_by: string | null
  asked_at: Date
  needed_by: DateOnly | null
  said_born_on: DateOnly | null
  ended_at: Date | null
}

/** Who signs beside somebody under age. */
export interface ConsentGuardiansTable {
  request_id: string
  name: string
  address: string
  language: Language
  asked_at: Date
  answered_at: Date | null
  agreed: boolean | null
}

/** One kind of data of a request. */
export interface ConsentsTable {
  id: string
  request_id: string
  field_group: FieldGroup
  is_sensitive: boolean
  state: ConsentState
  changed_at: Date
}

/** A step of one row. */
export interface ConsentEventsTable {
  id: string
  consent_id: string
  kind: ConsentEventKind
  at: Date
  by_whom: 'person' | 'guardian' | 'house'
  text_sha256: string | null
}

declare module '#kernel/database' {
  interface Tables {
    consent_texts: ConsentTextsTable
    consent_requests: ConsentRequestsTable
    consent_guardians: ConsentGuardiansTable
    consents: ConsentsTable
    consent_events: ConsentEventsTable
  }
}

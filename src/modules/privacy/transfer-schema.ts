import type { Country, DateOnly } from '#kernel/values'
import type { FieldGroup, Purpose, TransferMethod } from './consent-schema.ts'

/** On what a transfer can rest. */
export const basisKinds = [
  'adequacy',
  'contract',
  'clauses',
  'exemption',
  'consent',
  'transit',
] as const
export type BasisKind = (typeof basisKinds)[number]

/** The documents between two organisations on which transfers can rest. */
export const clauseKinds = [
  'standard-contract',
  'scc',
  'model-clauses',
  'certification',
  'assessment',
  'agreement',
] as const
export type ClauseKind = (typeof clauseKinds)[number]

/** A document on which transfers rest. */
export interface TransferClausesTable {
  id: string
  origin: string
  exporter_organisation_id: string
  recipient_organisation_id: string
  kind: ClauseKind
  signed_on: DateOnly
  valid_until: DateOnly | null
  reference: string
  file_id: string | null
  entered_by: string | null
  entered_at: Date
  ended_at: Date | null
  reminded_at: Date | null
}

/** A line of the ledger. */
export interface TransfersTable {
  id: string
  origin: string
  exporter_organisation_id: string
  recipient_organisation_id: string
  country_from: Country
  country_to: Country
  purpose: Purpose
  method: TransferMethod
  basis: BasisKind
  article: string
  clause_id: string | null
  contract: string | null
  field_groups: FieldGroup[]
  is_sensitive: boolean
  person_count: number
  destination: string
  at: Date
  year: number
  entered_by: string | null
}

/** Whose data was in it. */
export interface TransferPersonsTable {
  transfer_id: string
  person_id: string
}

declare module '#kernel/database' {
  interface Tables {
    transfer_clauses: TransferClausesTable
    transfers: TransfersTable
    transfer_persons: TransferPersonsTable
  }
}

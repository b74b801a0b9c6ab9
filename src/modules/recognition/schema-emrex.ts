import type { ColumnType } from 'kysely'

/** A service that holds results and gives them to their holder. */
export interface EmrexProvidersTable {
  id: string
  origin: string
  name: string
  country: string
  url: string
  serves: ColumnType<string, string | undefined, string>
  added_by: string
  added_at: Date
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

/** How a provider answered (`returnCode` of EMREX). */
export type EmrexResult = 'ok' | 'cancelled' | 'no-results' | 'error'

/** One request to a provider; its token counts once. */
export interface EmrexRequestsTable {
  id: string
  token_sha256: string
  session_sha256: string
  created_by: string
  provider_id: string
  enrolment_id: string
  host_organisation_id: string | null
  state: 'sent' | 'received' | 'taken'
  result: EmrexResult | null
  message: ColumnType<string, string | undefined, string>
  staged_file_id: string | null
  draft_id: string | null
  created_at: Date
  expires_at: Date
  received_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    emrex_providers: EmrexProvidersTable
    emrex_requests: EmrexRequestsTable
  }
}

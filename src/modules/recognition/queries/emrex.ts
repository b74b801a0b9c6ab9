import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { EmrexResult } from '../schema-emrex.ts'

/** A data provider as its page shows it. */
export interface ProviderRow {
  [fact: string]: unknown
  id: string
  name: string
  country: string
  url: string
  serves: string
  withdrawn_at: Date | null
}

const columns = ['id', 'name', 'country', 'url', 'serves', 'withdrawn_at'] as const

/** The providers that can be asked; one query. */
export function listProviders(work: Work): Promise<ProviderRow[]> {
  return work.read
    .selectFrom('emrex_providers')
    .select(columns)
    .where('withdrawn_at', 'is', null)
    .orderBy('country')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** A provider by its id, or null. */
export async function providerById(work: Work, id: string): Promise<ProviderRow | null> {
  if (!isUuid(id)) return null
  const query = work.read.selectFrom('emrex_providers').select(columns).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** A request to a provider, with the names that its pages show. */
export interface RequestRow {
  [fact: string]: unknown
  id: string
  created_by: string
  person_id: string
  session_sha256: string
  provider_id: string
  enrolment_id: string
  host_organisation_id: string | null
  state: 'sent' | 'received' | 'taken'
  result: EmrexResult | null
  message: string
  staged_file_id: string | null
  draft_id: string | null
  expires_at: Date
  provider: string
  host_names: LocalText | null
}

function requests(work: Work) {
  return work.read
    .selectFrom('emrex_requests as r')
    .innerJoin('emrex_providers as p', 'p.id', 'r.provider_id')
    .innerJoin('enrolments as e', 'e.id', 'r.enrolment_id')
    .leftJoin('organisations as host', 'host.id', 'r.host_organisation_id')
    .select([
      'r.id',
      'r.created_by',
      'r.session_sha256',
      'r.provider_id',
      'r.enrolment_id',
      'r.host_organisation_id',
      'r.state',
      'r.result',
      'r.message',
      'r.staged_file_id',
      'r.draft_id',
      'r.expires_at',
      'e.person_id',
      'p.name as provider',
      'host.names as host_names',
    ])
}

/** A request by its id, or null; `lock` keeps others from changing it until the commit. */
export async function requestById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<RequestRow | null> {
  if (!isUuid(id)) return null
  const row = await requests(work)
    .where('r.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of r`))
    .executeTakeFirst()
  return row ?? null
}

/** The request that waits for an answer with this token; null where none does, or no longer. */
export async function waitingRequest(
  work: Work,
  tokenHash: string,
  lock?: 'lock',
): Promise<RequestRow | null> {
  const row = await requests(work)
    .where('r.token_sha256', '=', tokenHash)
    .where('r.state', '=', 'sent')
    .where('r.expires_at', '>', work.now)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of r`))
    .executeTakeFirst()
  return row ?? null
}

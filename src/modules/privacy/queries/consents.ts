import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type Language, type LocalText } from '#kernel/values'
import {
  type ConsentEventKind,
  type ConsentState,
  type FieldGroup,
  fieldGroups,
  type Purpose,
  type TransferMethod,
} from '../consent-schema.ts'

/** What a person is asked, with both organisations. */
export interface ConsentRequestRow {
  id: string
  origin: string
  person_id: string
  purpose: Purpose
  exporter_organisation_id: string
  exporter: LocalText
  exporter_country: string
  exporter_time_zone: string
  recipient_organisation_id: string
  recipient: LocalText
  recipient_country: string
  contact: string
  method: TransferMethod
  kept_months: number
  asked_at: Date
  needed_by: DateOnly | null
  /** The day of birth that the person said for this, where none is held. */
  said_born_on: DateOnly | null
  ended_at: Date | null
}

/** One kind of data of a request, and where it stands. */
export interface ConsentRow {
  id: string
  request_id: string
  field_group: FieldGroup
  is_sensitive: boolean
  state: ConsentState
  changed_at: Date
}

/** A request with its rows. */
export interface AskedConsent {
  request: ConsentRequestRow
  rows: readonly ConsentRow[]
}

/** A step of a request's rows, with the words that were on the page. */
export interface ConsentStep {
  id: string
  consent_id: string
  field_group: FieldGroup
  kind: ConsentEventKind
  at: Date
  sha256: string | null
  version: number | null
  language: Language | null
  body: string | null
}

/** One request with its rows, or null; `lock` keeps others from answering it until the commit. */
export async function consentRequestById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<AskedConsent | null> {
  if (!isUuid(id)) return null
  const request = await requestRows(work)
    .where('r.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of r`))
    .executeTakeFirst()
  if (!request) return null
  return { request, rows: (await rowsOf(work, [id])).get(id) ?? [] }
}

/** Everything that a person was asked, the latest first; two queries however many. */
export async function consentRequestsOf(work: Work, personId: string): Promise<AskedConsent[]> {
  const requests = await requestRows(work)
    .where('r.person_id', '=', personId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .execute()
  const rows = await rowsOf(
    work,
    requests.map(({ id }) => id),
  )
  return requests.map((request) => ({ request, rows: rows.get(request.id) ?? [] }))
}

/** The steps of a request, the latest first. */
export async function consentSteps(work: Work, requestId: string): Promise<ConsentStep[]> {
  return work.read
    .selectFrom('consent_events as e')
    .innerJoin('consents as c', 'c.id', 'e.consent_id')
    .leftJoin('consent_texts as t', 't.sha256', 'e.text_sha256')
    .select(['e.id', 'e.consent_id', 'e.kind', 'e.at', 'c.field_group'])
    .select(['t.sha256', 't.version', 't.language', 't.body'])
    .where('c.request_id', '=', requestId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
}

/** By whom what may leave for whom: the key under which consent is looked up. */
export interface ConsentKey {
  purpose: Purpose
  exporterOrganisationId: string
  recipientOrganisationId: string
}

/** The rows of several people under one key, by person and kind of data: given wins over everything else, then the latest. */
export async function consentRowsFor(
  work: Work,
  personIds: readonly string[],
  key: ConsentKey,
): Promise<Map<string, Map<FieldGroup, ConsentRow>>> {
  const found = new Map<string, Map<FieldGroup, ConsentRow>>()
  if (personIds.length === 0) return found
  const rows = await work.read
    .selectFrom('consents as c')
    .innerJoin('consent_requests as r', 'r.id', 'c.request_id')
    .selectAll('c')
    .select('r.person_id')
    .where(sql<SqlBool>`r.person_id = any(${[...personIds]}::uuid[])`)
    .where('r.purpose', '=', key.purpose)
    .where('r.exporter_organisation_id', '=', key.exporterOrganisationId)
    .where('r.recipient_organisation_id', '=', key.recipientOrganisationId)
    .where('r.ended_at', 'is', null)
    .orderBy('c.changed_at')
    .orderBy('c.id')
    .execute()
  for (const { person_id, ...row } of rows) {
    const own = found.get(person_id) ?? new Map<FieldGroup, ConsentRow>()
    found.set(person_id, own)
    if (own.get(row.field_group)?.state !== 'given') own.set(row.field_group, row)
  }
  return found
}

async function rowsOf(
  work: Work,
  requestIds: readonly string[],
): Promise<Map<string, ConsentRow[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('consents')
    .selectAll()
    .where(sql<SqlBool>`request_id = any(${[...requestIds]}::uuid[])`)
    .execute()
  const order = (row: ConsentRow) => fieldGroups.indexOf(row.field_group)
  return Map.groupBy(
    rows.toSorted((a, b) => order(a) - order(b)),
    (row) => row.request_id,
  )
}

function requestRows(work: Work) {
  return work.read
    .selectFrom('consent_requests as r')
    .innerJoin('organisations as x', 'x.id', 'r.exporter_organisation_id')
    .innerJoin('organisations as y', 'y.id', 'r.recipient_organisation_id')
    .select(['r.id', 'r.origin', 'r.person_id', 'r.purpose', 'r.contact', 'r.method'])
    .select(['r.kept_months', 'r.asked_at', 'r.needed_by', 'r.said_born_on', 'r.ended_at'])
    .select('x.time_zone as exporter_time_zone')
    .select(['r.exporter_organisation_id', 'x.names as exporter', 'x.country as exporter_country'])
    .select(['r.recipient_organisation_id', 'y.names as recipient'])
    .select('y.country as recipient_country')
}

import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type Language, type LocalText, type PersonName } from '#kernel/values'
import type { CallDefinition } from '../rules/questions.ts'
import type { CallState } from '../rules/timeline.ts'

/** A reference with its application and call; its columns are the facts that the rules look at. */
export interface ReferenceRow {
  [fact: string]: unknown
  id: string
  application_id: string
  organisation_id: string
  person_id: string
  name: string
  address: string
  language: Language
  state: 'asked' | 'given' | 'declined'
  asked_at: Date
  reminders: number
  answered_at: Date | null
  rating: number | null
  text: string
  applicant: PersonName
  application_state: 'draft' | 'submitted' | 'withdrawn'
  organisation: LocalText
  time_zone: string
  titles: LocalText
  definition: CallDefinition
  call_state: CallState
  closes_at: Date | null
  results_at: Date | null
}

/** One reference, or null; `lock` keeps others from answering it until the commit. */
export async function referenceById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ReferenceRow | null> {
  if (!isUuid(id)) return null
  const row = await referenceRows(work)
    .where('call_references.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of call_references`))
    .executeTakeFirst()
  return row ?? null
}

/** The references of one application, in the order in which they were asked for. */
export async function referencesOf(work: Work, applicationId: string): Promise<ReferenceRow[]> {
  return referenceRows(work)
    .where('call_references.application_id', '=', applicationId)
    .orderBy('call_references.asked_at')
    .orderBy('call_references.id')
    .execute()
}

/** How many references each of these applications was given, in one query. */
export async function referencesGiven(
  work: Work,
  applicationIds: readonly string[],
): Promise<Map<string, number>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('call_references')
    .select('application_id')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('application_id', 'in', [...applicationIds])
    .where('state', '=', 'given')
    .groupBy('application_id')
    .execute()
  return new Map(rows.map(({ application_id: id, count }) => [id, Number(count)]))
}

/** The files that came with references, by the reference: one query for all. */
export async function filesOfReferences(work: Work, ownerKind: string, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await work.read
          .selectFrom('files')
          .select(['id', 'name', 'owner_id'])
          .where('owner_kind', '=', ownerKind)
          .where('owner_id', 'in', [...ids])
          .orderBy('created_at')
          .orderBy('id')
          .execute()
  return Map.groupBy(rows, ({ owner_id }) => owner_id)
}

/** References that nobody has answered, of calls that still wait for them. */
export async function openReferences(work: Work): Promise<ReferenceRow[]> {
  return referenceRows(work)
    .where('call_references.state', '=', 'asked')
    .where('call_references.reminders', '<', 2)
    .where('a.state', '<>', 'withdrawn')
    .where('c.state', '=', 'published')
    .where('c.results_at', '>', work.now)
    .orderBy('call_references.id')
    .execute()
}

function referenceRows(work: Work) {
  return work.read
    .selectFrom('call_references')
    .innerJoin('call_applications as a', 'a.id', 'call_references.application_id')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .innerJoin('organisations as o', 'o.id', 'call_references.organisation_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .selectAll('call_references')
    .select(['a.person_id', 'a.state as application_state', 'p.name as applicant'])
    .select(['o.names as organisation', 'o.time_zone', 'c.titles', 'c.definition'])
    .select(['c.state as call_state', 'c.closes_at', 'c.results_at'])
}

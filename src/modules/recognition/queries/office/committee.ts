import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { secondReasonOf, type Spoken } from '../../rules/reason-language.ts'
import type { Titles, Verdict } from '../../rules/types.ts'
import type { CommitteeOutcome } from '../../schema-office.ts'
import type { CaseState } from '../../schema.ts'

/** A sitting with the facts that the rule table asks for. */
export interface SittingRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  names: LocalText
  country: string
  timeZone: string
  held_on: DateOnly
  place: string
  quorum: number
  chair_id: string
  secretary_id: string
  chair: PersonName
  secretary: PersonName
  state: 'planned' | 'approved'
  minutes: string
  approvedAt: Date | null
  documentSha256: string | null
}

function sittings(work: Work) {
  return work.read
    .selectFrom('committee_sittings as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('persons as chair', 'chair.id', 's.chair_id')
    .innerJoin('persons as secretary', 'secretary.id', 's.secretary_id')
    .select(['s.id', 's.organisation_id', 's.held_on', 's.place', 's.quorum', 's.chair_id'])
    .select(['s.secretary_id', 's.state', 's.minutes', 's.approved_at as approvedAt'])
    .select(['s.document_sha256 as documentSha256', 'o.names', 'o.country'])
    .select(['o.time_zone as timeZone', 'chair.name as chair', 'secretary.name as secretary'])
}

/** A sitting by its id, or null; `lock` keeps others from recording in it until the commit. */
export async function sittingById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<SittingRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('committee_sittings')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  return (await sittings(work).where('s.id', '=', id).executeTakeFirst()) ?? null
}

/** A sitting as a list shows it. */
export interface ListedSitting extends SittingRow {
  items: number
  recorded: number
}

/** The sittings of the institutions whose the actor is, the latest first; one query. */
export async function listSittings(
  work: Work,
  organisationIds: readonly string[],
): Promise<ListedSitting[]> {
  if (organisationIds.length === 0) return []
  const rows = await sittings(work)
    .select((eb) => [
      eb
        .selectFrom('committee_items as i')
        .select((inner) => inner.fn.countAll<bigint>().as('items'))
        .whereRef('i.sitting_id', '=', 's.id')
        .as('items'),
      eb
        .selectFrom('committee_items as r')
        .select((inner) => inner.fn.countAll<bigint>().as('recorded'))
        .whereRef('r.sitting_id', '=', 's.id')
        .where('r.outcome', 'is not', null)
        .as('recorded'),
    ])
    .where('s.organisation_id', 'in', [...organisationIds])
    .orderBy('s.held_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, items: Number(row.items), recorded: Number(row.recorded) }))
}

/** Somebody who sits in the committee. */
export interface Member {
  id: string
  name: PersonName
  isPresent: boolean
}

/** Who sits in a sitting, by name; one query. */
export async function membersOf(work: Work, sittingId: string): Promise<Member[]> {
  const rows = await work.read
    .selectFrom('committee_members as k')
    .innerJoin('persons as p', 'p.id', 'k.person_id')
    .select(['p.id', 'p.name', 'k.is_present'])
    .where('k.sitting_id', '=', sittingId)
    .orderBy(nameOrder(work.language))
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, name, is_present: isPresent }) => ({ id, name, isPresent }))
}

/** The roles out of which a committee is made: their holders may read its list. */
export const committeeRoles = ['evaluator', 'coordinator', 'registrar'] as const

/** Who can sit in the committee of an institution today: by its appointments. */
export async function candidatesFor(
  work: Work,
  organisationId: string,
): Promise<{ id: string; name: PersonName }[]> {
  const today = sql<string>`(${work.now}::timestamptz at time zone o.time_zone)::date`
  return work.read
    .selectFrom('persons as p')
    .select(['p.id', 'p.name'])
    .where('p.state', '=', 'active')
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('appointments as a')
        .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
        .select('a.person_id')
        .where('a.organisation_id', '=', organisationId)
        .where('a.role', 'in', [...committeeRoles])
        .where(sql<boolean>`a.starts_on <= ${today} and coalesce(a.ends_on >= ${today}, true)`),
    )
    .orderBy(nameOrder(work.language))
    .orderBy('p.id')
    .execute()
}

/** The verdict on a line as a committee left it. */
export interface MinutedLine {
  code: string
  titles: Titles
  verdict: Verdict
  homeCourseCode: string | null
  homeCredit: string | null
}

/** What stands on the list of a sitting. */
export interface CommitteeItem {
  id: string
  caseId: string
  lineId: string | null
  position: number
  proposal: string
  putBy: PersonName
  outcome: CommitteeOutcome | null
  reason: string
  reasonLanguage: Language | null
  secondReason: Spoken | null
  lines: MinutedLine[] | null
  number: string
  state: CaseState
  personId: string
  student: PersonName
  hostNames: LocalText
  hostCountry: string
  homeNames: LocalText
  programmeNames: LocalText
  recognisedCredit: string | null
}

/**
 * What is on the list of a sitting, in its order: all of it for whoever sits in it, and for others the cases that they
 * may see anyway. One query.
 */
export async function itemsOf(
  work: Work,
  sitting: Pick<SittingRow, 'id' | 'chair_id' | 'secretary_id'>,
  { personId }: { personId: string | null },
): Promise<CommitteeItem[]> {
  const isOfficer = personId === sitting.chair_id || personId === sitting.secretary_id
  const rows = await work.read
    .selectFrom('committee_items as i')
    .innerJoin('recognition_cases', 'recognition_cases.id', 'i.case_id')
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('persons as putter', 'putter.id', 'i.put_by')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'recognition_cases.degree_programme_id')
    .select(['i.id', 'i.case_id', 'i.case_line_id', 'i.position', 'i.proposal', 'i.outcome'])
    .select(['i.reason', 'i.reason_language', 'i.second_reason', 'i.second_reason_language'])
    .select(['i.lines', 'putter.name as putter', 'recognition_cases.number'])
    .select(['recognition_cases.state', 'recognition_cases.person_id', 'p.name as student'])
    .select(['recognition_cases.recognised_credit', 'host.names as host_names', 'host.country'])
    .select(['home.names as home_names', 'd.names as programme_names'])
    .where('i.sitting_id', '=', sitting.id)
    .$if(!isOfficer, (query) =>
      query.where((eb) =>
        eb.or([
          work.scope('recognition.case.list', 'recognition_cases')(eb as never) as never,
          eb.exists(
            eb
              .selectFrom('committee_members as k')
              .select('k.person_id')
              .whereRef('k.sitting_id', '=', 'i.sitting_id')
              .where('k.person_id', '=', personId ?? ''),
          ),
        ]),
      ),
    )
    .orderBy('i.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    lineId: row.case_line_id,
    position: row.position,
    proposal: row.proposal,
    putBy: row.putter,
    outcome: row.outcome,
    reason: row.reason,
    reasonLanguage: row.reason_language,
    secondReason: secondReasonOf(row),
    lines: row.lines as MinutedLine[] | null,
    number: row.number,
    state: row.state,
    personId: row.person_id,
    student: row.student,
    hostNames: row.host_names,
    hostCountry: row.country,
    homeNames: row.home_names,
    programmeNames: row.programme_names,
    recognisedCredit: row.recognised_credit,
  }))
}

/** On which planned sittings a case or a line of it stands, and which sittings are still to come for a choice. */
export async function listsForCase(work: Work, caseId: string, organisationId: string) {
  return work.read
    .selectFrom('committee_sittings as s')
    .leftJoin('committee_items as i', (join) =>
      join.onRef('i.sitting_id', '=', 's.id').on('i.case_id', '=', caseId),
    )
    .select(['s.id', 's.held_on', 's.place', 'i.id as item_id', 'i.case_line_id', 'i.outcome'])
    .where('s.organisation_id', '=', organisationId)
    .where('s.state', '=', 'planned')
    .orderBy('s.held_on')
    .orderBy('s.id')
    .execute()
}

/** The sitting on which a decision of a case rests: the last one that decided it or a line of it; null where none did. */
export async function basisOf(
  work: Work,
  caseId: string,
): Promise<{ sitting: string; heldOn: DateOnly } | null> {
  const row = await work.read
    .selectFrom('committee_items as i')
    .innerJoin('committee_sittings as s', 's.id', 'i.sitting_id')
    .select(['s.id as sitting', 's.held_on as heldOn'])
    .where('i.case_id', '=', caseId)
    .where('i.outcome', 'in', ['as-proposed', 'otherwise'])
    .orderBy('i.recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

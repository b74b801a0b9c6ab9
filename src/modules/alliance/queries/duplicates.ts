import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DuplicateReason, findDuplicates } from '#kernel/identity'
import type { DateOnly, LocalText, PersonName } from '#kernel/values'
import type { AppointmentRole } from '../schema.ts'

/** A person who may be known twice, with what tells them apart and what a merge would move. */
export interface PossibleDuplicate {
  id: string
  name: PersonName
  birthDate: DateOnly | null
  registeredAt: Date
  addresses: string[]
  appointments: { role: AppointmentRole; organisation: LocalText | null; startsOn: DateOnly }[]
  enrolments: { studentNumber: string; programme: string; organisation: LocalText }[]
  /** In how many years of alliance programmes the person takes or took part. */
  participations: number
}

/** Two persons who may be one, and why. */
export interface PossiblePair {
  one: PossibleDuplicate
  other: PossibleDuplicate
  reasons: DuplicateReason[]
}

const mostPairs = 200

/** Persons who may be known twice, the likeliest pairs first; the number of queries does not depend on how many. */
export async function possibleDuplicates(work: Work): Promise<PossiblePair[]> {
  if (!work.may('alliance.person.merge', { person_id: null })) return []
  const pairs = await findDuplicates(work, { limit: mostPairs })
  const apart = await toldApart(work)
  const asked = pairs.filter(({ personIds }) => !apart.has(personIds.toSorted().join(' ')))
  const known = await personsBeside(
    work,
    asked.flatMap((pair) => pair.personIds),
  )
  return asked.flatMap(({ personIds: [first, second], reasons }) => {
    const [one, other] = [known.get(first), known.get(second)]
    return one && other ? [{ one, other, reasons }] : []
  })
}

async function toldApart(work: Work): Promise<Set<string>> {
  const rows = await work.read
    .selectFrom('persons_told_apart')
    .select(['one_person_id', 'other_person_id'])
    .execute()
  return new Set(rows.map((row) => `${row.one_person_id} ${row.other_person_id}`))
}

/** Two persons side by side; null where one of them is not there, merged already, or the reader's own. */
export async function pairBeside(
  work: Work,
  ids: readonly [string, string],
): Promise<readonly [PossibleDuplicate, PossibleDuplicate] | null> {
  if (!ids.every((id) => work.may('alliance.person.merge', { person_id: id }))) return null
  const known = await personsBeside(work, ids)
  const [one, other] = [known.get(ids[0]), known.get(ids[1])]
  return one && other && one !== other ? [one, other] : null
}

/** The organisations at which somebody acts, acted, studies or studied. */
export async function organisationsAround(
  work: Work,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await work.read
    .selectFrom('appointments')
    .select('organisation_id')
    .where('person_id', 'in', [...personIds])
    .where('organisation_id', 'is not', null)
    .union(
      work.read
        .selectFrom('enrolments')
        .select('organisation_id')
        .where('person_id', 'in', [...personIds]),
    )
    .execute()
  return rows.flatMap((row) => row.organisation_id ?? []).toSorted()
}

async function personsBeside(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, PossibleDuplicate>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('persons as p')
    .select([
      'p.id',
      'p.name',
      'p.birth_date',
      'p.registered_at',
      sql<string[]>`array(select e.address from person_emails e where e.person_id = p.id
        order by e.is_primary desc, e.address)`.as('addresses'),
      appointmentsOf().as('appointments'),
      enrolmentsOf().as('enrolments'),
      sql<number>`(select count(*)::int from cohort_members c where c.person_id = p.id)`.as(
        'participations',
      ),
    ])
    .where('p.id', 'in', [...new Set(ids)])
    .where('p.state', '=', 'active')
    .execute()
  return new Map(
    rows.map(({ birth_date, registered_at, ...row }) => [
      row.id,
      { ...row, birthDate: birth_date, registeredAt: registered_at },
    ]),
  )
}

function appointmentsOf() {
  return sql<PossibleDuplicate['appointments']>`(select coalesce(jsonb_agg(jsonb_build_object(
      'role', a.role, 'organisation', o.names, 'startsOn', a.starts_on) order by a.starts_on desc, a.id), '[]'::jsonb)
    from appointments a left join organisations o on o.id = a.organisation_id where a.person_id = p.id)`
}

function enrolmentsOf() {
  return sql<PossibleDuplicate['enrolments']>`(select coalesce(jsonb_agg(jsonb_build_object(
      'studentNumber', e.student_number, 'programme', d.code, 'organisation', o.names)
      order by e.starts_on desc, e.id), '[]'::jsonb)
    from enrolments e join degree_programmes d on d.id = e.degree_programme_id
    join organisations o on o.id = e.organisation_id where e.person_id = p.id)`
}

import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { OpenInvitation } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { type DateOnly, localised, type LocalText, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'
import { roleLabel } from '../role-labels.ts'
import { appointmentRoles } from '../schema.ts'
import { appointmentInvitation, welcomeInvitation } from './invitations.ts'

/** A role that a person plays today: by an appointment, or as a student by an enrolment. */
export interface AffiliationRow {
  person: { id: string; name: PersonName }
  role: string
  organisation: { id: string; name: LocalText } | null
}

/**
 * The roles that people play today on their organisation's calendar, of the people named or of everybody at the
 * organisations named: one query. Who may see them, the caller asks.
 */
export async function affiliationsOf(
  work: Work,
  which: { personIds: readonly string[] } | { organisationIds: readonly string[] },
): Promise<AffiliationRow[]> {
  const ids = 'personIds' in which ? which.personIds : which.organisationIds
  if (ids.length === 0) return []
  const column = 'personIds' in which ? 'x.person_id' : 'x.organisation_id'
  const today = sql`(${work.now}::timestamptz at time zone coalesce(o.time_zone, 'UTC'))::date`
  const runs = sql<boolean>`x.starts_on <= ${today} and coalesce(x.ends_on >= ${today}, true)`
  const appointed = work.read
    .selectFrom('appointments as x')
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('organisations as o', 'o.id', 'x.organisation_id')
    .select(['x.person_id', 'p.name', 'o.id as organisation_id', 'o.names', 'x.starts_on'])
    .select(sql<string>`x.role`.as('role'))
    .where(sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
    .where('p.state', '=', 'active')
    .where(runs)
  const enrolled = work.read
    .selectFrom('enrolments as x')
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .leftJoin('organisations as o', 'o.id', 'x.organisation_id')
    .select(['x.person_id', 'p.name', 'o.id as organisation_id', 'o.names', 'x.starts_on'])
    .select(sql<string>`'student'`.as('role'))
    .where(sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
    .where('p.state', '=', 'active')
    .where('x.outcome', 'is', null)
    .where(runs)
  const rows = await appointed.unionAll(enrolled).execute()
  return rows
    .toSorted((a, b) => order(a).localeCompare(order(b)))
    .map((row) => ({
      person: { id: row.person_id, name: row.name },
      role: row.role,
      organisation:
        row.organisation_id === null ? null : { id: row.organisation_id, name: row.names ?? {} },
    }))
}

function order(row: { person_id: string; starts_on: DateOnly; role: string }): string {
  return `${row.person_id} ${row.starts_on} ${row.role}`
}

/** The organisations at which a person is or was enrolled. */
export async function enrolledAt(work: Work, personId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('enrolments')
    .select('organisation_id')
    .distinct()
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.organisation_id)
}

/** Each programme with the organisations that it joins, the leading one first; one query. */
export async function programmePaths(work: Work): Promise<
  {
    id: string
    names: LocalText
    summary: LocalText
    startsOn: DateOnly
    endsOn: DateOnly | null
    organisationIds: string[]
  }[]
> {
  const rows = await work.read
    .selectFrom('alliance_programmes as p')
    .leftJoin('programme_partners as x', 'x.programme_id', 'p.id')
    .select(['p.id', 'p.names', 'p.summary', 'p.starts_on', 'p.ends_on'])
    .select(['p.lead_organisation_id', 'x.organisation_id'])
    .orderBy('p.starts_on')
    .orderBy('p.id')
    .orderBy('x.organisation_id')
    .execute()
  const programmes = Map.groupBy(rows, (row) => row.id)
  return [...programmes.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const partners = group.flatMap((row) => row.organisation_id ?? [])
    return [
      {
        id: first.id,
        names: first.names,
        summary: first.summary,
        startsOn: first.starts_on,
        endsOn: first.ends_on,
        organisationIds: [...new Set([first.lead_organisation_id, ...partners])],
      },
    ]
  })
}

/** What an invitation of an office is to, in the words of its letter; null for an invitation of another kind. */
export function describeInvitation(work: Work, invitation: OpenInvitation): Message | null {
  const { role, organisationId, names } = invitation.payload
  if (invitation.kind === welcomeInvitation) {
    const { text } = localised((names ?? {}) as LocalText, work.language)
    return m('invitation.welcome.text', { organisation: text })
  }
  const known = appointmentRoles.find((each) => each === role)
  if (invitation.kind !== appointmentInvitation || known === undefined) return null
  const key = organisationId === undefined ? 'invitation.alliance' : 'invitation.organisation'
  const organisation = localised((names ?? {}) as LocalText, work.language).text
  return m(`${key}.text`, { role: roleLabel(known), organisation })
}

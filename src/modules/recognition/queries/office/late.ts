import { sql } from 'kysely'
import type { Reader, Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { EscalationRole } from '../../schema-office.ts'
import { usualSettings } from './settings.ts'

/** Something of a case whose day has passed and of which nobody was told. */
export interface LateThing {
  what: 'decision' | 'opinion' | 'posting'
  caseId: string
  referralId: string | null
  number: string
  personId: string
  organisationId: string
  programmeId: string
  dueOn: DateOnly
  country: string
  timeZone: string
  settings: { escalationRole: EscalationRole; escalationDays: number }
}

/** So much is told of at a time; the next round takes the rest. */
const mostAtOnce = 1000

/** What is late on its institution's own day and was not told of yet, the longest late first; one query. */
export async function lateThings(work: Work): Promise<LateThing[]> {
  const today = sql<DateOnly>`(${work.now}::timestamptz at time zone o.time_zone)::date`
  const rows = await work.read
    .with('late', dueThings)
    .selectFrom('late as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .leftJoin('recognition_offices as f', 'f.organisation_id', 'o.id')
    .leftJoin('case_escalations as e', (join) =>
      join
        .onRef('e.case_id', '=', 'l.case_id')
        .onRef('e.what', '=', 'l.what')
        .onRef('e.due_on', '=', 'l.due_on'),
    )
    .select([
      'l.what',
      'l.case_id',
      'l.referral_id',
      'l.due_on',
      'c.number',
      'c.person_id',
      'c.home_organisation_id',
      'c.degree_programme_id',
      'o.country',
      'o.time_zone',
      'f.escalation_role',
      'f.escalation_days',
    ])
    .where('e.case_id', 'is', null)
    .where(sql<boolean>`l.due_on < ${today}`)
    .orderBy('l.due_on')
    .orderBy('l.case_id')
    .limit(mostAtOnce)
    .execute()
  return rows.map((row) => ({
    what: row.what,
    caseId: row.case_id,
    referralId: row.referral_id,
    number: row.number,
    personId: row.person_id,
    organisationId: row.home_organisation_id,
    programmeId: row.degree_programme_id,
    dueOn: row.due_on!,
    country: row.country,
    timeZone: row.time_zone,
    settings: {
      escalationRole: row.escalation_role ?? usualSettings.escalationRole,
      escalationDays: row.escalation_days ?? usualSettings.escalationDays,
    },
  }))
}

/** Everything that has a day: cases to decide, units to answer, credit to enter. */
function dueThings(db: Pick<Reader, 'selectFrom'>) {
  return db
    .selectFrom('recognition_cases as c')
    .select([
      sql<LateThing['what']>`'decision'`.as('what'),
      'c.id as case_id',
      sql<string | null>`null::uuid`.as('referral_id'),
      'c.due_on',
    ])
    .where('c.state', '=', 'open')
    .where('c.paused_since', 'is', null)
    .where('c.due_on', 'is not', null)
    .unionAll(
      db
        .selectFrom('recognition_cases as p')
        .select([
          sql<LateThing['what']>`'posting'`.as('what'),
          'p.id as case_id',
          sql<string | null>`null::uuid`.as('referral_id'),
          'p.posting_due_on as due_on',
        ])
        .where('p.posting_state', '=', 'waiting')
        .where('p.posting_due_on', 'is not', null),
    )
    .unionAll(
      db
        .selectFrom('line_referrals as r')
        .select([
          sql<LateThing['what']>`'opinion'`.as('what'),
          'r.case_id',
          sql<string | null>`r.id`.as('referral_id'),
          sql<DateOnly | null>`r.due_on`.as('due_on'),
        ])
        .where('r.state', '=', 'open'),
    )
}

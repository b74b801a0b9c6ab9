import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type Language, type LocalText, type PersonName } from '#kernel/values'
import type { Answers, CallDefinition } from '../rules/questions.ts'
import type { CallState } from '../rules/timeline.ts'
import type { Outcome } from '../schema.ts'

/** An application with its call; its columns are the facts that the rules look at. */
export interface ApplicationRow {
  [fact: string]: unknown
  id: string
  call_id: string
  organisation_id: string
  person_id: string
  number: number | null
  language: Language
  answers: Answers
  state: 'draft' | 'submitted' | 'withdrawn'
  begun_at: Date
  saved_at: Date
  submitted_at: Date | null
  withdrawn_at: Date | null
  in_grace: boolean
  outcome: Outcome | null
  destination_id: string | null
  reason: string | null
  reason_note: LocalText
  waiting_place: number | null
  decided_at: Date | null
  decision_number: number | null
  told_at: Date | null
  reply: 'accepted' | 'declined' | 'lapsed' | null
  reply_due_at: Date | null
  name: PersonName
  organisation: LocalText
  time_zone: string
  subject_kind: string | null
  subject_id: string | null
  titles: LocalText
  definition: CallDefinition
  call_state: CallState
  opens_at: Date | null
  closes_at: Date | null
  results_at: Date | null
  blind: boolean
  reply_days: number
  decided_by: string | null
  /** When the results of the call were told. */
  results_told_at: Date | null
}

/** One application, or null; `lock` keeps others from changing it until the commit. */
export async function applicationById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ApplicationRow | null> {
  if (!isUuid(id)) return null
  const row = await applicationRows(work)
    .where('call_applications.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of call_applications`))
    .executeTakeFirst()
  return row ?? null
}

/**
 * One application with its call, both locked: for whatever depends on how far the call is. The call comes first, as
 * with whoever decides or tells, so that nobody waits for each other and nothing is read from before the telling.
 */
export async function applicationInCall(work: Work, id: string): Promise<ApplicationRow | null> {
  if (!isUuid(id)) return null
  await work.read
    .selectFrom('calls')
    .select('calls.id')
    .where('calls.id', 'in', (eb) =>
      eb.selectFrom('call_applications as a').select('a.call_id').where('a.id', '=', id),
    )
    .forUpdate()
    .execute()
  return applicationById(work, id, 'lock')
}

/** The applications of a person, the latest first. */
export async function applicationsOf(work: Work, personId: string): Promise<ApplicationRow[]> {
  return applicationRows(work)
    .where('call_applications.person_id', '=', personId)
    .orderBy('call_applications.saved_at', 'desc')
    .orderBy('call_applications.id')
    .execute()
}

/** The application of a person to a call that was not withdrawn, or null. */
export async function applicationTo(
  work: Work,
  callId: string,
  personId: string,
): Promise<ApplicationRow | null> {
  const row = await applicationRows(work)
    .where('call_applications.call_id', '=', callId)
    .where('call_applications.person_id', '=', personId)
    .where('call_applications.state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row ?? null
}

/** What narrows the list of a call's applications. */
export interface ApplicationFilter {
  outcome: Outcome | 'none' | null
  wish: string | null
  q: string
  withdrawn: boolean
}

/** The applications to a call that the actor may see, by their number, with how many there are. */
export async function applicationsTo(
  work: Work,
  callId: string,
  filter: ApplicationFilter,
  slice: { limit: number; offset: number } | null,
): Promise<{ rows: ApplicationRow[]; total: number }> {
  const matches = filtered(callId, filter)
  const rows = await applicationRows(work)
    .where(matches)
    .where(work.scope('calls.application.list', 'call_applications'))
    .orderBy('call_applications.number')
    .$if(slice !== null, (query) => query.limit(slice!.limit).offset(slice!.offset))
    .execute()
  if (slice === null) return { rows, total: rows.length }
  const { total } = await work.read
    .selectFrom('call_applications')
    .innerJoin('persons as p', 'p.id', 'call_applications.person_id')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(matches)
    .where(work.scope('calls.application.list', 'call_applications'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

function filtered(callId: string, { outcome, wish, q, withdrawn }: ApplicationFilter) {
  const like = `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const parts = [
    sql<SqlBool>`call_applications.call_id = ${callId}`,
    sql<SqlBool>`call_applications.state = ${withdrawn ? 'withdrawn' : 'submitted'}`,
    sql<SqlBool>`call_applications.number is not null`,
    ...(outcome === null
      ? []
      : outcome === 'none'
        ? [sql<SqlBool>`call_applications.outcome is null`]
        : [sql<SqlBool>`call_applications.outcome = ${outcome}`]),
    ...(wish === null
      ? []
      : [
          sql<SqlBool>`(call_applications.destination_id = ${wish} or exists (
          select from jsonb_each(call_applications.answers) as given where given.value @> ${JSON.stringify([wish])}::jsonb))`,
        ]),
    ...(q.trim() === ''
      ? []
      : [
          sql<SqlBool>`(p.name->>'romanised' ilike ${like} or p.name->>'native' ilike ${like}
          or call_applications.number::text = ${q.trim()})`,
        ]),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

/** How many applications of a call there are of each outcome, and how many seats of each destination are given. */
export async function outcomeCounts(
  work: Work,
  callId: string,
): Promise<{ outcome: Outcome | null; destination_id: string | null; count: number }[]> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select(['outcome', 'destination_id'])
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('call_id', '=', callId)
    .where('state', '=', 'submitted')
    .where(sql<SqlBool>`coalesce(reply, 'accepted') = 'accepted'`)
    .groupBy(['outcome', 'destination_id'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Who decided what of an application, the latest first. */
export async function decisionsOf(work: Work, applicationId: string) {
  return work.read
    .selectFrom('call_decisions as d')
    .leftJoin('persons as p', 'p.id', 'd.decided_by')
    .select(['d.id', 'd.outcome', 'd.destination_id', 'd.reason', 'd.reason_note', 'd.way'])
    .select(['d.decided_at', 'd.decided_by', 'p.name'])
    .where('d.application_id', '=', applicationId)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
}

/** Who decided last since the call's decisions counted so many, and of how many applications. */
export async function decidedSince(
  work: Work,
  callId: string,
  seen: number,
  applicationIds: readonly string[],
): Promise<{ count: number; name: PersonName | null } | null> {
  const rows = await work.read
    .selectFrom('call_applications as a')
    .leftJoin('persons as p', 'p.id', 'a.decided_by')
    .select('p.name')
    .where('a.call_id', '=', callId)
    .where('a.decision_number', '>', seen)
    .where(sql<SqlBool>`a.id = any(${[...applicationIds]}::uuid[])`)
    .orderBy('a.decision_number', 'desc')
    .execute()
  return rows.length === 0 ? null : { count: rows.length, name: rows[0]?.name ?? null }
}

function applicationRows(work: Work) {
  return work.read
    .selectFrom('call_applications')
    .innerJoin('calls as c', 'c.id', 'call_applications.call_id')
    .innerJoin('organisations as o', 'o.id', 'call_applications.organisation_id')
    .innerJoin('persons as p', 'p.id', 'call_applications.person_id')
    .select([
      'call_applications.id',
      'call_applications.call_id',
      'call_applications.organisation_id',
      'call_applications.person_id',
      'call_applications.number',
      'call_applications.language',
      'call_applications.answers',
      'call_applications.state',
      'call_applications.begun_at',
      'call_applications.saved_at',
      'call_applications.submitted_at',
      'call_applications.withdrawn_at',
      'call_applications.in_grace',
      'call_applications.outcome',
      'call_applications.destination_id',
      'call_applications.reason',
      'call_applications.reason_note',
      'call_applications.waiting_place',
      'call_applications.decided_at',
      'call_applications.decided_by',
      'call_applications.decision_number',
      'call_applications.told_at',
      'call_applications.reply',
      'call_applications.reply_due_at',
    ])
    .select(['p.name', 'o.names as organisation', 'o.time_zone', 'c.titles', 'c.definition'])
    .select(['c.state as call_state', 'c.opens_at', 'c.closes_at', 'c.results_at', 'c.blind'])
    .select(['c.reply_days', 'c.subject_kind', 'c.subject_id'])
    .select('c.told_at as results_told_at')
}

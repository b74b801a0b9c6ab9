import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, instantAt, isCountry, isUuid, parseDate } from '#kernel/values'
import type { PrivacyBreachesTable } from '../breach-schema.ts'
import { fieldGroups } from '../consent-schema.ts'
import { breachClosed, breachDutyDone, breachEntered } from '../entries.ts'
import { m } from '../messages/index.ts'
import { breachById, type BreachRow, dutiesOfBreaches } from '../queries/breaches.ts'
import { type BreachDuty, breachRisks, dutiesOf } from '../rules/breach.ts'
import { isSensitive } from '../rules/sensitive.ts'

/** The kind of task by which administrators learn whom they have to tell of a breach. */
export const breachTask = 'privacy.breach'
const longest = { title: 200, words: 5000, reference: 500 }

/** A breach as somebody typed it. */
export interface TypedBreach {
  organisation: string
  title: string
  words: string
  /** Day and time of day, where the organisation is. */
  knownOn: string
  knownAt: string
  countries: readonly string[]
  groups: readonly string[]
  persons: string
  risk: string
  measures: string
  node: string
}

/**
 * Enters a breach of personal data, and works out whom the laws of the countries ask to be told by when. The first moment is
 * the task's day.
 */
export async function enterBreach(
  work: Work,
  typed: TypedBreach,
): Promise<{ breachId: string } | Refusal> {
  const organisationId = isUuid(typed.organisation) ? typed.organisation : ''
  const mayKeep =
    organisationId !== '' && work.may('privacy.breach.keep', { organisation_id: organisationId })
  const place = mayKeep ? await placeOf(work, organisationId) : null
  const day = parseDate(typed.knownOn)
  const knownAt = day && place ? instantAt(day, typed.knownAt, place.timeZone) : null
  const risk = breachRisks.find((each) => each === typed.risk)
  const groups = fieldGroups.filter((each) => typed.groups.includes(each))
  const countries = [...new Set(typed.countries.filter(isCountry))]
  const faults = faultsOf(work, typed, {
    place: place !== null,
    knownAt,
    risk: risk !== undefined,
    groups: groups.length,
    countries: countries.length,
  })
  const [first] = Object.values(faults)
  if (first || !knownAt || !risk || !place) {
    return refuse(422, first ?? m('refusal.place-missing'), faults)
  }
  const persons = typed.persons === '' ? null : Number(typed.persons)
  const on = dateInZone(knownAt, place.timeZone)
  const duties = dutiesOf(
    {
      countries,
      risk,
      persons,
      isSensitive: groups.some((group) => countries.some((each) => isSensitive(group, each, on))),
    },
    knownAt,
  )
  const breachId = await keepBreach(
    work,
    {
      organisation_id: organisationId,
      origin: typed.node,
      title: typed.title,
      words: typed.words,
      known_at: knownAt,
      countries,
      field_groups: groups,
      person_count: persons,
      risk,
      measures: typed.measures,
    },
    duties,
  )
  await openTask(work, {
    kind: breachTask,
    assignee: { role: 'administrator', organisationId },
    object: { kind: 'privacy-breach', id: breachId },
    subject: m('task.breach', { title: typed.title }),
    href: `/privacy/breaches/${breachId}`,
    dueOn: dateInZone(duties[0]?.dueAt ?? knownAt, place.timeZone),
    closesWithAct: true,
  })
  return { breachId }
}

type NewBreach = Pick<
  PrivacyBreachesTable,
  | 'organisation_id'
  | 'origin'
  | 'title'
  | 'words'
  | 'known_at'
  | 'countries'
  | 'field_groups'
  | 'person_count'
  | 'risk'
  | 'measures'
>

async function keepBreach(
  work: Work,
  row: NewBreach,
  duties: readonly BreachDuty[],
): Promise<string> {
  const id = randomUUIDv7()
  const { risk, person_count: persons, countries } = row
  const entry = breachEntered({
    object: { kind: 'privacy-breach', id },
    organisationIds: [row.organisation_id],
    data: { risk, persons, countries, duties: duties.length },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('privacy_breaches')
      .values({
        ...row,
        id,
        entered_by: personOf(work.actor),
        entered_at: work.now,
        closed_at: null,
        closed_by: null,
      })
      .execute()
    if (duties.length === 0) return
    await tx
      .insertInto('privacy_breach_duties')
      .values(
        duties.map(({ law, addressee, article, hours, dueAt }) => ({
          breach_id: id,
          law,
          addressee,
          article,
          hours,
          due_at: dueAt,
          done_at: null,
          done_by: null,
        })),
      )
      .execute()
  })
  return id
}

async function placeOf(work: Work, organisationId: string): Promise<{ timeZone: string } | null> {
  const row = await work.read
    .selectFrom('organisations')
    .select('time_zone as timeZone')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row ?? null
}

function faultsOf(
  work: Work,
  typed: TypedBreach,
  found: {
    place: boolean
    knownAt: Date | null
    risk: boolean
    groups: number
    countries: number
  },
): Record<string, Message> {
  const isCounted = typed.persons === '' || /^\d{1,8}$/.test(typed.persons)
  return {
    ...(found.place ? {} : { organisation: m('refusal.place-missing') }),
    ...(typed.title === '' || typed.title.length > longest.title
      ? { title: m('refusal.breach-title') }
      : {}),
    ...(typed.words === '' || typed.words.length > longest.words
      ? { words: m('refusal.breach-words') }
      : {}),
    ...(found.knownAt === null || found.knownAt > work.now
      ? { knownOn: m('refusal.breach-known') }
      : {}),
    ...(found.countries === 0 ? { countries: m('refusal.breach-countries') } : {}),
    ...(found.groups === 0 ? { groups: m('refusal.breach-groups') } : {}),
    ...(isCounted ? {} : { persons: m('refusal.breach-persons') }),
    ...(found.risk ? {} : { risk: m('refusal.breach-risk') }),
    ...(typed.measures.length > longest.words ? { measures: m('refusal.breach-words') } : {}),
  }
}

/** Takes down that somebody whom a law asks for was told, and under which number or how. Once for each. */
export async function fulfilDuty(
  work: Work,
  input: { breachId: string; law: string; addressee: string; reference: string },
): Promise<true | Refusal> {
  const breach = await keptBreach(work, input.breachId)
  if ('refusal' in breach) return breach
  const reference = input.reference.trim()
  if (reference === '' || reference.length > longest.reference) {
    return refuse(422, m('refusal.breach-reference'), { reference: m('refusal.breach-reference') })
  }
  const done = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('privacy_breach_duties')
      .set({ done_at: work.now, done_by: personOf(work.actor), reference })
      .where('breach_id', '=', breach.row.id)
      .where('law', '=', input.law)
      .where('addressee', '=', input.addressee as 'authority')
      .where('done_at', 'is', null)
      .returning('law')
      .executeTakeFirst(),
  )
  if (!done) return refuse(409, m('refusal.breach-told'))
  const entry = breachDutyDone({
    ...about(breach.row),
    data: { law: input.law, addressee: input.addressee },
  })
  await work.write(entry, async () => undefined)
  return true
}

/** Closes a breach with what came of it; not before all were told whom a law asks for. */
export async function closeBreach(
  work: Work,
  input: { breachId: string; outcome: string },
): Promise<true | Refusal> {
  const breach = await keptBreach(work, input.breachId)
  if ('refusal' in breach) return breach
  const outcome = input.outcome.trim()
  if (outcome === '' || outcome.length > longest.words) {
    return refuse(422, m('refusal.breach-outcome'), { outcome: m('refusal.breach-outcome') })
  }
  const duties = await dutiesOfBreaches(work, [breach.row.id])
  const open = duties.filter(({ done_at: done }) => done === null).length
  if (open > 0) return refuse(409, m('refusal.breach-open', { count: open }))
  await work.write(breachClosed({ ...about(breach.row), data: {} }), (tx) =>
    tx
      .updateTable('privacy_breaches')
      .set({ closed_at: work.now, closed_by: personOf(work.actor), outcome })
      .where('id', '=', breach.row.id)
      .execute(),
  )
  await completeTasksOf(work, {
    object: { kind: 'privacy-breach', id: breach.row.id },
    kinds: [breachTask],
  })
  return true
}

async function keptBreach(work: Work, id: string): Promise<{ row: BreachRow } | Refusal> {
  const row = await breachById(work, id, 'lock')
  if (!row || !work.may('privacy.breach.keep', row)) return refuse(404, m('refusal.consent-none'))
  return row.closed_at === null ? { row } : refuse(409, m('refusal.breach-closed'))
}

function about({ id, organisation_id: organisationId }: BreachRow) {
  return { object: { kind: 'privacy-breach', id }, organisationIds: [organisationId] }
}

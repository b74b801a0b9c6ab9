import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { type DateOnly, daysBetween, type LocalText } from '#kernel/values'
import { type ImportSource, readImport, termsOf } from '#modules/alliance'
import { stayImported, stayTakenBack, stayWidened } from '../entries.ts'
import {
  pastColumns,
  type PastProblem,
  type PastRow,
  pastStaysInRows,
} from '../formats/past-rows.ts'
import { m } from '../messages/index.ts'
import { institutions, type Student, studentsNamed } from '../queries/choices.ts'
import { staysOfList } from '../queries/past-lists.ts'
import { overlapping } from '../queries/stays.ts'
import { eqfLevel, yearAndTerm } from '../rules/calendar.ts'
import { seatStates } from '../rules/states.ts'
import { aboutStay, clashRefusal, lockPerson, newsOf } from './at-work.ts'
import { longestDays } from './nominate.ts'

/** What comes of a row: a stay of its own, part of one that another row of the list made, or nothing as it is known. */
export type PastOutcome = 'new' | 'merged' | 'known'

/** A list of past exchanges as it was understood, with what comes of each row. */
export interface PastList {
  rows: (PastRow & { found: Student; becomes: PastOutcome })[]
  problems: PastProblem[]
  ignored: string[]
  text: string
}

type Found = Awaited<ReturnType<typeof studentsNamed>>[number]

interface Importing {
  node: string
  today: DateOnly
}

/**
 * Brings in exchanges that are over, each row as if alone. Nobody is written to, no place is used and nothing is left to
 * do. A row that shares days with a stay of the student at the same host is no second stay: one of the same list is made
 * as long as both, one that is known already stays as it is. Run and undone, it is the preview of itself.
 */
export async function pastList(
  work: Work,
  source: ImportSource,
  importing: Importing,
): Promise<PastList | Refusal> {
  const needed = ['student', 'receiving', 'startsOn', 'endsOn'] as const
  const table = await readImport(source, pastColumns, needed, new Map(), (column) =>
    m(`column.${column}`),
  )
  if (isRefused(table)) return table
  const known = await institutions(work)
  const { stays, problems } = pastStaysInRows(table.rows, known, importing.today)
  const own = known.filter(({ isOwn }) => isOwn).map(({ id }) => id)
  const students = await studentsNamed(
    work,
    own,
    stays.map(({ student }) => student),
  )
  const terms = new Map<string, Awaited<ReturnType<typeof termsOf>>>()
  for (const id of new Set([...own, ...stays.map((stay) => stay.receivingOrganisationId)])) {
    terms.set(id, await termsOf(work, id))
  }
  const rows: PastList['rows'] = []
  const bringing = { ...importing, terms, made: new Set<string>() }
  for (const row of stays) {
    const found = enrolmentThen(students, row)
    if (!found) {
      problems.push({ row: row.row, column: 'student', message: m('past.unknown-student') })
      continue
    }
    const done = await work.savepoint((inner) => bringIn(inner, row, found, bringing))
    if (isRefused(done)) {
      const column = 'receiving' in done.fields ? ('receiving' as const) : ('startsOn' as const)
      problems.push({ row: row.row, column, message: done.message })
    } else rows.push({ ...row, found, becomes: done.becomes })
  }
  problems.sort((a, b) => a.row - b.row)
  return { rows, problems, ignored: table.ignored, text: table.text }
}

/** Who is meant, by the enrolment that ran when the stay began; one that has ended since too. */
function enrolmentThen(students: readonly Found[], row: PastRow): Found | undefined {
  const typed = row.student.toLowerCase()
  const own = students.filter(
    ({ studentNumber, address }) =>
      studentNumber.toLowerCase() === typed || address?.toLowerCase() === typed,
  )
  return (
    own.find(
      ({ startsOn, endsOn }) =>
        startsOn <= row.startsOn && (endsOn === null || endsOn >= row.startsOn),
    ) ?? own[0]
  )
}

type Bringing = Importing & {
  terms: ReadonlyMap<string, Awaited<ReturnType<typeof termsOf>>>
  /** The stays that this list has made so far. */
  made: Set<string>
}

async function bringIn(
  work: Work,
  row: PastRow,
  student: Found,
  bringing: Bringing,
): Promise<{ becomes: PastOutcome } | Refusal> {
  if (!work.may('mobility.nomination.make', student)) {
    return refuse(422, m('refusal.student'), { student: m('refusal.student') })
  }
  if (row.endsOn < row.startsOn) {
    return refuse(422, m('refusal.dates'), { startsOn: m('refusal.dates') })
  }
  if (daysBetween(row.startsOn, row.endsOn) > longestDays) {
    return refuse(422, m('refusal.too-long'), { startsOn: m('refusal.too-long') })
  }
  if (row.receivingOrganisationId === student.sending_organisation_id) {
    return refuse(422, m('refusal.partner'), { receiving: m('refusal.partner') })
  }
  await lockPerson(work, student.person_id)
  const same = await sameStay(work, student.person_id, row)
  if (same && !bringing.made.has(same.id)) return { becomes: 'known' }
  const days = {
    startsOn: same && same.startsOn < row.startsOn ? same.startsOn : row.startsOn,
    endsOn: same && same.endsOn > row.endsOn ? same.endsOn : row.endsOn,
  }
  const clash = await overlapping(work, {
    ...days,
    personId: student.person_id,
    except: same?.id ?? null,
  })
  if (clash) return clashRefusal(work, clash, 'startsOn')
  if (same) {
    await widen(work, same, { ...days, recognisedOn: row.recognisedOn })
    return { becomes: 'merged' }
  }
  bringing.made.add(await insert(work, row, student, bringing))
  return { becomes: 'new' }
}

interface Same {
  id: string
  person_id: string
  sending_organisation_id: string
  receiving_organisation_id: string
  kind: PastRow['kind']
  startsOn: DateOnly
  endsOn: DateOnly
  recognisedOn: DateOnly | null
  receiving: LocalText
}

/** The stay of a student at one host that shares days with a row. */
async function sameStay(work: Work, personId: string, row: PastRow): Promise<Same | undefined> {
  return work.read
    .selectFrom('mobilities as x')
    .innerJoin('organisations as r', 'r.id', 'x.receiving_organisation_id')
    .select(['x.id', 'x.person_id', 'x.sending_organisation_id', 'x.receiving_organisation_id'])
    .select(['x.kind', 'x.starts_on as startsOn'])
    .select(['x.recognised_on as recognisedOn', 'r.names as receiving'])
    .select(sql<DateOnly>`coalesce(x.departed_on, x.ends_on)`.as('endsOn'))
    .where('x.person_id', '=', personId)
    .where('x.receiving_organisation_id', '=', row.receivingOrganisationId)
    .where('x.state', 'in', [...seatStates])
    .where('x.starts_on', '<=', row.endsOn)
    .where(sql<boolean>`coalesce(x.departed_on, x.ends_on) >= ${row.startsOn}`)
    .orderBy('x.starts_on')
    .executeTakeFirst()
}

async function widen(
  work: Work,
  same: Same,
  days: { startsOn: DateOnly; endsOn: DateOnly; recognisedOn: DateOnly | null },
): Promise<void> {
  const recognised = days.recognisedOn ?? same.recognisedOn
  await work.write(stayWidened({ ...aboutStay(same), data: newsOf(same) }), (tx) =>
    tx
      .updateTable('mobilities')
      .set({
        starts_on: days.startsOn,
        arrived_on: days.startsOn,
        ends_on: days.endsOn,
        departed_on: days.endsOn,
        recognised_on: recognised,
        state: recognised === null ? 'returned' : 'recognised',
      })
      .where('id', '=', same.id)
      .execute(),
  )
}

async function insert(
  work: Work,
  row: PastRow,
  student: Found,
  { node, terms }: Bringing,
): Promise<string> {
  const sending = yearAndTerm(terms.get(student.sending_organisation_id) ?? [], row)
  const receiving = yearAndTerm(terms.get(row.receivingOrganisationId) ?? [], row)
  const values = {
    id: randomUUIDv7(),
    origin: node,
    person_id: student.person_id,
    enrolment_id: student.enrolmentId,
    degree_programme_id: student.degree_programme_id,
    sending_organisation_id: student.sending_organisation_id,
    receiving_organisation_id: row.receivingOrganisationId,
    programme_year_id: null,
    kind: row.kind,
    sending_year: sending.year,
    sending_term: sending.term,
    receiving_year: receiving.year,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    field: /^\d{4}$/.test(student.iscedF ?? '') ? student.iscedF! : '9999',
    level: eqfLevel(student.level),
    agreement_id: null,
    condition_key: null,
    seat_is_shared: false,
    state: row.recognisedOn === null ? ('returned' as const) : ('recognised' as const),
    proposal_id: randomUUIDv7(),
    remark: row.remark,
    arrived_on: row.startsOn,
    departed_on: row.endsOn,
    ended_how: 'completed' as const,
    recognised_on: row.recognisedOn,
    next_step: null,
    next_due_on: null,
    imported_at: work.now,
    imported_by: personOf(work.actor),
    created_at: work.now,
    changed_at: work.now,
  }
  const data = { ...newsOf(values), year: sending.year }
  await work.write(stayImported({ ...aboutStay(values), data }), (tx) =>
    tx.insertInto('mobilities').values(values).execute(),
  )
  return values.id
}

/** Takes back what a list brought in: all of it, or nothing where somebody has worked on one since. */
export async function takeBackPast(
  work: Work,
  key: string,
): Promise<{ removed: number } | Refusal> {
  if (!isPastListKey(key)) return refuse(422, m('past.no-list'))
  const stays = await staysOfList(work, key)
  if (stays.length === 0) return refuse(404, m('past.no-list'))
  const touched = stays.filter(({ isTouched }) => isTouched).length
  if (touched > 0) return refuse(409, m('past.worked-on', { count: touched }))
  const entries = stays.map((stay) => stayTakenBack({ ...aboutStay(stay), data: newsOf(stay) }))
  const ids = stays.map(({ id }) => id)
  await work.write(entries, (tx) => tx.deleteFrom('mobilities').where('id', 'in', ids).execute())
  return { removed: ids.length }
}

/** How a list of past exchanges is named: by its moment (RFC 3339, UTC, microseconds), one that there is. */
function isPastListKey(key: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key)) return false
  const moment = new Date(key)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === key.slice(0, 19)
}

/** Brings a list of past exchanges in for good; faulty rows stop it unless they are to be left out. */
export async function importPast(
  work: Work,
  input: Importing & { text: string; leaveOutFaulty: boolean },
): Promise<{ stays: number } | Refusal> {
  const list = await pastList(work, { text: input.text }, input)
  if (isRefused(list)) return list
  if (list.problems.length > 0 && !input.leaveOutFaulty) return refuse(422, m('bulk.has-faulty'))
  return { stays: list.rows.filter(({ becomes }) => becomes === 'new').length }
}

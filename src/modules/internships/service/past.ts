import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type DateOnly, isUuid, type PersonName } from '#kernel/values'
import {
  foldHeading,
  type ImportSource,
  leftOutOf,
  type NamedStudent,
  newPreview,
  readImport,
  type RowProblem,
  studentsNamed,
} from '#modules/alliance'
import { pastBroughtIn, pastListBroughtIn, pastListTakenBack, pastTakenBack } from '../entries.ts'
import { neededPastColumns, pastColumns, pastInRows, type PastRow } from '../formats/past-rows.ts'
import { m } from '../messages/index.ts'
import { placesFor, type Standing, standingOf } from '../queries/past.ts'
import { type PastFact, pastFacts } from '../schema-past.ts'

/** What comes of a row: an internship of its own, part of one that another row or list told of, or nothing as all is known. */
export type PastOutcome = 'new' | 'joined' | 'completed' | 'known'

/** A row with whom it means and what comes of it. */
export interface PlannedRow extends PastRow {
  personId: string
  name: PersonName
  organisationId: string
  becomes: PastOutcome
}

/** A new internship, as the rows of the list together tell it. */
type Made = Omit<PlannedRow, 'row' | 'student' | 'schoolId' | 'becomes' | 'name'> & { id: string }

/** A list of past internships as it was understood, with what would be written. */
export interface PastPlan {
  rows: PlannedRow[]
  made: Made[]
  completed: { id: string; organisationId: string; facts: Said }[]
  problems: RowProblem[]
  ignored: string[]
  text: string
  written: ReadonlyMap<number, string>
}

type Said = Partial<Pick<PastRow, PastFact>>

/** Reads a list of past internships and says what comes of each row; nothing is written. */
export async function planPast(
  work: Work,
  source: ImportSource,
  today: DateOnly,
): Promise<PastPlan | Refusal> {
  const table = await readImport(source, pastColumns, neededPastColumns, new Map(), (column) =>
    m(`past-column.${column}`),
  )
  if (isRefused(table)) return table
  const hosts = table.rows.map(({ values }) => values.host ?? '')
  const { places, schools } = await placesFor(work, hosts)
  const { read, problems } = pastInRows(table.rows, { places, schools, today })
  const plan: PastPlan = {
    ...newPreview<never>(table),
    problems: [...problems],
    rows: [],
    made: [],
    completed: [],
  }
  const students = await studentsNamed(
    work,
    schools.map(({ id }) => id),
    read.map(({ student }) => student),
  )
  const standing = await standingOf(
    work,
    students.map(({ personId }) => personId),
  )
  for (const row of read) {
    const found = whoIs(students, row)
    if ('problem' in found) {
      plan.problems.push({ row: row.row, column: 'student', message: found.problem })
    } else if (work.may('internships.past.bring', factsOf(found))) {
      take(plan, { ...row, ...found }, standing)
    } else {
      plan.problems.push({ row: row.row, column: 'student', message: m('past.own') })
    }
  }
  plan.problems.sort((a, b) => a.row - b.row)
  return plan
}

const factsOf = ({ organisationId, personId }: { organisationId: string; personId: string }) => ({
  organisation_id: organisationId,
  person_id: personId,
})

/** Whom a row means, and at which school: by the enrolment that ran when the internship began. */
function whoIs(
  students: readonly NamedStudent[],
  row: PastRow,
):
  | { personId: string; name: PersonName; organisationId: string }
  | { problem: ReturnType<typeof m> } {
  const own = students.flatMap((student) => {
    const isNamed =
      student.addresses.includes(row.student) ||
      student.numbers.some((each) => each.toLowerCase() === row.student)
    const there = student.enrolments.filter(
      ({ organisationId }) => row.schoolId === null || organisationId === row.schoolId,
    )
    return isNamed && there.length > 0 ? [{ ...student, enrolments: there }] : []
  })
  const [one, another] = own
  if (!one) return { problem: m('past.unknown-student') }
  if (another) return { problem: m('past.two-students') }
  const ran = one.enrolments.find(
    ({ startsOn, endsOn }) =>
      startsOn <= row.startsOn && (endsOn === null || endsOn >= row.startsOn),
  )
  const { organisationId } = ran ?? one.enrolments[0]!
  return { personId: one.personId, name: one.name, organisationId }
}

type Meant = PastRow & { personId: string; name: PersonName; organisationId: string }

/** A row that shares days with what is known of the student at the same host is no second internship. */
function take(plan: PastPlan, row: Meant, standing: readonly Standing[]): void {
  const inList = plan.made.find((each) => isSame(each, row))
  if (inList) {
    join(inList, row)
    plan.rows.push({ ...row, becomes: 'joined' })
    return
  }
  const known = standing.find((each) => isSame(each, row))
  if (known) {
    // What another school brought in is that school's to complete, and what runs through the house says itself.
    const isOwn = known.organisationId === row.organisationId
    const facts = isOwn ? missingIn(plan, known, row) : {}
    const becomes = Object.keys(facts).length > 0 ? 'completed' : 'known'
    if (becomes === 'completed') complete(plan, { ...row, id: known.id }, facts)
    plan.rows.push({ ...row, becomes })
    return
  }
  const { row: _row, student: _student, schoolId: _school, name: _name, ...facts } = row
  plan.made.push({ ...facts, id: randomUUIDv7() })
  plan.rows.push({ ...row, becomes: 'new' })
}

interface Days {
  personId: string
  host: string
  hostOrganisationId: string | null
  startsOn: DateOnly
  endsOn: DateOnly
}

function isSame(one: Days, other: Days): boolean {
  if (one.personId !== other.personId) return false
  if (one.startsOn > other.endsOn || one.endsOn < other.startsOn) return false
  return (
    foldHeading(one.host) === foldHeading(other.host) ||
    (one.hostOrganisationId !== null && one.hostOrganisationId === other.hostOrganisationId)
  )
}

/** Two rows of one list are as long as both, and say what either says; what they both say is as the first says it. */
function join(made: Made, row: Meant): void {
  if (row.startsOn < made.startsOn) made.startsOn = row.startsOn
  if (row.endsOn > made.endsOn) made.endsOn = row.endsOn
  for (const fact of pastFacts) if (made[fact] === null) Object.assign(made, { [fact]: row[fact] })
}

/** What a row says of an internship of an earlier list of which nothing was said yet. */
function missingIn(plan: PastPlan, known: Standing, row: Meant): Said {
  const already = plan.completed.find(({ id }) => id === known.id)?.facts ?? {}
  return Object.fromEntries(
    pastFacts
      .filter((fact) => known.facts[fact] === null && row[fact] !== null && !(fact in already))
      .map((fact) => [fact, row[fact]]),
  )
}

function complete(
  plan: PastPlan,
  { id, organisationId }: { id: string; organisationId: string },
  facts: Said,
): void {
  const before = plan.completed.find((each) => each.id === id)
  if (before) Object.assign(before.facts, facts)
  else plan.completed.push({ id, organisationId, facts: { ...facts } })
}

/** Brings a list of past internships in, one import for each school of which it tells; faulty rows stop it unless they are to be left out. */
export async function bringInPast(
  work: Work,
  given: { text: string; leaveOutFaulty: boolean; today: DateOnly; node: string },
): Promise<{ added: number; completed: number } | Refusal> {
  const first = await planPast(work, { text: given.text }, given.today)
  if (isRefused(first)) return first
  await lockSchools(work, first)
  // Of two lists that are brought in at once, the second sees what the first did.
  const plan = await planPast(work, { text: given.text }, given.today)
  if (isRefused(plan)) return plan
  const leftOut = leftOutOf({ ...plan, already: [], elsewhere: [] }, given)
  if (isRefused(leftOut)) return leftOut
  for (const organisationId of schoolsOf(plan)) await write(work, organisationId, plan, given.node)
  return { added: plan.made.length, completed: plan.completed.length }
}

const schoolsOf = ({ made, completed }: PastPlan) => [
  ...new Set([...made, ...completed].map(({ organisationId }) => organisationId)),
]

async function lockSchools(work: Work, plan: PastPlan): Promise<void> {
  const ids = schoolsOf(plan)
  if (ids.length === 0) return
  await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function write(
  work: Work,
  organisationId: string,
  plan: PastPlan,
  node: string,
): Promise<void> {
  const importId = randomUUIDv7()
  const ofSchool = (each: { organisationId: string }) => each.organisationId === organisationId
  const [made, completed] = [plan.made.filter(ofSchool), plan.completed.filter(ofSchool)]
  const entries = [
    pastListBroughtIn({
      object: { kind: importKind, id: importId },
      organisationIds: [organisationId],
      data: { added: made.length, completed: completed.length },
    }),
    ...made.map(({ id, personId }) =>
      pastBroughtIn({
        object: { kind: placementKind, id },
        organisationIds: [organisationId],
        personId,
        data: { importId },
      }),
    ),
  ]
  await work.write(entries, async (tx) => {
    await tx
      .insertInto('internship_past_imports')
      .values({
        id: importId,
        origin: node,
        organisation_id: organisationId,
        imported_at: work.now,
        completed: JSON.stringify(
          completed.map(({ id, facts }) => ({ id, facts: Object.keys(facts) })),
        ),
        undone_at: null,
      })
      .execute()
    if (made.length > 0) {
      await tx
        .insertInto('internship_past_placements')
        .values(made.map((each) => ({ ...columnsOf(each), origin: node, import_id: importId })))
        .execute()
    }
    for (const { id, facts } of completed) {
      await tx.updateTable('internship_past_placements').set(facts).where('id', '=', id).execute()
    }
  })
}

const importKind = 'internship-past-import'
const placementKind = 'internship-past-placement'

function columnsOf({
  organisationId,
  personId,
  hostOrganisationId,
  startsOn,
  endsOn,
  ...said
}: Made) {
  return {
    ...said,
    organisation_id: organisationId,
    person_id: personId,
    host_organisation_id: hostOrganisationId,
    starts_on: startsOn,
    ends_on: endsOn,
  }
}

/**
 * Takes a list back: what it added is gone, and what it completed is empty again. Refuses where a later list completed
 * what it added: that one is taken back first.
 */
export async function takeBackPast(
  work: Work,
  importId: string,
): Promise<{ removed: number } | Refusal> {
  if (!isUuid(importId)) return refuse(422, m('refusal.no-past-list'))
  const row = await work.read
    .selectFrom('internship_past_imports')
    .select(['id', 'organisation_id', 'completed', 'undone_at'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.undone_at !== null || !work.may('internships.past.manage', row)) {
    return refuse(404, m('refusal.no-past-list'))
  }
  const rows = await work.read
    .selectFrom('internship_past_placements')
    .select(['id', 'person_id'])
    .where('import_id', '=', importId)
    .execute()
  if (await isCompletedByAnother(work, row, new Set(rows.map(({ id }) => id)))) {
    return refuse(409, m('refusal.past-completed'))
  }
  const about = { organisationIds: [row.organisation_id], data: { importId } }
  const entries = [
    pastListTakenBack({ ...about, object: { kind: importKind, id: importId } }),
    ...rows.map(({ id, person_id: personId }) =>
      pastTakenBack({ ...about, object: { kind: placementKind, id }, personId }),
    ),
  ]
  await work.write(entries, async (tx) => {
    for (const { id, facts } of row.completed) {
      await tx
        .updateTable('internship_past_placements')
        .set(Object.fromEntries(facts.map((fact) => [fact, null])))
        .where('id', '=', id)
        .execute()
    }
    await tx.deleteFrom('internship_past_placements').where('import_id', '=', importId).execute()
    await tx
      .updateTable('internship_past_imports')
      .set({ undone_at: work.now })
      .where('id', '=', importId)
      .execute()
  })
  return { removed: rows.length }
}

async function isCompletedByAnother(
  work: Work,
  { id, organisation_id }: { id: string; organisation_id: string },
  made: ReadonlySet<string>,
): Promise<boolean> {
  const later = await work.read
    .selectFrom('internship_past_imports')
    .select('completed')
    .where('organisation_id', '=', organisation_id)
    .where('id', '<>', id)
    .where('undone_at', 'is', null)
    .execute()
  return later.some(({ completed }) => completed.some((each) => made.has(each.id)))
}

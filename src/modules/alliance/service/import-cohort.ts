import { isRefused, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from '#kernel/identity'
import { wordsOf } from '#kernel/messages'
import {
  formatYear,
  Fraction,
  normaliseDigits,
  parseDate,
  parseYear,
  type Country,
  type DateOnly,
  type Language,
  type PersonName,
} from '#kernel/values'
import { cohortColumns, cohortStateWords, type CohortColumn } from '../import-columns.ts'
import {
  foldHeading,
  readImport,
  type ImportSource,
  type ImportTable,
  leftOutOf,
  newPreview,
  type Preview,
} from '../import-table.ts'
import { m } from '../messages/index.ts'
import { cohortStates, type CohortState, type ProgrammeStep } from '../schema.ts'
import type { RegisteringSettings } from '../settings.ts'
import {
  joinCohort,
  recordCredit,
  recordSteps,
  setCohortStates,
  type ReachedStep,
} from './cohorts.ts'
import { nameOf, personsByAddress, registerFromRow } from './imported-people.ts'
import { absent } from './refusals.ts'

/** What a row of a past year's list comes to. */
export interface CohortRow {
  row: number
  personId: string | null
  name: PersonName | null
  email: string | undefined
  enrolmentId: string | null
  organisationId: string
  state: CohortState
  joinedOn: DateOnly
  steps: ReachedStep[]
  credit: Fraction | null
}

/** Reads the list of a year: its participants, and in a column for each step when it was reached. */
export async function previewCohort(
  work: Work,
  programmeYearId: string,
  source: ImportSource,
): Promise<Preview<CohortRow> | Refusal> {
  const year = await yearOf(work, programmeYearId)
  if (!year || !work.may('alliance.cohort.change', { id: year.programme_id })) return absent()
  const headings = stepHeadings(year.steps)
  const table = await readImport(source, cohortColumns, ['organisation'], headings)
  if (isRefused(table)) return table
  const known = await knownThings(work, { id: programmeYearId, ...year }, table)
  const preview = newPreview<CohortRow>(table)
  const seen = new Map<string, number>()
  for (const row of table.rows) readParticipant(row, known, seen, preview)
  return preview
}

/** Takes a list's participants into the cohort with what they have reached, all of them or none. */
export async function importCohort(
  work: Work,
  settings: RegisteringSettings,
  programmeYearId: string,
  given: { text: string; leaveOutFaulty: boolean; personIds?: readonly string[] },
): Promise<{ joined: number; registered: number; leftOut: number } | Refusal> {
  const preview = await previewCohort(work, programmeYearId, { text: given.text })
  if (isRefused(preview)) return preview
  const leftOut = leftOutOf(preview, given)
  if (isRefused(leftOut)) return leftOut
  const places = await placesOf(work)
  let registered = 0
  for (const [index, row] of preview.rows.entries()) {
    let personId = row.personId
    if (personId === null) {
      const id = given.personIds?.[index]
      const person = { name: row.name!, email: row.email, ...(id === undefined ? {} : { id }) }
      const made = await registerFromRow(work, settings, person, places.get(row.organisationId)!)
      if (isRefused(made)) return made
      personId = made
      registered += 1
    }
    const done = await takeIn(work, programmeYearId, row, personId)
    if (isRefused(done)) return done
  }
  return { joined: preview.rows.length, registered, leftOut }
}

/** Takes one row's participant into a year, with what they have reached. */
export async function takeIn(
  work: Work,
  programmeYearId: string,
  row: CohortRow,
  personId: string,
): Promise<{ id: string } | Refusal> {
  const joined = await joinCohort(
    work,
    programmeYearId,
    {
      personId,
      organisationId: row.organisationId,
      joinedOn: row.joinedOn,
      ...(row.enrolmentId === null ? {} : { enrolmentId: row.enrolmentId }),
    },
    true,
  )
  if (isRefused(joined)) return joined
  if (row.steps.length > 0) {
    const recorded = await recordSteps(work, joined.id, row.steps)
    if (isRefused(recorded)) return recorded
  }
  if (row.credit !== null) {
    const recorded = await recordCredit(work, joined.id, row.credit)
    if (isRefused(recorded)) return recorded
  }
  if (row.state !== 'active') {
    const changed = await setCohortStates(work, programmeYearId, [joined.id], row.state)
    if (isRefused(changed)) return changed
  }
  return joined
}

/** What a list of a year is read against. */
export interface KnownOfYear {
  /** The reader's, in whose era years are told. */
  language: Language
  year: number
  startsOn: DateOnly
  organisations: Map<string, string>
  people: Map<string, string>
  enrolments: Map<string, { id: string; personId: string }>
  members: Set<string>
}

/** What the rows of a list name: organisations, people, students; of a year that stands, who takes part already. */
export async function knownThings(
  work: Work,
  programmeYear: { id: string | null; year: number; starts_on: DateOnly },
  table: ImportTable<CohortColumn>,
): Promise<KnownOfYear> {
  const organisations = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'acronym', 'ror'])
    .execute()
  const numbers = table.rows.flatMap(({ values }) => values.studentNumber ?? [])
  const enrolments =
    numbers.length === 0
      ? []
      : await work.read
          .selectFrom('enrolments')
          .select(['id', 'organisation_id', 'student_number', 'person_id'])
          .where('student_number', 'in', [...new Set(numbers)])
          .execute()
  const members = programmeYear.id === null ? [] : await membersOf(work, programmeYear.id)
  return {
    language: work.language,
    year: programmeYear.year,
    startsOn: programmeYear.starts_on,
    organisations: new Map(
      organisations.flatMap((each) =>
        [...Object.values(each.names), each.acronym, each.ror]
          .filter((name) => name !== null && name !== undefined)
          .map((name) => [foldHeading(name), each.id] as const),
      ),
    ),
    people: await personsByAddress(
      work,
      table.rows.map(({ values }) => values.email),
    ),
    enrolments: new Map(
      enrolments.map((each) => [
        `${each.organisation_id} ${each.student_number}`,
        { id: each.id, personId: each.person_id },
      ]),
    ),
    members: new Set(members),
  }
}

/** The persons who take part in a year. */
export async function membersOf(work: Work, programmeYearId: string): Promise<string[]> {
  const members = await work.read
    .selectFrom('cohort_members')
    .select('person_id')
    .where('programme_year_id', '=', programmeYearId)
    .execute()
  return members.map((each) => each.person_id)
}

/** Reads one participant of a list into a preview. */
export function readParticipant(
  { row, values, extra }: ImportTable<CohortColumn>['rows'][number],
  known: KnownOfYear,
  seen: Map<string, number>,
  preview: Pick<Preview<CohortRow>, 'rows' | 'problems' | 'already'>,
): void {
  const before = preview.problems.length
  const problem = (column: string, key: Parameters<typeof m>[0], args = {}) =>
    void preview.problems.push({ row, column, message: m(key, args) })
  const years = values.year === undefined ? [known.year] : yearsIn(values.year)
  if (years.length === 0) problem('year', 'import.no-year', { text: values.year ?? '' })
  else if (!years.includes(known.year)) {
    const [year, own] = [years[0]!, known.year].map((each) => formatYear(each, known.language))
    problem('year', 'import.other-year', { year, own })
  }
  const organisationId = known.organisations.get(foldHeading(values.organisation ?? ''))
  if (organisationId === undefined) {
    problem('organisation', 'import.unknown-organisation', { text: values.organisation ?? '' })
  }
  const address = values.email === undefined ? undefined : normaliseAddress(values.email)
  if (address === null) problem('email', 'import.no-address', { text: values.email ?? '' })
  const enrolment = known.enrolments.get(`${organisationId} ${values.studentNumber}`) ?? null
  const personId = enrolment?.personId ?? (address ? known.people.get(address) : undefined) ?? null
  const name = nameOf(values)
  if (personId === null && name === null) problem('name', 'import.no-name')
  const state = stateNamed(values.state)
  if (state === null) problem('state', 'import.unknown-state', { text: values.state ?? '' })
  const joinedOn = values.joinedOn === undefined ? known.startsOn : parseDate(values.joinedOn)
  if (joinedOn === null) problem('joinedOn', 'import.no-date', { text: values.joinedOn ?? '' })
  const credit = values.credit === undefined ? null : Fraction.parse(values.credit)
  if (values.credit !== undefined && (credit === null || credit.isNegative())) {
    problem('credit', 'fault.not-a-number')
  }
  const steps = Object.entries(extra).flatMap(([kind, text]) => {
    const step = reachedStep(kind, text)
    if (step === null) problem(kind, 'import.no-date', { text })
    return step && step !== 'not-reached' ? [step] : []
  })
  if (preview.problems.length > before) return
  // Only a row that is itself in order makes a later one its double.
  const key = personId ?? address ?? `${organisationId} ${values.studentNumber ?? row}`
  const earlier = seen.get(key)
  if (earlier !== undefined) return problem('name', 'import.twice', { row: earlier })
  seen.set(key, row)
  if (personId !== null && known.members.has(personId)) {
    preview.already.push(row)
    return
  }
  preview.rows.push({
    row,
    personId,
    name,
    email: address ?? undefined,
    enrolmentId: enrolment?.id ?? null,
    organisationId: organisationId!,
    state: state!,
    joinedOn: joinedOn!,
    steps,
    credit,
  })
}

const yes = /^(x|yes|y|✓|✔|√|是|有|已完成|ใช่|ผ่าน|예|완료|oui|fait)$/i
const no = /^(no|n|-|–|—|否|无|未|ไม่|아니오|미완료|non)$/i

function reachedStep(kind: string, text: string): ReachedStep | 'not-reached' | null {
  if (no.test(text)) return 'not-reached'
  if (yes.test(text)) return { kind, on: null, source: 'import' }
  const on = parseDate(text)
  return on === null ? null : { kind, on, source: 'import' }
}

/** The years that a cell names, in either era: one, or both of an academic year such as 2024-2025 or 2024/25. */
export function yearsIn(text: string): number[] {
  const cell = /^(\d{4})(?:\s*[-–/~]\s*(\d{2}|\d{4}))?\s*(?:学?年度?|학?년도?)?$/u
  const [, one, other] =
    cell.exec(
      normaliseDigits(text)
        .replace(/พ\.ศ\.|ค\.ศ\./g, '')
        .trim(),
    ) ?? []
  const first = one === undefined ? null : parseYear(one)
  if (one === undefined || first === null) return []
  if (other === undefined) return [first]
  return Number(other) % 100 === (Number(one) + 1) % 100 ? [first, first + 1] : []
}

const statesByWord = new Map<string, CohortState>()

/** A state by our own words or an office's; without a word the participant is taken as active, and steps may complete them. */
function stateNamed(text: string | undefined): CohortState | null {
  if (text === undefined) return 'active'
  if (statesByWord.size === 0) {
    for (const state of cohortStates) {
      const own = wordsOf(m.catalogue, `cohort-state.${state}`)
      for (const word of [state, ...own, ...cohortStateWords[state]]) {
        statesByWord.set(foldHeading(word), state)
      }
    }
  }
  return statesByWord.get(foldHeading(text)) ?? null
}

/** The headings under which a list may say when a step was reached. */
export function stepHeadings(steps: readonly ProgrammeStep[]): Map<string, string> {
  return new Map(
    steps.flatMap((step) =>
      [step.kind, ...Object.values(step.names)].map(
        (name) => [foldHeading(name), step.kind] as const,
      ),
    ),
  )
}

async function yearOf(work: Work, id: string) {
  return work.read
    .selectFrom('programme_years as y')
    .innerJoin('alliance_programmes as p', 'p.id', 'y.programme_id')
    .select(['y.year', 'y.starts_on', 'y.programme_id', 'p.steps'])
    .where('y.id', '=', id)
    .executeTakeFirst()
}

/** Country and clock of every organisation, for whoever is registered from a list. */
export async function placesOf(
  work: Work,
): Promise<Map<string, { country: Country; timeZone: string }>> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'country', 'time_zone'])
    .execute()
  return new Map(rows.map((row) => [row.id, { country: row.country, timeZone: row.time_zone }]))
}

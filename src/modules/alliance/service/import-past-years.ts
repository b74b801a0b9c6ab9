import { isRefused, type Refusal, type Work } from '#kernel/database'
import { formatYear, parseDate, type DateOnly } from '#kernel/values'
import { pastYearColumns } from '../import-columns.ts'
import {
  type ImportSource,
  type ImportTable,
  leftOutOf,
  newPreview,
  type Preview,
  readImport,
} from '../import-table.ts'
import { m } from '../messages/index.ts'
import type { RegisteringSettings } from '../settings.ts'
import {
  type CohortRow,
  knownThings,
  type KnownOfYear,
  membersOf,
  placesOf,
  readParticipant,
  stepHeadings,
  takeIn,
  yearsIn,
} from './import-cohort.ts'
import { registerFromRow } from './imported-people.ts'
import { setProgrammeYear } from './programmes.ts'
import { absent } from './refusals.ts'
import { keepPastYears } from './undo-past-years.ts'

/** A participant of a past year. */
export interface PastRow extends CohortRow {
  year: number
}

/** A year that the list adds. */
interface NewYear {
  year: number
  startsOn: DateOnly
  endsOn: DateOnly
}

type TableRow = ImportTable<keyof typeof pastYearColumns>['rows'][number]
type PastPreview = Preview<PastRow> & { newYears: NewYear[] }

/** Reads the participants of several years of a programme, and says which of the years are not there yet. */
export async function previewPastYears(
  work: Work,
  programmeId: string,
  source: ImportSource,
): Promise<PastPreview | Refusal> {
  if (!work.may('alliance.programme.change', { id: programmeId })) return absent()
  const programme = await programmeOf(work, programmeId)
  if (!programme) return absent()
  const headings = stepHeadings(programme.steps)
  const table = await readImport(source, pastYearColumns, ['year', 'organisation'], headings)
  if (isRefused(table)) return table
  const preview: PastPreview = { ...newPreview<PastRow>(table), newYears: [] }
  const { rows, years } = byYear(work, table.rows, programme.years, preview)
  const named = await knownThings(work, { id: null, year: 0, starts_on: '1900-01-01' }, table)
  const knownOf = new Map<number, KnownOfYear>()
  for (const [year, { id, startsOn }] of years) {
    const members = id === null ? [] : await membersOf(work, id)
    knownOf.set(year, { ...named, year, startsOn, members: new Set(members) })
  }
  const seen = new Map<number, Map<string, number>>()
  for (const { year, row } of rows) {
    const part = { rows: [] as CohortRow[], problems: preview.problems, already: preview.already }
    const ofYear = seen.get(year) ?? new Map<string, number>()
    readParticipant(row, knownOf.get(year)!, seen.set(year, ofYear).get(year)!, part)
    preview.rows.push(...part.rows.map((each) => ({ ...each, year })))
  }
  const taken = new Set(preview.rows.map(({ year }) => year))
  preview.newYears = [...years]
    .filter(([year, { id }]) => id === null && taken.has(year))
    .map(([year, { startsOn, endsOn }]) => ({ year, startsOn, endsOn }))
    .toSorted((a, b) => a.year - b.year)
  return preview
}

/** Adds the years that a list names and takes its participants in, all of them or none. */
export async function importPastYears(
  work: Work,
  settings: RegisteringSettings,
  programmeId: string,
  given: { text: string; leaveOutFaulty: boolean },
): Promise<{ joined: number; years: number; leftOut: number; importId: string } | Refusal> {
  const preview = await previewPastYears(work, programmeId, { text: given.text })
  if (isRefused(preview)) return preview
  const leftOut = leftOutOf(preview, given)
  if (isRefused(leftOut)) return leftOut
  const yearIds: string[] = []
  for (const year of preview.newYears) {
    const added = await setProgrammeYear(work, programmeId, year)
    if (isRefused(added)) return added
    yearIds.push(added.id)
  }
  const programme = (await programmeOf(work, programmeId))!
  const places = await placesOf(work)
  // Who takes part in two years is registered once.
  const made = new Map<string, string>()
  const memberIds: string[] = []
  for (const row of preview.rows) {
    let personId = row.personId ?? (row.email === undefined ? undefined : made.get(row.email))
    if (personId === undefined) {
      const person = { name: row.name!, email: row.email }
      const id = await registerFromRow(work, settings, person, places.get(row.organisationId)!)
      if (isRefused(id)) return id
      personId = id
      if (row.email !== undefined) made.set(row.email, id)
    }
    const year = programme.years.find((each) => each.year === row.year)!
    const done = await takeIn(work, year.id, row, personId)
    if (isRefused(done)) return done
    memberIds.push(done.id)
  }
  const added = { node: settings.node, programmeId, yearIds, memberIds }
  const importId = await keepPastYears(work, added)
  return { joined: preview.rows.length, years: preview.newYears.length, leftOut, importId }
}

interface KnownYear {
  id: string | null
  startsOn: DateOnly
  endsOn: DateOnly
}

/** The rows that name a year, and each year that they name with its days. */
function byYear(
  work: Work,
  rows: readonly TableRow[],
  standing: readonly { id: string; year: number; startsOn: DateOnly; endsOn: DateOnly }[],
  preview: PastPreview,
) {
  const named: { year: number; row: TableRow }[] = []
  for (const row of rows) {
    const text = row.values.year
    const found = text === undefined ? [] : yearsIn(text)
    // 2024-2025 is of the year that stands, or else of the one in which it begins.
    const year = found.find((each) => standing.some((one) => one.year === each)) ?? found[0]
    if (year !== undefined) named.push({ year, row })
    else {
      const message = text === undefined ? m('import.year-needed') : m('import.no-year', { text })
      preview.problems.push({ row: row.row, column: 'year', message })
    }
  }
  const years = new Map<number, KnownYear>()
  const unclear = new Set<number>()
  for (const year of new Set(named.map((each) => each.year))) {
    const stands = standing.find((each) => each.year === year)
    const days = stands ?? daysOf(year, named, standing)
    if (days === null) unclear.add(year)
    else years.set(year, { id: stands?.id ?? null, startsOn: days.startsOn, endsOn: days.endsOn })
  }
  for (const { year, row } of named) {
    if (!unclear.has(year)) continue
    const message = m('import.year-days', { year: formatYear(year, work.language) })
    preview.problems.push({ row: row.row, column: 'yearFrom', message })
  }
  return { rows: named.filter(({ year }) => years.has(year)), years }
}

/**
 * The days of a year that is not there yet: as its rows say, else as those of the nearest year that stands, else the
 * calendar's. Null where the rows disagree.
 */
function daysOf(
  year: number,
  named: readonly { year: number; row: TableRow }[],
  standing: readonly { year: number; startsOn: DateOnly; endsOn: DateOnly }[],
): { startsOn: DateOnly; endsOn: DateOnly } | null {
  const said = (column: 'yearFrom' | 'yearUntil') =>
    new Set(
      named.flatMap((each) => {
        const text = each.year === year ? each.row.values[column] : undefined
        return text === undefined ? [] : [parseDate(text)]
      }),
    )
  const [from, until] = [said('yearFrom'), said('yearUntil')]
  if (from.size > 1 || until.size > 1 || from.has(null) || until.has(null)) return null
  const distance = (each: { year: number }) => Math.abs(each.year - year)
  const nearest = standing.toSorted((a, b) => distance(a) - distance(b))[0]
  const as = (day: DateOnly, instead: DateOnly) =>
    nearest ? shifted(day, year - nearest.year) : instead
  const startsOn = [...from][0] ?? as(nearest?.startsOn ?? '', `${year}-01-01`)
  const endsOn = [...until][0] ?? as(nearest?.endsOn ?? '', `${year}-12-31`)
  return endsOn > startsOn ? { startsOn, endsOn } : null
}

/** The same day in another year; the 29 of February is the 28 where there is none. */
function shifted(day: DateOnly, years: number): DateOnly {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return parseDate(moved) ?? `${moved.slice(0, 8)}28`
}

async function programmeOf(work: Work, id: string) {
  const programme = await work.read
    .selectFrom('alliance_programmes')
    .select('steps')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!programme) return null
  const years = await work.read
    .selectFrom('programme_years')
    .select(['id', 'year', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('programme_id', '=', id)
    .orderBy('year')
    .execute()
  return { ...programme, years }
}

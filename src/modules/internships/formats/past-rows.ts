import { type Message, wordsOf } from '#kernel/messages'
import {
  countries,
  type Country,
  countryName,
  type DateOnly,
  daysBetween,
  Fraction,
  languages,
  type LocalText,
  normaliseDigits,
  parseDate,
} from '#kernel/values'
import { foldHeading, type ImportTable, type Sector, sectors, sectorWords } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { type PositionMode, positionModes } from '../schema.ts'

/** The columns of a list of past internships, in the order of its template. */
export const pastColumnNames = [
  'student',
  'school',
  'host',
  'country',
  'city',
  'sector',
  'title',
  'startsOn',
  'endsOn',
  'hours',
  'field',
  'mode',
  'tutor',
  'mentor',
  'result',
  'credit',
] as const
/** One of them. */
export type PastColumn = (typeof pastColumnNames)[number]

/** What a list cannot do without. */
export const neededPastColumns = ['student', 'host', 'startsOn', 'endsOn'] as const

/** Headings that offices write, beside those of our own pages and of the list that we give out. */
const others: Readonly<Partial<Record<PastColumn, readonly string[]>>> = {
  student: [
    'Student',
    'Student number',
    'Student ID',
    'E-mail',
    '学号',
    'รหัสนักศึกษา',
    '학번',
    'N° étudiant',
  ],
  school: ['School', 'University', 'Institution', '学校', '院校', 'สถาบัน', '대학', 'Établissement'],
  host: [
    'Host',
    'Company',
    'Employer',
    '企业',
    '单位',
    '公司',
    'บริษัท',
    'หน่วยงาน',
    '기업',
    '회사',
    'Entreprise',
  ],
  country: ['Host country', '国家', 'ประเทศ', '국가', 'Pays'],
  startsOn: ['From', 'Start', 'Start date', '开始日期', 'วันที่เริ่ม', '시작일', 'Du', 'Date de début'],
  endsOn: ['Until', 'To', 'End', 'End date', '结束日期', 'วันที่สิ้นสุด', '종료일', 'Au', 'Date de fin'],
  hours: ['Total hours', 'Hours', '总学时', '小时', 'ชั่วโมง', '시간', 'Heures'],
  field: ['ISCED', 'ISCED-F'],
  tutor: [
    'Supervisor',
    'Industry mentor',
    '企业导师',
    'พี่เลี้ยง',
    '기업 멘토',
    'Tuteur',
    'Maître de stage',
  ],
  mentor: [
    'Mentor',
    'Academic supervisor',
    '校内导师',
    '导师',
    'อาจารย์นิเทศก์',
    '지도교수',
    'Enseignant référent',
  ],
  result: [
    'Grade',
    'Evaluation',
    '成绩',
    '评价',
    'ผล',
    'เกรด',
    '성적',
    '평가',
    'Note',
    'Évaluation',
  ],
  credit: ['Credits', 'ECTS', '学分', 'หน่วยกิต', '학점', 'Crédits'],
}

/** The headings that such a list may have, in all five languages. */
export const pastColumns = Object.fromEntries(
  pastColumnNames.map((column) => [
    column,
    [...wordsFor(`past-column.${column}`), ...(others[column] ?? [])],
  ]),
) as unknown as Readonly<Record<PastColumn, readonly string[]>>

/** A past internship as a row tells it. */
export interface PastRow {
  row: number
  /** A student number or an address, in lower case. */
  student: string
  /** Null where the row does not name it. */
  schoolId: string | null
  host: string
  hostOrganisationId: string | null
  country: Country
  city: string | null
  sector: Sector | null
  title: string | null
  startsOn: DateOnly
  endsOn: DateOnly
  hours: number | null
  field: string | null
  mode: PositionMode | null
  tutor: string | null
  mentor: string | null
  result: string | null
  credit: string | null
}

/** What is wrong with a row, at which column. */
export interface PastProblem {
  row: number
  column: PastColumn
  message: Message
}

/** A place that a list may name as host: a vetted host of the alliance, or an organisation. */
export interface KnownPlace {
  names: readonly string[]
  organisationId: string | null
  country: string
  city: string | null
  /** In which of the six sectors it works, where one of them is known. */
  sector: Sector | null
}

/** What a list is read against. */
export interface PastKnown {
  schools: readonly { id: string; names: LocalText; acronym: string | null }[]
  places: readonly KnownPlace[]
  today: DateOnly
}

/** No internship lasts longer: more is a slip in a year. */
const longestDays = 3 * 366
const longestTexts = {
  host: 200,
  city: 120,
  title: 200,
  tutor: 120,
  mentor: 120,
  result: 120,
} as const

/** The rows of a list as past internships, and what is wrong with others; what is not over by today is not past. */
export function pastInRows(
  rows: ImportTable<PastColumn>['rows'],
  known: PastKnown,
): { read: PastRow[]; problems: PastProblem[] } {
  const schools = new Map(
    known.schools.flatMap(({ id, names, acronym }) =>
      [id, acronym ?? '', ...Object.values(names)].map((name) => [foldHeading(name), id] as const),
    ),
  )
  const places = new Map(
    // A host that was vetted goes before an organisation of that name: it says where it is.
    known.places
      .toReversed()
      .flatMap((place) => place.names.map((name) => [foldHeading(name), place] as const)),
  )
  const problems: PastProblem[] = []
  const read = rows.flatMap(({ row, values }): PastRow[] => {
    const found: PastProblem[] = []
    const wrong = (column: PastColumn, message: Message) => {
      found.push({ row, column, message })
      return null
    }
    const { school = '', host = '' } = values
    const place = places.get(foldHeading(host))
    const past = {
      row,
      student: (values.student || wrong('student', m('past.no-student')) || '').toLowerCase(),
      schoolId:
        school === ''
          ? null
          : (schools.get(foldHeading(school)) ?? wrong('school', m('past.no-school'))),
      host: host || wrong('host', m('past.no-host')) || '',
      hostOrganisationId: place?.organisationId ?? null,
      country: countryOf(values.country, place) ?? wrong('country', m('past.no-country')) ?? 'TH',
      city: values.city ?? place?.city ?? null,
      sector: sectorOf(values.sector, wrong) ?? place?.sector ?? null,
      title: values.title ?? null,
      ...daysOf(values, known.today, wrong),
      hours: hoursOf(values.hours, wrong),
      field: fieldOf(values.field, wrong),
      mode: modeOf(values.mode, wrong),
      tutor: values.tutor ?? null,
      mentor: values.mentor ?? null,
      result: values.result ?? null,
      credit: creditOf(values.credit, wrong),
    }
    for (const [column, most] of Object.entries(longestTexts)) {
      const name = column as keyof typeof longestTexts
      if ((past[name]?.length ?? 0) > most) wrong(name, m('past.too-long', { most }))
    }
    problems.push(...found)
    return found.length > 0 ? [] : [past]
  })
  return { read, problems }
}

type Wrong = (column: PastColumn, message: Message) => null
type Values = Partial<Record<PastColumn, string>>

function daysOf(values: Values, today: DateOnly, wrong: Wrong) {
  const startsOn = parseDate(values.startsOn ?? '')
  const endsOn = parseDate(values.endsOn ?? '')
  if (startsOn === null) wrong('startsOn', m('past.no-day'))
  if (endsOn === null) wrong('endsOn', m('past.no-day'))
  if (startsOn !== null && endsOn !== null) {
    if (endsOn < startsOn) wrong('endsOn', m('past.ends-before'))
    else if (daysBetween(startsOn, endsOn) > longestDays) wrong('endsOn', m('past.too-many-days'))
    else if (endsOn >= today) wrong('endsOn', m('past.not-over'))
  }
  return { startsOn: startsOn ?? today, endsOn: endsOn ?? today }
}

/** Hours are whole ones, as many as there can be: fractions of an hour are no more known after a year. */
function hoursOf(typed: string | undefined, wrong: Wrong): number | null {
  if (typed === undefined) return null
  const hours = Number(normaliseDigits(typed).replaceAll(/[\s,’']/g, ''))
  if (!(hours >= 1 && hours <= 20_000)) return wrong('hours', m('past.no-hours'))
  return Math.round(hours)
}

function fieldOf(typed: string | undefined, wrong: Wrong): string | null {
  if (typed === undefined) return null
  // A spreadsheet takes the zeros away with which a field begins.
  const code = normaliseDigits(typed).padStart(4, '0')
  return /^\d{4}$/.test(code) ? code : wrong('field', m('past.no-field'))
}

function modeOf(typed: string | undefined, wrong: Wrong): PositionMode | null {
  if (typed === undefined) return null
  const mode = named(typed, positionModes, (each) => wordsFor(`mode.${each}`))
  return mode ?? wrong('mode', m('past.no-mode'))
}

function sectorOf(typed: string | undefined, wrong: Wrong): Sector | null {
  if (typed === undefined) return null
  return named(typed, sectors, sectorWords) ?? wrong('sector', m('past.no-sector'))
}

/** The one of several that a text names, by itself or by one of its words. */
function named<T extends string>(
  typed: string,
  all: readonly T[],
  words: (each: T) => readonly string[],
): T | undefined {
  const folded = foldHeading(typed)
  return all.find((each) => [each, ...words(each)].some((word) => foldHeading(word) === folded))
}

function creditOf(typed: string | undefined, wrong: Wrong): string | null {
  if (typed === undefined) return null
  const credit = Fraction.parse(typed)
  return credit === null || credit.isNegative()
    ? wrong('credit', m('past.no-credit'))
    : credit.toString()
}

const countryNames = new Map(
  countries.flatMap((code) =>
    [code, ...languages.map((language) => countryName(code, language))].map(
      (name) => [foldHeading(name), code] as const,
    ),
  ),
)

function countryOf(typed: string | undefined, place: KnownPlace | undefined): Country | null {
  if (typed === undefined) return (place?.country as Country | undefined) ?? null
  return countryNames.get(foldHeading(typed)) ?? null
}

/** A word of the catalogue in all five languages. */
function wordsFor(key: string): string[] {
  return wordsOf(m.catalogue, key)
}

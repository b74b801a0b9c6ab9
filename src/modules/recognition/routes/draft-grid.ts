import { type Refusal, refuse } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { type DateOnly, Fraction, type Language, normaliseDigits, parseDate } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { type DraftLine, hoursOf, lineAfter, mostLines } from '../formats/read-transcript.ts'
import { readTermCell } from '../formats/table-values.ts'
import { looksLikeTotal } from '../formats/total-rows.ts'
import { m } from '../messages/index.ts'
import { titleOf } from '../pages/words.ts'
import { learningKinds } from '../rules/learning.ts'
import { longest } from '../service/taken-lines.ts'

/** What was typed into the grid of a draft, and what of it cannot be read. */
export interface Grid {
  lines: DraftLine[]
  issuedOn: string | null
  /** Fields of the boxes of lines that look like a sum, though nobody was asked about them yet: they are left out. */
  totals: string[]
  /** Terms that were typed in a year of the Buddhist era, with what each was read as. */
  terms: ReadTerm[]
  refusal: Refusal | null
}

/** A term that somebody typed, and the one that it was read as. */
interface ReadTerm {
  field: string
  value: string
  term: string
}

type Values = Readonly<Record<string, string>>
type Wrong = Record<string, Message>

/** Digits of a number that somebody types; a longer one is a mistake or an attack. */
const mostDigits = 20

/**
 * Reads the grid over the draft's lines: what was not typed again (a title's other languages) stays. A line whose
 * button to take it away was pressed need not be readable. Nothing is issued after `today`.
 */
export function readGrid(
  before: readonly DraftLine[],
  values: Values,
  language: Language,
  removed: number | null = null,
  today: DateOnly | null = null,
): Grid {
  const wrong: Wrong = {}
  const totals: string[] = []
  const terms: ReadTerm[] = []
  // A form that was cut off on its way would otherwise drop every line.
  const count = /^\d{1,5}$/.test(values['count'] ?? '') ? Number(values['count']) : before.length
  const lines = Array.from({ length: Math.min(count, mostLines + 1) }, (_, place) =>
    readLine(before[place] ?? lineAfter(before, place - before.length), place, {
      values,
      language,
      wrong: place === removed ? {} : wrong,
      totals,
      terms,
    }),
  )
  const issuedOn = readDay('issuedOn', values, wrong)
  if (issuedOn !== null && today !== null && issuedOn > today) {
    wrong['issuedOn'] = m('refusal.issued-later')
  }
  const refusal = Object.keys(wrong).length > 0 ? refuse(422, m('refusal.check-grid'), wrong) : null
  return { lines, issuedOn, totals, terms, refusal }
}

interface Typed {
  values: Values
  language: Language
  wrong: Wrong
  totals: string[]
  terms: ReadTerm[]
}

function readLine(before: DraftLine, place: number, typed: Typed): DraftLine {
  const { values, language, wrong } = typed
  const field = (name: string) => `line.${place}.${name}`
  const text = (name: keyof typeof longest) => {
    const value = plainText(values[field(name)] ?? '')
    if (value.length <= longest[name]) return value
    wrong[field(name)] = m('page.draft.too-long', { limit: longest[name] })
    return value.slice(0, longest[name])
  }
  const hours = readNumber(field('hours'), hoursOf(before), typed)
  const title = text('title')
  const { kind, ...rest } = before
  const line = {
    ...rest,
    take: values[field('take')] === '1',
    code: text('code'),
    title: titleOf(before.title, language).text === title ? before.title : { und: title },
    credit: readNumber(field('credit'), before.credit, typed),
    hours: hours && hoursOf(before)?.equals(hours) ? before.hours : hours && { lecture: hours },
    grade: text('grade') || null,
    term: readTerm(field('term'), text('term'), typed),
    completedOn: readDay(field('date'), values, wrong),
    ...readKind(values[field('kind')], kind),
  }
  if (!line.take || !looksLikeTotal(line) || values[field('asked')] === '1') return line
  typed.totals.push(field('take'))
  return { ...line, take: false }
}

/** The term of a line; whoever typed a year of the Buddhist era is told as what it was read. */
function readTerm(field: string, value: string, { terms }: Typed): string | null {
  const { term, buddhist } = readTermCell(value)
  if (buddhist) terms.push({ field, value, term })
  return term || null
}

/** The chosen kind of learning; a form without the column leaves the line's as it is. */
function readKind(value: string | undefined, before: DraftLine['kind']): Pick<DraftLine, 'kind'> {
  const kind = value === undefined ? before : learningKinds.find((each) => each === value)
  return kind === undefined ? {} : { kind }
}

/** The number of a field; a fraction that the page shows shortened stays what it was. */
export function readNumber(
  field: string,
  kept: Fraction | null,
  { values, wrong }: Omit<Typed, 'totals' | 'terms'>,
): Fraction | null {
  const text = (values[field] ?? '').trim()
  if (text === '') return null
  if (kept?.toDecimal(6) === text) return kept
  const number =
    text.length > mostDigits ? null : Fraction.parse(normaliseDigits(text).replace(',', '.'))
  if (number?.isStateable() && !number.isNegative()) return number
  wrong[field] = m(number?.isStateable() === false ? 'fact.too-fine' : 'page.draft.not-exact')
  return null
}

function readDay(field: string, values: Values, wrong: Wrong): string | null {
  const text = (values[field] ?? '').trim()
  const day = text === '' || text.length > 40 ? null : parseDate(text)
  if (text !== '' && day === null) {
    wrong[field] = m('table.not-a-date', { value: plainText(text.slice(0, 40)) })
  }
  return day
}

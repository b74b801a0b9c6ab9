import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { Fraction, type Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import { kindName } from '../pages/learning-words.ts'
import { titleOf } from '../pages/words.ts'
import type { CaseLine } from '../queries/cases.ts'
import { reasonsFor, spokenReasons } from '../rules/reason-language.ts'

interface Column {
  key: string
  header: Parameters<typeof m>[0]
  kind: SheetColumn['kind']
  width: number
  value: (line: CaseLine, language: Language, t: Translate) => CellValue
}

const columns: readonly Column[] = [
  {
    key: 'hostCode',
    header: 'page.draft.field.code',
    kind: 'text',
    width: 16,
    value: (line) => line.code,
  },
  {
    key: 'hostTitle',
    header: 'page.statement.host-course',
    kind: 'text',
    width: 40,
    value: (line, language) => titleOf(line.titles, language).text,
  },
  {
    key: 'hostCredit',
    header: 'page.draft.field.credit',
    kind: 'number',
    width: 10,
    value: (line) => exactCell(line.credit),
  },
  {
    key: 'hostGrade',
    header: 'page.draft.field.grade',
    kind: 'text',
    width: 10,
    value: (line) => line.grade,
  },
  {
    key: 'term',
    header: 'page.draft.field.term',
    kind: 'text',
    width: 14,
    value: (line) => line.term,
  },
  {
    key: 'completedOn',
    header: 'page.draft.field.date',
    kind: 'date',
    width: 12,
    value: (line) => line.completedOn,
  },
  {
    key: 'kind',
    header: 'correction.field.kind',
    kind: 'text',
    width: 16,
    value: (line, _language, t) => (line.kind ? kindName(t, line.kind) : null),
  },
  {
    key: 'verdict',
    header: 'page.line.verdict',
    kind: 'text',
    width: 16,
    value: (line, _language, t) => t(m(`page.verdict.${line.verdict}`)),
  },
  {
    key: 'homeCode',
    header: 'page.line.home-course',
    kind: 'text',
    width: 16,
    value: (line) => line.homeCourseCode,
  },
  {
    key: 'homeTitle',
    header: 'page.statement.home-course',
    kind: 'text',
    width: 40,
    value: (line, language) => titleOf(line.homeCourseTitles, language).text,
  },
  {
    key: 'homeCredit',
    header: 'page.line.home-credit',
    kind: 'number',
    width: 10,
    value: (line) => exactCell(line.homeCredit),
  },
  {
    key: 'recordedGrade',
    header: 'page.line.recorded',
    kind: 'text',
    width: 12,
    value: (line) => line.recordedGrade,
  },
  {
    key: 'reason',
    header: 'page.line.reason',
    kind: 'text',
    width: 50,
    value: (line, language) => reasonsFor(spokenReasons(line), [language])[0]?.text ?? null,
  },
]

/** The lines of a case as columns and rows of a spreadsheet, in the reader's words; credit stays exact. */
export function caseTable(
  lines: readonly CaseLine[],
  t: Translate,
  language: Language,
): { columns: SheetColumn[]; rows: CellValue[][] } {
  return {
    columns: columns.map(({ header, kind, width }) => ({ header: t(m(header)), kind, width })),
    rows: lines.map((line) => columns.map(({ value }) => value(line, language, t))),
  }
}

/** The same for programs: fields by fixed names, credit as an exact fraction, verdicts as the API names them. */
export function caseRecords(lines: readonly CaseLine[]): Record<string, unknown>[] {
  return lines.map((line) => ({
    hostCode: line.code,
    hostTitles: line.titles,
    hostCredit: line.credit,
    hostGrade: line.grade,
    term: line.term,
    completedOn: line.completedOn,
    kind: line.kind ?? null,
    verdict: line.verdict,
    homeCode: line.homeCourseCode,
    homeTitles: line.homeCourseTitles,
    homeCredit: line.homeCredit,
    recordedGrade: line.recordedGrade,
    reason: line.changeReason,
    reasons: reasonTexts(line),
    creditReason: line.creditReason,
  }))
}

/** A person's reason by the language that it was given in; 'und' where nobody said it. */
export function reasonTexts(line: CaseLine): Record<string, string> {
  return Object.fromEntries(
    spokenReasons(line).map(({ text, language }) => [language ?? 'und', text]),
  )
}

/** A decimal where it is exact, else the fraction, which a spreadsheet then keeps as text. */
export function exactCell(text: string | null): CellValue {
  const value = text === null ? null : Fraction.parse(text)
  if (!value) return null
  const decimal = value.toDecimal(6)
  return Fraction.parse(decimal)?.equals(value) ? decimal : value.toString()
}

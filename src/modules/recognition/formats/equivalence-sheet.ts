import type { SheetColumn } from '#kernel/files'
import type { Message, Translate } from '#kernel/messages'
import { displayName, Fraction, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import {
  type EquivalenceRow,
  furtherOf,
  homeText,
  requirementsOf,
} from '../queries/equivalences.ts'
import { writeSet } from '../rules/set-notation.ts'
import type { Titles } from '../rules/types.ts'
import { anyCourse } from './equivalence-table.ts'

/** The columns of a table of equivalences, with names that `readEquivalenceTable` understands again. */
export function sheetColumns(t: Translate): SheetColumn[] {
  const text = (header: Message, width: number): SheetColumn => ({
    header: t(header),
    kind: 'text',
    width,
  })
  return [
    text(m('equivalence.host'), 30),
    text(m('equivalence.host-code'), 26),
    text(m('equivalence.host-course'), 36),
    text(m('equivalence.home-code'), 26),
    text(m('equivalence.home-course'), 36),
    { header: t(m('equivalence.credit')), kind: 'number', width: 10 },
    text(m('equivalence.share'), 16),
    text(m('equivalence.programme'), 18),
    { header: t(m('equivalence.table.valid-from')), kind: 'date', width: 14 },
    { header: t(m('equivalence.table.valid-to')), kind: 'date', width: 14 },
    text(m('equivalence.sheet.further'), 24),
    text(m('equivalence.sheet.accept'), 16),
    text(m('equivalence.note'), 40),
    text(m('equivalence.judged'), 26),
  ]
}

/** An equivalence as a row of that table: read back, it is the same to the fraction. */
export function sheetRow(
  row: EquivalenceRow,
  language: Language,
  programmeCodes: ReadonlyMap<string, string>,
): (string | null)[] {
  const credit = Fraction.sum(row.homeCourses.map((course) => course.credit))
  const further = furtherOf(row.hostCourses)
  return [
    localised(row.hostNames, language).text,
    writeSet(requirementsOf(row.hostCourses)),
    titlesOf(row.hostCourses, language),
    homeText(row),
    titlesOf(row.homeCourses, language),
    exactText(credit),
    row.contentShare ? shareText(row.contentShare) : '',
    row.degree_programme_id ? (programmeCodes.get(row.degree_programme_id) ?? '') : '',
    row.validFrom,
    row.validTo,
    row.package?.any ? anyCourse : writeSet(further.map((code) => [code])),
    row.package ? exactText(row.package.accept) : '',
    row.note,
    `${displayName(row.judgedBy, language)}, ${row.judgedOn}`,
  ]
}

function titlesOf(courses: readonly { titles: Titles }[], language: Language): string {
  return courses
    .map(({ titles }) => titles[language] ?? Object.values(titles).find((text) => text) ?? '')
    .filter((text) => text !== '')
    .join(' + ')
}

/** Decimal digits where they are exact, else the fraction. */
function exactText(value: Fraction): string {
  const text = value.toDecimal(6)
  return Fraction.parse(text)!.equals(value) ? text : value.toString()
}

function shareText(share: Fraction): string {
  const percent = share.multiply(Fraction.of(100))
  const text = percent.toDecimal(4)
  return Fraction.parse(text)!.equals(percent) ? `${text}%` : share.toString()
}

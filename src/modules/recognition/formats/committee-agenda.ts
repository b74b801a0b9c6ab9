import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { displayName, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { linesOfItem } from '../pages/office/committee-words.ts'
import { titleOf, verdictMessage } from '../pages/words.ts'
import type { CaseLine } from '../queries/cases.ts'
import type { CommitteeItem } from '../queries/office/committee.ts'
import { reasonsFor, reasonsGiven } from '../rules/reason-language.ts'
import { exactCell } from './case-table.ts'

/** The list of a sitting as a sheet: one row a line, so that it can be sorted and marked. */
export function agendaTable(
  items: readonly CommitteeItem[],
  lines: ReadonlyMap<string, readonly CaseLine[]>,
  t: Translate,
  language: Language,
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const columns: SheetColumn[] = [
    { header: '#', kind: 'number', width: 6 },
    { header: t(m('committee.case')), kind: 'text', width: 12 },
    { header: t(m('committee.student')), kind: 'text', width: 28 },
    { header: t(m('office.programme')), kind: 'text', width: 30 },
    { header: t(m('committee.host')), kind: 'text', width: 24 },
    { header: t(m('page.draft.field.code')), kind: 'text', width: 14 },
    { header: t(m('page.statement.host-course')), kind: 'text', width: 34 },
    { header: t(m('page.line.verdict')), kind: 'text', width: 16 },
    { header: t(m('page.line.home-course')), kind: 'text', width: 14 },
    { header: t(m('page.line.home-credit')), kind: 'number', width: 10 },
    { header: t(m('committee.proposal')), kind: 'text', width: 40 },
    { header: t(m('committee.outcome')), kind: 'text', width: 18 },
    { header: t(m('committee.reason')), kind: 'text', width: 40 },
  ]
  const rows = items.flatMap((item) =>
    linesOfItem(item, lines.get(item.caseId) ?? []).map((line) => [
      item.position,
      item.number,
      displayName(item.student, language),
      localised(item.programmeNames, language).text,
      localised(item.hostNames, language).text,
      line.code,
      titleOf(line.titles, language).text,
      t(verdictMessage(line.verdict)),
      line.homeCourseCode ?? line.engine.homeCourses.map(({ code }) => code).join(' + '),
      exactCell(line.homeCredit),
      item.proposal,
      t(m(`committee.outcome.${item.outcome ?? 'none'}`)),
      reasonsFor(reasonsGiven(item), [language])[0]?.text ?? '',
    ]),
  )
  return { columns, rows }
}

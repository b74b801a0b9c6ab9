import type { CellValue, SheetColumn } from '#kernel/files'
import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatList, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { exactCell } from './case-table.ts'
import { stateOf } from '../pages/cases.tsx'
import { groupsOf } from '../pages/case-sets.tsx'
import { kindName } from '../pages/learning-words.ts'
import { titleOf, verdictMessage } from '../pages/words.ts'
import type { CaseLine } from '../queries/cases.ts'
import type { ListedCase } from '../queries/list-cases.ts'
import type { WaitingCase } from '../queries/office/batches.ts'
import type { ReadyCase } from '../queries/office/ready.ts'
import type { StayFacts } from '../rules/stay-types.ts'

type Reader = Pick<Call, 't' | 'language'>
type Key = Parameters<typeof m>[0]

interface Table {
  columns: SheetColumn[]
  rows: CellValue[][]
}

const column = (
  { t }: Reader,
  key: Key,
  kind: SheetColumn['kind'],
  width: number,
): SheetColumn => ({ header: t(m(key)), kind, width })

/** The queue as it stands on the page. */
export function casesTable(cases: readonly ListedCase[], call: Reader & Pick<Call, 'now'>): Table {
  const { t, language } = call
  return {
    columns: [
      column(call, 'page.column.number', 'text', 16),
      column(call, 'page.column.student', 'text', 30),
      column(call, 'plan.programme', 'text', 34),
      column(call, 'page.column.host', 'text', 34),
      column(call, 'list.recognised', 'number', 12),
      column(call, 'list.refused', 'number', 12),
      column(call, 'list.open', 'number', 12),
      column(call, 'page.column.credit', 'number', 12),
      column(call, 'list.received', 'date', 12),
      column(call, 'page.column.due', 'date', 12),
      column(call, 'posting.decided', 'date', 12),
      column(call, 'page.column.state', 'text', 24),
    ],
    rows: cases.map((row) => {
      const day = (at: Date | null) => at && dateInZone(at, row.homeTimeZone)
      return [
        row.number,
        displayName(row.student, language),
        localised(row.programmeNames, language).text,
        localised(row.hostNames, language).text,
        row.linesRecognised,
        row.linesRefused,
        row.linesOpen,
        exactCell(row.recognisedCredit),
        day(row.createdAt),
        row.dueOn,
        day(row.decidedAt),
        t(stateOf(row, dateInZone(call.now, row.homeTimeZone)).label),
      ]
    }),
  }
}

/** What rules and precedents have settled: a row for each course, or for courses that count together. */
export function readyTable(
  cases: readonly ReadyCase[],
  lines: ReadonlyMap<string, readonly CaseLine[]>,
  call: Reader,
): Table {
  const { t, language } = call
  return {
    columns: [
      column(call, 'page.column.number', 'text', 16),
      column(call, 'page.column.student', 'text', 30),
      column(call, 'page.column.host', 'text', 34),
      column(call, 'page.statement.host-course', 'text', 30),
      column(call, 'list.home-courses', 'text', 30),
      column(call, 'page.line.verdict', 'text', 20),
      column(call, 'plan.home-credit', 'number', 12),
    ],
    rows: cases.flatMap((row) =>
      groupsOf(lines.get(row.id) ?? []).map(({ lines: members, set }): CellValue[] => {
        const [first] = members as [CaseLine]
        const found = set ?? first.engine
        const isRecognised = found.verdict === 'recognised'
        return [
          row.number,
          displayName(row.student, language),
          localised(row.hostNames, language).text,
          members.map(({ code }) => code).join(' + '),
          isRecognised ? found.homeCourses.map(({ code }) => code).join(' + ') : null,
          t(verdictMessage(found.verdict)),
          isRecognised ? exactCell(found.homeCredit?.toString() ?? null) : null,
        ]
      }),
    ),
  }
}

/** The credit that waits for the registrar. */
export function waitingTable(cases: readonly WaitingCase[], timeZone: string, call: Reader): Table {
  const { t, language } = call
  return {
    columns: [
      column(call, 'page.column.number', 'text', 16),
      column(call, 'posting.student-number', 'text', 16),
      column(call, 'page.column.student', 'text', 30),
      column(call, 'plan.programme', 'text', 34),
      column(call, 'page.column.host', 'text', 34),
      column(call, 'page.column.credit', 'number', 12),
      column(call, 'posting.decided', 'date', 12),
      column(call, 'page.column.due', 'date', 12),
      column(call, 'page.column.state', 'text', 40),
    ],
    rows: cases.map((row) => [
      row.number,
      row.studentNumber,
      displayName(row.student, language),
      localised(row.programmeNames, language).text,
      localised(row.hostNames, language).text,
      exactCell(row.recognisedCredit),
      row.decidedAt && dateInZone(row.decidedAt, timeZone),
      row.dueOn,
      t(waitingState(row)),
    ]),
  }
}

function waitingState(row: WaitingCase) {
  if (row.isOwn) return m('posting.own')
  if (row.rejection !== null) return m('posting.rejected', { reason: row.rejection })
  return m(row.isCorrection ? 'posting.correction' : 'posting.case.waiting')
}

/** The facts of a case beside its transcript: a row for each course, the time abroad on each of them. */
export function factsTable(
  found: { number: string; student_number: string },
  lines: readonly CaseLine[],
  stay: StayFacts | null,
  call: Reader,
): Table {
  const { t, language } = call
  const answer = (value: boolean | null | undefined) =>
    value === null || value === undefined ? null : t(m(value ? 'stay.yes' : 'stay.no'))
  return {
    columns: [
      column(call, 'page.column.number', 'text', 16),
      column(call, 'posting.student-number', 'text', 16),
      column(call, 'page.draft.field.code', 'text', 16),
      column(call, 'page.statement.host-course', 'text', 36),
      column(call, 'page.draft.field.term', 'text', 14),
      column(call, 'correction.field.kind', 'text', 22),
      column(call, 'correction.field.evidence', 'text', 30),
      column(call, 'stay.from', 'date', 12),
      column(call, 'stay.to', 'date', 12),
      column(call, 'stay.suspended', 'text', 14),
      column(call, 'stay.last-term', 'text', 14),
      column(call, 'list.home-term-credit', 'number', 16),
    ],
    rows: lines.map((line) => {
      const papers = line.evidence?.map((evidence) => t(m('fact.evidence', { evidence }))) ?? []
      const atHome = stay?.homeTerms.find(({ term }) => term === line.term)?.credit
      return [
        found.number,
        found.student_number,
        line.code,
        titleOf(line.titles, language).text,
        line.term,
        line.kind ? kindName(t, line.kind) : null,
        papers.length === 0 ? null : formatList(papers, language),
        stay?.from ?? null,
        stay?.to ?? null,
        answer(stay?.suspended),
        answer(stay?.lastTerm),
        exactCell(atHome?.toString() ?? null),
      ]
    }),
  }
}

import { writeXlsx } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { changedRows, whyText } from '../pages/past-preview.tsx'
import { verdictMessage } from '../pages/words.ts'
import type { Outcome } from '../rules/compare-evaluations.ts'
import type { PastPreview } from '../service/preview-past.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The lines of decided cases that the rules would alter, as a workbook. */
export async function pastWorkbook(call: Call, past: PastPreview): Promise<Answer> {
  const { t } = call
  const text = (header: Message, width: number) => ({
    header: t(header),
    kind: 'text' as const,
    width,
  })
  const number = (header: Message) => ({ header: t(header), kind: 'number' as const, width: 14 })
  const figures = (outcome: Outcome) => [
    t(verdictMessage(outcome.verdict)),
    outcome.credit?.toDecimal(3) ?? null,
    outcome.grade ?? '',
    whyText(call, outcome),
  ]
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('past.title')),
        columns: [
          text(m('past.case'), 20),
          text(m('past.line'), 16),
          text(m('past.before'), 22),
          number(m('past.credit-before')),
          text(m('past.grade-before'), 14),
          text(m('past.why-before'), 60),
          text(m('past.after'), 22),
          number(m('past.credit-after')),
          text(m('past.grade-after'), 14),
          text(m('past.why-after'), 60),
        ],
        rows: changedRows(past).map(({ number: caseNumber, code, before, after }) => [
          caseNumber,
          code,
          ...figures(before),
          ...figures(after),
        ]),
      },
    ],
  })
  return { kind: 'file', type: workbookType, name: `${t(m('past.title'))}.xlsx`, body }
}

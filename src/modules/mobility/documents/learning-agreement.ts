import { type Block, inBoth, type Pair, type PdfDocument, words } from '#kernel/documents'
import type { Services } from '#kernel/http'
import { displayName, formatDate, type Language, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import { creditWords } from '../pages/words.tsx'
import type { StayRow } from '../queries/stays.ts'
import {
  type LearningComponent,
  type LearningTable,
  type LearningText,
  learningTables,
  totalOf,
} from '../rules/learning-agreement.ts'

/** What a learning agreement is printed from. */
export interface PrintedAgreement {
  stay: StayRow
  text: LearningText
  now: Date
}

type Both = ReturnType<typeof inBoth>

/** The learning agreement in two languages: who, where and when, tables A, B and C, what was changed and why, and what it rests on. */
export function learningAgreementPdf(
  { stay, text, now }: PrintedAgreement,
  pair: Pair,
  {
    translator,
    demonstration,
    demonstrationBanner,
  }: Pick<Services, 'translator' | 'demonstration' | 'demonstrationBanner'>,
): PdfDocument {
  const both = inBoth(pair, translator)
  const [first] = pair
  return {
    language: first,
    title: translator.for(first)(m('agreement.title')),
    now,
    reference: stay.id.slice(-12),
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both.names(stay.sending), both.names(stay.receiving)],
        titles: both.lines(m('agreement.title')),
        subtitle: both.runs(m(`kind.${stay.kind}`)),
      },
      who(stay, both, pair),
      ...learningTables.flatMap((table) => tableBlocks(table, text, both, first)),
      ...removedBlocks(text, both),
      ...(text.conditions === ''
        ? []
        : [
            {
              kind: 'heading' as const,
              level: 2 as const,
              words: both.runs(m('agreement.conditions')),
            },
            { kind: 'paragraph' as const, words: both.typed(text.conditions) },
          ]),
      { kind: 'paragraph', words: both.runs(m('agreement.commitment')) },
    ],
  }
}

function who(stay: StayRow, both: Both, [first, second]: Pair): Block {
  const dates = (language: Language) =>
    `${formatDate(stay.starts_on, language)} – ${formatDate(stay.ends_on, language)}`
  return {
    kind: 'definitions',
    columns: 2,
    items: [
      {
        term: both.runs(m('stay.student')),
        value: words(first, displayName(stay.name, first), { whole: true, strong: true }),
      },
      {
        term: both.runs(m('stay.passport-name')),
        value: words('en', passportName(stay.name), { whole: true }),
      },
      { term: both.runs(m('stay.number')), value: words('en', stay.studentNumber) },
      { term: both.runs(m('stay.programme')), value: both.names(stay.programme) },
      {
        term: both.runs(m('stay.dates')),
        value:
          first === second
            ? words(first, dates(first))
            : [words(first, dates(first)), words(second, `\n${dates(second)}`, { muted: true })],
      },
    ],
  }
}

function tableBlocks(
  table: LearningTable,
  text: LearningText,
  both: Both,
  language: Language,
): Block[] {
  const rows = text.components.filter((each) => each.table === table)
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: both.runs(m(`agreement.table-${table}`)),
      columns: [
        { header: both.runs(m('agreement.code')), width: { mm: 34 } },
        { header: both.runs(m('agreement.component')), width: { fr: 1 } },
        { header: both.runs(m('agreement.credit')), width: { mm: 26 }, align: 'end' },
      ],
      rows: [
        ...rows.map((row) => ({
          cells: [
            words('en', row.code || '–'),
            componentWords(row, both),
            words(language, creditWords(row.credit, language)),
          ],
        })),
        {
          kind: 'total' as const,
          cells: [
            words(language, ''),
            both.runs(m('agreement.total')),
            words(language, creditWords(totalOf(text, table), language)),
          ],
        },
      ],
    },
  ]
}

function componentWords({ title, reason }: LearningComponent, both: Both) {
  const typed = both.typed(title)
  return reason === null
    ? typed
    : [
        ...typed,
        ...both
          .runs(m(`reason.${reason}`))
          .map((run) => ({ ...run, text: `\n${run.text.trim()}`, muted: true })),
      ]
}

function removedBlocks({ removed }: LearningText, both: Both): Block[] {
  if (removed.length === 0) return []
  return [
    {
      kind: 'table',
      caption: both.runs(m('agreement.removed')),
      columns: [
        { header: both.runs(m('agreement.code')), width: { mm: 34 } },
        { header: both.runs(m('agreement.component')), width: { fr: 1 } },
        { header: both.runs(m('agreement.reason')), width: { fr: 1 } },
      ],
      rows: removed.map(({ code, title, reason }) => ({
        cells: [words('en', code || '–'), both.typed(title), both.runs(m(`reason.${reason}`))],
      })),
    },
  ]
}

import { type Block, type PdfDocument, words } from '#kernel/documents'
import { writeXlsx } from '#kernel/files'
import type { Message, Translate, Translator } from '#kernel/messages'
import {
  countryName,
  dateInZone,
  formatInstant,
  formatList,
  isCountry,
  type Language,
  localised,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import type { BreachRow, BreachWithDuties, DutyRow } from '../queries/breaches.ts'
import { clockWords } from '../pages/breach-words.ts'

type Reader = { t: Translate; language: Language; timeZone: string; now: Date }

/** The register as a workbook: one row for each whom a law asks to be told, one for a breach of which nobody need be. */
export function breachWorkbook(
  rows: readonly BreachWithDuties[],
  reader: Reader,
): Promise<Uint8Array> {
  const { t, language } = reader
  const column = (
    key: Parameters<typeof m>[0],
    width = 24,
    kind: 'text' | 'number' | 'date' = 'text',
  ) => ({ header: t(m(key)), kind, width })
  const cells = rows.flatMap(({ breach, duties }) => {
    const shared = [
      localised(breach.organisation, language).text,
      breach.title,
      formatInstant(breach.known_at, breach.time_zone, language),
      countriesText(breach, language),
      groupsText(breach, t),
      breach.person_count ?? '',
      t(m(`breach.risk.${breach.risk}`)),
      t(m(breach.closed_at === null ? 'breach.open' : 'breach.closed')),
    ]
    const told = duties.map((duty) => [
      ...shared,
      duty.article,
      t(m(`breach.to.${duty.addressee}`)),
      t(clockWords(duty, breach, reader)),
      duty.reference,
    ])
    return told.length > 0 ? told : [[...shared, '', t(m('breach.nobody')), '', '']]
  })
  const sheet = {
    name: t(m('breach.title')),
    columns: [
      column('breach.organisation', 32),
      column('breach.what', 40),
      column('breach.known', 26),
      column('breach.countries', 30),
      column('breach.data', 40),
      column('breach.persons', 10, 'number'),
      column('breach.risk', 20),
      column('consent.state', 14),
      column('transfer.article', 24),
      column('breach.to', 24),
      column('breach.until', 32),
      column('breach.reference', 40),
    ],
    rows: cells,
  }
  return writeXlsx({ sheets: [sheet] })
}

/** What the report of one breach is made of. */
export interface BreachPaper {
  breach: BreachRow
  duties: readonly DutyRow[]
  banner: Message | null
  now: Date
}

/** The report of one breach as PDF: what an authority asks for (GDPR Art. 33(3)), and who was told when. */
export function breachPaper(
  { breach, duties, banner, now }: BreachPaper,
  language: Language,
  translator: Translator,
): PdfDocument {
  const t = translator.for(language)
  const say = (message: Message) => words(language, t(message))
  const reader = { t, language, timeZone: breach.time_zone, now }
  const organisation = localised(breach.organisation, language).text
  const plain = (text: string) => words(language, text)
  const text = (key: Parameters<typeof m>[0], value: string): Block[] =>
    value === ''
      ? []
      : [
          { kind: 'heading', level: 2, words: say(m(key)) },
          { kind: 'paragraph', words: plain(value) },
        ]
  return {
    language,
    title: `${t(m('breach.report'))}: ${breach.title}`,
    author: organisation,
    reference: dateInZone(breach.known_at, breach.time_zone),
    now,
    ...(banner ? { banner: say(banner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [words(language, organisation, { whole: true })],
        titles: [say(m('breach.report'))],
        subtitle: plain(breach.title),
      },
      {
        kind: 'definitions',
        items: [
          {
            term: say(m('breach.known')),
            value: plain(formatInstant(breach.known_at, breach.time_zone, language)),
          },
          { term: say(m('breach.countries')), value: plain(countriesText(breach, language)) },
          { term: say(m('breach.data')), value: plain(groupsText(breach, t)) },
          {
            term: say(m('breach.persons')),
            value: plain(
              breach.person_count === null
                ? t(m('breach.persons-unknown'))
                : String(breach.person_count),
            ),
          },
          { term: say(m('breach.risk')), value: say(m(`breach.risk.${breach.risk}`)) },
        ],
      },
      ...text('breach.words', breach.words),
      ...text('breach.measures', breach.measures),
      dutyTable(duties, breach, reader),
      ...text('breach.outcome', breach.outcome),
      { kind: 'notes', items: [say(m('breach.law-note'))] },
    ],
  }
}

function dutyTable(duties: readonly DutyRow[], breach: BreachRow, reader: Reader): Block {
  const { t, language } = reader
  const say = (message: Message) => words(language, t(message))
  return {
    kind: 'table',
    caption: say(m('breach.told')),
    columns: [
      { header: say(m('transfer.article')), width: { fr: 3 } },
      { header: say(m('breach.to')), width: { fr: 2 } },
      { header: say(m('breach.until')), width: { fr: 4 } },
      { header: say(m('breach.reference')), width: { fr: 4 } },
    ],
    rows: duties.map((duty) => ({
      cells: [
        words('en', duty.article),
        say(m(`breach.to.${duty.addressee}`)),
        say(clockWords(duty, breach, reader)),
        words(language, duty.reference || '–'),
      ],
    })),
  }
}

/** The countries of a breach, as the reader's language names and lists them. */
export function countriesText({ countries }: BreachRow, language: Language): string {
  return formatList(
    countries.map((code) => (isCountry(code) ? countryName(code, language) : code)),
    language,
  )
}

/** The kinds of data of a breach, apart from each other: their own names have commas. */
export function groupsText({ field_groups: groups }: BreachRow, t: Translate): string {
  return groups.map((group) => t(m(`group.${group}`))).join('; ')
}

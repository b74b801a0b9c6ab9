import { type Block, inBoth, type Pair, type PdfDocument, words } from '#kernel/documents'
import type { Services } from '#kernel/http'
import { dateInZone, displayName, formatDate, localised, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'

/** The letters that an office gives out about a stay. */
export const letterKinds = ['admission', 'arrival', 'certificate'] as const
/** One of the letters. */
export type LetterKind = (typeof letterKinds)[number]

type Printing = Pick<Services, 'translator' | 'demonstration' | 'demonstrationBanner'>

/**
 * A letter of the receiving institution in two languages: the invitation and admission, as consulates ask for it, the
 * confirmation of arrival, or the certificate of the stay after it, for the sending institution and whoever pays the grant.
 * With places for signature and stamp.
 */
export function letterPdf(
  kind: LetterKind,
  stay: StayRow,
  { now, pair, printing }: { now: Date; pair: Pair; printing: Printing },
): PdfDocument {
  const { translator, demonstration, demonstrationBanner } = printing
  const both = inBoth(pair, translator)
  const [first] = pair
  return {
    language: first,
    title: translator.for(first)(m(`letter.${kind}`)),
    author: localised(stay.receiving, first).text,
    reference: stay.id.slice(-12),
    now,
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both.names(stay.receiving)],
        titles: both.lines(m(`letter.${kind}`)),
        subtitle: both.runs((language) =>
          m('letter.dated', { day: formatDate(dateInZone(now, stay.receivingTimeZone), language) }),
        ),
      },
      { kind: 'paragraph', words: both.runs((language) => bodyOf(kind, stay, language)) },
      facts(kind, stay, pair, printing),
      {
        kind: 'signatures',
        places: [
          { kind: 'signature', label: both.runs(m('letter.signature')) },
          { kind: 'stamp', label: both.runs(m('letter.stamp')) },
        ],
      },
    ],
  }
}

function bodyOf(kind: LetterKind, stay: StayRow, language: Pair[0]) {
  const args = {
    name: passportName(stay.name) || displayName(stay.name, language),
    sending: localised(stay.sending, language).text,
    receiving: localised(stay.receiving, language).text,
    from: formatDate(stay.starts_on, language),
    until: formatDate(stay.ends_on, language),
    arrived: formatDate(stay.arrived_on ?? stay.starts_on, language),
    departed: formatDate(stay.departed_on ?? stay.ends_on, language),
  }
  return m(`letter.${kind}-body`, args)
}

function facts(kind: LetterKind, stay: StayRow, pair: Pair, { translator }: Printing): Block {
  const both = inBoth(pair, translator)
  const day = (date: string) =>
    both.runs((language) => m('letter.day', { day: formatDate(date, language) }))
  return {
    kind: 'definitions',
    columns: 2,
    items: [
      {
        term: both.runs(m('stay.passport-name')),
        value: words('en', passportName(stay.name), { whole: true, strong: true }),
      },
      ...(stay.birthDate
        ? [{ term: both.runs(m('letter.born')), value: day(stay.birthDate) }]
        : []),
      { term: both.runs(m('stay.number')), value: words('en', stay.studentNumber) },
      { term: both.runs(m('stay.sending')), value: both.names(stay.sending) },
      { term: both.runs(m('stay.programme')), value: both.names(stay.programme) },
      { term: both.runs(m('column.startsOn')), value: day(stay.starts_on) },
      { term: both.runs(m('column.endsOn')), value: day(stay.ends_on) },
      ...(kind !== 'admission' && stay.arrived_on
        ? [{ term: both.runs(m('letter.arrived')), value: day(stay.arrived_on) }]
        : []),
      ...(kind === 'certificate' && stay.departed_on
        ? [{ term: both.runs(m('letter.departed')), value: day(stay.departed_on) }]
        : []),
    ],
  }
}

/** The list of those whom an institution nominates, in two languages, with names as in passports; for the partner and the file. */
export function nominationListPdf(
  stays: readonly StayRow[],
  { now, pair, printing }: { now: Date; pair: Pair; printing: Printing },
): PdfDocument {
  const { translator, demonstration, demonstrationBanner } = printing
  const both = inBoth(pair, translator)
  const [first] = pair
  return {
    language: first,
    title: translator.for(first)(m('letter.nominations')),
    now,
    orientation: 'landscape',
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      { kind: 'title', organisations: [], titles: both.lines(m('letter.nominations')) },
      {
        kind: 'table',
        columns: [
          { header: both.runs(m('stay.passport-name')), width: { fr: 2 } },
          { header: both.runs(m('stay.student')), width: { fr: 2 } },
          { header: both.runs(m('stay.programme')), width: { fr: 2 } },
          { header: both.runs(m('stay.receiving')), width: { fr: 2 } },
          { header: both.runs(m('stay.dates')), width: { fr: 2 } },
          { header: both.runs(m('filter.state')), width: { fr: 1 } },
        ],
        rows: stays.map((stay) => ({
          cells: [
            words('en', passportName(stay.name), { whole: true, strong: true }),
            words(first, stay.name.native ?? displayName(stay.name, first), { whole: true }),
            both.names(stay.programme),
            both.names(stay.receiving),
            words(
              first,
              `${formatDate(stay.starts_on, first, 'medium')} – ${formatDate(stay.ends_on, first, 'medium')}`,
            ),
            both.runs(m(`state.${stay.state}`)),
          ],
        })),
      },
    ],
  }
}

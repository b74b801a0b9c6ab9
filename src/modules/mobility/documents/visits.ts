import { type Block, inBoth, type Pair, type PdfDocument, words } from '#kernel/documents'
import type { Services } from '#kernel/http'
import { formatDate, formatMoney, type Language, localised, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { VisitMember, VisitParts, VisitRow } from '../queries/visits.ts'

/** The papers of a visit. */
export const visitPapers = ['invitation', 'list', 'programme'] as const
/** One of the papers. */
export type VisitPaper = (typeof visitPapers)[number]

type Both = ReturnType<typeof inBoth>

/** A member's name as in a passport: the family name in capitals first, as border police and hotels look for it. */
export function memberName({ family, given }: Pick<VisitMember, 'family' | 'given'>): string {
  return passportName({
    native: null,
    romanised: '',
    passportFamily: family,
    passportGiven: given,
    order: 'family-first',
  })
}

/** Whom the guests come to. */
export function hostOf(visit: Pick<VisitRow, 'comes_to_maker' | 'maker' | 'partner'>) {
  return visit.comes_to_maker ? visit.maker : visit.partner
}

/** Where the guests come from. */
export function homeOf(visit: Pick<VisitRow, 'comes_to_maker' | 'maker' | 'partner'>) {
  return visit.comes_to_maker ? visit.partner : visit.maker
}

/** The invitation, the list of who comes, or the programme day by day, in two languages. */
export function visitPdf(
  paper: VisitPaper,
  { visit, parts, now }: { visit: VisitRow; parts: VisitParts; now: Date },
  pair: Pair,
  {
    translator,
    demonstration,
    demonstrationBanner,
  }: Pick<Services, 'translator' | 'demonstration' | 'demonstrationBanner'>,
): PdfDocument {
  const both = inBoth(pair, translator)
  const [first] = pair
  const blocks: Record<VisitPaper, () => Block[]> = {
    invitation: () => invitation(visit, parts, both),
    list: () => [members(parts, both, pair)],
    programme: () => [programme(parts, both)],
  }
  return {
    language: first,
    title: translator.for(first)(m(`visit-paper.${paper}`)),
    author: localised(hostOf(visit), first).text,
    reference: visit.id.slice(-12),
    now,
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both.names(hostOf(visit))],
        titles: both.lines(m(`visit-paper.${paper}`)),
        subtitle: both.runs((language) =>
          m('letter.dated', { day: formatDate(now.toISOString().slice(0, 10), language) }),
        ),
      },
      facts(visit, both),
      ...blocks[paper](),
    ],
  }
}

function facts(visit: VisitRow, both: Both): Block {
  const day = (on: string) =>
    both.runs((language) => m('letter.day', { day: formatDate(on, language) }))
  return {
    kind: 'definitions',
    columns: 2,
    items: [
      { term: both.runs(m('visit.title')), value: both.typed(visit.title) },
      { term: both.runs(m('visit.kind')), value: both.runs(m(`visit-kind.${visit.kind}`)) },
      { term: both.runs(m('visit.home')), value: both.names(homeOf(visit)) },
      { term: both.runs(m('visit.host')), value: both.names(hostOf(visit)) },
      { term: both.runs(m('column.startsOn')), value: day(visit.starts_on) },
      { term: both.runs(m('column.endsOn')), value: day(visit.ends_on) },
    ],
  }
}

function invitation(visit: VisitRow, parts: VisitParts, both: Both): Block[] {
  const said = (language: Language) =>
    m('visit-paper.invitation-body', {
      host: localised(hostOf(visit), language).text,
      home: localised(homeOf(visit), language).text,
      from: formatDate(visit.starts_on, language),
      until: formatDate(visit.ends_on, language),
    })
  const hostPays = parts.costs.filter(({ payer }) => payer === 'host')
  return [
    { kind: 'paragraph', words: both.runs(said) },
    ...(visit.purpose === ''
      ? []
      : [{ kind: 'paragraph' as const, words: both.typed(visit.purpose) }]),
    {
      kind: 'table',
      columns: [
        { header: both.runs(m('stay.passport-name')), width: { fr: 2 } },
        { header: both.runs(m('visit.role')), width: { fr: 2 } },
      ],
      rows: parts.members.map((member) => ({
        cells: [words('en', memberName(member), { whole: true }), both.typed(member.role || '–')],
      })),
    },
    ...(hostPays.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: both.runs(m('visit-paper.host-pays')),
            columns: [
              { header: both.runs(m('visit.cost')), width: { fr: 2 } },
              { header: both.runs(m('visit.amount')), width: { fr: 1 }, align: 'end' as const },
            ],
            rows: hostPays.map(({ what, amount }) => ({
              cells: [both.typed(what), words('en', formatMoney(amount, 'en'))],
            })),
          },
        ]),
    {
      kind: 'signatures',
      places: [
        { kind: 'signature', label: both.runs(m('letter.signature')) },
        { kind: 'stamp', label: both.runs(m('letter.stamp')) },
      ],
    },
  ]
}

function members({ members: all }: VisitParts, both: Both, [first]: Pair): Block {
  return {
    kind: 'table',
    columns: [
      { header: words(first, '#'), width: { mm: 10 }, align: 'end' },
      { header: both.runs(m('stay.passport-name')), width: { fr: 3 } },
      { header: both.runs(m('visit.native')), width: { fr: 2 } },
      { header: both.runs(m('visit.role')), width: { fr: 3 } },
      { header: both.runs(m('visit.arrives')), width: { fr: 2 } },
    ],
    rows: all.map((member, index) => ({
      cells: [
        words('en', String(index + 1)),
        words('en', memberName(member), { whole: true, strong: true }),
        both.typed(member.native || '–'),
        both.typed(member.role || '–'),
        member.arrivesOn === null
          ? words('en', '–')
          : words(first, formatDate(member.arrivesOn, first, 'medium')),
      ],
    })),
  }
}

function programme({ programme: points }: VisitParts, both: Both): Block {
  return {
    kind: 'table',
    columns: [
      { header: both.runs(m('visit.day')), width: { fr: 2 } },
      { header: both.runs(m('visit.time')), width: { mm: 18 } },
      { header: both.runs(m('visit.point')), width: { fr: 4 } },
      { header: both.runs(m('visit.place')), width: { fr: 3 } },
    ],
    rows: points.map(({ onDay, atTime, what, place }, index) => ({
      cells: [
        points[index - 1]?.onDay === onDay
          ? words('en', '')
          : both.runs((language) =>
              m('letter.day', { day: formatDate(onDay, language, 'medium') }),
            ),
        words('en', atTime || '–'),
        both.typed(what),
        both.typed(place || '–'),
      ],
    })),
  }
}

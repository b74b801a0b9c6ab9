import {
  type Block,
  inBoth,
  type Pair,
  type PdfDocument,
  type Run,
  words,
  type Words,
} from '#kernel/documents'
import type { Message, Translator } from '#kernel/messages'
import {
  dateInZone,
  displayName,
  formatDate,
  isLanguage,
  type Language,
  localised,
  type PersonName,
} from '#kernel/values'
import { m } from './messages/index.ts'
import { reasonMessage } from './pages/scene.tsx'
import { votesText } from './pages/sitting-words.tsx'
import type { ItemRow, Member, SittingRow } from './queries/sittings.ts'

/** What the minutes of a committee are made of. */
export interface MinutesFacts {
  sitting: SittingRow
  members: readonly Member[]
  items: readonly ItemRow[]
  /** Whether whoever reads may know whose the applications are. */
  isNamed: boolean
  now: Date
  /** The sentence of the demonstration, where this is one. */
  banner: Message | null
}

/** The first two languages of a call; English beside one that stands alone. */
export function languagesOfMinutes(sitting: Pick<SittingRow, 'languages'>): Pair {
  const [first = 'en', second] = sitting.languages.filter(isLanguage)
  return [first, second ?? 'en']
}

type Both = ReturnType<typeof inBoth>

/**
 * The minutes of a sitting in the languages of the call: who was there, what was said, and of every application the votes,
 * what was decided and why, and who had left the room. What somebody typed stands as they typed it. Once approved, the
 * same sitting gives the same reader the same bytes: its date is that of the approval.
 */
export function minutesOf(facts: MinutesFacts, pair: Pair, translator: Translator): PdfDocument {
  const { sitting, members } = facts
  const [first] = pair
  const both = inBoth(pair, translator)
  const title = localised(sitting.titles, first).text
  const people = (isThere: boolean) => {
    const found = members.filter(({ isPresent }) => isPresent === isThere)
    return found.length === 0
      ? words(first, '–')
      : found.map(({ name }, place) => person(name, first, place > 0))
  }
  return {
    language: first,
    title: `${translator.for(first)(m('sitting.document'))} ${sitting.held_on}`,
    author: localised(sitting.organisation, first).text,
    reference: sitting.held_on,
    now: sitting.approved_at ?? facts.now,
    footer: [words(first, `${title} · ${sitting.held_on}`)],
    ...(facts.banner ? { banner: both.runs(facts.banner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both.names(sitting.organisation)],
        titles: both.lines(m('sitting.document')),
        subtitle: [
          ...both.names(sitting.titles),
          words(first, `\n${formatDate(sitting.held_on, first)}`),
        ],
      },
      {
        kind: 'definitions',
        columns: 2,
        items: [
          { term: both.runs(m('sitting.place')), value: both.typed(sitting.place || '–') },
          { term: both.runs(m('sitting.chair')), value: person(sitting.chair, first) },
          { term: both.runs(m('sitting.secretary')), value: person(sitting.secretary, first) },
          { term: both.runs(m('sitting.present')), value: people(true) },
          { term: both.runs(m('sitting.absent')), value: people(false) },
        ],
      },
      ...said(sitting, both),
      itemsTable(facts, first, both),
      signatures(sitting, first, both),
    ],
  }
}

function person(name: PersonName, language: Language, onNewLine = false): Run {
  return words(language, `${onNewLine ? '\n' : ''}${displayName(name, language)}`, { whole: true })
}

function said({ minutes }: SittingRow, both: Both): Block[] {
  if (minutes === '') return []
  return [
    { kind: 'heading', level: 1, words: both.runs(m('sitting.minutes-text')) },
    ...minutes
      .split(/\n\s*\n/)
      .map((text): Block => ({ kind: 'paragraph', words: both.typed(text.trim()) })),
  ]
}

function itemsTable(facts: MinutesFacts, first: Language, both: Both): Block {
  return {
    kind: 'table',
    caption: both.runs(m('sitting.agenda')),
    columns: [
      { header: words(first, '#'), width: { mm: 10 }, align: 'end' },
      { header: both.runs(m('sitting.application')), width: { fr: 4 } },
      { header: both.runs(m('sitting.outcome')), width: { fr: 5 } },
      { header: both.runs(m('sitting.votes-hint')), width: { fr: 3 } },
      { header: both.runs(m('sitting.left')), width: { fr: 3 } },
    ],
    rows: facts.items.map((item) => ({ cells: cellsOf(facts, item, first, both) })),
  }
}

function cellsOf(
  { sitting, members, isNamed }: MinutesFacts,
  item: ItemRow,
  first: Language,
  both: Both,
): Words[] {
  const seat = sitting.definition.destinations.find(({ id }) => id === item.destination_id)
  const reason = reasonMessage(item.reason)
  const left = members.filter(({ id }) => item.left.includes(id))
  const outcome = item.application_state === 'withdrawn' ? 'withdrawn' : null
  return [
    words(first, String(item.position)),
    [
      ...both.runs(m('own.number', { number: item.number })).slice(0, 1),
      ...(isNamed ? [person(item.name, first, true)] : []),
    ],
    [
      ...both.runs(
        outcome ? m('sitting.withdrawn') : m(`sitting.outcome.${item.outcome ?? 'none'}`),
      ),
      ...(seat ? [words(first, `\n${localised(seat.name, first).text}`)] : []),
      ...(reason ? [words(first, '\n'), ...both.runs(reason).slice(0, 1)] : []),
      ...Object.values(item.note).map((text) => words(first, `\n${text}`)),
    ],
    words(first, item.outcome === null ? '–' : votesText({ language: first }, item)),
    left.length === 0
      ? words(first, '–')
      : left.map(({ name }, place) => person(name, first, place > 0)),
  ]
}

function signatures(sitting: SittingRow, first: Language, both: Both): Block {
  const at = sitting.approved_at
  const day = at && formatDate(dateInZone(at, sitting.time_zone), first)
  return {
    kind: 'signatures',
    places: [
      {
        kind: 'signature',
        label: both.runs(m('sitting.chair')),
        name: person(sitting.chair, first),
        ...(day ? { date: words(first, day) } : {}),
        filled: both.runs(m(at ? 'sitting.state.approved' : 'sitting.draft')),
      },
      {
        kind: 'signature',
        label: both.runs(m('sitting.secretary')),
        name: person(sitting.secretary, first),
      },
    ],
  }
}

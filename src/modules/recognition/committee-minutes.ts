import { type Block, type PdfDocument, type Run, words, type Words } from '#kernel/documents'
import type { Message, Translator } from '#kernel/messages'
import {
  dateInZone,
  displayName,
  formatDate,
  type Language,
  localised,
  type PersonName,
} from '#kernel/values'
import { m } from './messages/index.ts'
import { creditText, titleOf, verdictMessage } from './pages/words.ts'
import type { CommitteeItem, Member, MinutedLine, SittingRow } from './queries/office/committee.ts'
import { reasonsFor, reasonsGiven } from './rules/reason-language.ts'

/** What the minutes of a sitting are made of. */
export interface MinutesFacts {
  sitting: SittingRow
  members: readonly Member[]
  items: readonly CommitteeItem[]
  now: Date
  /** The sentence of the demonstration, where this is one. */
  banner: Message | null
}

type Said = Message | ((language: Language) => string)

/**
 * The minutes of a sitting in the home institution's language and in English: who was there, what was said, and of every
 * item what was proposed, what was decided and why. What somebody typed stands as they typed it. Once approved, the same
 * sitting gives the same bytes: its date is that of the approval.
 */
export function minutesOf(
  facts: MinutesFacts,
  [first, second]: readonly [Language, Language],
  translator: Translator,
): PdfDocument {
  const { sitting, members } = facts
  const say = (said: Said, language: Language) =>
    typeof said === 'function' ? said(language) : translator.for(language)(said)
  const both = (said: Said): Run[] => {
    const [head, tail] = [say(said, first), say(said, second)]
    return first === second || head === tail
      ? [words(first, head)]
      : [words(first, head), words(second, `\n${tail}`, { muted: true })]
  }
  const names = (people: readonly Member[]) =>
    people.length === 0
      ? words(first, '–')
      : people.map(({ name }, index) => person(name, first, index > 0))
  const present = members.filter((each) => each.isPresent)
  return {
    language: first,
    title: `${translator.for(first)(m('committee.minutes'))} ${sitting.held_on}`,
    author: localised(sitting.names, first).text,
    reference: sitting.held_on,
    now: sitting.approvedAt ?? facts.now,
    footer: [words('en', sitting.held_on)],
    ...(facts.banner ? { banner: both(facts.banner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both((language) => localised(sitting.names, language).text)],
        titles:
          first === second
            ? [both(m('committee.document'))]
            : [first, second].map((language) =>
                words(language, say(m('committee.document'), language)),
              ),
        subtitle: both((language) => formatDate(sitting.held_on, language)),
      },
      {
        kind: 'definitions',
        columns: 2,
        items: [
          { term: both(m('committee.place')), value: words(first, sitting.place || '–') },
          { term: both(m('committee.quorum')), value: words(first, String(sitting.quorum)) },
          { term: both(m('committee.chair')), value: person(sitting.chair, first) },
          { term: both(m('committee.secretary')), value: person(sitting.secretary, first) },
          { term: both(m('committee.present')), value: names(present) },
          {
            term: both(m('committee.absent')),
            value: names(members.filter((each) => !each.isPresent)),
          },
        ],
      },
      ...(sitting.minutes
        ? ([
            { kind: 'heading', level: 1, words: both(m('committee.minutes-text')) },
            ...sitting.minutes
              .split(/\n\s*\n/)
              .map((text) => ({ kind: 'paragraph' as const, words: words(first, text.trim()) })),
          ] satisfies Block[])
        : []),
      itemsTable(facts, [first, second], both),
      signatures(facts, first, both),
    ],
  }
}

function person(name: PersonName, language: Language, onNewLine = false): Run {
  return words(language, `${onNewLine ? '\n' : ''}${displayName(name, language)}`, { whole: true })
}

function itemsTable(
  { items }: MinutesFacts,
  [first, second]: readonly [Language, Language],
  both: (said: Said) => Run[],
): Block {
  return {
    kind: 'table',
    caption: both(m('committee.agenda')),
    columns: [
      { header: words(first, '#'), width: { mm: 8 }, align: 'end' },
      { header: both(m('committee.case')), width: { fr: 4 } },
      { header: both(m('page.line.verdict')), width: { fr: 6 } },
      { header: both(m('committee.outcome')), width: { fr: 4 } },
    ],
    rows: items.map((item) => ({
      cells: [
        words(first, String(item.position)),
        [
          words(first, `${item.number}\n`, { strong: true }),
          words(first, displayName(item.student, first), { whole: true }),
          words(first, `\n${localised(item.hostNames, first).text}`, { muted: true }),
        ],
        (item.lines ?? []).flatMap((line, index) => lineRuns(line, first, both, index > 0)),
        [
          ...both(m(`committee.outcome.${item.outcome ?? 'none'}`)),
          ...(item.proposal ? [words(first, `\n${item.proposal}`, { muted: true } as const)] : []),
          ...reasonsFor(reasonsGiven(item), [first, second]).map(({ text, language }) =>
            words(language ?? first, `\n${text}`),
          ),
        ],
      ] satisfies Words[],
    })),
  }
}

function lineRuns(
  line: MinutedLine,
  first: Language,
  both: (said: Said) => Run[],
  onNewLine: boolean,
): Run[] {
  const title = titleOf(line.titles, first).text
  const home = line.homeCourseCode
    ? ` → ${line.homeCourseCode}${line.homeCredit ? ` (${creditText(line.homeCredit, first)})` : ''}`
    : ''
  return [
    words(first, `${onNewLine ? '\n' : ''}${line.code} ${title}${home}\n`),
    ...both(verdictMessage(line.verdict)).slice(0, 1),
  ]
}

function signatures(
  { sitting }: MinutesFacts,
  first: Language,
  both: (said: Said) => Run[],
): Block {
  const approved = sitting.approvedAt
    ? both(m('committee.state.approved'))
    : both(m('committee.draft'))
  const day = sitting.approvedAt
    ? formatDate(dateInZone(sitting.approvedAt, sitting.timeZone), first)
    : null
  return {
    kind: 'signatures',
    places: [
      {
        kind: 'signature',
        label: both(m('committee.chair')),
        name: person(sitting.chair, first),
        ...(day ? { date: words(first, day) } : {}),
        filled: approved,
      },
      {
        kind: 'signature',
        label: both(m('committee.secretary')),
        name: person(sitting.secretary, first),
      },
    ],
  }
}

import { type Block, type PdfDocument, type Run, words, type Words } from '#kernel/documents'
import type { Message, Translator } from '#kernel/messages'
import {
  type DateOnly,
  displayName,
  formatDate,
  formatDateRange,
  formatNumber,
  type Language,
  localised,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import type { MentorshipRow } from '../queries/mentorships.ts'
import type { MentorKind } from '../schema.ts'

type Pair = readonly [Language, Language]

/** What both papers of a mentor need beside what they tell. */
interface PaperSettings {
  languages: Pair
  translator: Translator
  banner: Message | null
  /** The day on which the paper is made. */
  today: DateOnly
  now: Date
}

type Say = (language: Language) => Message

function bothOf({ languages: [first, second], translator }: PaperSettings) {
  return (say: Say): readonly [Run, Run] => [
    words(first, translator.for(first)(say(first))),
    words(second, translator.for(second)(say(second))),
  ]
}

/** Two runs on one line. */
function line([first, second]: readonly [Run, Run]): Words {
  if (first.text === second.text) return first
  return [first, words('en', ' · ', { muted: true }), { ...second, muted: true }]
}

function named(names: LocalText, [first, second]: Pair): Words {
  const [one, two] = [localised(names, first), localised(names, second)]
  return line([
    words(one.language || first, one.text, { whole: true }),
    words(two.language || second, two.text, { whole: true }),
  ])
}

function framed(
  settings: PaperSettings,
  of: { title: Message; author: LocalText; reference: string },
  blocks: Block[],
): PdfDocument {
  const { languages, translator, banner, now } = settings
  const [first] = languages
  const t = translator.for(first)
  return {
    language: first,
    title: t(of.title),
    author: localised(of.author, first).text,
    reference: of.reference,
    now,
    ...(banner ? { banner: words(first, t(banner)) } : {}),
    blocks,
  }
}

/** The period of a mentorship in a language: that of the engagement, or since the mentor accepted. */
function periodIn(given: MentorshipRow, language: Language, settings: PaperSettings): string {
  const from = given.began_on ?? given.starts_on ?? settings.today
  const until = given.ended_on ?? given.ends_on
  if (until !== null && until >= from) return formatDateRange(from, until, language)
  return settings.translator.for(language)(
    m('letter.period-open', { from: formatDate(from, language) }),
  )
}

/**
 * The letter by which a student's school appoints a mentor who has accepted (聘书 and its equivalents), in two languages beside
 * each other, with the period and the duties; the school signs and stamps it.
 */
export function appointmentLetter(given: MentorshipRow, settings: PaperSettings): PdfDocument {
  const { languages } = settings
  const both = bothOf(settings)
  const pair = (say: Say) => {
    const [first, second] = both(say)
    return { first, second }
  }
  const body: Say = (language) =>
    m(`letter.body.${given.kind}`, {
      organisation: localised(given.organisation, language).text,
      mentor: displayName(given.mentor, language),
      place: localised(given.mentor_organisation, language).text,
      student: displayName(given.student, language),
      title: localised(given.titles, language).text,
      period: periodIn(given, language, settings),
    })
  const title = m('letter.title')
  return framed(settings, { title, author: given.organisation, reference: given.id.slice(-12) }, [
    {
      kind: 'title',
      organisations: [named(given.organisation, languages)],
      titles: [...both(() => title)],
      subtitle: named(given.titles, languages),
    },
    { kind: 'bilingual', arrangement: 'beside', pairs: [pair(body)] },
    { kind: 'heading', level: 2, words: line(both(() => m('letter.duties'))) },
    {
      kind: 'bilingual',
      arrangement: 'beside',
      pairs: (['goals', 'meet', 'note', 'say'] as const).map((duty) =>
        pair(() => m(`letter.duty.${duty}`)),
      ),
    },
    { kind: 'bilingual', arrangement: 'beside', pairs: [pair(() => m('letter.thanks'))] },
    {
      kind: 'signatures',
      places: [
        {
          kind: 'signature',
          label: named(given.organisation, languages),
          date: line(both(() => m('letter.date'))),
        },
        { kind: 'stamp', label: line(both(() => m('letter.stamp'))) },
      ],
    },
  ])
}

/** A line of a mentor's record; no student is named in it. */
export interface RecordLine {
  kind: MentorKind
  titles: LocalText
  from: DateOnly
  until: DateOnly | null
  /** Minutes of meetings that were held with the student while the mentor held the place. */
  minutes: number
}

/** What a mentor has given, for their own record: in what, as what, when, and the hours of meetings; with thanks. */
export function mentorRecord(
  mentor: { name: PersonName; organisation: LocalText; id: string },
  lines: readonly RecordLine[],
  settings: PaperSettings,
): PdfDocument {
  const { languages, translator } = settings
  const both = bothOf(settings)
  const head = (key: 'what' | 'as' | 'period' | 'hours') => line(both(() => m(`record.${key}`)))
  const hours = (minutes: number) =>
    words(languages[0], formatNumber(Math.round(minutes / 6) / 10, languages[0]))
  const cells = (each: RecordLine): Words[] => [
    named(each.titles, languages),
    line(both(() => m(`kind.${each.kind}`))),
    line(
      languages.map((language) =>
        words(
          language,
          each.until === null
            ? translator.for(language)(
                m('letter.period-open', { from: formatDate(each.from, language, 'medium') }),
              )
            : formatDateRange(each.from, each.until, language, 'medium'),
        ),
      ) as unknown as readonly [Run, Run],
    ),
    hours(each.minutes),
  ]
  const body: Say = (language) =>
    m('record.body', {
      mentor: displayName(mentor.name, language),
      place: localised(mentor.organisation, language).text,
    })
  const [first, second] = both(body)
  const [thanks, thanksToo] = both(() => m('record.thanks'))
  const title = m('record.title')
  return framed(settings, { title, author: mentor.organisation, reference: mentor.id.slice(-12) }, [
    {
      kind: 'title',
      organisations: [named(mentor.organisation, languages)],
      titles: [...both(() => title)],
    },
    { kind: 'bilingual', arrangement: 'beside', pairs: [{ first, second }] },
    {
      kind: 'table',
      columns: [
        { header: head('what'), width: { fr: 3 } },
        { header: head('as'), width: { fr: 2 } },
        { header: head('period'), width: { fr: 3 } },
        { header: head('hours'), width: { mm: 24 }, align: 'end' },
      ],
      rows: [
        ...lines.map((each) => ({ cells: cells(each) })),
        {
          kind: 'total' as const,
          cells: [
            line(both(() => m('record.total'))),
            words('en', ''),
            words('en', ''),
            hours(lines.reduce((all, { minutes }) => all + minutes, 0)),
          ],
        },
      ],
    },
    { kind: 'bilingual', arrangement: 'beside', pairs: [{ first: thanks, second: thanksToo }] },
  ])
}

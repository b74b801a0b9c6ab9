import {
  type Block,
  grouped,
  type PdfDocument,
  type Run,
  runsOf,
  statementCode,
  words,
  type Words,
} from '#kernel/documents'
import type { Services } from '#kernel/http'
import type { Message, Translator } from '#kernel/messages'
import {
  dateInZone,
  displayName,
  formatDate,
  formatYear,
  type Fraction,
  type Language,
  localised,
  type LocalText,
  passportName,
  type PersonName,
} from '#kernel/values'
import { m } from './messages/index.ts'
import { groupsOf, type LineGroup } from './pages/case-sets.tsx'
import { creditText, titleOf } from './pages/words.ts'
import type { CaseLine, CasePageRow } from './queries/cases.ts'
import type { StatedDecision } from './queries/decisions.ts'
import { reasonsFor, spokenReasons } from './rules/reason-language.ts'

/** What a statement of recognition is made of. */
export interface StatementFacts extends Omit<StatedDecision, 'id' | 'releasedAt'> {
  found: CasePageRow
  lines: readonly CaseLine[]
  judges: ReadonlyMap<string, PersonName>
  /** The page on which whoever holds the paper finds the decision by its code. */
  address: string
  /** The sentence of the demonstration, where this is one. */
  banner: Message | null
}

/**
 * The statement of recognition in two languages: whose, from where, by which rules, line by line with
 * the reason of every refusal, the total, and places for signature and stamp. The same decision gives
 * the same bytes: its date is the decision's.
 */
export function statementOf(
  facts: StatementFacts,
  [first, second]: readonly [Language, Language],
  translator: Translator,
): PdfDocument {
  const both = bilingual([first, second], translator)
  const { found } = facts
  const code = statementCode(facts.documentSha256)
  return {
    language: first,
    title: `${translator.for(first)(m('page.statement.title'))} ${found.number}`,
    author: localised(found.home_names, first).text,
    reference: found.number,
    now: facts.decidedAt,
    // On every page, so that none of another statement is put among them.
    footer: [words('en', `${found.number} · ${facts.revision} · ${code}`)],
    ...(facts.banner ? { banner: both.runs(facts.banner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [names(found.home_names, [first, second])],
        titles: both.lines(m('page.statement.title')),
        subtitle: both.runs((language) =>
          m('page.statement.of', { host: localised(found.host_names, language).text }),
        ),
      },
      definitions(facts, both, [first, second], translator),
      recognisedTable(facts, both, [first, second]),
      ...refusedBlocks(facts, both, [first, second], translator),
      {
        kind: 'signatures',
        places: [
          { kind: 'signature', label: both.runs(m('page.statement.signature')) },
          { kind: 'stamp', label: both.runs(m('page.statement.stamp')) },
        ],
      },
      {
        kind: 'verification',
        address: facts.address,
        words: [
          words('en', `${code}\n`, { strong: true }),
          ...both.runs(m('statement.verify')),
          words('en', `\nSHA-256 ${grouped(facts.documentSha256)}`, { muted: true }),
        ],
      },
    ],
  }
}

type Pair = readonly [Language, Language]
type Said = Message | ((language: Language) => Message)

/** Says things in both languages: as one run of words, or as two lines. */
function bilingual([first, second]: Pair, translator: Translator) {
  const say = (said: Said, language: Language) =>
    translator.for(language)(typeof said === 'function' ? said(language) : said)
  return {
    lines: (said: Said): Words[] =>
      first === second
        ? [words(first, say(said, first))]
        : [words(first, say(said, first)), words(second, say(said, second))],
    runs(said: Said): Run[] {
      const head = words(first, say(said, first))
      const tail = say(said, second)
      if (first === second || tail === head.text) return [head]
      return [head, words(second, `\n${tail}`, { muted: true })]
    },
  }
}

type Both = ReturnType<typeof bilingual>

function names(text: LocalText, [first, second]: Pair): Words {
  const head = localised(text, first)
  const tail = localised(text, second)
  return head.text === tail.text
    ? [words(head.language, head.text, { whole: true })]
    : [
        words(head.language, head.text, { whole: true }),
        words(tail.language, `\n${tail.text}`, { muted: true, whole: true }),
      ]
}

/** A value as each of the two readers writes it, once where both write the same. */
function each([first, second]: Pair, say: (language: Language) => string): Words {
  const [head, tail] = [say(first), say(second)]
  return head === tail
    ? [words(first, head)]
    : [words(first, head), words(second, `\n${tail}`, { muted: true })]
}

/** A name for the first reader, and in Latin letters for whoever reads no other. */
function person(name: PersonName, language: Language): Words {
  const head = displayName(name, language)
  return head.includes(name.romanised)
    ? [words(language, head, { whole: true })]
    : [
        words(language, head, { whole: true }),
        words('en', `\n${name.romanised}`, { muted: true, whole: true }),
      ]
}

/** “2, replaces 1 of 3 March 2026” for whoever holds both papers. */
function revisionText(
  { revision, replaces, found }: StatementFacts,
  translator: Translator,
): (language: Language) => string {
  return (language) => {
    if (!replaces) return String(revision)
    const day = formatDate(dateInZone(replaces.decidedAt, found.home_time_zone), language)
    const args = { revision, before: replaces.revision, day }
    return translator.for(language)(m('statement.revision-replaces', args))
  }
}

function definitions(facts: StatementFacts, both: Both, pair: Pair, translator: Translator): Block {
  const { found } = facts
  const [first] = pair
  const decidedOn = dateInZone(facts.decidedAt, found.home_time_zone)
  const item = (term: Message, value: Words) => ({ term: both.runs(term), value })
  return {
    kind: 'definitions',
    columns: 2,
    items: [
      item(m('page.statement.student'), [
        words(first, displayName(found.student, first), { strong: true, whole: true }),
        words('en', `\n${passportName(found.student)}`, { muted: true, whole: true }),
      ]),
      item(m('page.statement.student-number'), words('en', found.student_number)),
      item(m('page.statement.programme'), names(found.programme_names, pair)),
      item(
        m('page.statement.intake'),
        each(pair, (language) => formatYear(found.intake_year, language)),
      ),
      item(m('page.statement.case'), words('en', found.number)),
      item(m('statement.revision'), each(pair, revisionText(facts, translator))),
      item(
        m('page.statement.decided'),
        each(pair, (language) => formatDate(decidedOn, language)),
      ),
      item(
        m('page.statement.by'),
        found.decider ? person(found.decider, first) : words(first, '–'),
      ),
      item(
        m('page.statement.rules'),
        both.runs((language) =>
          m('page.statement.rules-version', {
            name: localised(facts.ruleName, language).text,
            version: found.rule_set_version ?? 1,
          }),
        ),
      ),
    ],
  }
}

function recognisedTable(facts: StatementFacts, both: Both, pair: Pair): Block {
  const [first] = pair
  const rows = recognisedGroups(facts.lines)
  const number = (text: string) => words(first, text)
  return {
    kind: 'table',
    caption: both.runs(m('page.statement.recognised')),
    columns: [
      { header: both.runs(m('page.statement.host-course')), width: { fr: 5 } },
      { header: both.runs(m('page.statement.credit')), width: { mm: 18 }, align: 'end' },
      { header: both.runs(m('page.statement.grade')), width: { mm: 18 }, align: 'center' },
      { header: both.runs(m('page.statement.home-course')), width: { fr: 5 } },
      { header: both.runs(m('page.statement.credit')), width: { mm: 18 }, align: 'end' },
      { header: both.runs(m('page.statement.entry')), width: { mm: 18 }, align: 'center' },
    ],
    rows: [
      ...rows.map(({ hosts, homes }) => ({
        cells: [
          stacked(hosts.map((line) => course(line.code, line.titles, pair))),
          stacked(hosts.map((line) => [number(creditText(line.credit, first))])),
          stacked(hosts.map((line) => [number(line.grade ?? '–')])),
          stacked(homes.map((home) => course(home.code, home.titles, pair))),
          stacked(homes.map((home) => [number(creditText(home.credit, first))])),
          stacked(homes.map((home) => [number(home.grade ?? '–')])),
        ],
      })),
      {
        kind: 'total' as const,
        cells: [
          both.runs(m('page.statement.total')),
          number(''),
          number(''),
          number(''),
          number(creditText(facts.found.recognised_credit, first)),
          number(''),
        ],
      },
    ],
  }
}

interface HomeEntry {
  code: string
  titles: CaseLine['titles']
  credit: string | Fraction | null
  grade: string | null
}

/** What is recognised: lines that count together stand beside their home courses together. */
export function recognisedGroups(
  lines: readonly CaseLine[],
): { hosts: readonly CaseLine[]; homes: HomeEntry[] }[] {
  return groupsOf(lines)
    .filter((group) => group.lines[0]!.verdict === 'recognised')
    .map(({ lines: hosts, set }) => {
      const [line] = hosts as [CaseLine]
      const found = set ?? (line.changedBy ? null : line.engine)
      const homes = found
        ? found.homeCourses.map((home) => ({
            code: home.code,
            titles: home.title,
            credit: home.recorded,
            grade: set ? set.recordedGrade : line.recordedGrade,
          }))
        : [
            {
              code: line.homeCourseCode ?? '',
              titles: line.homeCourseTitles,
              credit: line.homeCredit,
              grade: line.recordedGrade,
            },
          ]
      return { hosts, homes }
    })
}

/** Several entries of one cell, one under the other. */
function stacked(entries: readonly Words[]): Words {
  return entries.flatMap((entry, place) => [
    ...(place === 0 ? [] : [words('en', '\n')]),
    ...runsOf(entry),
  ])
}

/** A course's code and its titles in both languages, each once. */
function course(code: string, titles: CaseLine['titles'], [first, second]: Pair): Words {
  const head = titleOf(titles, first)
  const tail = titleOf(titles, second)
  return [
    words('en', `${code} `, { muted: true }),
    words(head.language || first, head.text),
    ...(tail.text === head.text
      ? []
      : [words(tail.language || second, `\n${tail.text}`, { muted: true })]),
  ]
}

function refusedBlocks(
  facts: StatementFacts,
  both: Both,
  pair: Pair,
  translator: Translator,
): Block[] {
  const rows = groupsOf(facts.lines).filter(({ lines }) => lines[0]!.verdict === 'refused')
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: both.runs(m('page.statement.not-recognised')),
      columns: [
        { header: both.runs(m('page.statement.host-course')), width: { fr: 4 } },
        { header: both.runs(m('page.statement.reason')), width: { fr: 7 } },
      ],
      rows: rows.map((group) => ({
        cells: [
          stacked(group.lines.map((line) => course(line.code, line.titles, pair))),
          reasonWords(group, facts, pair, translator),
        ],
      })),
    },
  ]
}

/** Why a line is not recognised: the evaluator's word, else the rule that spoke against it. */
function reasonWords(
  { lines, set }: LineGroup,
  facts: StatementFacts,
  [first, second]: Pair,
  translator: Translator,
): Words {
  const [line] = lines as [CaseLine]
  const spoken = reasonsFor(spokenReasons(line), [first, second])
  if (spoken.length > 0) {
    // A reason that was given in one language is marked as being in that one, whoever reads it.
    return spoken.map(({ text, language }, place) =>
      place === 0
        ? words(language ?? first, text)
        : words(language ?? first, `\n${text}`, { muted: true }),
    )
  }
  const against = [...(set?.reasons ?? []), ...lines.flatMap((each) => each.engine.reasons)].find(
    (reason) => reason.outcome === 'against',
  )
  if (!against) return words(first, '–')
  const said = (language: Language) => {
    const args = { ...against.args }
    const judge = typeof args['judge'] === 'string' ? facts.judges.get(args['judge']) : undefined
    if (judge) args['judge'] = displayName(judge, language)
    return translator.for(language)(m(against.key, args))
  }
  return first === second
    ? words(first, said(first))
    : [words(first, said(first)), words(second, `\n${said(second)}`, { muted: true })]
}

const languageOfCountry: Readonly<Record<string, Language>> = {
  TH: 'th',
  CN: 'zh-Hans',
  KR: 'ko',
  FR: 'fr',
}

/** The two languages of a statement unless somebody chooses others: the home institution's and the host's, or English for either. */
export function languagesOfStatement(home: string, host: string): [Language, Language] {
  const first = languageOfCountry[home] ?? 'en'
  const second = languageOfCountry[host] ?? 'en'
  return [first, first === second && first !== 'en' ? 'en' : second]
}

/** The facts of a statement with where it is checked, and the sentence of a demonstration. */
export function withAddress(
  facts: Omit<StatementFacts, 'address' | 'banner'>,
  language: Language,
  services: Pick<Services, 'origin' | 'demonstration' | 'demonstrationBanner'>,
): StatementFacts {
  const code = statementCode(facts.documentSha256)
  return {
    ...facts,
    address: `${services.origin}/${language}/statement-checks/${code}`,
    banner: services.demonstration ? services.demonstrationBanner : null,
  }
}

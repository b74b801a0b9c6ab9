import {
  type Block,
  grouped,
  type PdfDocument,
  type Run,
  words,
  type Words,
} from '#kernel/documents'
import type { Message, Translator } from '#kernel/messages'
import { formatNumber, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { type AgreementKind, type Condition, conditionFields } from '../rules/conditions.ts'
import { fieldText, type Names, yearsText } from '../pages/words.ts'

/** What the paper of an agreement is made of. */
export interface AgreementPaper {
  title: string
  kind: AgreementKind
  whole: WholeAgreement
  own: WholeCopy
  version: { number: number; hash: string; text: { terms: string; conditions: Condition[] } }
  /** The names of partners and units in a language. */
  names: (language: Language) => Names
  /** Of the canonical text, where the paper is put to signature: its code and the page that checks it. */
  check: { code: string; sha256: string; address: string } | null
  banner: Message | null
  now: Date
}

/** The paper of an agreement in two languages beside each other; both say what the one record says. */
export function agreementPaper(
  paper: AgreementPaper,
  languages: readonly [Language, Language],
  translator: Translator,
): PdfDocument {
  const [first] = languages
  const { whole, own, title, version } = paper
  const both = pairOf(languages, translator)
  const named = (copy: WholeCopy) => nameIn(copy, languages)
  return {
    language: first,
    title,
    author: localised(own.names, first).text,
    reference: paper.check?.code ?? version.hash.slice(0, 16),
    now: paper.now,
    footer: words('en', `${version.hash.slice(0, 16)}…`),
    ...(paper.banner ? { banner: words(first, translator.for(first)(paper.banner)) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: whole.copies.map(named),
        titles: both(m(`agreement-kind.${paper.kind}`)),
        subtitle: words(first, title),
      },
      facts(paper, both),
      ...conditionBlocks(paper, languages, translator),
      ...termBlocks(paper, both),
      { kind: 'notes', items: [lines(both(m('paper.languages')))] },
      ...(paper.check ? checkBlocks(paper.check, both) : placesBlocks(paper, languages, both)),
    ],
  }
}

type Both = (message: Message) => readonly [Run, Run]

function pairOf(languages: readonly [Language, Language], translator: Translator): Both {
  const [first, second] = languages
  return (message) => [
    words(first, translator.for(first)(message)),
    words(second, translator.for(second)(message)),
  ]
}

/** Two runs on one line, or one under the other. */
function line([first, second]: readonly [Run, Run]): Words {
  return [first, words('en', ' · ', { muted: true }), { ...second, muted: true }]
}

function lines([first, second]: readonly [Run, Run]): Words {
  return [
    { ...first, text: `${first.text}\n` },
    { ...second, muted: true },
  ]
}

function nameIn({ names }: WholeCopy, [first, second]: readonly [Language, Language]): Words {
  const one = localised(names, first)
  const two = localised(names, second)
  const run = words(one.language || first, one.text, { whole: true })
  if (one.text === two.text) return run
  return line([run, words(two.language || second, two.text, { whole: true })])
}

function facts({ own, version, check }: AgreementPaper, both: Both): Block {
  const plain = (text: string) => words('en', text)
  return {
    kind: 'definitions',
    items: [
      ...(own.code === '' ? [] : [{ term: line(both(m('copies.code'))), value: plain(own.code) }]),
      { term: line(both(m('copies.version'))), value: plain(String(version.number)) },
      { term: line(both(m('paper.hash'))), value: plain(grouped(version.hash)) },
      ...(check
        ? [{ term: line(both(m('paper.sha256'))), value: plain(grouped(check.sha256)) }]
        : []),
    ],
  }
}

function conditionBlocks(
  { version, names }: AgreementPaper,
  languages: readonly [Language, Language],
  translator: Translator,
): Block[] {
  const both = pairOf(languages, translator)
  const { conditions } = version.text
  if (conditions.length === 0) return []
  const named = new Map(languages.map((language) => [language, names(language)]))
  return [
    { kind: 'heading', level: 1, words: line(both(m('conditions.title'))) },
    ...conditions.flatMap((condition, place): Block[] => {
      const say = (language: Language) =>
        sentences(condition, language, translator, named.get(language)!)
      const [one, two] = languages.map(say) as [string[], string[]]
      const head = (language: Language) =>
        words(
          language,
          `${formatNumber(place + 1, language)}. ${translator.for(language)(m(`kind.${condition.kind}`))}`,
          { strong: true },
        )
      return [
        {
          kind: 'bilingual',
          arrangement: 'beside',
          pairs: [
            { first: head(languages[0]), second: head(languages[1]) },
            ...one.map((text, at) => ({
              first: words(languages[0], text),
              second: words(languages[1], two[at] ?? ''),
            })),
          ],
        },
      ]
    }),
  ]
}

/** Every part of a condition that says something, as “what: how much”; the same parts in every language. */
function sentences(
  condition: Condition,
  language: Language,
  translator: Translator,
  names: Names,
): string[] {
  const t = translator.for(language)
  const skipped = new Set(['kind', 'firstYear', 'lastYear', 'shared'])
  const said = conditionFields
    .filter((field) => !skipped.has(field) && !isEmpty(condition, field))
    .map((field) => {
      const value = fieldText(condition, field, { language, t }, names)
      if (field === 'seats') {
        const quota = fieldText(condition, 'shared', { language, t }, names)
        return t(m('paper.seats', { seats: value, quota }))
      }
      return t(m('paper.field', { field: t(m(`field.${field}`)), value }))
    })
  const years = yearsText(condition.firstYear, condition.lastYear, { language, t })
  return [...said, t(m('paper.field', { field: t(m('agreement.years')), value: years }))]
}

function isEmpty(condition: Condition, field: (typeof conditionFields)[number]): boolean {
  const value = condition[field]
  return (
    value === '' ||
    value === null ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}

function termBlocks({ version }: AgreementPaper, both: Both): Block[] {
  const { terms } = version.text
  if (terms.trim() === '') return []
  return [
    { kind: 'heading', level: 1, words: line(both(m('agreement.terms'))) },
    { kind: 'paragraph', words: words('en', terms) },
    { kind: 'notes', items: [lines(both(m('paper.terms-as-written')))] },
  ]
}

function placesBlocks(
  { whole }: AgreementPaper,
  languages: readonly [Language, Language],
  both: Both,
): Block[] {
  return whole.copies.map((copy) => ({
    kind: 'signatures',
    places: [
      { kind: 'signature', label: nameIn(copy, languages), date: line(both(m('paper.date'))) },
      { kind: 'stamp', label: line(both(m('paper.stamp'))) },
    ],
  }))
}

function checkBlocks({ code, address }: NonNullable<AgreementPaper['check']>, both: Both): Block[] {
  return [
    {
      kind: 'verification',
      address,
      words: [
        words('en', `${code}\n`, { strong: true }),
        ...[lines(both(m('paper.check')))].flat(),
      ],
    },
  ]
}

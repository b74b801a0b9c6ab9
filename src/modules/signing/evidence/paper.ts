import {
  type Block,
  grouped,
  type PdfDocument,
  statementCode,
  words,
  type Words,
} from '#kernel/documents'
import type { Message, Translate, Translator } from '#kernel/messages'
import { formatInstant, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { ChainEntry } from '../queries/evidence.ts'
import { proofWords } from '../pages/words.tsx'
import type { StepRow } from '../queries/steps.ts'
import { capacityName, partyName } from '../service/party-names.ts'
import { evidenceName } from './evidence.ts'

/** What the paper with the evidence is made of. */
export interface EvidencePaper {
  document: DocumentRow
  /** The version that it is about, and its signers. */
  version: { number: number; sha256: string; pdf_sha256: string; kind: 'canonical' | 'file' }
  steps: readonly StepRow[]
  chain: readonly ChainEntry[]
  state: Message
  /** The page on which anybody checks it. */
  address: string
  /** The evidence for programs, which travels inside. */
  text: string
  banner: Message | null
  now: Date
}

/** The page of evidence as PDF: what was signed, who did what and how it was made sure, and every entry of the chain. */
export function evidencePaper(
  paper: EvidencePaper,
  language: Language,
  translator: Translator,
): PdfDocument {
  const t = translator.for(language)
  const say = (message: Message) => words(language, t(message))
  const { document, version } = paper
  const code = statementCode(version.sha256)
  const title = localised(document.titles, language).text
  const at = (date: Date) => words(language, formatInstant(date, document.time_zone, language))
  return {
    language,
    title: `${t(m('evidence.title'))}: ${title}`,
    author: localised(document.organisation, language).text,
    reference: code,
    now: paper.now,
    footer: words(language, `${code} · ${t(m('document.version', { version: version.number }))}`),
    ...(paper.banner ? { banner: say(paper.banner) } : {}),
    attachments: [
      {
        name: evidenceName,
        description: t(m('evidence.title')),
        mediaType: 'application/json',
        text: paper.text,
      },
    ],
    blocks: [
      {
        kind: 'title',
        organisations: [words(language, localised(document.organisation, language).text)],
        titles: [say(m('evidence.title'))],
        subtitle: words(language, title),
      },
      facts(paper, say),
      signersTable(paper, t, at, language),
      chainTable(paper, say, at),
      {
        kind: 'notes',
        label: say(m('evidence.notes')),
        items: [say(m('claim')), say(m('evidence.how'))],
      },
      {
        kind: 'verification',
        address: paper.address,
        words: [words('en', `${code}\n`, { strong: true }), say(m('evidence.verify'))],
      },
    ],
  }
}

type Say = (message: Message) => Words

function facts({ version, state }: EvidencePaper, say: Say): Block {
  const hash = (value: string) => words('en', grouped(value))
  return {
    kind: 'definitions',
    items: [
      { term: say(m('evidence.version')), value: words('en', String(version.number)) },
      { term: say(m('documents.state')), value: say(state) },
      { term: say(m('what.hash')), value: hash(version.sha256) },
      { term: say(m('what.of')), value: say(m(`what.${version.kind}`)) },
      ...(version.kind === 'canonical'
        ? [{ term: say(m('evidence.pdf-hash')), value: hash(version.pdf_sha256) }]
        : []),
    ],
  }
}

function signersTable(
  { steps }: EvidencePaper,
  t: Translate,
  at: (date: Date) => Words,
  language: Language,
): Block {
  const say: Say = (message) => words(language, t(message))
  return {
    kind: 'table',
    caption: say(m('signers.title')),
    columns: [
      { header: say(m('signers.who')), width: { fr: 4 } },
      { header: say(m('signers.as')), width: { fr: 3 } },
      { header: say(m('documents.state')), width: { fr: 2 } },
      { header: say(m('evidence.sure')), width: { fr: 4 } },
      { header: say(m('to-sign.when')), width: { fr: 3 } },
    ],
    rows: steps.map((step) => ({
      cells: [
        words(
          language,
          step.signature?.name || partyName(step, language) || t(m('history.erased')),
          { whole: true },
        ),
        words(language, capacityName(step, t, language)),
        say(
          step.state === 'done'
            ? m(step.act === 'sign' ? 'step.signed' : 'step.approved')
            : m(`step.${step.state}`),
        ),
        step.signature ? say(proofWords(step.signature)) : words(language, '–'),
        step.signature ? at(step.signature.signed_at) : words(language, '–'),
      ],
    })),
  }
}

const entryWords = [
  'version-added',
  'sent',
  'signed',
  'approved',
  'refused',
  'signed-by-all',
  'expired',
  'withdrawn',
  'superseded',
  'qualified-file',
  'scan-added',
] as const

function chainTable({ chain }: EvidencePaper, say: Say, at: (date: Date) => Words): Block {
  return {
    kind: 'table',
    caption: say(m('evidence.chain')),
    columns: [
      { header: say(m('evidence.position')), width: { mm: 12 }, align: 'end' },
      { header: say(m('evidence.what')), width: { fr: 3 } },
      { header: say(m('to-sign.when')), width: { fr: 3 } },
      { header: say(m('what.hash')), width: { fr: 5 } },
    ],
    rows: chain.map(({ body, hash }, index) => {
      const {
        what,
        at: moment,
        version,
      } = JSON.parse(body) as {
        what: string
        at: string
        version: number
      }
      const known = entryWords.find((each) => each === what) ?? 'sent'
      return {
        cells: [
          words('en', String(index + 1)),
          say(m(`chain.${known}`, { version })),
          at(new Date(moment)),
          words('en', grouped(hash)),
        ],
      }
    }),
  }
}

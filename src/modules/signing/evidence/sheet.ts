import { grouped, type PdfDocument, type Run, statementCode, words } from '#kernel/documents'
import type { Message, Translator } from '#kernel/messages'
import { type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import { capacityName, partyName } from '../service/party-names.ts'

/** What a sheet for signatures on paper is made of. */
export interface SignatureSheet {
  document: DocumentRow
  /** Those who sign on paper. */
  steps: readonly StepRow[]
  address: string
  banner: Message | null
  now: Date
}

/**
 * The sheet that is printed behind the document: which document it is by its code and hash, on every page, and a marked place
 * for each signature and stamp.
 */
export function signatureSheet(
  { document, steps, address, banner, now }: SignatureSheet,
  language: Language,
  translator: Translator,
): PdfDocument {
  const t = translator.for(language)
  const say = (message: Message): Run => words(language, t(message))
  const code = statementCode(document.sha256)
  const title = localised(document.titles, language).text
  const version = m('document.version', { version: document.version })
  return {
    language,
    title: `${t(m('sheet.title'))}: ${title}`,
    author: localised(document.organisation, language).text,
    reference: code,
    now,
    footer: words('en', `${code} · SHA-256 ${document.sha256.slice(0, 16)}…`),
    ...(banner ? { banner: say(banner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [words(language, localised(document.organisation, language).text)],
        titles: [say(m('sheet.title'))],
        subtitle: words(language, title),
      },
      {
        kind: 'definitions',
        items: [
          { term: say(m('check.code')), value: words('en', code, { strong: true }) },
          { term: say(m('evidence.version')), value: say(version) },
          { term: say(m('what.hash')), value: words('en', grouped(document.sha256)) },
        ],
      },
      { kind: 'paragraph', words: say(m('sheet.says')) },
      ...steps.map((step) => ({
        kind: 'signatures' as const,
        places: [
          {
            kind: 'signature' as const,
            label: words(language, capacityName(step, t, language)),
            name: words(language, partyName(step, language), { whole: true }),
            date: say(m('sheet.date')),
          },
          { kind: 'stamp' as const, label: say(m('sheet.stamp')) },
        ],
      })),
      { kind: 'notes', items: [say(m('sheet.how')), say(m('sheet.original'))] },
      {
        kind: 'verification',
        address,
        words: [words('en', `${code}\n`, { strong: true }), say(m('sheet.verify'))],
      },
    ],
  }
}

import { renderPdf, statementCode } from '#kernel/documents'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { dateInZone } from '#kernel/values'
import { writeEvidence } from '../evidence/evidence.ts'
import { evidencePaper } from '../evidence/paper.ts'
import { m } from '../messages/index.ts'
import { documentById, type DocumentRow, versionsOf } from '../queries/documents.ts'
import { chainOf } from '../queries/evidence.ts'
import { type AskedStep, stepById, stepsOf } from '../queries/steps.ts'
import { evidenceFormat } from '../evidence/evidence.ts'
import { canonicalOf } from '../queries/evidence.ts'
import { personsOf } from './document.ts'
import { loadDocument } from './documents.ts'

/** The evidence of a version as PDF, for its office and for its signers. */
export const evidenceRoutes: readonly Route[] = [
  page<DocumentRow>('GET', '/signing/documents/:id/evidence', {
    action: 'signing.document.read',
    load: loadDocument,
    perMinute: 60,
    handle: (call) => evidenceOf(call as Call, call.object, askedVersion(call as Call)),
  }),
  page<AskedStep>('GET', '/signing/steps/:id/evidence', {
    action: 'signing.step.read',
    load: (work, params) => stepById(work, params['id'] ?? ''),
    perMinute: 60,
    async handle(call) {
      const document = await documentById(call.work, call.object.document_id)
      return document ? evidenceOf(call as Call, document, call.object.version) : { kind: 'absent' }
    },
  }),
]

function askedVersion(call: Call): number | null {
  return Number.parseInt(call.query.get('version') ?? '', 10) || null
}

/** The evidence of a version as PDF, for whoever may have it. */
export async function evidenceOf(
  call: Call,
  document: DocumentRow,
  asked: number | null,
): Promise<Answer> {
  const { work, services, language } = call
  const versions = await versionsOf(work, document.id)
  const version = versions.find(({ number }) => number === (asked ?? document.version))
  // What was sent to nobody proves nothing.
  const isDraft = version?.number === document.version && document.state === 'draft'
  if (!version || isDraft) {
    call.shows([])
    return call.redirect(`/signing/documents/${document.id}`, m('evidence.not-yet'))
  }
  const steps = await stepsOf(work, document.id, version.number)
  const chain = await chainOf(work, document.id)
  const address = `${services.origin}/${language}/document-checks/${statementCode(version.sha256)}`
  const text = writeEvidence(
    {
      format: evidenceFormat,
      node: services.node,
      address,
      document: document.id,
      version: version.number,
      titles: document.titles,
      keeper: document.organisation,
      sha256: version.sha256,
      pdfSha256: version.pdf_sha256,
      canonical: await canonicalOf(work, document.id, version.number),
      issuedAt: call.now.toISOString(),
      chain,
    },
    services.signer,
  )
  call.shows(personsOf(document, steps))
  const paper = evidencePaper(
    {
      document,
      version,
      steps,
      chain,
      state: stateWords(document, version),
      address,
      text,
      banner: services.demonstration ? services.demonstrationBanner : null,
      now: call.now,
    },
    language,
    services.translator,
  )
  return {
    kind: 'file',
    body: await renderPdf(paper),
    type: 'application/pdf',
    name: `${call.t(m('evidence.file'))}-${statementCode(version.sha256)}-${dateInZone(call.now, document.time_zone)}.pdf`,
  }
}

/** Where a version stands: that of the document for the latest, else how its own round ended. */
function stateWords(
  document: DocumentRow,
  version: { number: number; ends: { how: string }[] },
): Message {
  if (version.number === document.version) return m(`state.${document.state}`)
  const last = version.ends.at(-1)?.how
  if (last === 'superseded') return m('state.superseded')
  if (last === 'signed') return m('state.signed')
  return m(last === 'refused' || last === 'expired' ? `state.${last}` : 'state.withdrawn')
}

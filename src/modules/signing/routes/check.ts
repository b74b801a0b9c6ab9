import { show } from '#ui'
import { hashOfCode } from '#kernel/documents'
import {
  type Answer,
  type Call,
  checkedElsewhere,
  page,
  type Paper,
  type Route,
  valueOf,
} from '#kernel/http'
import { evidenceInPdf } from '../evidence/from-pdf.ts'
import { verifyEvidence } from '../evidence/verify.ts'
import { documentCheck } from '../paper-check.ts'
import { CheckPage, type CheckOutcome } from '../pages/check.tsx'
import { checkedVersion } from '../queries/evidence.ts'
import { sha256 } from '../service/records.ts'
import { mostFormBytes, mostPdfBytes } from './parts.ts'

const checking = { action: 'signing.check' }

/** Where anybody who holds a document, its evidence or its code asks whether it is genuine and still counts. */
export const checkRoutes: readonly Route[] = [
  page('GET', '/document-checks', {
    ...checking,
    handle: async (call) => answer(call, { kind: 'none' }),
  }),
  page('POST', '/document-checks', {
    ...checking,
    perMinute: 30,
    maxBytes: mostFormBytes,
    handle: check,
  }),
  page('GET', '/document-checks/:code', {
    ...checking,
    perMinute: 60,
    async handle(call) {
      const code = call.params['code'] ?? ''
      return answerOrLead(call, await byCode(call, code), { code })
    },
  }),
]

function answer(call: Call, outcome: CheckOutcome): Answer {
  const code = (call.params['code'] ?? valueOf(call, 'code')).slice(0, 100)
  const shown = show(CheckPage({ call, outcome, code, maxBytes: mostPdfBytes }))
  return { ...shown, headers: { 'x-robots-tag': 'noindex' } } as Answer
}

async function check(call: Call): Promise<Answer> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (upload) return answerOrLead(call, await byFile(call, upload.bytes), { pdf: upload.bytes })
  const code = valueOf(call, 'code')
  return answerOrLead(call, await byCode(call, code), { code })
}

/** A paper that another part of the house issued is led to its check there, instead of being called unknown. */
async function answerOrLead(call: Call, outcome: CheckOutcome, paper: Paper): Promise<Answer> {
  const isUnknown = outcome.kind === 'unknown-code' || outcome.kind === 'unknown-file'
  const other = isUnknown ? await checkedElsewhere(call, documentCheck, paper) : null
  return other ? call.redirect(other) : answer(call, outcome)
}

async function byCode(call: Call, typed: string): Promise<CheckOutcome> {
  if (typed.trim() === '') return { kind: 'nothing-given' }
  const beginning = hashOfCode(typed.slice(0, 100))
  if (beginning === null) return { kind: 'no-code' }
  const found = await checkedVersion(call.work, { by: 'code', beginning })
  return found ? { kind: 'found', found, by: 'code' } : { kind: 'unknown-code' }
}

/** A file is the signed PDF itself, by its hash, or a PDF with evidence inside. Nothing of it is kept. */
async function byFile(call: Call, bytes: Uint8Array): Promise<CheckOutcome> {
  const same = await checkedVersion(call.work, { by: 'pdf', sha256: sha256(bytes) })
  if (same) return { kind: 'found', found: same, by: 'pdf' }
  const text = evidenceInPdf(bytes)
  if (text === null) return { kind: 'unknown-file' }
  const verified = verifyEvidence(text)
  if (typeof verified === 'string') return { kind: 'altered' }
  const { head: hash, version } = verified
  const found = await checkedVersion(call.work, { by: 'record', hash, version })
  return found ? { kind: 'found', found, by: 'evidence' } : { kind: 'altered' }
}

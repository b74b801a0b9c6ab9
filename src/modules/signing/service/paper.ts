import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { hashOfCode, statementCode } from '#kernel/documents'
import { personById } from '#kernel/identity'
import { dateInZone, type DateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import { originalById } from '../queries/originals.ts'
import { type AskedStep, stepById } from '../queries/steps.ts'
import { managedDocument } from './managed.ts'
import { documentFiles, type GivenPdf, keepFile } from './content.ts'
import { partyName, signedName } from './party-names.ts'
import { goOn } from './rounds.ts'
import { keepSignature } from './sign.ts'

/** The scan of a signed paper, with what whoever holds the paper says of it. */
export interface RecordPaper {
  documentId: string
  stepId: string
  scan: GivenPdf
  /** The code that is printed on the paper, as it was typed from it. */
  code: string
  signedOn: DateOnly
  /** The name as it is signed; that of the step unless said. */
  name: string
  /** Where the original lies. */
  original: string
  /** That the paper was compared with the document. */
  isCompared: boolean
  origin: string
}

const longestWords = 200

/**
 * Takes down a signature on paper: of the step that asks for it, by the code that stands on the paper, with its scan and
 * where the original lies. A paper with the code of another document is refused.
 */
export async function recordPaper(work: Work, input: RecordPaper): Promise<true | Refusal> {
  const found = await managedDocument(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const step = await stepById(work, input.stepId)
  if (!step || step.document_id !== document.id || step.version !== document.version) {
    return refuse(422, m('paper.no-step'), { step: m('paper.no-step') })
  }
  if (step.state === 'done') return refuse(409, m('refusal.signed-already'))
  if (step.state !== 'asked' || document.state !== 'open') return refuse(409, m('refusal.over'))
  if (step.means === 'electronic') return refuse(409, m('paper.only-electronic'))
  const faults = paperFaults(work, document, input)
  if (faults) return faults
  const owner = { ownerKind: documentFiles, ownerId: document.id, origin: input.origin }
  const scan = await keepFile(work, input.scan, owner)
  if (isRefused(scan)) return scan
  await keepPaper(work, document, step, input, scan)
  return (await goOn(work, document)) ?? true
}

async function keepPaper(
  work: Work,
  document: DocumentRow,
  step: AskedStep,
  input: RecordPaper,
  scan: { id: string; sha256: string },
): Promise<void> {
  const recorder = personOf(work.actor)
  const person = recorder === null ? null : await personById(work, recorder)
  const name = input.name.trim()
  const signature = await keepSignature(
    work,
    document,
    step,
    {
      personId: step.person_id,
      name: name === '' ? partyName(step) : name,
      inPlaceOf: null,
      answer: 'signed',
      means: 'paper',
      proof: {
        kind: 'paper',
        scanSha256: scan.sha256,
        signedOn: input.signedOn,
        original: input.original.trim(),
      },
      reason: null,
    },
    person ? { recordedBy: { value: signedName(person.name), personId: person.id } } : {},
  )
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_scans')
      .values({ signature_id: signature, file_id: scan.id, recorded_by: recorder })
      .execute(),
  )
}

function paperFaults(work: Work, document: DocumentRow, input: RecordPaper): Refusal | null {
  const typed = hashOfCode(input.code)
  const today = dateInZone(work.now, document.time_zone)
  const sent = document.sent_at && dateInZone(document.sent_at, document.time_zone)
  const place = input.original.trim()
  const fields = {
    ...(typed === null ? { code: m('paper.no-code') } : {}),
    ...(typed !== null && !document.sha256.startsWith(typed)
      ? { code: m('paper.other-code', { code: statementCode(document.sha256) }) }
      : {}),
    ...(input.signedOn > today || (sent !== null && input.signedOn < sent)
      ? { signedOn: m('paper.signed-on') }
      : {}),
    ...(place === '' || place.length > longestWords ? { original: m('paper.place') } : {}),
    ...(input.name.trim().length > longestWords
      ? { name: m('refusal.guest-name', { limit: longestWords }) }
      : {}),
    ...(input.isCompared ? {} : { compared: m('paper.compare') }),
  }
  const [fault] = Object.values(fields)
  return fault ? refuse(422, fault, fields) : null
}

/** An original as it is entered: which copy, where it lies or is going, and by which courier. */
export interface EnterOriginal {
  documentId: string
  copy: string
  place: string
  carrier: string
  tracking: string
  sentOn: DateOnly | null
}

/** Enters an original of the latest version into the register. */
export async function enterOriginal(work: Work, input: EnterOriginal): Promise<true | Refusal> {
  const found = await managedDocument(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const [copy, place, carrier, tracking] = [
    input.copy.trim(),
    input.place.trim(),
    input.carrier.trim(),
    input.tracking.trim(),
  ]
  const fields = {
    ...(copy === '' || copy.length > longestWords ? { copy: m('original.copy-missing') } : {}),
    ...(place === '' || place.length > longestWords ? { place: m('paper.place') } : {}),
    ...(carrier.length > longestWords ? { carrier: m('original.long') } : {}),
    ...(tracking.length > longestWords ? { tracking: m('original.long') } : {}),
  }
  const [fault] = Object.values(fields)
  if (fault) return refuse(422, fault, fields)
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_originals')
      .values({
        id: randomUUIDv7(),
        document_id: document.id,
        version: document.version,
        copy,
        place,
        carrier,
        tracking,
        sent_on: input.sentOn,
        received_on: null,
        entered_by: personOf(work.actor),
        entered_at: work.now,
      })
      .execute(),
  )
  return true
}

/** Notes that an original which was on its way has come, today where its organisation is. */
export async function receiveOriginal(
  work: Work,
  input: { documentId: string; originalId: string },
): Promise<true | Refusal> {
  const found = await managedDocument(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const original = await originalById(work, document.id, input.originalId)
  if (!original || original.received_on !== null) return refuse(409, m('original.gone'))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('signing_originals')
      .set({ received_on: dateInZone(work.now, document.time_zone) })
      .where('id', '=', original.id)
      .execute(),
  )
  return true
}

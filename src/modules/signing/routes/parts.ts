import { isRefused, personOf, type Refusal, refuse } from '#kernel/database'
import { receiveFile, type ReceivedFile, sizeText, stagedFiles, stageFile } from '#kernel/files'
import { type Call, refusedForm as refusedAsSent, valueOf } from '#kernel/http'
import { isFreshlyAuthenticated } from '#kernel/identity'
import { parseDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { FormState } from '../pages/words.tsx'
import type { GivenPdf } from '../service/content.ts'

const megabyte = 1_000_000
/** The largest PDF that is signed here. */
export const mostPdfBytes = 20 * megabyte
/** What a form with such a PDF brings at most. */
export const mostFormBytes = mostPdfBytes + megabyte

/** A day that was typed: null for none, or a refusal of the field. */
export function dayOf(call: Call, name: string): string | null | Refusal {
  const typed = valueOf(call, name)
  if (typed === '') return null
  return parseDate(typed) ?? refuse(422, m('refusal.day'), { [name]: m('refusal.day') })
}

/** Whose kept files a form finds again: the link's that answers, else the person's. */
function ownerKey(call: Call): string {
  if (call.actor.kind === 'link') return `link:${call.actor.linkId}`
  return personOf(call.actor) ?? call.session?.id ?? 'nobody'
}

/** A file that a form brought, or that an earlier refusal of it kept. */
export interface Brought {
  given: GivenPdf
  received: ReceivedFile | null
  stagedId: string | null
}

const signedKinds = { allow: ['pdf'] as const, maxBytes: mostPdfBytes }

/** The PDF of a form, checked and stored; refused at its field where there is none. */
export async function broughtPdf(call: Call): Promise<Brought | Refusal> {
  return broughtFile(call, signedKinds)
}

/** A file of a form by what it may be, checked and stored. */
export async function broughtFile(
  call: Call,
  rules: Parameters<typeof receiveFile>[2],
): Promise<Brought | Refusal> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (upload) {
    const file = await receiveFile(call.services.blobs, upload, rules)
    if (isRefused(file)) return refuse(file.status, file.message, { file: file.message })
    return { given: { kind: 'received', file }, received: file, stagedId: null }
  }
  const kept = call.form.values['file-staged']?.[0]
  const [staged] = kept ? await stagedFiles(call.work, [kept], ownerKey(call)) : []
  if (!staged) return refuse(422, m('refusal.no-file'), { file: m('refusal.no-file') })
  const given = { kind: 'staged' as const, id: staged.id, ownerKey: ownerKey(call) }
  return { given, received: null, stagedId: staged.id }
}

/** A refused form as it was sent: everything typed, and the file kept for the next attempt. */
export async function refusedForm(
  call: Call,
  refusal: Refusal,
  brought: Brought | null = null,
): Promise<FormState> {
  const received = brought?.received
  const fresh = received
    ? await call.prepare((work) => stageFile(work, received, ownerKey(call)))
    : null
  const kept = fresh?.id ?? brought?.stagedId ?? null
  const staged = kept === null ? [] : await stagedFiles(call.work, [kept], ownerKey(call))
  return {
    ...refusedAsSent(call, refusal),
    staged: staged.map((file) => ({
      token: file.id,
      name: file.name,
      size: sizeText(Number(file.size_bytes)),
    })),
  }
}

/** Whether the reader proved lately who they are. */
export function isFresh(call: Call): boolean {
  return call.session !== null && isFreshlyAuthenticated(call.session, call.now)
}

/** The address of the page on which the reader proves who they are, and which leads back. */
export function proveAddress(call: Call, back: string): string {
  return call.href('/account/prove', { next: call.href(back) })
}

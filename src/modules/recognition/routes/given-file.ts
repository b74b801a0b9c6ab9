import { isRefused, personOf, type Refusal, refuse } from '#kernel/database'
import {
  receiveFile,
  type ReceivedFile,
  type StagedFile,
  stagedFiles,
  type UploadRules,
} from '#kernel/files'
import type { Call } from '#kernel/http'
import { m } from '../messages/index.ts'

/** A table that a form brought, and where it is: stored already, so that a refused form does not lose it. */
export interface GivenFile {
  file: ReceivedFile
  staged: StagedFile | null
}

/** The file, the pasted rows, or what an earlier refusal of the same form kept; exactly one of them is wanted. */
export async function givenFile(call: Call, rules: UploadRules): Promise<GivenFile | Refusal> {
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  const paste = call.form.values['paste']?.[0] ?? ''
  const kept = call.form.values['file-staged']?.[0]
  if (upload && paste.trim() !== '') return onFile(refuse(422, m('catalogue.upload.both')))
  if (upload) return received(call, rules, upload.name, upload.bytes)
  if (paste.trim() !== '') {
    const name = `${call.t(m('catalogue.upload.pasted'))}.tsv`
    return received(call, rules, name, new TextEncoder().encode(paste))
  }
  const [staged] = kept ? await stagedFiles(call.work, [kept], ownerKey(call)) : []
  if (!staged) return onFile(refuse(422, m('catalogue.upload.nothing')))
  const { sha256, name, kind } = staged
  const file = { sha256, name, kind, mediaType: '', sizeBytes: Number(staged.size_bytes) }
  return { file, staged }
}

async function received(
  call: Call,
  rules: UploadRules,
  name: string,
  bytes: Uint8Array,
): Promise<GivenFile | Refusal> {
  const file = await receiveFile(call.services.blobs, { name, bytes }, rules)
  return isRefused(file) ? onFile(file) : { file, staged: null }
}

/** A refusal as one of the form's file. */
export function onFile(refusal: Refusal): Refusal {
  return refuse(refusal.status, refusal.message, { file: refusal.message })
}

/** Whose kept files a form finds again: the link's that answers, else the person's, else the sign-in session's. */
export function ownerKey(call: Call): string {
  if (call.actor.kind === 'link') return `link:${call.actor.linkId}`
  return personOf(call.actor) ?? call.session?.id ?? 'nobody'
}

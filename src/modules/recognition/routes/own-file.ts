import { isRefused } from '#kernel/database'
import { fileById, fileKinds, type StoredFile, streamFile } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'
import { shownInPage } from './shown-file.ts'

/** The file that the address names, where it belongs to what the page is about, and no other. */
export async function ownFile(
  call: Call,
  isOfThis: (file: StoredFile) => boolean,
  back: string,
): Promise<Answer> {
  const file = await fileById(call.work, call.query.get('file') ?? '')
  if (!file || !isOfThis(file)) return call.redirect(back)
  const found = await streamFile(call.work, call.services.blobs, file.id)
  if (isRefused(found)) return call.redirect(back)
  const { kind, name } = found.file
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[kind].mediaType,
    name,
    ...(['pdf', 'jpeg', 'png', 'webp'].includes(kind) ? shownInPage : {}),
  }
}

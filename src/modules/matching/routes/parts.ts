import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type ReceivedFile, receiveFile } from '#kernel/files'
import { type Call, refusalWords } from '#kernel/http'
import { m } from '../messages/index.ts'

/** What a page says above its content after a refusal. */
export interface Shown {
  message: string
  fields: Record<string, string>
}

/** A refusal in the reader's words. */
export function shown(call: Call, refusal: Refusal): Shown {
  return refusalWords(call, refusal)
}

/** The largest file that is taken as a list or a certificate. */
export const mostBytes = 48 * 1024 * 1024

const tableRules = { allow: ['xlsx', 'csv', 'text'], maxBytes: mostBytes } as const

/** The list that a form brought for one side, as a file or pasted; null where it brought none. */
export async function givenTable(call: Call, side: string): Promise<ReceivedFile | Refusal | null> {
  const upload = call.form.uploads[side]?.find((file) => file.bytes.length > 0)
  const paste = call.form.values[`${side}-paste`]?.[0] ?? ''
  if (upload && paste.trim() !== '') {
    return onField(refuse(422, m('list.both')), side)
  }
  if (!upload && paste.trim() === '') return null
  const given = upload ?? {
    name: `${call.t(m('list.pasted'))}.tsv`,
    bytes: new TextEncoder().encode(paste),
  }
  const { name, bytes } = given
  const file = await receiveFile(call.services.blobs, { name, bytes }, tableRules)
  return isRefused(file) ? onField(file, side) : file
}

/** A refusal as one of a field. */
export function onField(refusal: Refusal, field: string): Refusal {
  return refuse(refusal.status, refusal.message, { [field]: refusal.message })
}

import { stat } from 'node:fs/promises'
import { refuse, type Refusal } from '#kernel/database'
import { asideTask } from './aside/task.ts'
import type * as inspection from './inspect.ts'
import type { Inspected, UploadRules } from './inspect.ts'
import { m } from './messages/index.ts'
import { sizeText } from './sizes.ts'

const module = new URL('./inspect.ts', import.meta.url)
const inspect = asideTask<typeof inspection, 'inspectHere'>(module, 'inspectHere')
const inspectFileAside = asideTask<typeof inspection, 'inspectFileHere'>(module, 'inspectFileHere')
/** A picture of a gigapixel is decoded to find damage; nobody waits for an answer meanwhile but its own sender. */
const inspectLargeAside = asideTask<typeof inspection, 'inspectFileHere'>(
  module,
  'inspectFileHere',
  { seconds: 900 },
)
const largeBytes = 128 * 1024 * 1024

/**
 * Says what bytes are, never trusting a name, and refuses what the place does not accept: another
 * kind, too many bytes or pixels, damage, passwords, programs, two kinds in one, archives that swell.
 */
export async function inspectUpload(
  bytes: Uint8Array,
  rules: UploadRules,
): Promise<Inspected | Refusal> {
  if (bytes.byteLength === 0) return refuse(422, m('empty'))
  // Neither is worth the copy that a thread needs.
  if (bytes.byteLength > rules.maxBytes)
    return refuse(413, m('too-large', { most: sizeText(rules.maxBytes) }))
  return inspect({ bytes, rules })
}

/** Says the same of a file on this machine, which only the thread reads. */
export async function inspectFile(path: string, rules: UploadRules): Promise<Inspected | Refusal> {
  const { size } = await stat(path)
  if (size === 0) return refuse(422, m('empty'))
  if (size > rules.maxBytes) return refuse(413, m('too-large', { most: sizeText(rules.maxBytes) }))
  return (size > largeBytes ? inspectLargeAside : inspectFileAside)({ path, rules })
}

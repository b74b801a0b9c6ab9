import {
  type HeldFile,
  isRefused,
  type KeptPeriods,
  type PersonalPart,
  type Work,
} from '#kernel/database'
import { type ArchiveEntry, type BlobStore, fileKinds, streamFile } from '#kernel/files'
import { personById } from '#kernel/identity'
import type { Translator } from '#kernel/messages'
import { dateInZone, displayName, formatDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import { filesOf } from './run-erasure.ts'

/** What a copy is made from. */
export interface CopyParts {
  parts: readonly PersonalPart[]
  blobs: BlobStore
  translator: Translator
  node: string
  kept: KeptPeriods
}

/** Everything that every part of the house holds of a person, as one document for programs. */
export async function collectData(
  work: Work,
  { parts, node }: Pick<CopyParts, 'parts' | 'node'>,
  personId: string,
): Promise<string> {
  const held: Record<string, unknown> = {}
  for (const { name, exportPerson } of parts) {
    const part = await exportPerson?.(work, personId)
    if (part && Object.keys(part).length > 0) held[name] = part
  }
  const document = { format: 'weft-personal-data', version: 1, node, madeAt: work.now, personId }
  return JSON.stringify({ ...document, parts: held }, plain, 2)
}

/** The files that belong into a copy. */
export async function filesToCopy(
  work: Work,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<(HeldFile & { part: string })[]> {
  return (await filesOf(work, parts, personId)).filter(({ isCopy }) => !isCopy)
}

/** The entries of an archive: a page to read first, the document for programs, and the files, each read when its turn comes. */
export async function* copyEntries(
  work: Work,
  given: CopyParts,
  personId: string,
): AsyncGenerator<ArchiveEntry> {
  const files = await filesToCopy(work, given.parts, personId)
  const missing: string[] = []
  yield { name: 'data.json', body: encoded(await collectData(work, given, personId)) }
  for (const [index, file] of files.entries()) {
    const found = await streamFile(work, given.blobs, file.fileId)
    if (isRefused(found)) {
      missing.push(file.name)
      continue
    }
    const number = String(index + 1).padStart(3, '0')
    yield {
      name: `files/${file.part}/${number}-${file.name}`,
      body: found.stream,
      isPacked: packed.has(fileKinds[found.file.kind].extension),
    }
  }
  yield await readMe(work, given, personId, missing)
}

const packed = new Set(['pdf', 'jpg', 'png', 'webp', 'xlsx', 'docx', 'zip'])

async function readMe(
  work: Work,
  { parts, translator, kept }: CopyParts,
  personId: string,
  missing: readonly string[],
): Promise<ArchiveEntry> {
  const t = translator.for(work.language)
  const person = await personById(work, personId)
  const name = person ? displayName(person.name, work.language) : ''
  const date = formatDate(dateInZone(work.now, person?.timeZone ?? 'UTC'), work.language)
  const lines = [t(m('copy.readme-title', { name, date })), '', t(m('copy.readme-data')), '']
  for (const { personalData } of parts) {
    const held = (await personalData?.holds(work, personId, kept))?.filter(({ count }) => count > 0)
    if (!personalData || !held || held.length === 0) continue
    lines.push(t(personalData.part))
    lines.push(
      ...held.map((each) => `  ${t(each.what)}: ${t(m('data.count', { count: each.count }))}`),
    )
    lines.push('')
  }
  lines.push(...missing.map((each) => t(m('copy.file-missing', { name: each }))))
  return { name: t(m('copy.readme')), body: encoded(`\uFEFF${lines.join('\r\n')}\r\n`) }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Counts of bytes are too large for a number of JSON only in theory, but they come as such. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}

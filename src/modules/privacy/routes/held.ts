import { isRefused, type PersonalPart } from '#kernel/database'
import { fileKinds, streamFile, zipStream } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'
import { isFreshlyAuthenticated } from '#kernel/identity'
import { compareText, dateInZone, localised } from '#kernel/values'
import type { Option } from '#ui'
import { m } from '../messages/index.ts'
import type { HeldPart } from '../pages/held.tsx'
import type { CopyRow } from '../queries/copies.ts'
import { placesOfPerson } from '../queries/people.ts'
import { collectData, copyEntries, filesToCopy } from '../service/collect-data.ts'
import { askCopy, type AskCopy, noteCopy } from '../service/copies.ts'

/** Files that together are larger are put into an archive by a job. */
const mostAtOnce = 8 * 1024 * 1024

/** What every part holds of a person; parts that hold nothing are left out. */
export async function heldParts(call: Call, personId: string): Promise<HeldPart[]> {
  const found: HeldPart[] = []
  for (const { name, personalData } of nearestFirst(call.services.personalParts)) {
    if (!personalData) continue
    const held = await personalData.holds(call.work, personId, call.services.kept)
    const some = held.filter(({ count }) => count > 0)
    if (some.length > 0) found.push({ name, part: personalData.part, held: some })
  }
  return found
}

/** Who somebody is comes first, then what they did with the modules, then what the kernel keeps beside. */
function nearestFirst(parts: readonly PersonalPart[]): PersonalPart[] {
  const all = parts.toReversed()
  const isFirst = ({ name }: PersonalPart) => name === 'identity'
  return [...all.filter(isFirst), ...all.filter((part) => !isFirst(part))]
}

/** Leads to the page on which somebody proves who they are, when they did so too long ago; null where they did lately. */
export function proveFirst(call: Call, back: string): Answer | null {
  if (call.session && isFreshlyAuthenticated(call.session, call.now)) return null
  const next = new URLSearchParams({ next: call.href(back) }).toString()
  return call.redirect(`/account/prove?${next}`)
}

/** The document for programs, noted in the chronicle. */
export async function jsonCopy(call: Call, input: AskCopy): Promise<Answer> {
  const { personalParts: parts, node } = call.services
  const text = await collectData(call.work, { parts, node }, input.personId)
  await call.perform((work) => noteCopy(work, input, 'json'))
  return {
    kind: 'file',
    body: new TextEncoder().encode(text),
    type: 'application/json; charset=utf-8',
    name: `${nameOf(call)}.json`,
  }
}

/** The archive at once where it is small; else a job makes it, and the page says so. */
export async function zipCopy(call: Call, input: AskCopy, back: string): Promise<Answer> {
  const { personalParts: parts, blobs, translator, node, kept } = call.services
  const files = await filesToCopy(call.work, parts, input.personId)
  const size = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (size > mostAtOnce) {
    const asked = await call.perform((work) => askCopy(work, input))
    return call.redirect(back, isRefused(asked) ? asked.message : m('copy.later'))
  }
  await call.perform((work) => noteCopy(work, input, 'zip'))
  const entries = copyEntries(call.work, { parts, blobs, translator, node, kept }, input.personId)
  return {
    kind: 'file',
    body: zipStream(entries, call.now),
    type: 'application/zip',
    name: `${nameOf(call)}.zip`,
  }
}

/** An archive that a job has made, as long as it is there. */
export async function madeCopy(call: Call, copy: CopyRow | null): Promise<Answer> {
  const isOver = copy?.expires_at == null || copy.expires_at <= call.now
  if (!copy?.file_id || isOver) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, copy.file_id)
  if (isRefused(found)) return { kind: 'absent' }
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds.zip.mediaType,
    name: `${nameOf(call)}.zip`,
  }
}

/** To whom a request about a person can go: the organisations that know them, and the secretariat. */
export async function placeOptions(call: Call, personId: string): Promise<Option[]> {
  const places = await placesOfPerson(call.work, personId)
  return [
    ...places
      .map(({ id, names }) => ({ value: id, label: localised(names, call.language).text }))
      .toSorted((a, b) => compareText(call.language, a.label, b.label)),
    { value: 'secretariat', label: call.t(m('request.secretariat')) },
  ]
}

function nameOf(call: Call): string {
  return `${call.t(m('copy.file'))}-${dateInZone(call.now, call.timeZone)}`
}

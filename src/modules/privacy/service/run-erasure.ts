import type { HeldFile, PersonalPart, Work, WorkContext, WorkRunner } from '#kernel/database'
import { type BlobStore, removeUnnamed } from '#kernel/files'
import { endWaysIn, personById } from '#kernel/identity'
import { enqueue } from '#kernel/jobs'
import { type MailBlock, sendMail } from '#kernel/mail'
import { type Message, plainMessage } from '#kernel/messages'
import { dateInZone, formatDate, likelyTimeZone } from '#kernel/values'
import { erasureHindered } from '../entries.ts'
import { m } from '../messages/index.ts'
import { doneParts, erasureById, type ErasureRow, filesToGo } from '../queries/erasures.ts'
import { placesOfPerson } from '../queries/people.ts'
import type { Farewell } from '../schema.ts'
import { noteErased } from './erased-list.ts'
import { farewellDays } from '../rules/deadlines.ts'
import { forgetFarewellJob } from './farewell.ts'
import { writeTo } from './letters.ts'

/** What an erasure is given. */
export interface ErasureParts {
  runner: WorkRunner
  context: WorkContext
  blobs: BlobStore
  parts: readonly PersonalPart[]
  /** The file that lists who was erased, for whoever restores an older backup. */
  erasedList: string
  signal: AbortSignal
}

const dayMs = 24 * 60 * 60_000

/**
 * Erases a person whose time has come: part by part, each in a transaction of its own that is noted, then the contents
 * of files, then the letter. Cut off anywhere and begun again, it goes on where it was; begun too early, after it was
 * taken back or done, it does nothing.
 */
export async function runErasure(given: ErasureParts, erasureId: string): Promise<void> {
  const { runner, context, signal } = given
  const perform = <T>(verb: (work: Work) => Promise<T>) => runner.perform(context, verb)
  const personId = await perform((work) => begin(work, given.parts, erasureId))
  if (personId === null) return
  for (const part of inOrder(given.parts)) {
    signal.throwIfAborted()
    await perform((work) => erasePart(work, part, { erasureId, personId }))
  }
  for (const sha256 of await filesToGo(runner.reading(context), erasureId)) {
    signal.throwIfAborted()
    await removeUnnamed(runner.reading(context), given.blobs, sha256)
    await perform((work) => noteGone(work, erasureId, sha256))
  }
  await noteErased(given.erasedList, { personId, erasedAt: context.now.toISOString() })
  await perform((work) => finish(work, erasureId))
}

/** What must not be erased before: whoever looks for a person by their address or name comes before identity. */
function inOrder(parts: readonly PersonalPart[]): PersonalPart[] {
  const erasing = parts.filter(({ erasePerson }) => erasePerson !== undefined).toReversed()
  const isLast = ({ name }: PersonalPart) => name === 'identity'
  return [...erasing.filter((part) => !isLast(part)), ...erasing.filter(isLast)]
}

/** The person to be erased now, or null where there is nothing to do. */
async function begin(
  work: Work,
  parts: readonly PersonalPart[],
  erasureId: string,
): Promise<string | null> {
  const erasure = await erasureById(work, erasureId, 'lock')
  if (erasure?.state === 'running') return erasure.person_id
  if (erasure?.state !== 'waiting' || erasure.runs_at > work.now) return null
  const person = await personById(work, erasure.person_id)
  const inTheirs = { ...work, language: person?.preferredLanguage ?? work.language }
  const isGranted = erasure.request_id !== null
  const hindered = await (isGranted ? bars : hindrances)(inTheirs, parts, erasure.person_id)
  if (hindered.length > 0) {
    await giveUp(work, erasure, hindered)
    return null
  }
  const farewell = person?.email
    ? { address: person.email, language: person.preferredLanguage }
    : null
  await beginErasure(work, parts, { erasureId, personId: erasure.person_id, farewell })
  return erasure.person_id
}

/** Takes the person's place away from them and notes what is to go; from here on nothing takes it back. */
export async function beginErasure(
  work: Work,
  parts: readonly PersonalPart[],
  { erasureId, personId, farewell }: BeginErasure,
): Promise<void> {
  const files = await filesOf(work, parts, personId)
  // A program would write on by its token, into parts that are through already.
  await endWaysIn(work, personId, 'erased')
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('erasures')
      .set({
        state: 'running',
        begun_at: work.now,
        farewell: farewell && JSON.stringify(farewell),
      })
      .where('id', '=', erasureId)
      .execute()
    const contents = [...new Set(files.map(({ sha256 }) => sha256))]
    if (contents.length === 0) return
    await tx
      .insertInto('erasure_files')
      .values(contents.map((sha256) => ({ erasure_id: erasureId, sha256, gone_at: null })))
      .execute()
  })
}

interface BeginErasure {
  erasureId: string
  personId: string
  /** Where to say that it is done; null where nobody is told. */
  farewell: Farewell | null
}

/** What stands against an erasure now, in the language of the work. */
export async function hindrances(
  work: Work,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<Message[]> {
  const found: Message[] = []
  for (const { personalData } of parts) {
    found.push(...((await personalData?.hinders?.(work, personId)) ?? []))
  }
  return found
}

/** What stands even against an erasure that the house has granted, because the house could not go on after it. */
async function bars(
  work: Work,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<Message[]> {
  const found: Message[] = []
  for (const { personalData } of parts) {
    found.push(...((await personalData?.bars?.(work, personId)) ?? []))
  }
  return found
}

/** The files of a person, whichever part holds them. */
export async function filesOf(
  work: Work,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<(HeldFile & { part: string })[]> {
  const found: (HeldFile & { part: string })[] = []
  for (const { name, personalData } of parts) {
    const files = (await personalData?.files?.(work, personId)) ?? []
    found.push(...files.map((file) => ({ ...file, part: name })))
  }
  return found
}

async function giveUp(
  work: Work,
  erasure: ErasureRow,
  hindered: readonly Message[],
): Promise<void> {
  const entry = erasureHindered({
    object: { kind: 'erasure', id: erasure.id },
    organisationIds: (await placesOfPerson(work, erasure.person_id)).map(({ id }) => id),
    personId: erasure.person_id,
    data: {},
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('erasures')
      .set({ state: 'hindered', ended_at: work.now })
      .where('id', '=', erasure.id)
      .execute(),
  )
  const person = await personById(work, erasure.person_id)
  if (!person) return
  await writeTo(work, person, {
    subject: () => m('letter.hindered.subject'),
    blocks: () => [
      { kind: 'text', message: m('letter.hindered.text') },
      { kind: 'list', items: hindered.map((message) => ({ message, href: null })) },
      { kind: 'text', message: m('letter.hindered.next') },
      { kind: 'link', label: m('letter.page'), href: '/account/data' },
    ],
    on: work.now,
  })
}

async function erasePart(
  work: Work,
  part: PersonalPart,
  { erasureId, personId }: { erasureId: string; personId: string },
): Promise<void> {
  await erasureById(work, erasureId, 'lock')
  const done = await doneParts(work, erasureId)
  if (done.some((each) => each.part === part.name)) return
  const { kept } = await part.erasePerson!(work, personId)
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('erasure_steps')
      .values({
        erasure_id: erasureId,
        part: part.name,
        kept: JSON.stringify(kept.map(plainMessage)),
        done_at: work.now,
      })
      .execute(),
  )
}

/** Where somebody else has put the same content, or has just put it, the sweep decides. */
async function noteGone(work: Work, erasureId: string, sha256: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('erasure_files')
      .set({ gone_at: work.now })
      .where('erasure_id', '=', erasureId)
      .where('sha256', '=', sha256)
      .execute(),
  )
}

async function finish(work: Work, erasureId: string): Promise<void> {
  const erasure = await erasureById(work, erasureId, 'lock')
  if (erasure?.state !== 'running') return
  const kept = (await doneParts(work, erasureId)).flatMap((part) => part.kept)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('erasures')
      .set({ state: 'done', ended_at: work.now, farewell: null })
      .where('id', '=', erasureId)
      .execute(),
  )
  if (erasure.farewell === null) return
  const { address, language } = erasure.farewell
  const on = formatDate(dateInZone(work.now, likelyTimeZone[language]), language)
  const stays: MailBlock[] =
    kept.length === 0
      ? []
      : [
          { kind: 'heading', message: m('letter.done.stays') },
          { kind: 'list', items: kept.map((message) => ({ message, href: null })) },
        ]
  const mailId = await sendMail(work, {
    to: { address },
    language,
    subject: m('letter.done.subject'),
    blocks: [
      { kind: 'text', message: m('letter.done.text', { date: on }) },
      ...stays,
      { kind: 'text', message: m('letter.done.last', { days: farewellDays }) },
    ],
  })
  if (typeof mailId !== 'string') return
  const at = new Date(work.now.getTime() + farewellDays * dayMs)
  await enqueue(work, forgetFarewellJob, { mailId }, { at })
}

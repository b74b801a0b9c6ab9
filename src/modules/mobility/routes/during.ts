import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { fileKinds, type ReceivedFile, receiveFile, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, type Upload, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { parseDate } from '#kernel/values'
import { readDocument } from '#modules/recognition'
import { type LetterKind, letterKinds, letterPdf } from '../documents/letters.ts'
import { readEwp } from '../formats/ewp-read.ts'
import { m } from '../messages/index.ts'
import { base } from '../pages/words.tsx'
import type { StayRow } from '../queries/stays.ts'
import { isApproved } from '../rules/states.ts'
import { eventKinds } from '../schema-during.ts'
import { recordEvent } from '../service/during.ts'
import {
  type GiveTranscript,
  giveTranscript,
  openCase,
  transcriptOf,
} from '../service/transcript.ts'
import { loadStay, pairOf } from './parts.ts'
import { stayAct, stayPage } from './stay.ts'

type StayCall = Call<StayRow>

const mostBytes = 20_000_000

/** What happens during and after a stay: confirmations, changes, the transcript, letters. */
export const duringRoutes: readonly Route[] = [
  stayAct('confirmations', 'mobility.stay.confirm', event),
  stayAct('events', 'mobility.stay.change', event),
  { ...stayAct('transcript', 'mobility.transcript.give', give), maxBytes: mostBytes + 1024 * 1024 },
  page<StayRow>('POST', `${base}/:id/case`, {
    action: 'mobility.stay.change',
    load: loadStay,
    perMinute: 30,
    handle: beginCase,
  }),
  page<StayRow>('GET', `${base}/:id/transcript`, {
    action: 'mobility.stay.read',
    load: loadStay,
    handle: transcriptFile,
  }),
  page<StayRow>('GET', `${base}/:id/letters/:kind`, {
    action: 'mobility.stay.read',
    load: loadStay,
    perMinute: 60,
    handle: letter,
  }),
]

async function event(call: StayCall): Promise<Message | Refusal> {
  const form = call.read(z.object({ kind: z.enum(eventKinds) }))
  if (isRefused(form)) return form
  const onDay = parseDate(valueOf(call, 'onDay'))
  if (onDay === null) return refuse(422, m('bulk.no-date'), { onDay: m('bulk.no-date') })
  const done = await call.perform((work) =>
    recordEvent(work, {
      mobilityId: call.object.id,
      kind: form.kind,
      onDay,
      note: valueOf(call, 'note').slice(0, 2000),
    }),
  )
  return isRefused(done) ? done : m('flash.event')
}

/** What a person types from: a picture or a PDF says nothing that a program reads. */
function isPicture({ kind }: Pick<ReceivedFile, 'kind'>): boolean {
  return kind === 'pdf' || kind === 'jpeg' || kind === 'png' || kind === 'webp'
}

async function give(call: StayCall): Promise<Message | Refusal> {
  const given = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!given) return refuse(422, m('transcript.nothing'), { file: m('transcript.nothing') })
  const read = await readTranscript(call, given)
  if (isRefused(read)) return read
  const done = await call.perform((work) =>
    giveTranscript(work, { ...read, mobilityId: call.object.id, node: call.services.node }),
  )
  return isRefused(done) ? done : m('flash.transcript')
}

/** A transcript as somebody gave it, checked and stored, and what a program reads of it. */
export async function readTranscript(
  call: StayCall,
  given: Pick<Upload, 'name' | 'bytes'>,
): Promise<Pick<GiveTranscript, 'file' | 'reading'> | Refusal> {
  const upload = unwrapped(given, call.object.id)
  if (isRefused(upload)) return upload
  const file = await receiveFile(call.services.blobs, upload, {
    allow: ['xml', 'text', 'csv', 'xlsx', 'pdf', 'jpeg', 'png', 'webp'],
    maxBytes: mostBytes,
  })
  if (isRefused(file)) return refuse(file.status, file.message, { file: file.message })
  const reading = isPicture(file) ? null : await readDocument(call.services.blobs, file)
  return { file, reading }
}

/** Of an `imobility-tors` document of EWP the transcript of this stay; anything else as it is. */
function unwrapped(
  given: Pick<Upload, 'name' | 'bytes'>,
  mobilityId: string,
): Pick<Upload, 'name' | 'bytes'> | Refusal {
  const read = readEwp(given.bytes)
  if (isRefused(read) || read.kind !== 'tors') return given
  const found =
    read.transcripts.find(({ mobilityIds }) => mobilityIds.includes(mobilityId)) ??
    (read.transcripts.length === 1 && read.transcripts[0]?.mobilityIds.length === 0
      ? read.transcripts[0]
      : undefined)
  if (!found) return refuse(422, m('ewp.other-mobility'), { file: m('ewp.other-mobility') })
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  return { name: given.name, bytes: new TextEncoder().encode(head + found.elmo) }
}

async function beginCase(call: StayCall): Promise<Answer> {
  const stored = await transcriptOf(call.work, call.object.id)
  if (!stored) return stayPage(call, refuse(409, m('transcript.nothing')))
  const { sha256, name, kind } = stored
  const file: ReceivedFile = {
    sha256,
    name,
    kind,
    mediaType: fileKinds[kind].mediaType,
    sizeBytes: Number(stored.size_bytes),
  }
  const reading = isPicture(file) ? null : await readDocument(call.services.blobs, file)
  const done = await call.perform((work) =>
    openCase(work, {
      mobilityId: call.object.id,
      file,
      reading,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return stayPage(call, done)
  return call.redirect(`/recognition/drafts/${done.draftId}`)
}

async function transcriptFile(call: StayCall): Promise<Answer> {
  const stored = await transcriptOf(call.work, call.object.id)
  if (!stored) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, stored.id)
  if (isRefused(found)) return { kind: 'absent' }
  call.shows([call.object.person_id])
  const { mediaType } = fileKinds[stored.kind]
  return { kind: 'file', body: found.stream, type: mediaType, name: stored.name }
}

async function letter(call: StayCall): Promise<Answer> {
  const kind = letterKinds.find((each) => each === call.params['kind'])
  if (!kind || !hasLetter(kind, call.object)) return { kind: 'absent' }
  call.shows([call.object.person_id])
  const pdf = letterPdf(kind, call.object, {
    now: call.now,
    pair: pairOf(call),
    printing: call.services,
  })
  return {
    kind: 'file',
    body: await renderPdf(pdf),
    type: 'application/pdf',
    name: `${call.t(m(`letter.${kind}`))}.pdf`,
    inline: true,
  }
}

/** Nothing is certified of a stay that nobody here took part in: one of a list of past years. */
function hasLetter(kind: LetterKind, stay: StayRow): boolean {
  if (stay.imported_at !== null) return false
  const { state, arrived_on: arrivedOn, departed_on: departedOn } = stay
  if (kind === 'arrival') return arrivedOn !== null
  if (kind === 'certificate') return arrivedOn !== null && departedOn !== null
  return isApproved(state)
}

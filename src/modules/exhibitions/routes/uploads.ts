import { isRefused, refuse, type Refusal, type RefusalStatus, type Work } from '#kernel/database'
import { appendToUpload, type OpenUpload, piecesOf, uploadBounds } from '#kernel/files'
import { type Answer, type Call, page, plain, problem, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { type Language, negotiateLanguage } from '#kernel/values'
import { m } from '../messages/index.ts'
import { loadObject, type ObjectRow } from '../queries/objects.ts'
import { fileNameIn, flagIn, lengthIn, sha256In } from '../rules/upload-headers.ts'
import { batchOwnerKind, beginBatchUpload } from '../service/batch.ts'
import { mostMediumBytes } from '../service/sent-medium.ts'
import {
  beginMediumUpload,
  dropUpload,
  loadUpload,
  type UploadOfObject,
  uploadArrived,
} from '../service/uploads.ts'
import { holdersOf } from './holders.ts'

const own = { action: 'exhibitions.upload.continue', load: loadUpload }
const often = 1200

/**
 * Large files of objects by “Resumable Uploads for HTTP” (draft-ietf-httpbis-resumable-upload): an upload is created
 * without content, asked for its offset, appended to, and cancelled.
 */
export const uploadRoutes: readonly Route[] = [
  plain('POST', '/objects/bulk/uploads', {
    action: 'exhibitions.object.edit',
    streams: true,
    perMinute: often,
    handle: beginForSheet,
  }),
  plain<ObjectRow>('POST', '/objects/:id/uploads', {
    action: 'exhibitions.object.edit',
    load: loadObject,
    streams: true,
    perMinute: 60,
    handle: begin,
  }),
  plain<UploadOfObject>('GET', '/objects/uploads/:upload', {
    ...own,
    perMinute: often,
    handle: tell,
  }),
  plain<UploadOfObject>('PATCH', '/objects/uploads/:upload', {
    ...own,
    streams: true,
    perMinute: often,
    handle: append,
  }),
  plain<UploadOfObject>('DELETE', '/objects/uploads/:upload', {
    ...own,
    streams: true,
    handle: cancel,
  }),
  page<UploadOfObject>('POST', '/objects/uploads/:upload/removal', { ...own, handle: putAway }),
]

type UploadCall = Call<UploadOfObject>

/** A large file of an object. */
function begin(call: Call<ObjectRow>): Promise<Answer> {
  const objectId = call.object.id
  return create(call as Call, (work, file) => beginMediumUpload(work, { objectId, ...file }))
}

/** A large file for a sheet of many objects: it is begun at one of the organisations whose objects the sender describes. */
function beginForSheet(call: Call): Promise<Answer> {
  const [organisationId] = holdersOf(call).toSorted()
  return create(call, async (work, file) =>
    organisationId === undefined
      ? refuse(404, m('refusal.no-holder'))
      : beginBatchUpload(work, { organisationId, ...file }),
  )
}

/** Upload creation: the length must be known, and no content comes with it. */
async function create(
  given: Call,
  verb: (
    work: Work,
    file: { name: string; lengthBytes: number; promisedSha256: string | null },
  ) => Promise<OpenUpload | Refusal>,
): Promise<Answer> {
  const call = inTheirLanguage(given)
  const { headers } = call
  const lengthBytes = lengthIn(headers.get('upload-length'))
  const isWhole = flagIn(headers.get('upload-complete')) !== false
  if (lengthBytes === null || isWhole) {
    return fault(call, 400, m('upload.not-begun'), { 'upload-limit': limits() })
  }
  const upload = await call.perform((work) =>
    verb(work, {
      name: fileNameIn(headers.get('content-disposition')) ?? 'file',
      lengthBytes,
      promisedSha256: sha256In(headers.get('repr-digest'))?.toString('hex') ?? null,
    }),
  )
  if (isRefused(upload)) return refused(call, upload, { 'upload-limit': limits() })
  const location = `/objects/uploads/${upload.id}`
  const told = { ...stateOf(call, upload), location }
  return { kind: 'json', status: 201, data: { location }, headers: told }
}

/** Offset retrieval, for HEAD too; with it, for a page, how far it is in words and which pieces are here. */
async function tell(given: UploadCall): Promise<Answer> {
  const call = inTheirLanguage(given as Call)
  const { upload } = given.object
  const pieces = upload.state === 'open' ? await piecesOf(call.work, upload.id) : []
  const isOver = upload.state === 'taken' || upload.state === 'failed'
  return {
    kind: 'json',
    headers: stateOf(call, upload),
    data: {
      state: upload.state,
      value: Number(upload.received_bytes),
      max: Number(upload.length_bytes),
      detail: call.t(upload.fault ?? m(`upload.state.${wordFor(upload)}`)),
      ...(isOver ? { done: true } : {}),
      pieces: pieces.map(({ starts_at, size_bytes, sha256 }) => ({
        from: Number(starts_at),
        bytes: Number(size_bytes),
        sha256,
      })),
    },
  }
}

/** Upload append. A Content-Digest (RFC 9530) is checked, and then the request counts wholly or not at all. */
async function append(given: UploadCall): Promise<Answer> {
  const call = inTheirLanguage(given as Call)
  const { upload } = given.object
  const { headers } = call
  const offset = lengthIn(headers.get('upload-offset'))
  const isLast = flagIn(headers.get('upload-complete'))
  const isPartial = headers.get('content-type')?.trim() === 'application/partial-upload'
  if (offset === null || isLast === null || !isPartial) {
    return fault(call, 400, m('upload.not-appended'), stateOf(call, upload))
  }
  if (Number(headers.get('content-length') ?? 0) > uploadBounds.request) {
    return fault(call, 413, m('upload.large-piece'), stateOf(call, upload))
  }
  const parts = { perform: call.perform, blobs: call.services.blobs }
  const digest = sha256In(headers.get('content-digest'))
  const body = call.body as ReadableStream<Uint8Array> | null
  const done = await appendToUpload(parts, {
    upload,
    offset,
    body,
    digest,
    isLast,
    onComplete: (work) => uploadArrived(work, upload.id),
  })
  if (isRefused(done)) return appendRefused(call, upload, done)
  if ('expected' in done) return mismatch(call, { upload, offset, expected: done.expected })
  const now = { ...upload, received_bytes: BigInt(done.received) }
  const state = done.complete ? ('complete' as const) : upload.state
  // 204 where more is to come; the answer that ends it is about the file, which a job is looking at.
  const told = stateOf(call, { ...now, state })
  if (!done.complete) return { kind: 'empty', status: 204, headers: told }
  return { kind: 'json', status: 202, data: { state }, headers: told }
}

function appendRefused(call: Call, upload: OpenUpload, refusal: Refusal): Answer {
  const types: Record<string, string> = {
    'upload-length': 'inconsistent-upload-length',
    'upload-closed': 'completed-upload',
  }
  const type = types[refusal.message.key]
  const told = stateOf(call, upload)
  return refused(call, refusal, told, type ? { type: `${problemTypes}${type}` } : {})
}

const problemTypes = 'https://iana.org/assignments/http-problem-types#'

function mismatch(
  call: Call,
  { upload, offset, expected }: { upload: OpenUpload; offset: number; expected: number },
): Answer {
  const now = { ...upload, received_bytes: BigInt(expected) }
  const more = {
    type: `${problemTypes}mismatching-upload-offset`,
    'expected-offset': expected,
    'provided-offset': offset,
  }
  return fault(call, 409, m('upload.elsewhere'), stateOf(call, now), more)
}

async function cancel(given: UploadCall): Promise<Answer> {
  await given.perform((work) => dropUpload(work, given.object))
  return { kind: 'empty', status: 204 }
}

/** The same by a form, and for one that failed. */
async function putAway(given: UploadCall): Promise<Answer> {
  const { upload } = given.object
  await given.perform((work) => dropUpload(work, given.object))
  const isForSheet = upload.owner_kind === batchOwnerKind
  const home = isForSheet ? '/objects/bulk' : `/objects/${upload.owner_id}/edit`
  return given.redirect(home, m('upload.put-away'))
}

function stateOf({ now }: Pick<Call, 'now'>, upload: OpenUpload): Record<string, string> {
  const isComplete = upload.state === 'complete' || upload.state === 'taken'
  const seconds = Math.max(0, Math.floor((upload.expires_at.getTime() - now.getTime()) / 1000))
  return {
    'upload-offset': String(upload.received_bytes),
    'upload-complete': isComplete ? '?1' : '?0',
    'upload-length': String(upload.length_bytes),
    'upload-limit': `${limits()}, max-age=${seconds}`,
  }
}

function limits(): string {
  return `max-size=${mostMediumBytes}, min-size=1, max-append-size=${uploadBounds.request}`
}

function wordFor({ state }: OpenUpload): 'open' | 'complete' | 'taken' {
  return state === 'complete' || state === 'taken' ? state : 'open'
}

/** A program of a page asks in the language of its page. */
function inTheirLanguage(call: Call): Call {
  const asked = negotiateLanguage(call.headers.get('accept-language') ?? '')
  const language: Language = asked ?? call.language
  return { ...call, language, t: call.services.translator.for(language) }
}

function refused(
  call: Call,
  refusal: Refusal,
  headers: Record<string, string>,
  more: Record<string, unknown> = {},
): Answer {
  const answer = problem(call, refusal)
  if (answer.kind !== 'json') return answer
  const data = { ...(answer.data as object), ...more }
  return { ...answer, data, headers: { ...answer.headers, ...headers } }
}

function fault(
  call: Call,
  status: RefusalStatus,
  message: Message,
  headers: Record<string, string>,
  more: Record<string, unknown> = {},
): Answer {
  return refused(call, refuse(status, message), headers, more)
}

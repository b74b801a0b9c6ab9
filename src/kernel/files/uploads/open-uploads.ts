import { randomUUIDv7 } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { OpenUploadsTable, UploadState } from '../schema.ts'
import { sizeText } from '../sizes.ts'
import { cleanFileName } from '../staging.ts'

/** A large file that comes in pieces: whose, for what, how far it has come, and why it failed. */
export type OpenUpload = Omit<Selectable<OpenUploadsTable>, 'changed_at'>

/** What large files may take while they are under way, all numbers of bytes but the first. */
export const uploadBounds = {
  /** Of one person at a time. */
  uploads: 20,
  person: 40_000_000_000,
  node: 200_000_000_000,
  /** A piece is held back until it is on the disk; what a broken line loses is no more than one. */
  piece: 8 * 1024 * 1024,
  /** In one request. */
  request: 64 * 1024 * 1024,
} as const

/** How long one waits for its next piece before it is given up. */
const keptMs = 7 * 24 * 60 * 60 * 1000

/** States in which the pieces of an upload are needed. */
export const liveStates = ['open', 'complete'] as const

/** Begins a large file: refused beyond what one file, one person and the whole node may have under way. */
export async function beginUpload(
  work: Work,
  input: {
    ownerKind: string
    ownerId: string
    name: string
    lengthBytes: number
    mostBytes: number
    promisedSha256: string | null
  },
): Promise<OpenUpload | Refusal> {
  const self = personOf(work.actor)
  if (self === null) return refuse(404, m('gone'))
  if (input.lengthBytes === 0) return refuse(422, m('empty'))
  if (input.lengthBytes > input.mostBytes) {
    return refuse(413, m('too-large', { most: sizeText(input.mostBytes) }))
  }
  const room = await roomFor(work, self, input.lengthBytes)
  if (isRefused(room)) return room
  const row = {
    id: randomUUIDv7(),
    person_id: self,
    owner_kind: input.ownerKind,
    owner_id: input.ownerId,
    name: cleanFileName(input.name),
    length_bytes: BigInt(input.lengthBytes),
    received_bytes: 0n,
    state: 'open' as const,
    promised_sha256: input.promisedSha256,
    fault: null,
    begun_at: work.now,
    changed_at: work.now,
    expires_at: expiryFrom(work.now),
  }
  await work.writeUnchronicled((tx) => tx.insertInto('open_uploads').values(row).execute())
  return row
}

/** Two that begin at once are counted one after the other. */
async function roomFor(work: Work, self: string, lengthBytes: number): Promise<true | Refusal> {
  const sums = await work.writeUnchronicled(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('open-uploads'))`.execute(tx)
    return tx
      .selectFrom('open_uploads')
      .select((eb) => [
        sql<string>`coalesce(sum(length_bytes), 0)`.as('all'),
        sql<string>`coalesce(sum(length_bytes) filter (where person_id = ${self}), 0)`.as('own'),
        eb.fn.countAll<bigint>().filterWhere('person_id', '=', self).as('uploads'),
      ])
      .where('state', 'in', liveStates)
      .where('expires_at', '>', work.now)
      .executeTakeFirstOrThrow()
  })
  if (Number(sums.uploads) >= uploadBounds.uploads) {
    return refuse(429, m('uploads-many', { most: uploadBounds.uploads }))
  }
  if (Number(sums.own) + lengthBytes > uploadBounds.person) {
    return refuse(413, m('uploads-large', { most: sizeText(uploadBounds.person) }))
  }
  if (Number(sums.all) + lengthBytes > uploadBounds.node) return refuse(503, m('uploads-full'))
  return true
}

/** One upload, or null where there is none or it is over. Whose it is, the caller's policy asks. */
export async function uploadById(work: Work, id: string): Promise<OpenUpload | null> {
  if (!isUuid(id)) return null
  const row = await uploadRows(work).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** What somebody has under way for one thing, and what of it could not be taken, in the order in which it was begun. */
export function uploadsFor(
  work: Work,
  { personId, ownerKind, ownerId }: { personId: string; ownerKind: string; ownerId: string },
): Promise<OpenUpload[]> {
  return uploadRows(work)
    .where('person_id', '=', personId)
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .where('state', '<>', 'taken')
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
}

/** The pieces that have come of an upload, in their order. */
export function piecesOf(work: Work, uploadId: string) {
  return work.read
    .selectFrom('open_upload_pieces')
    .select(['starts_at', 'size_bytes', 'sha256'])
    .where('upload_id', '=', uploadId)
    .orderBy('starts_at')
    .execute()
}

/** Gives an upload up; the job that clears takes what had come. */
export function cancelUpload(work: Work, id: string): Promise<boolean> {
  return endUpload(work, id, ['open', 'complete', 'failed', 'taken'], { state: 'over' })
}

/** Says why an upload cannot be used; its pieces go, the reason stays until it expires or is put away. */
export function failUpload(work: Work, id: string, fault: Message): Promise<boolean> {
  return endUpload(work, id, liveStates, { state: 'failed', fault: JSON.stringify(fault) })
}

/** Says in the transaction that gives its file to somebody that an upload is done; false where it is no longer waiting. */
export function settleUpload(work: Work, id: string): Promise<boolean> {
  return endUpload(work, id, ['complete'], { state: 'taken' })
}

async function endUpload(
  work: Work,
  id: string,
  from: readonly UploadState[],
  end: { state: 'over' | 'failed' | 'taken'; fault?: string },
): Promise<boolean> {
  const done = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('open_uploads')
      .set({ fault: null, ...end, changed_at: work.now })
      .where('id', '=', id)
      .where('state', 'in', [...from])
      .executeTakeFirst(),
  )
  return done.numUpdatedRows === 1n
}

/** Until when an upload is kept whose last piece came at this moment. */
export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + keptMs)
}

function uploadRows(work: Work) {
  return work.read
    .selectFrom('open_uploads')
    .select(['id', 'person_id', 'owner_kind', 'owner_id', 'name', 'length_bytes', 'received_bytes'])
    .select(['state', 'promised_sha256', 'fault', 'begun_at', 'expires_at'])
    .where('state', '<>', 'over')
    .where('expires_at', '>', work.now)
}

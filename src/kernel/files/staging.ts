import { randomUUIDv7 } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { inspectFile, inspectUpload } from './inspect-aside.ts'
import type { Inspected, UploadRules } from './inspect.ts'
import { m } from './messages/index.ts'
import type { FilesTable, StagedFilesTable } from './schema.ts'
import type { BlobSource, BlobStore, StoredBlob } from './store.ts'

/** A file whose content is stored and checked, and which has no row yet. */
export interface ReceivedFile extends Inspected, StoredBlob {
  readonly name: string
}

/** What somebody sent with a form that was refused, shown on the form again. */
export type StagedFile = Omit<StagedFilesTable, 'owner_key'>

/** A file of something: its row; the content is in the store. */
export type StoredFile = FilesTable

/** What a claimed file will belong to. */
export interface FileOwner {
  readonly ownerKind: string
  readonly ownerId: string
  /** The node that makes the row. */
  readonly origin: string
}

/** Under this key wait the files of somebody that belong together, whichever form or upload brought them. */
export function batchKey(personId: string): string {
  return `batch:${personId}`
}

const stagedForMs = 24 * 60 * 60 * 1000

/**
 * Checks an upload and stores its content. Runs before the transaction: no file is written inside
 * one. A content that no row ever names is swept later.
 */
export async function receiveFile(
  store: BlobStore,
  upload: { name: string; bytes: Uint8Array },
  rules: UploadRules,
): Promise<ReceivedFile | Refusal> {
  const inspected = await inspectUpload(upload.bytes, rules)
  if (isRefused(inspected)) return inspected
  const stored = await store.put(upload.bytes as BlobSource)
  if (isRefused(stored)) return stored
  return { ...inspected, ...stored, name: cleanFileName(upload.name) }
}

/** The same for a file that lies on this machine; it is stored from there and not held in memory. */
export async function receiveFileAt(
  store: BlobStore,
  { name, path }: { name: string; path: string },
  rules: UploadRules,
): Promise<ReceivedFile | Refusal> {
  const inspected = await inspectFile(path, rules)
  if (isRefused(inspected)) return inspected
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const stored = await store.put(source, { maxBytes: rules.maxBytes })
  if (isRefused(stored)) return stored
  return { ...inspected, ...stored, name: cleanFileName(name) }
}

/** Keeps a received file for the next attempt at a form: for one person or sign-in session, for a day. */
export async function stageFile(
  work: Work,
  file: ReceivedFile,
  ownerKey: string,
): Promise<StagedFile> {
  const row = {
    id: randomUUIDv7(),
    sha256: file.sha256,
    name: file.name,
    kind: file.kind,
    size_bytes: BigInt(file.sizeBytes),
    staged_at: work.now,
    expires_at: new Date(work.now.getTime() + stagedForMs),
  }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('staged_files')
      .values({ ...row, owner_key: ownerKey })
      .execute(),
  )
  return row
}

/** The staged files that the form names and this owner may see, in the order named. */
export async function stagedFiles(
  work: Work,
  ids: readonly string[],
  ownerKey: string,
): Promise<StagedFile[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  const rows = await work.read
    .selectFrom('staged_files')
    .select(['id', 'sha256', 'name', 'kind', 'size_bytes', 'staged_at', 'expires_at'])
    .where('id', 'in', known)
    .where('owner_key', '=', ownerKey)
    .where('expires_at', '>', work.now)
    .execute()
  return known.flatMap((id) => rows.filter((row) => row.id === id).slice(0, 1))
}

/** All that waits under one key, in the order of their names; what is older than a day is no longer there. */
export function stagedUnder(work: Work, ownerKey: string): Promise<StagedFile[]> {
  return work.read
    .selectFrom('staged_files')
    .select(['id', 'sha256', 'name', 'kind', 'size_bytes', 'staged_at', 'expires_at'])
    .where('owner_key', '=', ownerKey)
    .where('expires_at', '>', work.now)
    .orderBy('name')
    .orderBy('staged_at')
    .orderBy('id')
    .execute()
}

/** Puts staged files away before their day is over; those of other owners stay. The sweep takes the contents. */
export async function forgetStaged(
  work: Work,
  ids: readonly string[],
  ownerKey: string,
): Promise<number> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return 0
  const gone = await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('staged_files')
      .where('id', 'in', known)
      .where('owner_key', '=', ownerKey)
      .returning('id')
      .execute(),
  )
  return gone.length
}

/**
 * Makes staged files the files of something: all of them or, when one has expired or belongs to
 * somebody else, none. The caller's own entry tells the chronicle.
 */
export async function claimStaged(
  work: Work,
  ids: readonly string[],
  ownerKey: string,
  owner: FileOwner,
): Promise<StoredFile[] | Refusal> {
  const unique = [...new Set(ids)]
  const staged = await stagedFiles(work, unique, ownerKey)
  if (staged.length < unique.length) return refuse(422, m('gone'))
  const rows = staged.map((file) => fileRow(work, file, owner))
  if (rows.length === 0) return rows
  return work.writeUnchronicled(async (tx) => {
    const removed = await tx
      .deleteFrom('staged_files')
      .where('id', 'in', unique)
      .returning('id')
      .execute()
    if (removed.length < unique.length) return refuse(422, m('gone'))
    await tx.insertInto('files').values(rows).execute()
    return rows
  })
}

/** Gives a received file to its owner at once, for commands and jobs that have no form. */
export async function addFile(
  work: Work,
  file: ReceivedFile,
  owner: FileOwner,
): Promise<StoredFile> {
  const row = fileRow(work, { ...file, size_bytes: BigInt(file.sizeBytes) }, owner)
  await work.writeUnchronicled((tx) => tx.insertInto('files').values(row).execute())
  return row
}

/** One file's row, or null. Who may see it is the policy of the module that owns it. */
export async function fileById(work: Work, id: string): Promise<StoredFile | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('files')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The files of one thing, oldest first. */
export async function filesOf(
  work: Work,
  ownerKind: string,
  ownerId: string,
): Promise<StoredFile[]> {
  return work.read
    .selectFrom('files')
    .selectAll()
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** A file's content; refused as gone when the row or the content is missing. */
export async function streamFile(
  work: Work,
  store: BlobStore,
  id: string,
): Promise<{ file: StoredFile; stream: ReadableStream<Uint8Array> } | Refusal> {
  const file = await fileById(work, id)
  const stream = file && (await store.get(file.sha256))
  return file && stream ? { file, stream } : refuse(404, m('gone'))
}

/** Removes the row of a file, for erasure; the sweep removes the content when no other row names it. */
export async function removeFile(work: Work, id: string): Promise<void> {
  await work.writeUnchronicled((tx) => tx.deleteFrom('files').where('id', '=', id).execute())
}

/** The last part of a path, without characters that file systems or headers give a meaning to. */
export function cleanFileName(name: string): string {
  const last = name.slice(-2000).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (plain.length <= 200) return plain === '' ? 'file' : plain
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, 200 - extension.length)}${extension}`.toWellFormed()
}

function fileRow(
  work: Work,
  file: Pick<StagedFilesTable, 'sha256' | 'name' | 'kind' | 'size_bytes'>,
  owner: FileOwner,
): StoredFile {
  const { actor } = work
  return {
    id: randomUUIDv7(),
    origin: owner.origin,
    sha256: file.sha256,
    name: file.name,
    kind: file.kind,
    size_bytes: file.size_bytes,
    owner_kind: owner.ownerKind,
    owner_id: owner.ownerId,
    added_by: 'personId' in actor ? actor.personId : null,
    created_at: work.now,
  }
}

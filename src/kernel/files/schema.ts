import type { ColumnType } from 'kysely'
import type { Message } from '#kernel/messages'
import type { FileKind } from './kinds.ts'

/** A file that somebody sent with a form that was not accepted yet; it waits for the next attempt. */
export interface StagedFilesTable {
  id: string
  /** The person or the sign-in session that sent it; nobody else can claim it. */
  owner_key: string
  sha256: string
  name: string
  kind: FileKind
  size_bytes: bigint
  staged_at: Date
  expires_at: Date
}

/** A file that belongs to something. Its content is in the blob store under its hash. */
export interface FilesTable {
  id: string
  /** The node that made the row; with the id it names the file across nodes. */
  origin: string
  sha256: string
  name: string
  kind: FileKind
  size_bytes: bigint
  /** What the file belongs to, such as 'recognition.transcript', and which. */
  owner_kind: string
  owner_id: string
  added_by: string | null
  created_at: Date
}

/** Where a large file stands that comes in pieces. */
export type UploadState = 'open' | 'complete' | 'taken' | 'failed' | 'over'

/** A large file that comes in pieces. */
export interface OpenUploadsTable {
  id: string
  /** Who began it; nobody else goes on with it. */
  person_id: string
  owner_kind: string
  owner_id: string
  name: string
  length_bytes: bigint
  received_bytes: bigint
  state: UploadState
  promised_sha256: string | null
  fault: ColumnType<Message | null, string | null, string | null>
  begun_at: Date
  changed_at: Date
  expires_at: Date
}

/** A piece of it, stored under its hash. */
export interface OpenUploadPiecesTable {
  upload_id: string
  starts_at: bigint
  size_bytes: bigint
  sha256: string
}

declare module '#kernel/database' {
  interface Tables {
    staged_files: StagedFilesTable
    files: FilesTable
    open_uploads: OpenUploadsTable
    open_upload_pieces: OpenUploadPiecesTable
  }
}

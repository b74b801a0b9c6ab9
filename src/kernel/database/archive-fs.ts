import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs'

/** Where PGlite looks for its cluster. */
const clusterFolder = '/pglite/data'
const blockBytes = 512
const folderType = 0x35
/** S_IFDIR and S_IFREG of POSIX <sys/stat.h>. */
const folderMode = 0o040000
const fileMode = 0o100000

type InitArguments = Parameters<EmscriptenBuiltinFilesystem['init']>
interface Module {
  FS: {
    mkdirTree(path: string, mode: number): void
    lookupPath(path: string): { node: FileNode }
  }
}
interface FileNode {
  contents: Uint8Array<ArrayBufferLike>
  usedBytes: number
  node_ops: { mknod(parent: FileNode, name: string, mode: number, device: number): FileNode }
  stream_ops: StreamOperations
}
interface StreamOperations {
  write(stream: { node: FileNode }, ...rest: unknown[]): number
}
interface ArchivedFile {
  path: string
  isFolder: boolean
  mode: number
  bytes: Uint8Array<ArrayBufferLike>
}

const unpackedDumps = new WeakMap<Uint8Array, SharedArrayBuffer>()

/**
 * The archive in a dump of a data folder, whether packed by gzip or zstd, in memory that threads share. Asked again
 * for the same dump it gives the same memory.
 */
export function unpackedOnce(dump: Uint8Array): SharedArrayBuffer {
  const known = unpackedDumps.get(dump)
  if (known) return known
  const tar = unpack(dump)
  const archive = new SharedArrayBuffer(tar.byteLength)
  new Uint8Array(archive).set(tar)
  unpackedDumps.set(dump, archive)
  return archive
}

/** The archive in a dump of a data folder, whether packed by gzip or zstd. */
export function unpack(dump: Uint8Array): Uint8Array<ArrayBuffer> {
  const options = { chunkSize: 64 * 1024 * 1024 }
  const isZstd = dump[0] === 0x28 && dump[1] === 0xb5
  return isZstd ? zstdDecompressSync(dump, options) : gunzipSync(dump, options)
}

/**
 * PGlite's file system in memory that begins with the files of an archive. They stay where they are in the archive
 * until somebody writes to one, which then gets a copy: of a cluster of 60 MB a test touches a few hundred KB, and
 * writing every file anew was two thirds of what opening cost.
 */
export class ArchiveFileSystem extends EmscriptenBuiltinFilesystem {
  readonly #archive: SharedArrayBuffer

  constructor(archive: SharedArrayBuffer) {
    super()
    this.#archive = archive
  }

  override async init(pg: InitArguments[0], options: InitArguments[1]) {
    this.pg = pg
    const fill = (module: Module) => this.#fill(module)
    return {
      emscriptenOpts: {
        ...options,
        preRun: [...((options.preRun as never[]) ?? []), fill],
      } as InitArguments[1],
    }
  }

  #fill({ FS }: Module): void {
    FS.mkdirTree(clusterFolder, 0o700)
    const folders = new Map([['', FS.lookupPath(clusterFolder).node]])
    let onWrite: StreamOperations | undefined
    for (const { path, isFolder, mode, bytes } of filesOf(this.#archive)) {
      const slash = path.lastIndexOf('/')
      const parent = folders.get(slash < 0 ? '' : path.slice(0, slash))
      if (!parent) throw new Error(`the dump names ${path} before its folder`)
      const kind = isFolder ? folderMode : fileMode
      // By the node and not by its path: normalising 2,500 paths again and again is what took the time.
      const node = parent.node_ops.mknod(parent, path.slice(slash + 1), kind | mode, 0)
      if (isFolder) {
        folders.set(path, node)
        continue
      }
      node.contents = bytes
      node.usedBytes = bytes.length
      node.stream_ops = onWrite ??= copyingFirst(node.stream_ops, this.#archive)
    }
  }
}

/** Makes a file's bytes its own before the first of them is changed. */
function copyingFirst(plain: StreamOperations, archive: SharedArrayBuffer): StreamOperations {
  return {
    ...plain,
    write(stream, ...rest) {
      const { node } = stream
      if (node.contents.buffer === archive) node.contents = node.contents.slice()
      node.stream_ops = plain
      return plain.write(stream, ...rest)
    },
  }
}

/** The files and folders of an archive as PGlite dumps it (POSIX.1-1988 ustar); paths without a slash at either end. */
function* filesOf(archive: SharedArrayBuffer): Generator<ArchivedFile> {
  const tar = Buffer.from(archive)
  const text = (start: number, length: number) => {
    const end = tar.indexOf(0, start)
    return tar.toString('utf8', start, end < 0 ? start + length : Math.min(end, start + length))
  }
  for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
    const prefix = text(at + 345, 155)
    const name = text(at, 100)
    const size = Number.parseInt(text(at + 124, 12), 8) || 0
    const path = (prefix ? `${prefix}/${name}` : name).replace(/^\/+|\/+$/g, '')
    const start = at + blockBytes
    if (path) {
      yield {
        path,
        isFolder: tar[at + 156] === folderType,
        mode: Number.parseInt(text(at + 100, 8), 8) & 0o777,
        bytes: new Uint8Array(archive, start, size),
      }
    }
    at = start + Math.ceil(size / blockBytes) * blockBytes
  }
}

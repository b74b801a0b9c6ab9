import { closeSync, fsyncSync, openSync, readdirSync, type Dirent } from 'node:fs'
import { dirname, join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type InitArguments = Parameters<NodeFS['init']>
type Module = {
  FS: { ErrnoError: new (code: number) => Error }
  NODEFS: {
    stream_ops: { fsync?: (stream: Stream) => number }
    realPath(node: unknown): string
    convertNodeCode(error: unknown): number
  }
}
type Stream = { nfd: number; node: unknown }

/**
 * PGlite's file system on a folder, with an fsync that reaches the disk. As shipped it has none, and
 * everything since the last sync by the operating system is lost when the power fails. The first sync
 * of a path also syncs the folder that holds it, so that a new file cannot vanish with its name.
 */
export class DurableFileSystem extends NodeFS {
  fsyncCount = 0
  readonly #namesOnDisk = new Set<string>()

  override async init(pg: InitArguments[0], options: InitArguments[1]) {
    const { emscriptenOpts } = await super.init(pg, options)
    const hook = (module: Module) => {
      module.NODEFS.stream_ops.fsync = (stream) => this.#sync(module, stream)
    }
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...((emscriptenOpts.preRun as never[]) ?? []), hook],
      } as InitArguments[1],
    }
  }

  #sync(module: Module, stream: Stream): number {
    try {
      fsyncSync(stream.nfd)
      this.fsyncCount += 1
      const path = module.NODEFS.realPath(stream.node)
      if (!this.#namesOnDisk.has(path)) {
        syncDirectory(dirname(path))
        this.#namesOnDisk.add(path)
      }
      return 0
    } catch (error) {
      throw new module.FS.ErrnoError(module.NODEFS.convertNodeCode(error))
    }
  }
}

/** Syncs every file and folder under a path, the path included. */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true }) as Dirent[]) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) syncTree(child)
    else if (entry.isFile()) syncFile(child)
  }
  syncDirectory(path)
}

/** Syncs one file's content. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Syncs the names in a folder. Windows has no such call and needs none. */
export function syncDirectory(path: string): void {
  if (process.platform !== 'win32') syncFile(path)
}

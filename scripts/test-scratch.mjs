// Where the files of tests stand while they run. Must run on Node 20.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian mounts it as memory; a container may give it 64 MB only. */
const inMemory = '/dev/shm'
const beginning = 'weft-tests-'
/** Five times what a whole run was seen to hold at once. */
const neededThere = 2 * 1024 ** 3
/** Beside it live three processes with their databases, and what they ask the disk for. */
const neededInAll = 14 * 1024 ** 3

/**
 * A folder for all files of a run, and what removes it: in memory where there is room, for a run writes and deletes
 * hundreds of thousands of small files, which keeps a disk busier than both cores. What a run left that was killed goes first.
 */
export function scratchFolder() {
  const home = isRoomy() ? inMemory : tmpdir()
  for (const name of readdirSync(home)) {
    const owner = name.startsWith(beginning) ? Number(name.slice(beginning.length)) : 0
    if (owner > 0 && !isAlive(owner)) rmSync(join(home, name), { recursive: true, force: true })
  }
  const folder = join(home, `${beginning}${process.pid}`)
  mkdirSync(folder)
  // The server of databases runs as another user where tests run as root: it goes through, and cannot look around.
  chmodSync(folder, 0o711)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

function isRoomy() {
  if (!existsSync(inMemory)) return false
  try {
    const { bavail, bsize, type } = statfsSync(inMemory)
    const tmpfs = 0x01021994
    return type === tmpfs && bavail * bsize > neededThere && freemem() > neededInAll
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

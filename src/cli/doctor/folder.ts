import { constants, existsSync } from 'node:fs'
import { access, mkdtemp, open, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { m } from '../messages/index.ts'
import { restoreMarker } from '../opening.ts'
import { causeOf, type Finding, ok, problem, warning } from './finding.ts'

const megabyte = 1_048_576
const syncs = 20

/** File systems by the number that Linux gives them (statfs, `f_type`) on which the data is not safe. */
const risky: ReadonlyMap<number, { name: string; kind: 'memory' | 'network' | 'layer' }> = new Map([
  [0x01021994, { name: 'tmpfs', kind: 'memory' }],
  [0x858458f6, { name: 'ramfs', kind: 'memory' }],
  [0x6969, { name: 'nfs', kind: 'network' }],
  [0xff534d42, { name: 'cifs', kind: 'network' }],
  [0xfe534d42, { name: 'smb', kind: 'network' }],
  [0x01021997, { name: '9p', kind: 'network' }],
  [0x65735546, { name: 'fuse', kind: 'network' }],
  [0x794c7630, { name: 'overlayfs', kind: 'layer' }],
])

/** The data folder: may be written by its owner alone, has room, and keeps what is synced. */
export async function checkFolder(config: Config): Promise<Finding[]> {
  const folder = resolve(config.dataDirectory)
  const place = nearestFolder(folder)
  if (!(await isWritable(place))) {
    return [
      problem(
        'folder',
        m('doctor.folder.read-only', { folder: place }),
        m('doctor.folder.read-only.advice'),
      ),
    ]
  }
  if (existsSync(join(folder, restoreMarker))) {
    const says = m('restore.was-cut-off', { folder })
    return [problem('folder', says, m('doctor.folder.cut-off.advice'))]
  }
  return [
    await checkRights(folder),
    await checkRoom(place),
    await checkFileSystem(place),
    await checkSync(place),
  ]
}

/** The folder itself, or where the first start would make it. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function checkRights(folder: string): Promise<Finding> {
  const found = await stat(folder).catch(() => null)
  if (found === null) return ok('folder', m('doctor.folder.new', { folder }))
  const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0
  return isOpen
    ? warning(
        'folder',
        m('doctor.folder.open', { folder }),
        m('doctor.folder.open.advice', { folder }),
      )
    : ok('folder', m('doctor.folder.ok', { folder }))
}

async function checkRoom(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const megabytes = Math.floor((bavail * bsize) / megabyte)
  const says = m('doctor.room', { megabytes })
  if (megabytes < 200) return problem('room', says, m('doctor.room.advice'))
  return megabytes < 2000 ? warning('room', says, m('doctor.room.advice')) : ok('room', says)
}

async function checkFileSystem(folder: string): Promise<Finding> {
  const { type } = await statfs(folder)
  const found = process.platform === 'linux' ? risky.get(type >>> 0) : undefined
  return found
    ? warning(
        'file-system',
        m(`doctor.file-system.${found.kind}`, { name: found.name }),
        m('doctor.file-system.advice'),
      )
    : ok('file-system', m('doctor.file-system.ok'))
}

/** Every commit waits for the disk: how long it takes is how fast the built-in database can be. */
async function checkSync(folder: string): Promise<Finding> {
  try {
    const milliseconds = await millisecondsOfSync(folder)
    const says = m('doctor.sync', { milliseconds: milliseconds.toFixed(1) })
    return milliseconds > 30 ? warning('sync', says, m('doctor.sync.advice')) : ok('sync', says)
  } catch (error) {
    // A full disk, a quota, a folder of the kernel's own: the other findings say more, and must not be lost.
    const says = m('doctor.sync.failed', { folder, detail: causeOf(error) })
    return problem('sync', says, m('doctor.sync.failed.advice'))
  }
}

async function millisecondsOfSync(folder: string): Promise<number> {
  const aside = await mkdtemp(join(folder, '.weft-doctor-'))
  try {
    const handle = await open(join(aside, 'sync'), 'w')
    try {
      const page = Buffer.alloc(8192, 1)
      const started = performance.now()
      for (let round = 0; round < syncs; round += 1) {
        await handle.write(page, 0, page.length, round * page.length)
        await handle.sync()
      }
      return (performance.now() - started) / syncs
    } finally {
      await handle.close()
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

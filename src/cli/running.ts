import { chmod, rm } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Config } from '../config.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import type { BackupDescription, BackupOrder } from './write-backup.ts'

/** What a running server is asked to do, because it alone has the built-in database open. */
type Asked = Pick<BackupOrder, 'file' | 'withKeys'>
type Written = BackupDescription & { bytes: number }
type Told =
  | { progress: [done: number, total: number] }
  | { written: Written }
  | { refused: CommandFailure['lines'] }
  | { failed: string }

/** The address of the running server: a socket in the data folder, which only its owner may enter. */
function socketOf(config: Config): string {
  return join(resolve(config.dataDirectory), 'running.sock')
}

/** The longest path that a socket may have on every system. */
const longestPath = 100

/** Answers commands that are typed beside a running server; gives back how to end it. */
export async function answerCommands(
  config: Config,
  backup: (order: Asked & Pick<BackupOrder, 'onFile'>) => Promise<Written>,
): Promise<() => Promise<void>> {
  const path = socketOf(config)
  if (Buffer.byteLength(path) > longestPath || process.platform === 'win32') return async () => {}
  // The lock of the folder is ours: what is there was left by a process that died.
  await rm(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    createInterface({ input: socket }).once('line', (line) => void answer(socket, line, backup))
  })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done))
  await chmod(path, 0o600)
  server.unref()
  return async () => {
    await new Promise((done) => server.close(done))
    await rm(path, { force: true })
  }
}

/** Asks the running server for a backup; null where none answers. */
export async function askForBackup(
  config: Config,
  { file, withKeys, onFile }: Asked & Pick<BackupOrder, 'onFile'>,
): Promise<Written | null> {
  const socket = createConnection(socketOf(config))
  const connected = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!connected) return null
  socket.write(`${JSON.stringify({ file: resolve(file), withKeys } satisfies Asked)}\n`)
  try {
    for await (const line of createInterface({ input: socket })) {
      const told = JSON.parse(line) as Told
      if ('progress' in told) onFile(...told.progress)
      else if ('written' in told) return told.written
      else if ('refused' in told) throw new CommandFailure(exitCodes.refused, told.refused)
      else
        throw new CommandFailure(exitCodes.refused, [m('failure.backup', { detail: told.failed })])
    }
  } finally {
    socket.destroy()
  }
  throw new CommandFailure(exitCodes.refused, [m('backup.server-ended')])
}

async function answer(
  socket: Socket,
  line: string,
  backup: Parameters<typeof answerCommands>[1],
): Promise<void> {
  const tell = (told: Told) => void socket.write(`${JSON.stringify(told)}\n`)
  try {
    const asked = JSON.parse(line) as Asked
    const onFile = (done: number, total: number) => tell({ progress: [done, total] })
    tell({ written: await backup({ ...asked, onFile }) })
  } catch (error) {
    if (error instanceof CommandFailure) tell({ refused: error.lines })
    else tell({ failed: error instanceof Error ? error.message : String(error) })
  }
  socket.end()
}

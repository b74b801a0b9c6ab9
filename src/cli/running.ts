import { chmod, rename, rm } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Refusal } from '#kernel/database'
import type { Incoming, ReadMail } from '#kernel/mail'
import type { Config } from '../config.ts'
import { CommandFailure, exitCodes } from './command.ts'
import type { Finding } from './doctor/finding.ts'
import type { JobsOrder, JobsReport } from './jobs-report.ts'
import { m } from './messages/index.ts'
import type { BackupDescription, BackupOrder } from './write-backup.ts'

/** What a running server is asked to do, because it alone has the built-in database open. */
type AskedBackup = Pick<BackupOrder, 'file' | 'withKeys'>
type Asked = AskedBackup | { jobs: JobsOrder } | { mail: MailOnTheWay } | { doctor: true }
type Written = BackupDescription & { bytes: number }
/** A mail as JSON carries it. */
type MailOnTheWay = Omit<ReadMail, 'attachments'> & {
  attachments: { name: string; declaredType: string; base64: string }[]
}
type Told =
  | { progress: [done: number, total: number] }
  | { written: Written }
  | { jobs: JobsReport }
  | { taken: Incoming | Refusal }
  | { findings: Finding[] }
  | { refused: CommandFailure['lines'] }
  | { failed: string }

/** The address of the running server: a socket in the data folder, which only its owner may enter. */
function socketOf(config: Config): string {
  return join(resolve(config.dataDirectory), 'running.sock')
}

/** How long a server may be silent that is asked how its database is. */
const findingsPatienceMs = 30_000

/** The longest path that a socket may have on every system. */
const longestPath = 100

/** What a running server can be asked. */
export interface Answers {
  backup: (order: AskedBackup & Pick<BackupOrder, 'onFile'>) => Promise<Written>
  jobs: (order: JobsOrder) => Promise<JobsReport>
  mail: (mail: ReadMail) => Promise<Incoming | Refusal>
  doctor: () => Promise<Finding[]>
}

/** Answers commands that are typed beside a running server; gives back how to end it. */
export async function answerCommands(
  config: Config,
  answers: Answers,
): Promise<() => Promise<void>> {
  const path = socketOf(config)
  if (Buffer.byteLength(path) >= longestPath || process.platform === 'win32') return async () => {}
  // The lock of the folder is ours: what is there was left by a process that died.
  await rm(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    createInterface({ input: socket }).once('line', (line) => void answer(socket, line, answers))
  })
  // A socket can be connected to as soon as it has its name: it gets it when nobody else may use it.
  const making = `${path}-`
  await rm(making, { force: true })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(making, done))
  await chmod(making, 0o600)
  await rename(making, path)
  server.unref()
  return async () => {
    await new Promise((done) => server.close(done))
    await rm(path, { force: true })
  }
}

/** Asks the running server for a backup; null where none answers. */
export async function askForBackup(
  config: Config,
  { file, withKeys, onFile }: AskedBackup & Pick<BackupOrder, 'onFile'>,
): Promise<Written | null> {
  const told = await ask(config, { file: resolve(file), withKeys }, onFile)
  return told !== null && 'written' in told ? told.written : null
}

/** Asks the running server of its background work; null where none answers. */
export async function askForJobs(config: Config, order: JobsOrder): Promise<JobsReport | null> {
  const told = await ask(config, { jobs: order }, () => {})
  return told !== null && 'jobs' in told ? told.jobs : null
}

/** Hands a mail over to the running server; null where none answers. */
export async function askForMail(
  config: Config,
  { attachments, ...mail }: ReadMail,
): Promise<Incoming | Refusal | null> {
  const onTheWay = attachments.map(({ bytes, ...rest }) => ({
    ...rest,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  const told = await ask(config, { mail: { ...mail, attachments: onTheWay } }, () => {})
  return told !== null && 'taken' in told ? told.taken : null
}

/** Asks the running server what it finds of its database; null where none answers. */
export async function askForFindings(config: Config): Promise<Finding[] | null> {
  const told = await ask(config, { doctor: true }, () => {}, findingsPatienceMs)
  return told !== null && 'findings' in told ? told.findings : null
}

function arrived({ attachments, ...mail }: MailOnTheWay): ReadMail {
  return {
    ...mail,
    attachments: attachments.map(({ base64, ...rest }) => ({
      ...rest,
      bytes: Buffer.from(base64, 'base64'),
    })),
  }
}

/** The server's last word; a refusal is thrown, and null says that no server answers. */
async function ask(
  config: Config,
  asked: Asked,
  onFile: BackupOrder['onFile'],
  patienceMs = 0,
): Promise<Told | null> {
  const socket = createConnection(socketOf(config))
  // A server that hangs is what is looked for: its silence is an end.
  socket.setTimeout(patienceMs, () => socket.destroy())
  const connected = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!connected) return null
  socket.write(`${JSON.stringify(asked)}\n`)
  try {
    for await (const line of createInterface({ input: socket })) {
      const told = JSON.parse(line) as Told
      if ('progress' in told) onFile(...told.progress)
      else if ('refused' in told) throw new CommandFailure(exitCodes.refused, told.refused)
      else if ('failed' in told) {
        const message = m(wordsFor(asked).failed, { detail: told.failed })
        throw new CommandFailure(exitCodes.refused, [message])
      } else return told
    }
  } finally {
    socket.destroy()
  }
  throw new CommandFailure(exitCodes.refused, [m(wordsFor(asked).ended)])
}

function wordsFor(asked: Asked) {
  if ('jobs' in asked) return { failed: 'failure.jobs', ended: 'jobs.server-ended' } as const
  if ('doctor' in asked)
    return { failed: 'doctor.database.failed', ended: 'doctor.server-ended' } as const
  if ('mail' in asked)
    return { failed: 'failure.receive-mail', ended: 'receive-mail.server-ended' } as const
  return { failed: 'failure.backup', ended: 'backup.server-ended' } as const
}

async function answer(socket: Socket, line: string, answers: Answers): Promise<void> {
  const tell = (told: Told) => void socket.write(`${JSON.stringify(told)}\n`)
  try {
    const asked = JSON.parse(line) as Asked
    const onFile = (done: number, total: number) => tell({ progress: [done, total] })
    if ('jobs' in asked) tell({ jobs: await answers.jobs(asked.jobs) })
    else if ('mail' in asked) tell({ taken: await answers.mail(arrived(asked.mail)) })
    else if ('doctor' in asked) tell({ findings: await answers.doctor() })
    else tell({ written: await answers.backup({ ...asked, onFile }) })
  } catch (error) {
    if (error instanceof CommandFailure) tell({ refused: error.lines })
    else tell({ failed: error instanceof Error ? error.message : String(error) })
  }
  socket.end()
}

import { access, writeFile } from 'node:fs/promises'
import { isRefused } from '#kernel/database'
import type { CommandResult } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { Certified, Method, Opened } from './methods/method.ts'

const shownFaults = 20

/** Runs a method over its tables and writes the certificate, which must prove itself first. */
export async function runMethod(
  method: Method,
  files: readonly string[],
  seed: string,
  out: string,
): Promise<CommandResult> {
  for (const file of files) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) return ended(2, m('command.no-file', { file }))
  }
  if (!method.read) throw new Error(`${method.name} reads no tables`)
  const inputs = await method.read(files, seed)
  if (isRefused(inputs)) return ended(3, inputs.message)
  return writeRun(method, inputs, out)
}

/** Runs, proves and writes; an existing file is left alone. */
export async function writeRun(
  method: Method,
  inputs: Certified['inputs'],
  out: string,
): Promise<CommandResult> {
  const faults = method.faults(inputs)
  if (faults.length > 0) return refused(faults)
  const run = await method.runBest(inputs)
  const found = method.open(run)?.verify()
  if (!found?.proved) throw new Error(`a run that its own check refuses: ${found?.why}`)
  const isWritten = await writeNew(out, run)
  if (!isWritten) return ended(3, m('command.file-there', { file: out }))
  const { says, ...figures } = found
  const { algorithm, guarantee, inputsSha256 } = run
  return {
    exitCode: 0,
    lines: [...says, m('command.written', { file: out })],
    data: { ...figures, algorithm, guarantee, inputsSha256 },
  }
}

/** Writes a certificate; false where there is a file already, which is left alone. */
export async function writeNew(file: string, certificate: object): Promise<boolean> {
  try {
    await writeFile(file, `${JSON.stringify(certificate)}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What the check of an opened certificate says. */
export function verified(opened: Opened): CommandResult {
  const { says, ...data } = opened.verify()
  const { algorithm, guarantee } = opened.run
  return {
    exitCode: data.proved ? 0 : 1,
    lines: says,
    data: { ...data, algorithm, guarantee },
  }
}

/** Explains only what is proved: a changed certificate would explain nothing. */
export function explained(opened: Opened, applicant: string, place: string): CommandResult {
  const found = verified(opened)
  if (found.exitCode !== 0) return found
  const lines = opened.explain(applicant, place)
  const why = lines.map(({ key, args }) => ({ why: key, ...args }))
  return { exitCode: lines[0]?.key === 'why.unknown' ? 3 : 0, lines, data: why }
}

function refused(faults: readonly Message[]): CommandResult {
  const rest = faults.length - shownFaults
  return {
    exitCode: 3,
    lines: [
      ...faults.slice(0, shownFaults),
      ...(rest > 0 ? [m('command.more', { count: rest })] : []),
    ],
    data: { faults: faults.map(({ key, args }) => ({ fault: key, ...args })) },
  }
}

function ended(exitCode: number, message: Message): CommandResult {
  return { exitCode, lines: [message], data: { error: message.key, args: message.args } }
}

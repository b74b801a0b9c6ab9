import { FolderInUseError, isRefused, type Refusal, refuse } from '#kernel/database'
import type { CommandResult } from '#kernel/http'
import {
  type Incoming,
  longestMail,
  mailMessages,
  type ReadMail,
  readMail,
  recordIncoming,
} from '#kernel/mail'
import type { House } from '../house.ts'
import { type CliCommand, type CommandContext, CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { openForWriting } from './opening.ts'
import { askForMail } from './running.ts'

/** Takes in one mail, as the mail server's pipe hands it over. */
export const receiveMailCommand: CliCommand = {
  name: 'receive-mail',
  usage: '[--to ADDRESS] < MESSAGE',
  summary: m('receive-mail.summary'),
  options: { to: { kind: 'text', value: 'ADDRESS', summary: m('receive-mail.option.to') } },
  details: (t) => [t(m('receive-mail.exit-codes'))],
  words: { least: 0, most: 0 },
  exits: forMailServer,
  async run(context) {
    const { to } = context.options
    const raw = await readAtMost(context.input, longestMail)
    const mail =
      raw === null
        ? refuse(413, mailMessages('refused.too-large'))
        : await readMail(raw, { to: typeof to === 'string' && to !== '' ? to : null })
    const taken = isRefused(mail) ? mail : await handOver(context, mail)
    return isRefused(taken) ? refused(taken) : accepted(taken)
  },
}

/** What a mail turned out to be, once it is in the database. */
export function recordMail(house: House, now: Date, mail: ReadMail): Promise<Incoming | Refusal> {
  const actor = { kind: 'system' as const, name: 'mail-server' }
  return house.runner.perform({ actor, now, language: 'en' }, (work) => recordIncoming(work, mail))
}

/**
 * A mail server gives a mail back to its sender at every exit code but 0 and 75. So only what is wrong with the mail itself
 * is refused; whatever is wrong here, it shall keep the mail and come again.
 */
function forMailServer(exitCode: number): number {
  const { done, noMail, noMailbox, tryAgain } = exitCodes
  return [done, noMail, noMailbox].some((code) => code === exitCode) ? exitCode : tryAgain
}

/** The built-in database is open in the running server alone, so that one is asked where there is one. */
async function handOver(
  { program, now, ...context }: CommandContext,
  mail: ReadMail,
): Promise<Incoming | Refusal> {
  const config = context.config()
  try {
    const house = await openForWriting(program, config, now)
    try {
      return await recordMail(house, now, mail)
    } finally {
      await house.close()
    }
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    const answer = await askForMail(config, mail)
    if (answer === null) throw error
    return answer
  }
}

async function readAtMost(
  input: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function accepted(taken: Incoming): CommandResult {
  return { exitCode: exitCodes.done, lines: [m(`receive-mail.${taken.kind}`)], data: taken }
}

function refused({ status, message }: Refusal): never {
  const exitCode = status === 404 ? exitCodes.noMailbox : exitCodes.noMail
  throw new CommandFailure(exitCode, [message])
}

import type { CommandResult } from '#kernel/http'
import type { Message, Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { Config } from '../config.ts'
import type { Output } from './output.ts'
import type { Program } from './program.ts'

/** How a command ended, as a shell reads it. */
export const exitCodes = {
  done: 0,
  found: 1,
  usage: 2,
  refused: 3,
  /** As sysexits.h has them, for a mail server: no mail, nobody has this mailbox, come again. */
  noMail: 65,
  noMailbox: 67,
  bug: 70,
  tryAgain: 75,
  configuration: 78,
} as const

/** An option of a command; one that takes a value names it for the help. */
export interface CommandOption {
  kind: 'text' | 'flag'
  value?: string
  summary: Message
}

/** One command as the command line runs it. */
export interface CliCommand {
  /** As it is typed; a command of two words has one space. */
  name: string
  usage: string
  summary: Message
  options: Record<string, CommandOption>
  /** What its help says beside usage and options. */
  details?: (t: Translate) => string[]
  /** How many words may follow the name. */
  words: { least: number; most: number }
  /** What another program that runs it is told in place of the usual exit code. */
  exits?: (exitCode: number) => number
  run(context: CommandContext): Promise<CommandResult>
}

/** What a command runs with. */
export interface CommandContext {
  program: Program
  environment: Record<string, string | undefined>
  words: readonly string[]
  options: Record<string, string | boolean | undefined>
  language: Language
  now: Date
  /** What is piped into the command. */
  input: AsyncIterable<Uint8Array>
  t: Translate
  output: Output
  /** Reads the environment; throws a `ConfigurationError` that ends the command with code 78. */
  config(): Config
}

/** The environment cannot be used; ends a command with code 78. */
export class ConfigurationError extends Error {
  readonly problems: readonly { variable: string; message: Message }[]
  constructor(problems: readonly { variable: string; message: Message }[]) {
    super(problems.map(({ variable }) => variable).join(', '))
    this.name = 'ConfigurationError'
    this.problems = problems
  }
}

/** An expected end that is no success: the exit code and what to say. */
export class CommandFailure extends Error {
  readonly exitCode: number
  readonly lines: readonly Message[]
  readonly data: unknown
  constructor(exitCode: number, lines: readonly Message[], data: unknown = null) {
    super(lines.map(({ key }) => key).join(', '))
    this.name = 'CommandFailure'
    this.exitCode = exitCode
    this.lines = lines
    this.data = data
  }
}

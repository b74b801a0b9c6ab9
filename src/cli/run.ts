import { type CommandResult, traceOf } from '#kernel/http'
import { createTranslator, type Message } from '#kernel/messages'
import { readConfig } from '../config.ts'
import {
  type CliCommand,
  type CommandContext,
  CommandFailure,
  ConfigurationError,
  exitCodes,
} from './command.ts'
import { commandsOf } from './commands.ts'
import { explainError } from './failures.ts'
import { helpOf, overview } from './help.ts'
import { languageOfEnvironment } from './locale.ts'
import { m } from './messages/index.ts'
import { createOutput, type Output, type Streams } from './output.ts'
import { parseCommandLine } from './parse.ts'
import type { Program } from './program.ts'

/** One call of the program, by a shell or a test. */
export interface Invocation extends Streams {
  args: readonly string[]
  environment: Record<string, string | undefined>
  stdin: AsyncIterable<Uint8Array>
  now: () => Date
}

/** Runs one command and gives back its exit code. Nothing but the command's own answer goes to stdout. */
export async function runCommandLine(program: Program, call: Invocation): Promise<number> {
  const commands = commandsOf(program)
  const language = languageOfEnvironment(call.environment)
  const catalogues = program.manifests.flatMap((manifest) => manifest.messages)
  const t = createTranslator([...catalogues, m.catalogue]).for(language)
  const parsed = parseCommandLine(commands, call.args)
  const output = createOutput(call, call.args.includes('--json'))
  switch (parsed.kind) {
    case 'version':
      return answer(output, t, 'version', plainResult(program.version))
    case 'help':
      return help(output, parsed.command, commands, t)
    case 'wrong': {
      const more = parsed.command
        ? m('usage.see-command', { name: parsed.command.name })
        : m('usage.see')
      const lines = [parsed.message, more]
      const result = { exitCode: exitCodes.usage, lines, data: null }
      return answer(output, t, parsed.command?.name ?? '', told(parsed.command, result))
    }
    case 'command': {
      const { command, words, options } = parsed
      const environment = { ...call.environment }
      if (options['demonstration'] === true) environment['WEFT_MODE'] = 'demonstration'
      const context: CommandContext = {
        program,
        environment,
        words,
        options,
        language,
        now: call.now(),
        input: call.stdin,
        t,
        output,
        config: () => configOf(environment),
      }
      return answer(output, t, command.name, told(command, await attempt(command, context)))
    }
  }
}

/** A program that runs the command may read exit codes in its own way. */
function told(command: CliCommand | null, result: CommandResult): CommandResult {
  const { exitCode } = result
  return { ...result, exitCode: command?.exits?.(exitCode) ?? exitCode }
}

async function attempt(command: CliCommand, context: CommandContext): Promise<CommandResult> {
  try {
    return await command.run(context)
  } catch (error) {
    const explained = explainError(error)
    if (explained) {
      return { ...explained, data: error instanceof CommandFailure ? error.data : null }
    }
    context.output.note(error instanceof Error ? traceOf(error) : String(error))
    return { exitCode: exitCodes.bug, lines: [m('failure.bug')], data: null }
  }
}

type Translate = CommandContext['t']

function answer(output: Output, t: Translate, command: string, result: CommandResult): number {
  const lines = result.lines.map(t)
  output.clear()
  if (output.json) {
    const { exitCode, data } = result
    output.object({ command, exitCode, lines, data })
  } else {
    const failed = result.exitCode >= exitCodes.usage
    for (const line of lines) (failed ? output.note : output.line)(line)
  }
  return result.exitCode
}

function help(
  output: Output,
  command: CliCommand | null,
  commands: readonly CliCommand[],
  t: Translate,
): number {
  const lines = command ? helpOf(command, t) : overview(commands, t)
  if (output.json) output.object({ command: 'help', exitCode: 0, lines, data: null })
  else for (const line of lines) output.line(line)
  return exitCodes.done
}

function plainResult(text: string): CommandResult {
  return { exitCode: exitCodes.done, lines: [m('plain', { text })], data: { version: text } }
}

function configOf(environment: Record<string, string | undefined>) {
  const config = readConfig(environment)
  if (!Array.isArray(config)) return config
  throw new ConfigurationError(
    config.map(({ variable }) => ({ variable, message: fixFor(variable) })),
  )
}

/** What to do about a variable, in the reader's language. */
export function fixFor(variable: string): Message {
  const key = `variable.${variable}`
  return key in m.catalogue.texts.en ? m(key as 'variable.PORT') : m('variable.other')
}

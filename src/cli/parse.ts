import { parseArgs } from 'node:util'
import type { CliCommand } from './command.ts'
import { m } from './messages/index.ts'
import type { Message } from '#kernel/messages'

/** What was typed, once it is understood. */
export type Parsed =
  | {
      kind: 'command'
      command: CliCommand
      words: readonly string[]
      options: Record<string, string | boolean | undefined>
    }
  | { kind: 'help'; command: CliCommand | null }
  | { kind: 'version' }
  | { kind: 'wrong'; message: Message; command: CliCommand | null }

/** Options that every command takes. */
export const commonOptions = {
  json: { kind: 'flag', summary: m('option.json') },
  demonstration: { kind: 'flag', summary: m('option.demonstration') },
  help: { kind: 'flag', summary: m('option.help') },
} as const

/** Understands a command line, or says what is wrong with it. */
export function parseCommandLine(
  commands: readonly CliCommand[],
  given: readonly string[],
): Parsed {
  const [first] = given
  if (first === undefined || first === '--help' || first === '-h') {
    return { kind: 'help', command: null }
  }
  if (first === '--version' || first === 'version') return { kind: 'version' }
  if (first === 'help') return helpFor(commands, given.slice(1))
  const command = commandOf(commands, given)
  if (command === null) return unknown(commands, given)
  return parseFor(command, given.slice(command.name.split(' ').length))
}

function helpFor(commands: readonly CliCommand[], words: readonly string[]): Parsed {
  if (words.length === 0) return { kind: 'help', command: null }
  const command = commandOf(commands, words)
  return command ? { kind: 'help', command } : unknown(commands, words)
}

function commandOf(commands: readonly CliCommand[], words: readonly string[]): CliCommand | null {
  const fits = commands.filter((command) => `${words.join(' ')} `.startsWith(`${command.name} `))
  return fits.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
}

function unknown(commands: readonly CliCommand[], words: readonly string[]): Parsed {
  const names = commands.map(({ name }) => name)
  const typed = words.filter((word) => !word.startsWith('-'))
  const group = names.filter((name) => name.startsWith(`${typed[0]} `))
  if (group.length > 0) {
    const message = m('usage.incomplete', { name: typed[0] ?? '', names: group.join(', ') })
    return { kind: 'wrong', message, command: null }
  }
  const guess = nearest(names, typed.join(' ')) ?? nearest(names, typed[0] ?? '')
  const name = typed[0] ?? words[0] ?? ''
  return {
    kind: 'wrong',
    message: guess ? m('usage.unknown-guess', { name, guess }) : m('usage.unknown', { name }),
    command: null,
  }
}

function parseFor(command: CliCommand, args: readonly string[]): Parsed {
  const all = { ...commonOptions, ...command.options }
  const options = Object.fromEntries(
    Object.entries(all).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const wrong = (message: Message): Parsed => ({ kind: 'wrong', message, command })
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    return wrong(wrongOption(error as NodeJS.ErrnoException, args, Object.keys(all)))
  }
  const values = parsed.values as Record<string, string | boolean | undefined>
  if (values['help'] === true) return { kind: 'help', command }
  const { least, most } = command.words
  if (parsed.positionals.length < least) return wrong(m('usage.missing', { usage: command.usage }))
  if (parsed.positionals.length > most) {
    return wrong(m('usage.too-many', { word: parsed.positionals[most] ?? '' }))
  }
  return { kind: 'command', command, words: parsed.positionals, options: values }
}

function wrongOption(
  error: NodeJS.ErrnoException,
  args: readonly string[],
  known: readonly string[],
): Message {
  const named = /'(-{1,2}[^' =<]+)/.exec(error.message)?.[1] ?? args[0] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const guess = nearest(known, named.replace(/^-+/, ''))
    return guess
      ? m('usage.unknown-option-guess', { option: named, guess: `--${guess}` })
      : m('usage.unknown-option', { option: named })
  }
  const option = /--[\w-]+/.exec(error.message)?.[0] ?? named
  return m('usage.option-value', { option })
}

/** The known word that differs least, when it differs little enough to be meant. */
export function nearest(known: readonly string[], typed: string): string | null {
  if (typed === '') return null
  const ranked = known
    .map((word) => ({ word, distance: distance(word, typed) }))
    .toSorted((a, b) => a.distance - b.distance)
  const best = ranked[0]
  if (!best) return null
  const begins = known.find((word) => typed.length >= 3 && word.startsWith(typed))
  if (best.distance > Math.max(1, Math.floor(best.word.length / 3))) return begins ?? null
  return best.word
}

/** Levenshtein's distance, where two neighbours that changed places count once. */
function distance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) => [
    row,
    ...Array.from({ length: right.length }, (_, column) => (row === 0 ? column + 1 : 0)),
  ])
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let best = Math.min(
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + (same ? 0 : 1),
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      if (swapped) best = Math.min(best, rows[row - 2]![column - 2]! + 1)
      rows[row]![column] = best
    }
  }
  return rows[left.length]![right.length]!
}

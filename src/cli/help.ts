import type { Translate } from '#kernel/messages'
import type { CliCommand, CommandOption } from './command.ts'
import { m } from './messages/index.ts'
import { commonOptions } from './parse.ts'

/** The list of commands. */
export function overview(commands: readonly CliCommand[], t: Translate): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    t(m('help.what')),
    '',
    `${t(m('help.usage'))} weft ${t(m('help.command-word'))}`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${t(summary)}`),
    '',
    t(m('help.more')),
    t(m('help.exit-codes')),
  ]
}

/** What one command does, takes and means. */
export function helpOf(command: CliCommand, t: Translate): string[] {
  return [
    t(command.summary),
    '',
    `${t(m('help.usage'))} weft ${`${command.name} ${command.usage}`.trim()}`,
    '',
    ...optionLines({ ...command.options, ...commonOptions }, t),
    ...(command.details ? ['', ...command.details(t)] : []),
  ]
}

function optionLines(options: Record<string, CommandOption>, t: Translate): string[] {
  const left = Object.entries(options).map(
    ([name, { kind, value }]) => `--${name}${kind === 'text' ? ` ${value ?? 'TEXT'}` : ''}`,
  )
  const width = Math.max(...left.map((text) => text.length))
  return Object.values(options).map(
    ({ summary }, index) => `  ${left[index]!.padEnd(width)}  ${t(summary)}`,
  )
}

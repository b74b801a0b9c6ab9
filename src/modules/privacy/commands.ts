import type { Command, CommandCall, CommandResult } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import { type Erased, readErased } from './service/erased-list.ts'
import { repeatErasure, type Repeated } from './service/repeat-erasures.ts'

/** Erases again whom a restored backup has brought back. */
export const eraseAgain: Command = {
  name: 'erase-again',
  usage: 'LIST …',
  summary: m('command.erase-again.summary'),
  options: {},
  async run(call) {
    if (call.words.length === 0) return ended(2, m('command.erase-again.usage'))
    const erased: Erased[] = []
    for (const file of call.words) {
      const read = await readErased(file).catch(() => null)
      if (read === null) return ended(2, m('command.no-list', { file }))
      if (!Array.isArray(read)) return ended(2, m('command.bad-line', { file, line: read.line }))
      erased.push(...read)
    }
    return repeatAll(call, erased)
  },
}

async function repeatAll(call: CommandCall, erased: readonly Erased[]): Promise<CommandResult> {
  const { runner, services, now, language } = call
  const context = { actor: { kind: 'system' as const, name: 'command' }, now, language }
  const counts: Record<Repeated, number> = { begun: 0, 'erased-already': 0, unknown: 0 }
  for (const [index, each] of erased.entries()) {
    call.progress(index, erased.length, m('command.erase-again.progress'))
    const what = await runner.perform(context, (work) =>
      repeatErasure(work, services.personalParts, each),
    )
    counts[what] += 1
  }
  const { begun, 'erased-already': already, unknown } = counts
  return {
    exitCode: 0,
    lines: [
      m('command.erase-again.done', { begun, already, unknown }),
      ...(begun > 0 ? [m('command.erase-again.next')] : []),
    ],
    data: counts,
  }
}

function ended(exitCode: number, line: Message): CommandResult {
  return { exitCode, lines: [line], data: null }
}

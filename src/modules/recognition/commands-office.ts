import { readFile } from 'node:fs/promises'
import { isRefused } from '#kernel/database'
import { type Command, type CommandCall, type CommandResult, readValue } from '#kernel/http'
import { Fraction } from '#kernel/values'
import { checkState, factsInput, plainFacts, readyResults, takeFacts } from './api-office.ts'
import { contextFor, ended, refusedWith } from './commands-cases.ts'
import { m } from './messages/index.ts'
import { casesCalled, typedCases } from './queries/called.ts'
import { caseById, type CasePageRow } from './queries/cases.ts'
import { factsBeside } from './queries/facts-beside.ts'
import { readyCases } from './queries/office/ready.ts'

const as = { kind: 'text', summary: m('command.as') } as const

const readyCommand: Command = {
  name: 'ready',
  usage: '[--as E-MAIL]',
  summary: m('command.ready.summary'),
  options: { as },
  async run(call) {
    if (call.words.length > 0) return ended(2, m('command.ready.usage'))
    const context = await contextFor(call)
    if ('exitCode' in context) return context
    const work = call.runner.reading(context)
    const cases = await readyResults(work, await readyCases(work, null))
    return {
      exitCode: 0,
      lines: [
        ...cases.map(({ number, recognisedCredit, results }) =>
          m('command.ready.case', {
            number,
            credit: Fraction.parse(recognisedCredit ?? '0')?.toDecimal(6) ?? '0',
            courses: results.length,
          }),
        ),
        m('command.ready.done', { cases: cases.length }),
      ],
      data: { cases },
    }
  },
}

const factsCommand: Command = {
  name: 'facts',
  usage: 'CASE [FILE] [--as E-MAIL]',
  summary: m('command.facts.summary'),
  options: { as },
  async run(call) {
    const [called, path, ...others] = call.words
    if (called === undefined || others.length > 0) return ended(2, m('command.facts.usage'))
    const context = await contextFor(call)
    if ('exitCode' in context) return context
    const one = await oneCase(call, context, called)
    if ('exitCode' in one) return one
    const { found } = one
    if (path !== undefined) {
      const stated = await state(call, context, { caseId: found.id, path })
      if (stated) return stated
    }
    const facts = plainFacts(await factsBeside(call.runner.reading(context), found.id))
    const { number } = found
    const known = facts.courses.filter(({ kind, evidence }) => kind !== null || evidence.length > 0)
    return {
      exitCode: 0,
      lines: [
        m('command.facts.case', {
          number,
          from: facts.stay.from ?? '–',
          to: facts.stay.to ?? '–',
          known: known.length,
          courses: facts.courses.length,
        }),
        ...(path === undefined ? [] : [m('command.facts.done', { number })]),
      ],
      data: { number, ...facts },
    }
  },
}

const checksCommand: Command = {
  name: 'checks',
  usage: '[CASE] [--as E-MAIL]',
  summary: m('command.checks.summary'),
  options: { as },
  async run(call) {
    const [called, ...others] = call.words
    if (others.length > 0) return ended(2, m('command.checks.usage'))
    const context = await contextFor(call)
    if ('exitCode' in context) return context
    const work = call.runner.reading(context)
    const found = called === undefined ? await typedCases(work) : await casesCalled(work, called)
    if (called !== undefined && found.length === 0) return ended(3, m('refusal.no-case'))
    const cases: (Awaited<ReturnType<typeof checkState>> & { id: string; number: string })[] = []
    for (const { id, number } of found) {
      const row = await caseById(work, id)
      if (row && work.may('recognition.transcript-check.read', row)) {
        cases.push({ id, number, ...(await checkState(work, row)) })
      }
    }
    const isWaiting = cases.some(({ state }) => state === 'unchecked' || state === 'unsettled')
    return {
      exitCode: isWaiting ? 1 : 0,
      lines: [
        ...cases.map(({ number, state, differences }) =>
          m('command.checks.case', {
            number,
            // ICU takes no hyphen in the name of a choice.
            state: state.replace('-', '_'),
            differences: differences ?? 0,
          }),
        ),
        ...(cases.length === 0 ? [m('command.checks.none')] : []),
      ],
      data: { cases },
    }
  },
}

/** Commands for what an office automates: what is ready, what is known beside a transcript, and whose check waits. */
export const officeCommands: readonly Command[] = [readyCommand, factsCommand, checksCommand]

type Context = Exclude<Awaited<ReturnType<typeof contextFor>>, CommandResult>

/** The one case that a number or id names, where the actor may state its facts. */
async function oneCase(
  call: CommandCall,
  context: Context,
  called: string,
): Promise<{ found: CasePageRow } | CommandResult> {
  const work = call.runner.reading(context)
  const cases = await casesCalled(work, called)
  if (cases.length > 1) return ended(3, m('command.several-cases'))
  const found = cases[0] ? await caseById(work, cases[0].id) : null
  return found && work.may('recognition.line.correct', found)
    ? { found }
    : ended(3, m('refusal.no-case'))
}

/** Takes facts in from a file; null where they were taken. */
async function state(
  call: CommandCall,
  context: Context,
  { caseId, path }: { caseId: string; path: string },
): Promise<CommandResult | null> {
  if (context.actor.kind !== 'person') return ended(2, m('command.facts.as'))
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return ended(2, m('command.no-file', { file: path }))
  const input = readValue(factsInput, parsed(text))
  if (isRefused(input)) return refusedWith(input)
  const result = await call.runner.perform(context, (work) => takeFacts(work, caseId, input))
  return isRefused(result) ? refusedWith(result) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

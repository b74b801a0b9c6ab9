import { isUuid } from '#kernel/values'
import { FolderInUseError } from '#kernel/database'
import type { CommandResult } from '#kernel/http'
import type { Message } from '#kernel/messages'
import type { CliCommand, CommandContext } from './command.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { isStuck, type JobsOrder, type JobsReport, reportJobs } from './jobs-report.ts'
import { m } from './messages/index.ts'
import { openForWriting } from './opening.ts'
import { askForJobs } from './running.ts'

const listCommand: CliCommand = {
  name: 'jobs',
  usage: '',
  summary: m('jobs.summary'),
  options: {},
  words: { least: 0, most: 0 },
  run: (context) => carryOut(context, { verb: 'list' }),
}

const retryCommand: CliCommand = {
  name: 'jobs retry',
  usage: '[ID …] [--subscription NAME] [--all]',
  summary: m('jobs.retry.summary'),
  options: {
    subscription: { kind: 'text', value: 'NAME', summary: m('jobs.option.subscription') },
    all: { kind: 'flag', summary: m('jobs.option.all') },
  },
  words: { least: 0, most: Number.POSITIVE_INFINITY },
  run: (context) => carryOut(context, orderOf(context)),
}

/** What failed in the background, and trying it again. */
export const jobsCommands: readonly CliCommand[] = [listCommand, retryCommand]

function orderOf({ words, options }: CommandContext): JobsOrder {
  const { subscription, all } = options
  const chosen = words.length > 0 || subscription !== undefined
  if (chosen === (all === true)) {
    throw new CommandFailure(exitCodes.usage, [m('jobs.retry.which')])
  }
  if (all === true) return { verb: 'retry-all' }
  const wrong = words.find((word) => !isUuid(word))
  if (wrong !== undefined) {
    throw new CommandFailure(exitCodes.usage, [m('jobs.retry.no-id', { word: wrong })])
  }
  const subscriptions = typeof subscription === 'string' ? [subscription] : []
  return { verb: 'retry', ids: [...words], subscriptions }
}

/** The built-in database is open in the running server alone, so that one is asked where there is one. */
async function carryOut(context: CommandContext, order: JobsOrder): Promise<CommandResult> {
  const config = context.config()
  try {
    const house = await openForWriting(context.program, config, context.now)
    try {
      return resultOf(await reportJobs(house, context.now, order))
    } finally {
      await house.close()
    }
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    const answer = await askForJobs(config, order)
    if (answer === null) throw error
    return resultOf(answer)
  }
}

function resultOf(report: JobsReport): CommandResult {
  const stuck = report.subscriptions.filter(isStuck)
  const isWell = report.failed.length === 0 && stuck.length === 0
  const lines = [
    ...(report.retried === null ? [] : retriedLines(report.retried)),
    countsLine(report),
    ...report.failed.map(({ id, type, attempts, lastError, failedAt }) =>
      m('jobs.failed', { id, type, attempts, at: minute(failedAt), error: lastError ?? '' }),
    ),
    ...stuck.flatMap((each) => stuckLines(each, report)),
    isWell ? m('jobs.well') : m('jobs.advice'),
  ]
  const { retried } = report
  if (retried !== null && retried.unknown.length > 0) {
    throw new CommandFailure(exitCodes.refused, lines, report)
  }
  return { exitCode: isWell ? exitCodes.done : exitCodes.found, lines, data: report }
}

function retriedLines({ jobs, entries, unknown }: NonNullable<JobsReport['retried']>): Message[] {
  return [
    ...unknown.map((name) => m('jobs.unknown', { name })),
    m('jobs.retried', { jobs, entries }),
  ]
}

function countsLine({ counts }: JobsReport): Message {
  const of = (state: JobsReport['counts'][number]['state']) =>
    counts.filter((each) => each.state === state).reduce((sum, { count }) => sum + count, 0)
  return m('jobs.counts', {
    waiting: of('waiting'),
    running: of('running'),
    failed: of('failed'),
  })
}

function stuckLines(
  {
    name,
    attempts,
    behind,
    nextAttemptAt,
    lastError,
    deadLetters,
  }: JobsReport['subscriptions'][number],
  { putAside }: JobsReport,
): Message[] {
  const letters = putAside.filter(({ subscription }) => subscription === name)
  return [
    ...(attempts === 0
      ? []
      : [
          m('jobs.held-up', {
            name,
            attempts,
            behind: Number(behind),
            at: nextAttemptAt === null ? '–' : minute(nextAttemptAt),
            error: lastError ?? '',
          }),
        ]),
    ...(deadLetters === 0 ? [] : [m('jobs.put-aside', { name, count: deadLetters })]),
    ...letters.map(({ position, entryType, error, failedAt }) =>
      m('jobs.letter', { position, type: entryType, at: minute(failedAt), error }),
    ),
  ]
}

/** A time as a log writes it, to the minute. */
function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}

import { isRefused, type Refusal } from '#kernel/database'
import { TableProblem } from '../tables/table.ts'
import { expectQuestions, giveBack, type Lane, takeThread, type Thread } from './lanes.ts'
import type { Told } from './protocol.ts'

type Input<Task> = Task extends (input: infer I) => unknown ? I : never
type Output<Task> = Task extends (input: never) => Promise<infer O> ? O : never
type Item<Task> = Task extends (input: never) => AsyncGenerator<infer I> ? I : never

/** How long one step may take, where that is not what the lane allows. */
export interface AsideLimit {
  readonly seconds?: number
}

/**
 * Makes a task of a module's export that runs in a thread of its own, with limits on time and memory:
 * whatever somebody sends, the process goes on answering others. What goes in and out is copied, so it is plain data.
 * What takes too long, needs too much or finds too many in line is refused.
 */
export function asideTask<Tasks, Name extends keyof Tasks & string>(
  module: URL,
  task: Name,
  limit: AsideLimit = {},
): (input: Input<Tasks[Name]>) => Promise<Output<Tasks[Name]> | Refusal> {
  return async (input) => {
    const thread = await takeThread('quick')
    if (isRefused(thread)) return thread
    try {
      const told = await thread.ask({ kind: 'start', module: module.href, task, input }, limit)
      return valueOf(told) as Output<Tasks[Name]>
    } catch (error) {
      if (error instanceof TableProblem) return error.refusal
      throw error
    } finally {
      giveBack(thread)
    }
  }
}

/**
 * The same for an export that gives its result piece by piece: the thread goes on only when the next
 * piece is asked for. Refusals are thrown as `TableProblem`. Who stops early lets the thread go; a signal ends it in
 * the middle of a piece, and its reason is thrown.
 */
export function asideStream<Tasks, Name extends keyof Tasks & string>(
  module: URL,
  task: Name,
  limit: AsideLimit = {},
): (
  input: Input<Tasks[Name]>,
  lane: Lane,
  signal?: AbortSignal,
) => AsyncGenerator<Item<Tasks[Name]>, void> {
  return async function* pieces(input, lane, signal) {
    const thread = await takeThread(lane)
    if (isRefused(thread)) throw new TableProblem(thread)
    let ended = false
    const stop = () => thread.end(asError(signal!.reason))
    try {
      signal?.throwIfAborted()
      signal?.addEventListener('abort', stop, { once: true })
      let told = await thread.ask({ kind: 'start', module: module.href, task, input }, limit)
      while (told.kind === 'item') {
        expectQuestions(thread)
        yield told.value as Item<Tasks[Name]>
        told = await thread.ask({ kind: 'next' }, limit)
      }
      ended = true
      valueOf(told)
    } finally {
      signal?.removeEventListener('abort', stop)
      await release(thread, ended)
    }
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The work was stopped.')
}

async function release(thread: Thread, ended: boolean): Promise<void> {
  try {
    if (!ended && !thread.isGone) await thread.ask({ kind: 'stop' })
  } catch {
    // A thread that cannot even stop has been ended; the next task gets another one.
  } finally {
    giveBack(thread)
  }
}

function valueOf(told: Told): unknown {
  switch (told.kind) {
    case 'item':
    case 'end':
      return told.value
    case 'refused':
      throw new TableProblem(told.refusal)
    case 'failed':
      throw Object.assign(new Error(told.message), { stack: told.stack })
  }
}

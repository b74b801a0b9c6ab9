import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { refuse, type Refusal } from '#kernel/database'
import { m } from '../messages/index.ts'
import { TableProblem } from '../tables/table.ts'
import type { Asked, Told } from './protocol.ts'

/** Where a task runs: `quick` while somebody waits for it, `background` in a job. */
export type Lane = 'quick' | 'background'

/** What one thread may take: seconds for each step, megabytes for what it holds. */
interface Limits {
  readonly threads: number
  readonly seconds: number
  readonly megabytes: number
}

const limits: Readonly<Record<Lane, Limits>> = {
  quick: {
    threads: Math.min(4, Math.max(2, availableParallelism())),
    seconds: 30,
    megabytes: 512,
  },
  background: { threads: 2, seconds: 120, megabytes: 768 },
}

let patience = 1

/**
 * Runs something during which every step may take so many times as long: what the house reads of its own at a first
 * start, on a machine that is busy with other things. Nobody waits for an answer meanwhile.
 */
export async function withPatience<T>(factor: number, run: () => Promise<T>): Promise<T> {
  const before = patience
  patience = factor
  try {
    return await run()
  } finally {
    patience = before
  }
}

/** Whoever comes when so many wait is told to come again. */
const longestQueue = 50
const idleMs = 30_000
/** A stream that nobody reads on is given up, because it holds a thread. */
const abandonedMs = 300_000

const lanes = {
  quick: { idle: [] as Thread[], busy: 0, waiting: [] as ((thread: Thread) => void)[] },
  background: { idle: [] as Thread[], busy: 0, waiting: [] as ((thread: Thread) => void)[] },
}

/** A thread of a lane, taken for one task from its start to its end. */
export class Thread {
  readonly lane: Lane
  #worker: Worker
  #answer: { resolve: (told: Told) => void; reject: (error: Error) => void } | null = null
  #gone: Error | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(lane: Lane) {
    this.lane = lane
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      execArgv: [],
      name: `reading-${lane}`,
      resourceLimits: { maxOldGenerationSizeMb: limits[lane].megabytes },
    })
    this.#worker.on('message', (told: Told) => this.#settle(told))
    this.#worker.on('error', (error) => this.#lose(problemOf(error as Error)))
    this.#worker.on('exit', () => this.#lose(new Error('A reading thread stopped.')))
    this.#worker.unref()
  }

  get isGone(): boolean {
    return this.#gone !== null
  }

  /** Sends one request and waits for its answer, no longer than the lane or the task allows. */
  async ask(asked: Asked, limit: { seconds?: number } = {}): Promise<Told> {
    clearTimeout(this.#timer)
    if (this.#gone) throw this.#gone
    const seconds = (limit.seconds ?? limits[this.lane].seconds) * patience
    this.#worker.ref()
    const timer = setTimeout(() => this.end(tookTooLong(seconds)), seconds * 1000)
    try {
      return await new Promise<Told>((resolve, reject) => {
        this.#answer = { resolve, reject }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
        this.#worker.postMessage(asked)
      })
    } finally {
      clearTimeout(timer)
      this.#worker.unref()
    }
  }

  /** Ends the thread after some time without a request, for the reason given. */
  endAfter(milliseconds: number, reason: Error): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.end(reason), milliseconds)
    this.#timer.unref()
  }

  end(reason: Error): void {
    this.#lose(reason)
    void this.#worker.terminate()
  }

  #settle(told: Told): void {
    const answer = this.#answer
    this.#answer = null
    answer?.resolve(told)
  }

  #lose(error: Error): void {
    this.#gone ??= error
    clearTimeout(this.#timer)
    const answer = this.#answer
    this.#answer = null
    answer?.reject(this.#gone)
  }
}

/** Takes a free thread of a lane, starts one where there is room, or waits in line. */
export async function takeThread(lane: Lane): Promise<Thread | Refusal> {
  const { idle, waiting } = lanes[lane]
  const free = idle.pop()
  if (free && !free.isGone) {
    lanes[lane].busy += 1
    return free
  }
  if (lanes[lane].busy < limits[lane].threads) {
    lanes[lane].busy += 1
    return new Thread(lane)
  }
  if (waiting.length >= longestQueue) return refuse(503, m('reading-busy'))
  return new Promise((resolve) => waiting.push(resolve))
}

/** Gives a thread back: to whoever waits, else to rest. One that is gone is replaced for those who wait. */
export function giveBack(thread: Thread): void {
  const lane = lanes[thread.lane]
  const next = lane.waiting.shift()
  if (next) return next(thread.isGone ? new Thread(thread.lane) : thread)
  lane.busy -= 1
  if (thread.isGone) return
  lane.idle.push(thread)
  thread.endAfter(idleMs, new Error('A reading thread had nothing to do.'))
}

/** Lets nobody hold a thread for ever who has stopped asking. */
export function expectQuestions(thread: Thread): void {
  thread.endAfter(abandonedMs, tookTooLong(abandonedMs / 1000))
}

function tookTooLong(seconds: number): TableProblem {
  return new TableProblem(refuse(422, m('reading-slow', { seconds })))
}

function problemOf(error: Error & { code?: string }): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new TableProblem(refuse(413, m('reading-memory')))
    : error
}

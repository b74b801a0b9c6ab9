import { threadId } from 'node:worker_threads'

/** Says in which thread it ran. */
export async function whereAmI(): Promise<number> {
  return threadId
}

/** Keeps its thread busy until somebody ends it. */
export async function spin(): Promise<never> {
  for (;;) continue
}

/** Takes its time, and says so. */
export async function doze({ milliseconds }: { milliseconds: number }): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  return 'awake'
}

/** Asks for more memory than there is. */
export async function swell(): Promise<number> {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + kept.length))
}

/** Fails as a bug does. */
export async function fail(): Promise<never> {
  throw new TypeError('a bug in a task')
}

/** Counts up, and says when somebody stopped it. */
export async function* count({ stopped }: { stopped: Int32Array }): AsyncGenerator<number> {
  try {
    for (let number = 1; ; number += 1) yield number
  } finally {
    Atomics.add(stopped, 0, 1)
  }
}

/** Waits until it is told to go on. */
export async function wait({ gate }: { gate: Int32Array }): Promise<string> {
  Atomics.wait(gate, 0, 0)
  return 'done'
}

/** Gives one piece and never the next. */
export async function* stall(): AsyncGenerator<number> {
  yield 1
  for (;;) continue
}

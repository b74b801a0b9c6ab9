import type { EngineThread, WorkerAnswer, WorkerStart } from './pglite-protocol.ts'
import { PGliteSession } from './pglite-session.ts'

/** An engine in the thread of whoever asks it: nothing waits for another thread, and nothing can end it. */
export async function openHere(
  start: WorkerStart,
  answered: (answer: WorkerAnswer) => void,
): Promise<EngineThread> {
  const session = await keepingExitCode(() => PGliteSession.open(start))
  return {
    postMessage: (request) => void keepingExitCode(() => session.answer(request)).then(answered),
    ref() {},
    unref() {},
    terminate: async () => 0,
  }
}

/** An engine that ends says so as the exit code of the process, which in a thread is the thread's own. */
async function keepingExitCode<T>(run: () => Promise<T>): Promise<T> {
  const before = process.exitCode
  try {
    return await run()
  } finally {
    process.exitCode = before
  }
}

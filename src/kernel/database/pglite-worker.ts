// Runs PGlite in a worker thread: a long statement then never blocks the requests, and a runaway
// one can be ended by ending the thread. One message at a time; the queue is on the other side.
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-protocol.ts'
import { PGliteSession } from './pglite-session.ts'

const port = parentPort!
const session = await PGliteSession.open(workerData as WorkerStart)
port.on('message', (request: WorkerRequest) => {
  void session.answer(request).then((reply) => port.postMessage(reply))
})
port.postMessage({ id: 0, results: [], ...session.state() } satisfies WorkerAnswer)

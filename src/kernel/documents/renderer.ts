import { Worker } from 'node:worker_threads'
import type { CompileAnswer, CompileRequest } from './compiler-worker.ts'
import type { PdfDocument } from './document.ts'
import { layOut } from './layout.ts'

interface Job {
  layout: string
  standard: CompileRequest['standard']
  resolve(pdf: Uint8Array): void
  reject(error: Error): void
}

const timeoutMs = 30_000
const longestQueue = 200
const jobsPerWorker = 2_000

let worker: Worker | null = null
let jobsDone = 0
let current: { id: number; job: Job; timer: NodeJS.Timeout } | null = null
let nextId = 1
const queue: Job[] = []

/**
 * Sets a document as PDF/A-2b, or PDF/A-3b where something is attached (as plain PDF 1.7, with boxes, where it has letters outside the Latin,
 * Greek, Cyrillic, Thai, Chinese and Korean fonts). Runs in one warm worker thread, one document after the other, so the
 * event loop stays free. The same document gives the same bytes. Rejects when setting it takes more
 * than 30 seconds or 200 documents are waiting.
 */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const layout = JSON.stringify(layOut(document))
  const standard = (document.attachments ?? []).length > 0 ? 'a-3b' : 'a-2b'
  return new Promise((resolve, reject) => {
    if (queue.length >= longestQueue) {
      reject(new Error('Too many documents are waiting to be set.'))
      return
    }
    queue.push({ layout, standard, resolve, reject })
    startNext()
  })
}

function startNext(): void {
  if (current !== null) return
  const job = queue.shift()
  if (job === undefined) {
    worker?.unref()
    return
  }
  const running = (worker ??= startWorker())
  running.ref()
  const id = nextId++
  const timer = setTimeout(
    () => abandon(new Error(`Setting a document took over ${timeoutMs} ms.`)),
    timeoutMs,
  )
  current = { id, job, timer }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin.
  running.postMessage({ id, layout: job.layout, standard: job.standard } satisfies CompileRequest)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./compiler-worker.ts', import.meta.url))
  started.on('message', finish)
  started.on('error', (error) => {
    if (worker === started) abandon(error as Error)
  })
  started.on('exit', () => {
    if (worker === started) abandon(new Error('The typesetter stopped.'))
  })
  jobsDone = 0
  return started
}

function finish(answer: CompileAnswer): void {
  if (current === null || current.id !== answer.id) return
  const { job, timer } = current
  clearTimeout(timer)
  current = null
  jobsDone += 1
  if (jobsDone >= jobsPerWorker) dropWorker()
  if ('pdf' in answer) job.resolve(answer.pdf)
  else job.reject(new Error(`The typesetter refused a document: ${answer.problem}`))
  startNext()
}

function abandon(error: Error): void {
  dropWorker()
  if (current !== null) {
    clearTimeout(current.timer)
    current.job.reject(error)
    current = null
  }
  startNext()
}

/** The native memory of a worker is given back only when its thread ends. */
function dropWorker(): void {
  const dropped = worker
  worker = null
  dropped?.removeAllListeners('exit')
  void dropped?.terminate()
}

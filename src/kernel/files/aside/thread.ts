import { parentPort } from 'node:worker_threads'
import { TableProblem } from '../tables/table.ts'
import type { Asked, Told } from './protocol.ts'

type Task = (input: unknown) => Promise<unknown> | AsyncGenerator<unknown>

let stream: AsyncGenerator<unknown> | null = null

// One task at a time: the near side sends nothing before it has the answer to what it sent last.
parentPort?.on('message', (asked: Asked) => void answer(asked))

async function answer(asked: Asked): Promise<void> {
  const told = await answerTo(asked)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
  parentPort?.postMessage(told, buffersIn(told))
}

async function answerTo(asked: Asked): Promise<Told> {
  try {
    switch (asked.kind) {
      case 'start':
        return await start(asked)
      case 'next':
        return await next()
      case 'stop':
        await stream?.return(undefined)
        stream = null
        return { kind: 'end' }
    }
  } catch (error) {
    stream = null
    if (error instanceof TableProblem) return { kind: 'refused', refusal: error.refusal }
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'failed', message, stack }
  }
}

async function start({ module, task, input }: Asked & { kind: 'start' }): Promise<Told> {
  const tasks = (await import(module)) as Record<string, Task>
  const begun = tasks[task]!(input)
  if (!(Symbol.asyncIterator in begun)) return { kind: 'end', value: await begun }
  stream = begun
  return next()
}

async function next(): Promise<Told> {
  const { done, value } = await stream!.next()
  if (!done) return { kind: 'item', value }
  stream = null
  return { kind: 'end' }
}

/** Whole buffers of an answer are handed over and not copied. */
function buffersIn(told: Told): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const waiting: unknown[] = 'value' in told ? [told.value] : []
  for (let looked = 0; waiting.length > 0 && looked < 1000; looked += 1) {
    const value = waiting.pop()
    if (value instanceof Uint8Array) {
      const { buffer } = value
      const isWhole = buffer.byteLength === value.byteLength && buffer.byteLength > 65_536
      if (isWhole && buffer instanceof ArrayBuffer) found.add(buffer)
    } else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      waiting.push(...Object.values(value).slice(0, 1000))
    } else if (Array.isArray(value) && value.length < 1000) waiting.push(...value)
  }
  return [...found]
}

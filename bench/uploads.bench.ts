import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRefused } from '#kernel/database'
import { inspectUpload, readTable, readTableHere } from '#kernel/files'
import { inspectHere } from '../src/kernel/files/inspect.ts'
import { formOf } from '../src/kernel/http/body.ts'
import { readFormBody } from '../src/kernel/http/body-task.ts'
import { readTranscript } from '../src/modules/recognition/service/read-document.ts'
import { takeTranscript } from '../src/modules/recognition/formats/transcript-task.ts'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { startChild } from './serving/child.ts'

const million = 1_000_000

/** What an upload costs everybody else, and what a long catalogue costs in memory. */
export const claim =
  'A hostile upload of 20 MB leaves the event loop free, beside the same reader in this thread; a catalogue of a million rows imports in flat memory'

/** Measures the longest time that nobody else was served, and the memory of an import as it goes on. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const rows = [...(await blocking(options)), ...(await memory(options))]
  return {
    rows,
    notes: [
      '“here” and “aside”: the longest time in ms that a timer of one millisecond was late, the reader in the thread that serves, and in a thread of its own.',
      'Memory in MB is the whole process, the database engine in it included.',
    ],
  }
}

type Row = BenchResult['rows'][number]

async function blocking(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = []
  for (const [what, here, aside] of hostile(options.quick ? 4 * million : 20 * million)) {
    options.progress(what)
    await aside()
    rows.push({
      what,
      'here ms': await longestWait(here),
      'aside ms': await longestWait(aside),
      'rows/s': null,
      'at 25% MB': null,
      'at the end MB': null,
    })
  }
  return rows
}

type Read = () => Promise<unknown>

function hostile(size: number): [string, Read, Read][] {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const table = (content: Uint8Array): [Read, Read] => [
    async () => drained(await readTableHere(content, { maxRows: 10 * million })),
    async () => drained(await readTable(content, { maxRows: 10 * million })),
  ]
  const namespace = 'https://github.com/emrex-eu/elmo-schemas/tree/v1'
  const elmo = bytes(`<elmo xmlns="${namespace}">${'<report/>'.repeat(size / 9)}</elmo>`)
  const rules = { allow: ['pdf', 'xml'] as const, maxBytes: 2 * size }
  const pdf = bytes(`%PDF-1.7\n${'/Type /Page /Count 1 '.repeat(size / 21)}`)
  const form = {
    bytes: bytes('a=1&'.repeat(size / 4)),
    type: 'application/x-www-form-urlencoded',
  }
  return [
    ['JSON of brackets', ...table(bytes('['.repeat(size)))],
    ['JSON of commas', ...table(bytes(`[${','.repeat(size)}`))],
    ['CSV of commas in one row', ...table(bytes(','.repeat(size)))],
    ['CSV of short rows', ...table(bytes('a,b\n'.repeat(size / 4)))],
    [
      'ELMO of reports',
      () => takeTranscript({ kind: 'elmo', bytes: elmo }),
      () => readTranscript({ kind: 'elmo', bytes: elmo }),
    ],
    ['PDF of pages', () => inspectHere({ bytes: pdf, rules }), () => inspectUpload(pdf, rules)],
    ['form of short fields', () => readFormBody(form), () => formOf(form)],
  ]
}

async function drained(table: Awaited<ReturnType<typeof readTable>>): Promise<void> {
  if (isRefused(table)) return
  try {
    for await (const _ of table.numbered) continue
  } catch {
    // A limit far down in the file ends the reading, which is what was to be measured.
  }
}

async function longestWait(read: Read): Promise<number> {
  const over = new AbortController()
  let longest = 0
  const watching = (async () => {
    for (let last = performance.now(); !over.signal.aborted;) {
      await sleep(1)
      const at = performance.now()
      longest = Math.max(longest, at - last)
      last = at
    }
  })()
  await sleep(20)
  await read()
  over.abort()
  await watching
  return figure(longest)
}

interface Imported {
  seconds: number
  megabytes: [at: number, megabytes: number][]
}

async function memory(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = []
  for (const count of options.quick ? [50_000] : [100_000, million]) {
    options.progress(`a catalogue of ${count} rows`)
    const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
    try {
      const env = { WEFT_DATA: folder, DATABASE_URL: '' }
      const { child } = await startChild<object>('../uploads/import.ts', env)
      const { seconds, megabytes } = await child.tell<Imported>({ rows: count })
      await child.stop()
      rows.push({
        what: `catalogue of ${count.toLocaleString('en')} rows`,
        'here ms': null,
        'aside ms': null,
        'rows/s': figure(count / seconds),
        'at 25% MB': megabytes.find(([at]) => at >= 0.25)?.[1] ?? null,
        'at the end MB': megabytes.at(-1)?.[1] ?? null,
      })
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return rows
}

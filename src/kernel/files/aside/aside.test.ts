import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import { isRefused } from '#kernel/database'
import { TableProblem } from '../tables/table.ts'
import { readPastedTable, readTable } from '../tables/read-aside.ts'
import { readTableHere } from '../tables/read.ts'
import { withPatience } from './lanes.ts'
import { asideStream, asideTask } from './task.ts'
import type * as tasks from './tasks.fixture.ts'

const module = new URL('./tasks.fixture.ts', import.meta.url)
const flag = () => new Int32Array(new SharedArrayBuffer(4))

/** How many turns the event loop of this thread took while something ran. */
async function turnsDuring(run: () => Promise<unknown>): Promise<number> {
  let turns = 0
  const over = new AbortController()
  const counting = (async () => {
    while (!over.signal.aborted) {
      await sleep(1)
      turns += 1
    }
  })()
  await run()
  over.abort()
  await counting
  return turns
}

const keyOf = (value: unknown) => (isRefused(value) ? value.message.key : value)

describe('a task aside', () => {
  const whereAmI = asideTask<typeof tasks, 'whereAmI'>(module, 'whereAmI')

  test('runs in another thread, which the next task finds warm', async () => {
    const first = await whereAmI(undefined as never)
    assert.notEqual(first, threadId)
    assert.equal(await whereAmI(undefined as never), first)
  })

  test('that takes too long is ended, and the next one runs', async () => {
    const spin = asideTask<typeof tasks, 'spin'>(module, 'spin', { seconds: 0.5 })
    assert.equal(keyOf(await spin(undefined as never)), 'reading-slow')
    assert.equal(typeof (await whereAmI(undefined as never)), 'number')
  })

  test('may take longer while the house has patience, and no longer after it', async () => {
    const doze = asideTask<typeof tasks, 'doze'>(module, 'doze', { seconds: 0.5 })
    assert.equal(await withPatience(60, () => doze({ milliseconds: 1500 })), 'awake')
    assert.equal(keyOf(await doze({ milliseconds: 60_000 })), 'reading-slow')
  })

  test('that needs too much memory is ended, and this process lives', async () => {
    const swell = asideTask<typeof tasks, 'swell'>(module, 'swell')
    assert.equal(keyOf(await swell(undefined as never)), 'reading-memory')
    assert.equal(typeof (await whereAmI(undefined as never)), 'number')
  })

  test('that has a bug fails as one, and leaves its thread to others', async () => {
    const fail = asideTask<typeof tasks, 'fail'>(module, 'fail')
    await assert.rejects(fail(undefined as never), /a bug in a task/)
    assert.equal(typeof (await whereAmI(undefined as never)), 'number')
  })

  test('waits its turn, and beyond a long queue is told to come again', async () => {
    const wait = asideTask<typeof tasks, 'wait'>(module, 'wait')
    const gate = flag()
    const asked = Array.from({ length: 80 }, () => wait({ gate }))
    const refused = (await Promise.race(
      asked.map(async (each) => {
        const answer = await each
        return isRefused(answer) ? answer : new Promise<never>(() => undefined)
      }),
    )) as { message: { key: string } }
    assert.equal(refused.message.key, 'reading-busy')
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
    const answers = (await Promise.all(asked)).map(keyOf)
    assert.ok(answers.filter((each) => each === 'done').length >= 50)
    assert.ok(answers.every((each) => each === 'done' || each === 'reading-busy'))
  })
})

describe('a stream aside', () => {
  const count = asideStream<typeof tasks, 'count'>(module, 'count')

  test('goes on only as far as it is asked, and is stopped when nobody reads on', async () => {
    const stopped = flag()
    const seen: number[] = []
    for await (const number of count({ stopped }, 'quick')) {
      seen.push(number)
      if (number === 3) break
    }
    assert.deepEqual(seen, [1, 2, 3])
    assert.equal(Atomics.load(stopped, 0), 1)
  })

  test('is ended in the middle of a piece by a signal, and leaves its place to others', async () => {
    const stall = asideStream<typeof tasks, 'stall'>(module, 'stall')
    const stopping = new AbortController()
    const seen: number[] = []
    await assert.rejects(async () => {
      for await (const piece of stall(undefined as never, 'quick', stopping.signal)) {
        seen.push(piece)
        setTimeout(() => stopping.abort(new Error('enough')), 20)
      }
    }, /enough/)
    assert.deepEqual(seen, [1])
    await assert.rejects(async () => {
      for await (const _ of stall(undefined as never, 'quick', stopping.signal)) continue
    }, /enough/)
    const whereAmI = asideTask<typeof tasks, 'whereAmI'>(module, 'whereAmI')
    assert.equal(typeof (await whereAmI(undefined as never)), 'number')
  })

  test('many that are stopped early leave threads for others', async () => {
    const stopped = flag()
    for (let round = 0; round < 20; round += 1) {
      for await (const _ of count({ stopped }, 'quick')) break
    }
    assert.equal(Atomics.load(stopped, 0), 20)
  })
})

describe('a large hostile file', () => {
  const million = 1_000_000
  const bytes = (text: string) => new TextEncoder().encode(text)
  const hostile: [string, Uint8Array, Record<string, number>][] = [
    ['of brackets', bytes('['.repeat(3 * million)), {}],
    ['of commas in a list', bytes(`[${','.repeat(3 * million)}`), {}],
    ['of commas in one row', bytes(','.repeat(3 * million)), {}],
    ['of many rows', bytes('a,b\n'.repeat(million / 2)), { maxRows: 10_000_000 }],
  ]
  for (const [name, content, options] of hostile) {
    test(`${name} keeps nobody else waiting`, async () => {
      const turns = await turnsDuring(async () => {
        const table = await readTable(content, { maxColumns: 60, ...options })
        if (!isRefused(table)) {
          await assert.doesNotReject(async () => {
            for await (const _ of table.numbered) continue
          })
        }
      })
      assert.ok(turns > 20, `the event loop took ${turns} turns`)
    })
  }

  test('gives the same answer as when it is read here', async () => {
    for (const [, content] of hostile.slice(0, 1)) {
      const [aside, here] = [await readTable(content), await readTableHere(content)]
      assert.ok(isRefused(aside) && isRefused(here))
      assert.deepEqual(aside, here)
    }
  })

  test('that breaks a limit far down says so where it is reached', async () => {
    const text = `a\tb\n${'1\t2\n'.repeat(3000)}${'x\t'.repeat(700)}\n`
    const table = await readPastedTable(text)
    assert.ok(!isRefused(table))
    let rows = 0
    await assert
      .rejects(
        async () => {
          for await (const _ of table.rows) rows += 1
        },
        (error) => error instanceof TableProblem && error.refusal.message.key === 'table-rows',
      )
      .catch(() => undefined)
    assert.equal(rows, 3000)
  })
})

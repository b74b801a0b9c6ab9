import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWorkRunner, type Work } from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import { createOnce, sendingOf } from './once.ts'
import type { Answer } from './types.ts'

const base = await testDatabase([
  { name: 'http', directory: new URL('migrations/', import.meta.url) },
])
const context = {
  actor: { kind: 'public' } as const,
  now: new Date('2026-11-26T09:00:00Z'),
  language: 'en' as const,
}
const form = { values: { name: ['Looms'] }, uploads: {} }
const done: Answer = { kind: 'redirect', to: '/en/done' }
const before: Answer = { kind: 'redirect', to: '/en/already' }
const nothing = async (_work: Work) => null

/** Sends one form as often as is asked, each time as another request. */
async function sent(run: (send: (handler: Handler) => Promise<Answer>) => Promise<void>) {
  await base.withRollback(async (_kysely, database) => {
    const runner = createWorkRunner(database, {
      append: async () => {},
      decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
    })
    let requests = 0
    await run((handler) => {
      requests += 1
      const once = createOnce({
        runner,
        context,
        requestId: `01a21000-0000-7000-8000-${String(requests).padStart(12, '0')}`,
        sending: sendingOf('right.page', null, '/en/initiatives', form),
        alreadySent: () => before,
        putFlash: () => {},
      })
      return once.answer(() => handler(once))
    })
  })
}

type Handler = (once: ReturnType<typeof createOnce>) => Promise<Answer>

test('what only makes ready leaves the form to be sent, even where the process ends after it', () =>
  sent(async (send) => {
    await assert.rejects(
      send(async ({ prepare }) => {
        await prepare(nothing)
        throw new Error('ended')
      }),
    )
    let acts = 0
    const act: Handler = async ({ prepare, perform }) => {
      await prepare(nothing)
      await perform(async () => void (acts += 1))
      return done
    }
    assert.deepEqual(await send(act), done)
    assert.deepEqual(await send(act), done)
    assert.equal(acts, 1)
  }))

test('a form whose second verb failed is done again when it is sent again', () =>
  sent(async (send) => {
    await assert.rejects(
      send(async ({ perform }) => {
        await perform(nothing)
        await perform(() => Promise.reject(new Error('a statement took too long')))
        return done
      }),
    )
    let acts = 0
    await send(async ({ perform }) => {
      await perform(async () => void (acts += 1))
      return done
    })
    assert.equal(acts, 1)
  }))

test('a form that was done before its answer failed is not done again', () =>
  sent(async (send) => {
    await assert.rejects(
      send(async ({ perform }) => {
        await perform(nothing)
        throw new Error('the page could not be made')
      }),
    )
    const second = await send(async ({ perform }) => {
      await perform(() => Promise.reject(new Error('done twice')))
      return done
    })
    assert.deepEqual(second, before)
  }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesAbout } from '#kernel/chronicle'
import { declareLeave, endLeave } from '#kernel/tasks'
import { noticeHandlers, noticesFor } from './index.ts'
import { chloe, type House, malee, monday, person, system, withHouse } from './notices.fixture.ts'

const days = (count: number) => new Date(monday.getTime() + count * 86_400_000)
const leave = { personId: malee, standInId: chloe, from: '2026-11-24', until: '2026-11-27' }

async function named({ database }: House): Promise<void> {
  const name = { native: null, romanised: 'Malee', order: 'given-first' }
  await database.execute('update persons set name = $1, preferred_language = $2 where id = $3', [
    JSON.stringify(name),
    'th',
    malee,
  ])
  await database.execute(`update persons set preferred_language = 'fr' where id = $1`, [chloe])
}

async function declared({ runner }: House, change: Partial<typeof leave> = {}): Promise<string> {
  const id = await runner.perform(person(malee), (work) =>
    declareLeave(work, { ...leave, ...change }),
  )
  assert.equal(typeof id, 'string')
  return String(id)
}

/** Brings the entries about a leave to whoever follows them. */
async function follow({ runner }: House, id: string, after = 0): Promise<void> {
  const { entries } = await entriesAbout(runner.reading(system(monday)), {
    objectKind: 'stand-in',
    objectId: id,
  })
  const [handler] = noticeHandlers
  for (const entry of entries.toReversed().slice(after)) {
    await runner.perform(system(monday), (work) => handler!.handle(work, entry as never))
  }
}

async function saidTo({ runner }: House): Promise<[string, Record<string, unknown>][]> {
  const notices = await noticesFor(runner.reading(person(chloe)))
  return notices.map(({ message }) => [message.key, message.args]).toReversed() as never
}

test('who stands in is told for whom and from when until when, in their language, and once when it is over', () =>
  withHouse(async (house) => {
    await named(house)
    await follow(house, await declared(house))
    const [begins] = await saidTo(house)
    assert.deepEqual(begins, [
      'stand-in.begins',
      { name: 'Malee', from: '24 novembre 2026', until: '27 novembre 2026' },
    ])
    await house.drain(days(3))
    assert.equal((await saidTo(house)).length, 1)
    await house.drain(days(6))
    await house.drain(days(7))
    assert.deepEqual((await saidTo(house)).slice(1), [
      ['stand-in.ends', { name: 'Malee', day: '28 novembre 2026' }],
    ])
  }))

test('a leave that ends early or is taken back is told at once, and not again', () =>
  withHouse(async (house) => {
    await named(house)
    const early = await declared(house, { from: '2026-11-20' })
    await follow(house, early)
    await house.runner.perform(person(malee), (work) => endLeave(work, early))
    await follow(house, early, 1)
    const coming = await declared(house)
    await follow(house, coming)
    await house.runner.perform(person(malee), (work) => endLeave(work, coming))
    await follow(house, coming, 1)
    await house.drain(days(9))
    assert.deepEqual(
      (await saidTo(house)).map(([key]) => key),
      ['stand-in.begins', 'stand-in.ends', 'stand-in.begins', 'stand-in.taken-back'],
    )
  }))

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registerSubscriptions, runSubscriptions, sealAll } from '#kernel/chronicle'
import { search } from '#kernel/search'
import { acting, now, onDatabase, runnerOn, tellStory } from '../alliance.fixture.ts'
import { cast } from '../seed/cast.ts'
import { searchHandlers } from './search.ts'

const { organisations: o, people: p } = cast

test('people are found by their own offices and by themselves, organisations by everybody', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    await sealAll(database)
    const parts = { database, runner: runnerOn(database), now: () => now }
    await registerSubscriptions(parts, searchHandlers)
    while ((await runSubscriptions(parts, searchHandlers)) > 0);
    const found = async (actor: Parameters<typeof reading>[0], query: string) =>
      (await search(reading(actor), query)).hits.map((hit) => hit.href)
    const ploy = `/organisations/${o.au}/people/${p.studentPloy}`
    const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
    assert.deepEqual(await found(coordinator, 'Pimchanok'), [ploy])
    assert.deepEqual(await found(coordinator, 'พิมพ์ชนก'), [ploy])
    assert.deepEqual(await found(coordinator, '6611042'), [ploy])
    assert.deepEqual(
      await found({ kind: 'person', personId: p.studentPloy, grants: [] }, 'Pimchanok'),
      [ploy],
    )
    const limited = (programmeId: string) => {
      const actor = acting(p.evaluatorAu, 'evaluator', o.au)
      assert.ok(actor.kind === 'person')
      return { ...actor, grants: actor.grants.map((grant) => ({ ...grant, programmeId })) }
    }
    const { rows } = await database.execute(
      `select degree_programme_id as id from enrolments where person_id = $1 and organisation_id = $2`,
      [p.studentPloy, o.au],
    )
    const own = String(rows[0]!['id'])
    const within = async (programmeId: string) =>
      (await search(reading(limited(programmeId)), 'Pimchanok', { minds: 'programme' })).hits.length
    assert.deepEqual(await found(limited(own), 'Pimchanok'), [], 'they may not open the page')
    assert.deepEqual([await within(own), await within(randomUUID())], [1, 0])
    for (const stranger of [
      { kind: 'public' } as const,
      acting(p.coordinatorPku, 'coordinator', o.pku),
      acting(p.curator, 'curator', o.museum),
    ]) {
      assert.deepEqual(await found(stranger, 'Pimchanok'), [])
    }
    assert.deepEqual(await found({ kind: 'public' }, '北京大学'), [`/members/${o.pku}`])
    assert.ok(
      (await found({ kind: 'public' }, 'SINO-THAI')).includes(
        `/programmes/${cast.programmes.sinoThai}`,
      ),
    )
  }))

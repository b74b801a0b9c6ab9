import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused, type Refusal } from '#kernel/database'
import { acting, onDatabase, tellStory } from '../alliance.fixture.ts'
import { cast } from '../seed/cast.ts'
import { changeUnit } from './change-unit.ts'
import { addUnits } from './structure.ts'

const { organisations: o, people: p, units: u } = cast
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
const names = { en: 'Library', th: 'ห้องสมุด' }

function faultOf(result: unknown): string {
  assert.ok(isRefused(result), 'expected a refusal')
  const { status, fields } = result as Refusal
  return [status, ...Object.values(fields).map(({ key }) => key)].join(' ')
}

test('a unit is renamed in several languages, gets a code and a place, and keeps what it is', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const added = await as(coordinator, (work) =>
      addUnits(work, 'test', o.au, [
        { names: { en: 'A' }, code: 'A' },
        { names: { en: 'B' }, code: 'B' },
        { names: { en: 'C' } },
      ]),
    )
    assert.ok(!isRefused(added))
    const [a, b, c] = added.ids as [string, string, string]
    const change = (
      id: string,
      rest: Partial<Parameters<typeof changeUnit>[3]>,
      by = coordinator,
    ) => as(by, (work) => changeUnit(work, o.au, id, { names, kind: 'office', ...rest }))
    assert.ok(!isRefused(await change(c, { code: 'LIB', parentId: b })))
    assert.ok(!isRefused(await change(b, { code: 'B', parentId: a })))
    const { rows } = await database.execute(
      'select names, code, kind, parent_id, closed_on from units where id = $1',
      [c],
    )
    assert.deepEqual(rows, [{ names, code: 'LIB', kind: 'office', parent_id: b, closed_on: null }])
    assert.equal(faultOf(await change(a, { parentId: c })), '422 fault.unit-in-itself')
    assert.equal(faultOf(await change(a, { parentId: a })), '422 fault.unit-in-itself')
    assert.equal(faultOf(await change(a, { parentId: u.pkuArts })), '422 fault.unknown-unit')
    assert.equal(faultOf(await change(a, { code: 'LIB' })), '409 fault.code-taken')
    assert.match(faultOf(await change(a, { names: {} })), /^422/)
    const elsewhere = acting(p.coordinatorPku, 'coordinator', o.pku)
    assert.equal(faultOf(await change(a, {}, elsewhere)), '404')
    assert.equal(faultOf(await change(u.pkuArts, {})), '404')
  }))

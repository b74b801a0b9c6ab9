import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused, type Refusal } from '#kernel/database'
import { acting, onDatabase, system, tellStory } from '../alliance.fixture.ts'
import { initiativePage, listInitiatives } from '../queries/initiatives.ts'
import { cast } from '../seed/cast.ts'
import { entryLabels } from '../stories.ts'
import { addOutput, changeOutput, removeOutput, restoreOutput } from './initiatives.ts'

const { organisations: o, people: p } = cast
const secretariat = acting(p.secretariat, 'secretariat', null)
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)

function status(result: unknown): number {
  assert.ok(isRefused(result), JSON.stringify(result))
  return (result as Refusal).status
}

test('an output is changed, removed and put back, each once and each told', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const [initiative] = await listInitiatives(reading(system))
    const id = initiative!.id
    const added = await as(secretariat, (work) =>
      addOutput(work, id, { kind: 'dataset', names: { en: 'Letters' } }),
    )
    assert.ok(!isRefused(added))
    const shown = async () => {
      const page = (await initiativePage(reading(system), id))!
      assert.equal(page.outputs, page.outputList.length)
      return page.outputList.find((output) => output.id === added.id)
    }
    const better = {
      kind: 'publication',
      names: { en: 'Letters', th: 'จดหมาย' },
      url: 'https://letters.example/',
      producedOn: '2026-11-20',
    }
    const change = () => as(secretariat, (work) => changeOutput(work, id, added.id, better))
    assert.ok(!isRefused(await change()))
    assert.ok(!isRefused(await change()), 'what stands already is no change')
    assert.deepEqual(await shown(), {
      id: added.id,
      kind: 'publication',
      names: better.names,
      url: better.url,
      produced_on: better.producedOn,
    })
    const nameless = await as(secretariat, (work) =>
      changeOutput(work, id, added.id, { ...better, names: {} }),
    )
    assert.equal(status(nameless), 422)
    assert.equal(status(await as(coordinator, (work) => removeOutput(work, id, added.id))), 404)
    assert.ok(!isRefused(await as(secretariat, (work) => removeOutput(work, id, added.id))))
    assert.equal(await shown(), undefined)
    assert.equal(status(await as(secretariat, (work) => removeOutput(work, id, added.id))), 404)
    assert.equal(status(await change()), 404)
    assert.ok(!isRefused(await as(secretariat, (work) => restoreOutput(work, id, added.id))))
    assert.equal(status(await as(secretariat, (work) => restoreOutput(work, id, added.id))), 404)
    assert.deepEqual((await shown())?.names, better.names)
    const { rows } = await database.execute(
      `select type from chronicle_entries where data->>'outputId' = $1 order by recorded_at, id`,
      [added.id],
    )
    assert.deepEqual(rows.map((row) => String(row['type']).split('output-')[1]).toSorted(), [
      'added',
      'changed',
      'removed',
      'restored',
    ])
  }))

test('a step that was reached is named in the story, in the reader’s language', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    const { rows } = await database.execute(
      `select data from chronicle_entries where type = 'alliance.cohort-step-reached' and data->>'step' = 'stay' limit 1`,
    )
    const { label } = entryLabels.find(({ type }) => type === 'alliance.cohort-step-reached')!
    const told = label!(rows[0]!['data'] as Record<string, unknown>, 'zh-Hans')
    assert.equal(told.key, 'entry.cohort-step-named')
    assert.match(String(told.args!['step']), /\p{Script=Han}/u)
    const before = label!({ step: 'stay' }, 'th')
    assert.equal(before.key, 'entry.cohort-step-reached')
  }))

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { reservedRounds, settings, sharedRounds, tiedRounds } from '../rules/round.fixture.ts'
import { openRun } from './all.ts'
import type { Certified } from './method.ts'
import { fair } from './one-sided.ts'
import { oneMentor } from './one-mentor.ts'
import { reserves } from './reserves.ts'
import { sharedQuotas } from './shared-quotas.ts'
import { tiesKept } from './ties-kept.ts'

/** How many further seats an answer says would have been enough; null where it says nothing of them. */
function saidOf(run: Certified, who: string, place: string): number | null {
  const line = openRun(run)!
    .explain(who, place)
    .find(({ key }) => key === 'why.seats-more')
  return line ? Number(line.args!['count']) : null
}

/** Checks every answer of a run against running it again with as many seats as it says, and with one fewer. */
function everyAnswerIsTrue<Inputs extends Certified['inputs']>(
  inputs: Inputs,
  run: (inputs: Inputs) => Certified,
  places: readonly { id: string }[],
  withMore: (at: number, more: number) => Inputs,
): number {
  const first = run(inputs)
  let said = 0
  for (const [who, { id }] of inputs.applicants.entries()) {
    for (const [at, { id: place }] of places.entries()) {
      const count = saidOf(first, id, place)
      if (count === null) continue
      said += 1
      const given = (more: number) => run(withMore(at, more)).result[who]
      assert.equal(given(count), place)
      assert.notEqual(given(count - 1), place)
    }
  }
  return said
}

const more = <Place extends { seats: number }>(places: readonly Place[], at: number, by: number) =>
  places.map((place, index) => (index === at ? { ...place, seats: place.seats + by } : place))

describe('what would have changed an answer', () => {
  test('is true of reserves, of shared seats, of kept ties and of places that rank nobody', () => {
    let said = 0
    const some = { ...settings, numRuns: 60 }
    fc.assert(
      fc.property(reservedRounds, (round) => {
        const again = (at: number, by: number) => ({ ...round, places: more(round.places, at, by) })
        said += everyAnswerIsTrue(round, reserves.run, round.places, again)
      }),
      some,
    )
    fc.assert(
      fc.property(sharedRounds, (round) => {
        const again = (at: number, by: number) => {
          const host = round.hosts.findIndex(({ id }) => id === round.projects[at]!.host)
          return {
            ...round,
            projects: more(round.projects, at, by),
            hosts: more(round.hosts, host, by),
          }
        }
        said += everyAnswerIsTrue(round, sharedQuotas.run, round.projects, again)
      }),
      some,
    )
    for (const method of [tiesKept, fair]) {
      fc.assert(
        fc.property(tiedRounds, (round) => {
          const again = (at: number, by: number) => ({
            ...round,
            places: more(round.places, at, by),
          })
          said += everyAnswerIsTrue(round, method.run, round.places, again)
        }),
        some,
      )
    }
    assert.ok(said > 40, `${said} answers`)
  })

  test('is said of a mentor who is full', () => {
    const languages = ['th']
    const run = oneMentor.run({
      applicants: ['A', 'B'].map((id) => ({ id, languages })),
      mentors: [{ id: 'M', seats: 1, languages }],
      pairs: [
        { student: 'A', mentor: 'M', cost: 1 },
        { student: 'B', mentor: 'M', cost: 2 },
      ],
    } as Certified['inputs'])
    assert.deepEqual(run.result, ['M', null])
    assert.equal(saidOf(run, 'B', 'M'), 1)
    assert.equal(saidOf(run, 'A', 'M'), null)
  })
})

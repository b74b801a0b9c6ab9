import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makePlace, type Place, rounds, runAndKill, seeded } from './harness.ts'
import { checkCases, checkCatalogues, reopen } from './invariants.ts'

const seed = 20261122
/** The kill comes within this time after the process began its work. */
const spreadMilliseconds = 4000

for (const engine of ['pglite', 'postgres'] as const) {
  for (const scenario of ['decision', 'import'] as const) {
    describe(`${engine}: a process that is killed during ${scenario === 'import' ? 'an import' : 'a decision'}`, () => {
      let place: Place
      const facts: Record<string, unknown>[] = []
      before(async () => {
        place = await makePlace(engine)
      })
      after(() => place.remove())

      for (let round = 1; round <= rounds; round += 1) {
        test(`loses nothing that it acknowledged and leaves nothing half, kill ${round} of ${rounds}`, async () => {
          const random = seeded(seed + round)
          const death = await runAndKill(place, scenario, {
            since: (fact) => fact['ready'] === true,
            afterMilliseconds: Math.floor(random() * spreadMilliseconds),
          })
          assert.equal(death.ended, null, death.errors)
          facts.push(...death.facts)
          const check = scenario === 'import' ? checkCatalogues : checkCases
          await reopen(place, (database) => check(database, facts))
        })
      }

      test('has done something in all that time', (t) => {
        const kinds = scenario === 'import' ? ['staged', 'published'] : ['opened', 'decided']
        const counts = kinds.map((kind) => [kind, facts.filter((fact) => kind in fact).length])
        for (const [kind, count] of counts) assert.ok(Number(count) > 0, `nothing was ${kind}`)
        t.diagnostic(
          `${engine}, ${scenario}: ${rounds} kills, ${counts.map((each) => each.join(' ')).join(', ')}`,
        )
      })
    })
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePlace, rounds, runAndKill, seeded } from './harness.ts'
import { checkCases, checkCatalogues, none, reopen } from './invariants.ts'

const seed = 20261122
/** Each begins with a new database, which takes longer than the rest of it. */
const starts = Math.min(10, Math.ceil(rounds / 2))

for (const engine of ['pglite', 'postgres'] as const) {
  for (let round = 1; round <= starts; round += 1) {
    test(`${engine}: a first start that is killed is finished by the next one, kill ${round} of ${starts}`, async () => {
      const random = seeded(seed + round)
      const place = await makePlace(engine)
      try {
        // Every third among the first migrations, the others while the demonstration is loaded.
        const isEarly = round % 3 === 0
        const steps = 1 + Math.floor(random() * (isEarly ? 30 : 14))
        let seen = 0
        const death = await runAndKill(place, 'start', {
          since: (fact) => (isEarly || !('migrated' in fact)) && (seen += 1) === steps,
          afterMilliseconds: Math.floor(random() * 60),
        })
        assert.ok(death.ended === null || death.ended === 0, death.errors)
        await reopen(place, 'start', async (database) => {
          await checkCases(database, [])
          await checkCatalogues(database, [])
          await none(
            database,
            'an organisation twice',
            'select names from organisations group by names having count(*) > 1',
          )
        })
      } finally {
        await place.remove()
      }
    })
  }
}

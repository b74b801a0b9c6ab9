import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makePlace, type Place, rounds, runAndKill, seeded } from './harness.ts'
import { checkCases, checkCatalogues, checkRuns, checkUploads, reopen } from './invariants.ts'

const seed = 20261122
/** The kill comes within this time after the process began its work. */
const spreadMilliseconds = 4000

/** What the process does, what is looked at afterwards, and what it must have got done in all that time. */
const scenarios = {
  decision: { what: 'a decision', since: 'ready', check: checkCases, done: ['opened', 'decided'] },
  import: {
    what: 'an import',
    since: 'ready',
    check: checkCatalogues,
    done: ['staged', 'published'],
  },
  // The lists are read before a run is frozen; the kill is meant for what comes after.
  matching: { what: 'a matching run', since: 'frozen', check: checkRuns, done: ['frozen'] },
  upload: {
    what: 'a large file that is sent',
    since: 'ready',
    // Whole, it is put together, and its tiles are cut: every second kill is meant for that.
    every: { second: 'complete', spreadMilliseconds: 1000 },
    check: checkUploads,
    done: ['received', 'taken'],
  },
} as const

/** The kills on one database; a file for each, so that both run at once. */
export function killedOn(engine: Place['engine']): void {
  for (const scenario of ['decision', 'import', 'matching', 'upload'] as const) {
    const { what, since, check, done, every } = { every: null, ...scenarios[scenario] }
    describe(`${engine}: a process that is killed during ${what}`, () => {
      let place: Place
      const facts: Record<string, unknown>[] = []
      before(async () => {
        place = await makePlace(engine)
      })
      after(() => place.remove())

      for (let round = 1; round <= rounds; round += 1) {
        test(`loses nothing that it acknowledged and leaves nothing half, kill ${round} of ${rounds}`, async () => {
          const random = seeded(seed + round)
          // On a slow machine the last one is waited for until it has done what none before it had.
          const lacking = new Set<string>(round < rounds ? [] : lackingOf(done, facts))
          const aim = round % 2 === 0 ? every : null
          let hasBegun = false
          const death = await runAndKill(place, scenario, {
            since(fact) {
              hasBegun ||= (aim?.second ?? since) in fact
              for (const kind of Object.keys(fact)) lacking.delete(kind)
              return hasBegun && lacking.size === 0
            },
            afterMilliseconds: Math.floor(
              random() * (aim?.spreadMilliseconds ?? spreadMilliseconds),
            ),
          })
          assert.equal(death.ended, null, death.errors)
          facts.push(...death.facts)
          await reopen(place, scenario, (database) => check(database, facts))
        })
      }

      test('has done something in all that time', (t) => {
        const counts = done.map((kind) => [kind, facts.filter((fact) => kind in fact).length])
        for (const [kind, count] of counts) assert.ok(Number(count) > 0, `nothing was ${kind}`)
        t.diagnostic(
          `${engine}, ${scenario}: ${rounds} kills, ${counts.map((each) => each.join(' ')).join(', ')}`,
        )
      })
    })
  }
}

/** A kill at each of two moments that chance hardly ever hits: the tiles are made, or stored too, and no row says so. */
export function killedBeforeRecorded(engine: Place['engine']): void {
  describe(`${engine}: a process that is killed between making a picture’s tiles and recording them`, () => {
    for (const moment of ['pyramid-made', 'pyramid-stored'] as const) {
      test(`leaves the picture to the next start, which needs no hand: ${moment}`, async () => {
        const place = await makePlace(engine)
        try {
          // What it leaves of its work goes with the place.
          place.environment['TMPDIR'] = place.folder
          const since = (fact: Record<string, unknown>) => 'pyramid' in fact
          const death = await runAndKill(place, moment, { since, afterMilliseconds: 0 })
          assert.equal(death.ended, null, death.errors)
          assert.ok(death.facts.some(since))
          await reopen(place, moment, (database) => checkUploads(database, death.facts))
        } finally {
          await place.remove()
        }
      })
    }
  })
}

function lackingOf(done: readonly string[], facts: readonly Record<string, unknown>[]): string[] {
  return done.filter((kind) => !facts.some((fact) => kind in fact))
}

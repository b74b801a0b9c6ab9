// Every route, asked by everybody about everything, over the program's own HTTP: who gets to the handler?
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Route } from '#kernel/http'
import { type Asker, askerOf, bodyOf, type Outcome } from './asking.ts'
import { type MatrixSite, openMatrixSite } from './fixture.ts'
import { mayReach, type Thing, thingsOf } from './things.ts'
import { type Viewer, viewers } from './viewers.ts'
import { makeWorld, type World } from './world.ts'

const start = new Date('2026-11-22T03:00:00Z')
const url = process.env['WEFT_TEST_DATABASE_URL']
let matrix: MatrixSite
let world: World
let askers: Asker[]

before(async () => {
  matrix = await openMatrixSite(start, url)
  world = await makeWorld(matrix.site, start)
  askers = await Promise.all(viewers.map((viewer) => askerOf(matrix, viewer)))
})
after(() => matrix?.close())

test('every route has an object of each kind that its address names', () => {
  const unknown = matrix.routes.filter((route) => thingsOf(route, world) === null)
  assert.deepEqual(
    unknown.map(({ method, path }) => `${method} ${path}`),
    [],
    'say in test/matrix/things.ts what these addresses are about',
  )
})

test('everybody gets where the oracle lets them, and nowhere else', async (t) => {
  const wrong: string[] = []
  let cells = 0
  let objects = 0
  for (const route of matrix.routes) {
    for (const thing of thingsOf(route, world) ?? []) {
      objects += 1
      for (const asker of sampled(askers, objects)) {
        cells += 1
        const expected = expectedOf(route, asker.viewer, thing)
        const { outcome } = await asker.ask(route, thing)
        if (outcome === expected) continue
        wrong.push(
          `${asker.viewer.label}: ${route.method} ${route.path} (${thing.label}) is ${outcome}, not ${expected}`,
        )
      }
    }
  }
  t.diagnostic(
    `http on ${matrix.database.engine}: ${matrix.routes.length} routes, ${objects} routes × objects, ${viewers.length} viewers, ${cells} cells`,
  )
  assert.deepEqual(wrong.slice(0, 30), [], `${wrong.length} cells disagree with the oracle`)
})

test('what is hidden looks like what is absent', async (t) => {
  let compared = 0
  for (const route of matrix.routes.filter(({ load, path }) => load && path.includes(':'))) {
    for (const [place, thing] of (thingsOf(route, world) ?? []).entries()) {
      const hidden = askers.filter(
        ({ viewer }) => expectedOf(route, viewer, thing) === 'denied' && viewer.link === undefined,
      )
      // One stranger a thing is enough: that they are denied is asked above.
      const asker = hidden[place % Math.max(1, hidden.length)]
      if (!asker) continue
      compared += 1
      const [seen, missing] = [
        await asker.ask(route, thing),
        await asker.ask(route, thing, { absent: true }),
      ]
      assert.equal(seen.response.status, missing.response.status)
      assert.equal(await bodyOf(seen), await bodyOf(missing), `${route.method} ${route.path}`)
    }
  }
  t.diagnostic(`${compared} hidden objects look absent`)
  assert.ok(compared > 0)
})

/** On a server every third viewer is asked, another third for each object; on PGlite everybody. */
function sampled(all: readonly Asker[], objects: number): readonly Asker[] {
  return url ? all.filter((_each, place) => (place + objects) % 3 === 0) : all
}

function expectedOf(route: Route, viewer: Viewer, thing: Thing): Outcome {
  const action = viewer.link === 'this' ? { action: route.action, object: thing.what.id } : null
  if (mayReach(route, { ...viewer.who, link: action }, thing)) return 'allowed'
  const isPublic = viewer.who.person === null && (!viewer.link || viewer.link === 'expired')
  return isPublic ? 'sign in' : 'denied'
}

// Every route, asked by everybody about everything, over the program's own HTTP: who gets to the handler?
// Importing this file registers the tests; PGlite and a server share the viewers, see `sampled`.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Route } from '#kernel/http'
import { type Asker, askerOf, bodyOf, type Outcome } from './asking.ts'
import { type MatrixSite, openMatrixSite } from './fixture.ts'
import { oracleOf } from './oracle.ts'
import { nothing } from './people.ts'
import { runHandlers } from './running.ts'
import { assertListsAreKnown, compareScopes } from './scopes.ts'
import { mayReach, type Thing, thingsOf } from './things.ts'
import { type Viewer, viewers } from './viewers.ts'
import { insertAgreements } from './world-agreements.ts'
import { insertMatching } from './world-matching.ts'
import { insertSigning } from './world-signing.ts'
import { makeWorld, type World } from './world.ts'

const start = new Date('2026-11-22T03:00:00Z')
const url = process.env['WEFT_TEST_DATABASE_URL']
let matrix: MatrixSite
let world: World
let askers: Asker[]

before(async () => {
  matrix = await openMatrixSite(start, url)
  world = await makeWorld(matrix.site, start)
  await insertMatching(matrix.site, start)
  await insertSigning(matrix.site, start)
  await insertAgreements(matrix.site, start)
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
      for (const asker of sampled(askers, route, objects)) {
        cells += 1
        const expected = expectedOf(route, asker.viewer, thing)
        const { outcome } = await asker.ask(route, thing, { plainly: true })
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

test('a list shows the rows that may be read one by one, and no others', async (t) => {
  assertListsAreKnown()
  const compared = await compareScopes(matrix.site.house.policy, matrix.database)
  t.diagnostic(`${compared} lists compared`)
})

test('an end, a beginning and a leave count at the next request', async () => {
  const [queue] = matrix.routes.filter(({ path }) => path === '/recognition/cases')
  const nothingToLoad = thingsOf(queue!, world)![0]!
  const outcome = async (label: string) => {
    const viewer = viewers.find((each) => each.label === label)!
    return (await (await askerOf(matrix, viewer)).ask(queue!, nothingToLoad)).outcome
  }
  const seen = async (labels: readonly string[]) => {
    const outcomes: string[] = []
    for (const label of labels) outcomes.push(await outcome(label))
    return outcomes
  }
  const labels = ['evaluator from tomorrow', 'stand-in', 'stand-in from tomorrow', 'registrar here']
  assert.deepEqual(await seen(labels), ['denied', 'allowed', 'denied', 'allowed'])
  const registrar = viewers.find(({ label }) => label === 'registrar here')!.who.person
  await matrix.database.execute(
    "update appointments set ends_on = '2026-11-22' where person_id = $1",
    [registrar],
  )
  assert.equal(await outcome('registrar here'), 'allowed', 'the last day still counts')
  matrix.clock.now = new Date('2026-11-22T17:30:00Z')
  assert.deepEqual(
    await seen(labels),
    ['allowed', 'allowed', 'allowed', 'denied'],
    'the day ends at midnight of the school, in Bangkok',
  )
  matrix.clock.now = new Date('2026-11-28T03:00:00Z')
  assert.deepEqual(await seen(labels), ['allowed', 'denied', 'allowed', 'denied'])
  await matrix.database.execute('update appointments set ends_on = null where person_id = $1', [
    registrar,
  ])
  const asker = askers.find(({ viewer }) => viewer.label === 'registrar here')!
  assert.equal((await asker.ask(queue!, nothingToLoad)).outcome, 'allowed')
  matrix.clock.now = new Date('2027-01-15T03:00:00Z')
  assert.equal((await asker.ask(queue!, nothingToLoad)).outcome, 'sign in', 'the session has ended')
  matrix.clock.now = start
})

test('whoever gets to a page sees it, and no student of whom they may read nothing', async (t) => {
  const { ran, wrong } = await runHandlers(matrix, world, askers, 'GET')
  t.diagnostic(`${ran} pages shown`)
  assert.deepEqual(wrong.slice(0, 30), [], `${wrong.length} pages are wrong`)
  assert.deepEqual(matrix.errors.splice(0), [])
})

test('an empty form comes back with what is missing, and breaks nothing', async (t) => {
  const { ran, wrong } = await runHandlers(matrix, world, askers, 'POST')
  t.diagnostic(`${ran} empty forms sent`)
  assert.deepEqual(wrong.slice(0, 30), [], `${wrong.length} answers are wrong`)
  assert.deepEqual(matrix.errors.splice(0), [])
})

test('only those whom the oracle names decide a case, with the right form in hand', async () => {
  const routes = matrix.routes.filter(({ path }) => path === '/recognition/cases/:id/decision')
  assert.equal(routes.length, 2, 'the page and the API')
  const open = world.cases.filter(({ state }) => state === 'open')
  for (const [number, thing] of (thingsOf(routes[0]!, world) ?? []).entries()) {
    const found = open.find(({ id }) => id === thing.what.id)
    if (!found) continue
    const decides = ({ viewer }: Asker) =>
      oracleOf('recognition.case.decide')(viewer.who, thing.what)
    const fields = { basis: found.basis }
    for (const asker of askers.filter((each) => !decides(each))) {
      for (const route of routes) await asker.ask(route, thing, { run: true, fields })
      assert.equal(await stateOf(found.id), 'open', `${asker.viewer.label} decided ${thing.label}`)
    }
    const decider = askers.filter(decides).at(number % 2 === 0 ? 0 : -1)!
    await decider.ask(routes[number % 2]!, thing, { run: true, fields })
    assert.equal(await stateOf(found.id), 'decided', `${decider.viewer.label} could not decide`)
  }
})

async function stateOf(caseId: string): Promise<string> {
  const { rows } = await matrix.database.execute(
    'select state from recognition_cases where id = $1',
    [caseId],
  )
  return String(rows[0]?.['state'])
}

/**
 * At the first route with an action and a loader everybody is asked, two thirds of them on PGlite and the others on a server.
 * Where everybody may, and at further routes that decide by the same action and loader, a third is asked on each; another
 * third for each object.
 */
function sampled(all: readonly Asker[], route: Route, objects: number): readonly Asker[] {
  const isForAll = oracleOf(route.action)({ person: null, roles: [], link: null }, nothing)
  const first = firstOfKind.get(route.load ?? route.kind)?.get(route.action)
  const isAgain = first !== undefined && first !== route
  if (!isAgain) rememberFirst(route)
  const asksThird = isForAll || isAgain || url !== undefined
  return all.filter((_each, place) => ((place + objects) % 3 === 0) === asksThird)
}

const firstOfKind = new Map<unknown, Map<string, Route>>()

function rememberFirst(route: Route): void {
  const byAction = firstOfKind.get(route.load ?? route.kind) ?? new Map<string, Route>()
  firstOfKind.set(route.load ?? route.kind, byAction.set(route.action, route))
}

/** What the public may do to some things: signing in is offered to nobody there, or it would tell that there is one. */
const openToSome: ReadonlySet<string> = new Set(['exhibitions.object.read'])

function expectedOf(route: Route, viewer: Viewer, thing: Thing): Outcome {
  if (mayReach(route, viewer.who, thing)) return 'allowed'
  // A link counts on its own page alone; everywhere else its holder is the public.
  return viewer.who.person === null && !openToSome.has(route.action) ? 'sign in' : 'denied'
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPolicy } from '#kernel/access'
import { createWorkRunner, type Actor, type Database } from '#kernel/database'
import { createAppend } from '#kernel/chronicle'
import { createHttp, createMetrics, httpMessages, type PipelineParts } from '#kernel/http'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { alliance, cast } from './index.ts'
import { acting, now, onDatabase, tellStory } from './alliance.fixture.ts'

const { organisations: o, people: p, programmes: g, programmeYears: y, initiatives: i } = cast
const secretariat = acting(p.secretariat, 'secretariat', null)
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)

/** The alliance's door alone, for one visitor. */
function doorOf(database: Database, actor: Actor, timeZone = 'UTC') {
  const policy = createPolicy(alliance.rules)
  const runner = createWorkRunner(database, { append: createAppend('test'), decisions: policy })
  const translator = createTranslator([...alliance.messages, httpMessages.catalogue])
  const person =
    actor.kind === 'person'
      ? { id: actor.personId, name: 'Somebody', language: 'en' as const, timeZone }
      : null
  const parts = {
    routes: alliance.routes,
    policy,
    runner,
    translator,
    services: { node: 'test' },
    secret: new Uint8Array(32),
    origin: 'http://localhost',
    behindProxy: false,
    now: () => now,
    authenticate: async () => ({ actor, session: null, person }),
    frame: async (_visitor: unknown, base: object) => ({
      ...base,
      demonstration: true,
      person,
      navigation: [],
      account: [],
      waiting: null,
      texts: {},
      assets: { styles: [], scripts: [] },
    }),
    failurePage: (_frame: unknown, failure: { status: number }) => `failure ${failure.status}`,
    signInPath: '/sign-in',
    shows: alliance.shows,
    reads: { record: async () => {}, later: () => {} },
    log: { info: () => {}, error: (...line: unknown[]) => console.error(...line) },
    metrics: createMetrics(),
    perMinute: 0,
    firstAnswerMs: 0,
  }
  return createHttp(parts as unknown as PipelineParts)
}

const office = `/organisations/${o.au}`
const year = `/programmes/${g.sinoThai}/years/${y.sinoThai2026}`
const everybody = [
  '/members',
  '/members?sector=academia&country=CN&q=peking',
  '/members?q=a%00&country=%00',
  `/members/${o.au}`,
  `/members/${o.saebyeok}`,
  '/programmes',
  `/programmes/${g.talent}`,
  '/initiatives',
  '/initiatives?state=running&kind=archive&year=2026',
  `/initiatives/${i.weavesArchive}`,
]
const offices = [
  office,
  `${office}/details`,
  `${office}/units`,
  `${office}/units/${cast.units.auArts}`,
  `${office}/degree-programmes`,
  `${office}/terms`,
  `${office}/mailboxes`,
  `${office}/people`,
  `${office}/people?q=nat&role=coordinator&when=all&sort=newest&page=1`,
  `${office}/people/${p.studentPloy}`,
  `${office}/people/${p.evaluatorAu}`,
  `${office}/invitations/new`,
  `${office}/enrolments/import`,
  `${office}/appointments/import`,
  `${office}/degree-programmes/${cast.degreeProgrammes.auDigitalArts}`,
  year,
]
const secretariats = [
  '/secretariat',
  '/duplicate-persons',
  '/organisations',
  '/organisations/new',
  '/programmes/new',
  `/programmes/${g.sinoThai}/details`,
  `/programmes/${g.sinoThai}/years/new`,
  year,
  `${year}/import`,
  '/initiatives/new',
  `/initiatives/${i.summit2026}/details`,
]

test('every page speaks five languages and answers those for whom it is', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    const visits: [Actor, string[]][] = [
      [{ kind: 'public' }, everybody],
      [coordinator, [...everybody, ...offices]],
      [secretariat, [...everybody, ...secretariats]],
    ]
    for (const [actor, paths] of visits) {
      const door = doorOf(database, actor)
      for (const path of paths) {
        for (const language of languages) {
          const answer = await door.request(`/${language}${path}`)
          const html = await answer.text()
          assert.equal(answer.status, 200, `${language}${path}: ${answer.status}`)
          assert.match(html, /<h1/, path)
          // Whole words: the random keys of forms have every run of three letters now and then.
          assert.doesNotMatch(html, /\bundefined\b|\[object Object\]|\bNaN\b/, `${language}${path}`)
        }
      }
    }
  }))

test('the day that a form begins with is the reader’s and not that of Greenwich', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    const formIn = async (timeZone: string) =>
      (await doorOf(database, secretariat, timeZone).request('/en/secretariat')).text()
    assert.match(await formIn('Asia/Bangkok'), /name="startsOn"[^>]*value="2026-11-22"/)
    assert.match(await formIn('Pacific/Honolulu'), /name="startsOn"[^>]*value="2026-11-21"/)
  }))

test('an office and the secretariat keep their doors closed to others, and absent looks the same', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    const stranger = doorOf(database, acting(p.coordinatorPku, 'coordinator', o.pku))
    for (const path of [
      ...offices.filter((each) => each !== year),
      ...secretariats.filter((each) => each !== year),
    ]) {
      assert.equal((await stranger.request(`/en${path}`)).status, 404, path)
    }
    const visitor = doorOf(database, { kind: 'public' })
    for (const path of offices)
      assert.equal((await visitor.request(`/en${path}`)).status, 303, path)
    for (const path of [
      '/members/nothing',
      `/members/${p.studentPloy}`,
      '/programmes/1',
      '/initiatives/x',
    ]) {
      assert.equal((await visitor.request(`/en${path}`)).status, 404, path)
    }
  }))

test('the JSON API answers what its schemas promise', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    const door = doorOf(database, coordinator)
    const paths: [template: string, path: string][] = [
      ['/organisations', '/organisations'],
      ['/organisations/:id', `/organisations/${o.pku}`],
      ['/organisations/:id/people', `${office}/people?role=student`],
      ['/programmes', '/programmes'],
      ['/programmes/:id', `/programmes/${g.talent}`],
    ]
    for (const [template, path] of paths) {
      const route = alliance.routes.find(
        (each) => each.kind === 'api' && each.method === 'GET' && each.path === template,
      )
      const answer = await door.request(`/api/v1${path}`)
      assert.equal(answer.status, 200, path)
      const parsed = route!.api!.answer!.safeParse(await answer.json())
      assert.ok(parsed.success, `${path}: ${parsed.error?.message}`)
    }
    assert.equal((await door.request(`/api/v1/organisations/${o.pku}/people`)).status, 404)
  }))

test('a list asks the database as often for three rows as for one', () =>
  onDatabase(async ({ database }) => {
    await tellStory(database)
    let asked = 0
    const counting = {
      ...database,
      kysely: database.kysely.withPlugin({
        transformQuery: ({ node }) => {
          asked += 1
          return node
        },
        transformResult: async ({ result }) => result,
      }),
    }
    const door = doorOf(counting, coordinator)
    const queries = async (path: string) => {
      asked = 0
      const answer = await door.request(`/en${path}`)
      assert.equal(answer.status, 200, path)
      return asked
    }
    const one = await queries(`${office}/people?role=registrar`)
    assert.equal(await queries(`${office}/people?role=student`), one)
    assert.equal(
      await queries(`${office}/people/table?role=student`),
      await queries(`${office}/people/table?role=registrar`),
    )
    const all = doorOf(counting, secretariat)
    const queriesOfAll = async (path: string) => {
      asked = 0
      assert.equal((await all.request(`/en${path}`)).status, 200, path)
      return asked
    }
    for (const list of ['units', 'degree-programmes', 'terms', 'mailboxes']) {
      const [many, few] = [o.au, o.rhone].map((id) => `/organisations/${id}/${list}`)
      assert.equal(await queriesOfAll(many!), await queriesOfAll(few!), list)
    }
    const talent = `/programmes/${g.talent}/years/${y.talent2026}`
    assert.equal(await queriesOfAll(year), await queriesOfAll(talent))
    assert.equal(await queries('/members?country=KR'), await queries('/members?country=CN'))
    assert.equal(
      await queries('/initiatives?kind=archive'),
      await queries('/initiatives?state=running'),
    )
  }))

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused, type WorkContext } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import { languages } from '#kernel/values'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { openCertificate } from '../methods/all.ts'
import { runById } from '../queries/runs.ts'
import { carryOut } from '../service/run-job.ts'

const { people, organisations } = cast
let site: TestSite
let coordinator: string

before(async () => {
  site = await testSite({ seed: ['alliance'] })
  coordinator = await site.signInAs(people.coordinatorAu)
})
after(() => site.close())

type Lists = Partial<Record<'applicants' | 'places' | 'pairs', string>>

/** Ada and Ben both wish for Mali; Cai speaks Korean alone, which nobody of industry does. */
const both: Lists = {
  applicants:
    'Student,Languages,Fields,Wish 1,Wish 2\nAda,"Thai, English",Textiles,Mali,Ida\nBen,th en,,Mali,\nCai,한국어,,,\n',
  places:
    'Mentor,Kind,Students at most,Languages,Fields,Would like 1\nMali,academic,1,ไทย,Textiles,Ben\nNoor,academic,2,en ko,,\nIda,industry,2,"anglais, thaï",,Ada\n',
}
const single: Lists = {
  applicants: 'Student,Wish 1,Wish 2\nAda,Mali,Noor\nBen,Mali,\nCai,Noor,Mali\n',
  places: 'Mentor,Students at most,Would like 1\nMali,1,Ben\nNoor,2,\n',
}
const names = /\b(?:Ada|Ben|Cai|Mali|Noor|Ida)\b/

const system: () => WorkContext = () => ({
  actor: { kind: 'system', name: 'test' },
  now: site.clock.now,
  language: 'en',
})
const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

async function text(path: string, cookie = coordinator): Promise<string> {
  const response = await site.ask(path, { cookie })
  assert.equal(response.status, 200, path)
  return response.text()
}

async function roundWith(lists: Lists): Promise<string> {
  const values = { name: 'Mentors', about: '', organisation: organisations.au, kind: 'mentors' }
  const id = idIn(await site.send('/en/matching/new', '/en/matching/new', values, coordinator))
  assert.equal((await give(id, lists)).status, 303)
  return id
}

async function give(roundId: string, lists: Lists): Promise<Response> {
  const here = `/en/matching/rounds/${roundId}`
  const body = new FormData()
  body.set('csrf', csrfOf(await text(here)))
  for (const [side, list] of Object.entries(lists)) body.set(side, new File([list], `${side}.csv`))
  return site.ask(`${here}/lists`, { method: 'POST', cookie: coordinator, body })
}

async function start(roundId: string, method?: string): Promise<Response> {
  const here = `/en/matching/rounds/${roundId}`
  return site.send(here, `${here}/runs`, method ? { method } : {}, coordinator)
}

const carriedOut = (runId: string) =>
  carryOut({ runner: site.house.runner, context: system(), blobs: site.services.blobs }, runId)

async function ran(roundId: string): Promise<string> {
  const started = await start(roundId)
  assert.equal(started.status, 303)
  const runId = idIn(started)
  assert.equal(await carriedOut(runId), 'proved')
  return runId
}

async function certificateOf(runId: string) {
  const certificate = await text(`/en/matching/runs/${runId}/certificate`)
  assert.doesNotMatch(certificate, names, 'students and mentors stand under codes')
  return openCertificate(JSON.parse(certificate))!
}

/** The codes of a run's people by their names. */
async function codesOf(runId: string): Promise<Map<string, string>> {
  const { kysely } = site.house.database
  const students = await kysely
    .selectFrom('matching_placements')
    .select(['name', 'code'])
    .where('run_id', '=', runId)
    .execute()
  const mentors = await kysely
    .selectFrom('matching_places')
    .select(['name', 'code'])
    .where('run_id', '=', runId)
    .execute()
  return new Map([...students, ...mentors].map(({ name, code }) => [name!, code!]))
}

describe('a round that gives an academic and an industry mentor', () => {
  test('is read, run, pictured, explained, handed on, published and checked by anybody', async () => {
    const roundId = await roundWith(both)
    const round = await text(`/en/matching/rounds/${roundId}`)
    assert.match(round, /Nothing is wrong in what was given/)
    assert.match(round, /can have no industry mentor at all/, 'Cai shares no language with Ida')
    assert.match(round, /value="coupled-mentors"/)
    const runId = await ran(roundId)
    const here = `/en/matching/runs/${runId}`
    const opened = await certificateOf(runId)
    assert.equal(opened.method, 'coupled-mentors')
    const codes = await codesOf(runId)
    const { result, industry } = opened.run as typeof opened.run & { industry: (string | null)[] }
    const as = (all: string[]) => all.map((name) => codes.get(name) ?? null)
    // Mali has one student and would rather have Ben, who wishes for nobody else; Ada comes to Noor.
    assert.deepEqual(result, as(['Noor', 'Mali', 'Noor']))
    assert.deepEqual(industry, as(['Ida', 'Ida', 'nobody']))
    const overview = await text(here)
    assert.match(overview, /have both mentors/)
    assert.match(overview, /No language shared with any allowed mentor/)
    assert.match(overview, /exact|Proved: the cost is/)
    const students = await text(`${here}?view=applicants`)
    assert.match(students, /Ada[\s\S]*Noor[\s\S]*Ida/)
    assert.doesNotMatch(await text(`${here}?view=applicants&got=lacking`), />Ada</)
    for (const language of languages) {
      for (const view of ['', '?view=applicants', '?view=places', '/places/1', '/withdrawal']) {
        await text(`/${language}/matching/runs/${runId}${view}`)
      }
    }
    const own = await text(`${here}/applicants/${codes.get('Ada')}?mentor=0`)
    assert.match(own, /Ada has Noor|Ada has Ida/)
    assert.doesNotMatch(own, /\bBen\b|\bCai\b/, 'nobody else is in it')
    const mentor = await text(`${here}/places/3`)
    assert.match(mentor, /Ada[\s\S]*Has this mentor/)
    const xlsx = await site.ask(`${here}/table?format=xlsx`, { cookie: coordinator })
    const table = await readTable(new Uint8Array(await xlsx.arrayBuffer()), { name: 'x.xlsx' })
    assert.ok(!isRefused(table))
    const rows = await allRows(table)
    assert.ok(!isRefused(rows))
    assert.equal(rows.length, 3)
    assert.ok(rows[0]!.cells.includes('Noor') && rows[0]!.cells.includes('Ida'))
    assert.equal((await site.send(here, `${here}/publication`, {}, coordinator)).status, 303)
    const { code } = (await runById(site.house.runner.reading(system()), runId))!
    const address = `/en/matching/published/${code}`
    const published = await (await site.ask(address)).text()
    assert.match(published, /Checked just now/)
    assert.doesNotMatch(published, names)
    for (const name of ['Ada', 'Ida']) {
      const page = await (await site.ask(`${address}?applicant=${codes.get(name)}`)).text()
      assert.match(page, new RegExp(codes.get(name)!))
      assert.doesNotMatch(page, names)
    }
  })

  test('is repaired when a mentor drops out, with a proof, and tells the difference', async () => {
    const runId = await ran(await roundWith(both))
    const here = `/en/matching/runs/${runId}/withdrawal`
    assert.match(await text(`${here}?q=Mali`), /place=1/)
    const page = await text(`${here}?place=1`)
    assert.match(page, /Ben[\s\S]*Mali · Ida[\s\S]*Ida/)
    assert.match(page, /Proved, for each kind of mentor/)
    const accepted = await site.send(`${here}?place=1`, `${here}?place=1`, {}, coordinator)
    assert.equal(accepted.status, 303)
    const repaired = idIn(accepted)
    assert.equal(await carriedOut(repaired), 'proved')
    assert.equal((await certificateOf(repaired)).verify().proved, true)
    const whole = await text(`/en/matching/runs/${repaired}`)
    assert.match(whole, /Repairs run 1: the mentor Mali dropped out/)
    assert.match(await text(`/en/matching/runs/${repaired}?view=changes`), /Ben[\s\S]*Mali · Ida/)
    assert.match(await text(`/en/matching/runs/${repaired}?view=places`), /Dropped out/)
  })

  test('forgets the names of students and mentors when it is told to', async () => {
    const roundId = await roundWith(both)
    const runId = await ran(roundId)
    const here = `/en/matching/rounds/${roundId}`
    assert.equal((await site.send(here, `${here}/names`, {}, coordinator)).status, 303)
    for (const view of ['', '?view=applicants', '?view=places', '/places/1']) {
      assert.doesNotMatch(await text(`/en/matching/runs/${runId}${view}`), names)
    }
  })
})

describe('a round that gives one mentor', () => {
  test('leaves the fewest without one, then costs the least; is repaired, and compared with its rerun', async () => {
    const roundId = await roundWith(single)
    const runId = await ran(roundId)
    const codes = await codesOf(runId)
    const opened = await certificateOf(runId)
    assert.equal(opened.method, 'mentors')
    assert.deepEqual(
      opened.run.result,
      ['Noor', 'Mali', 'Noor'].map((name) => codes.get(name)),
    )
    assert.match(await text(`/en/matching/runs/${runId}`), /Proved: no result leaves fewer/)
    assert.match(
      await text(`/en/matching/runs/${runId}/applicants/${codes.get('Ada')}?mentor=0`),
      /Mali takes one student and has as many/,
    )
    const here = `/en/matching/runs/${runId}/withdrawal?applicant=${codes.get('Ben')}`
    assert.match(await text(here), /Proved: without who dropped out/)
    const accepted = await site.send(here, here, {}, coordinator)
    assert.equal(await carriedOut(idIn(accepted)), 'proved')
    const again = await site.ask(`/en/matching/runs/${idIn(accepted)}/withdrawal?place=2`, {
      cookie: coordinator,
    })
    assert.equal(again.status, 200, 'a repair can be repaired again')
    await give(roundId, { places: single.places!.replace('Mali,1,Ben', 'Mali,3,') })
    const rerun = await ran(roundId)
    const changes = await text(`/en/matching/runs/${rerun}?view=changes`)
    assert.match(changes, /Ada[\s\S]*Mali/)
  })

  test('keeps to costs where pairs have them, and to what must not be where they have none', async () => {
    const costed = await ran(
      await roundWith({
        ...single,
        pairs: 'Student,Mentor,Cost\nAda,Mali,5\nBen,Mali,3\nCai,Noor,1\n',
      }),
    )
    const codes = await codesOf(costed)
    const { run } = await certificateOf(costed)
    assert.deepEqual(run.result, [null, codes.get('Mali'), codes.get('Noor')])
    const conflicts = await ran(await roundWith({ ...single, pairs: 'Student,Mentor\nBen,Mali\n' }))
    const known = await codesOf(conflicts)
    assert.deepEqual((await certificateOf(conflicts)).run.result, [
      known.get('Mali'),
      known.get('Noor'),
      known.get('Noor'),
    ])
  })

  test('says what is missing and the least that would help', async () => {
    const roundId = await roundWith({
      ...single,
      places: 'Mentor,Students at most\nMali,1\nNoor,1\n',
    })
    const page = await text(`/en/matching/rounds/${roundId}`)
    assert.match(page, /3 students can have only these mentors, who take 2 students in all/)
    assert.match(page, /one more student in all, at (?:Mali|Noor) \+1/)
  })
})

describe('lists of mentors', () => {
  test('are refused row by row, and nothing is taken by halves', async () => {
    const roundId = await roundWith({
      applicants:
        'Student,Languages,Wish 1,Wish 2\nAda,Klingonese,Nobody,\nAda,en,Mali,Mali\nBen,,,\n,en,,\n',
      places:
        'Mentor,Kind,Students at most,Languages,Would like 1\nMali,boss,-1,en,Zoe\nMali,a,1,en,\n',
      pairs: 'Student,Mentor,Cost\nAda,Mali,-3\nAda,Mali,1\nZoe,Noor,1\n,Mali,2\n',
    })
    const page = await text(`/en/matching/rounds/${roundId}`)
    for (const said of [
      /Row 2: “Klingonese” is not known as a language/,
      /Row 2: Ada wishes for Nobody, who is not in the list of mentors/,
      /Row 3: the student Ada stands in the list more than once/,
      /Row 3: Ada names Mali twice/,
      /Row 4: no language is given for Ben/,
      /Row 5: the first column is empty/,
      /Row 2: “boss” is no kind of mentor/,
      /Row 2: “-1” is not a number of students/,
      /Row 2: Mali names Zoe, who is not in the list of students/,
      /Row 3: the mentor Mali stands in the list more than once/,
      /Row 2: “-3” is not a cost/,
      /Row 3: Ada and Mali stand in the list of pairs more than once/,
      /Row 4: Zoe is not in the list of students/,
      /Row 4: Noor, joined with Zoe, is not in the list of mentors/,
      /Row 5: a pair needs a student and a mentor/,
    ]) {
      assert.match(page, said)
    }
    assert.equal((await start(roundId)).status, 422)
  })

  test('do not run by a method that would pass over what they say', async () => {
    const [two, one] = [await roundWith(both), await roundWith(single)]
    for (const [roundId, method, why] of [
      [two, 'mentors', /would not look at the kind/],
      [one, 'coupled-mentors', /needs a column “Kind”/],
      [one, 'lottery', /gives out something else/],
    ] as const) {
      const answer = await start(roundId, method)
      assert.equal(answer.status, 422, method)
      assert.match(await answer.text(), why)
    }
  })

  test('come with templates that are read without a fault in every language', async () => {
    for (const language of languages) {
      const lists: Lists = {}
      for (const [side, list] of [
        ['applicants', 'students'],
        ['places', 'mentors'],
        ['pairs', 'pairs'],
      ] as const) {
        const path = `/${language}/matching/templates/${list}?format=csv`
        lists[side] = await text(path)
      }
      const roundId = await roundWith(lists)
      assert.match(await text(`/en/matching/rounds/${roundId}`), /Nothing is wrong/, language)
      assert.equal((await start(roundId)).status, 303)
    }
  })
})

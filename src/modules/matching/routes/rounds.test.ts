import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { isRefused, type WorkContext } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import { grantsOf } from '#modules/alliance'
import { languages } from '#kernel/values'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { certificateSchema, runRound, verifyCertificate } from '../certificate.ts'
import { runById, runsOf } from '../queries/runs.ts'
import { carryOut } from '../service/run-job.ts'

const { people, organisations } = cast
let site: TestSite
let coordinator: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'matching'] })
  coordinator = await site.signInAs(people.coordinatorAu)
})
after(() => site.close())

const applicants = 'Applicant,1st,2nd\nAda,Museum,Studio\nBen,Museum,\nCai,Museum,Studio\n'
const places = 'Place,Seats,Country,Rank 1,Rank 2\nMuseum,1,TH,Ben,= Ada\nStudio,2,CN,,\n'

async function text(path: string, cookie = coordinator): Promise<string> {
  const response = await site.ask(path, { cookie })
  assert.equal(response.status, 200, path)
  return response.text()
}

const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

async function newRound(name: string): Promise<string> {
  const values = { name, about: '', organisation: organisations.au }
  const made = await site.send('/en/matching/new', '/en/matching/new', values, coordinator)
  assert.equal(made.status, 303)
  return idIn(made)
}

async function give(roundId: string, files: Record<string, string>): Promise<Response> {
  const here = `/en/matching/rounds/${roundId}`
  const body = new FormData()
  body.set('csrf', csrfOf(await text(here)))
  for (const [side, content] of Object.entries(files)) {
    body.set(side, new File([content], `${side}.csv`))
  }
  return site.ask(`${here}/lists`, { method: 'POST', cookie: coordinator, body })
}

function post(path: string, from: string): Promise<Response> {
  return site.send(from, path, {}, coordinator)
}

async function frozen(name: string): Promise<{ roundId: string; runId: string }> {
  const roundId = await newRound(name)
  assert.equal((await give(roundId, { applicants, places })).status, 303)
  const here = `/en/matching/rounds/${roundId}`
  const started = await post(`${here}/runs`, here)
  assert.equal(started.status, 303)
  return { roundId, runId: idIn(started) }
}

const system: () => WorkContext = () => ({
  actor: { kind: 'system', name: 'test' },
  now: site.clock.now,
  language: 'en',
})

const carriedOut = (runId: string, signal?: AbortSignal) =>
  carryOut(
    {
      runner: site.house.runner,
      context: system(),
      blobs: site.services.blobs,
      ...(signal ? { signal } : {}),
    },
    runId,
  )

describe('pages of rounds', () => {
  test('open in five languages, and look like nothing to a student', async () => {
    const student = await site.signInAs(people.studentPloy)
    const list = await text('/en/matching')
    const rounds = [...list.matchAll(/href="\/en(\/matching\/rounds\/[^"]+)"/g)].map(
      ([, at]) => at!,
    )
    assert.ok(rounds.length >= 2)
    const pages = ['/matching', '/matching/new', ...rounds]
    for (const path of rounds) {
      const found = /href="\/en(\/matching\/runs\/[^"]+)"/.exec(await text(`/en${path}`))
      if (!found) continue
      const run = found[1]!
      pages.push(run, `${run}?view=applicants`, `${run}?view=places`, `${run}/places/1`)
      const code = /applicants\/([0-9A-Z-]{14})/.exec(await text(`/en${run}?view=applicants`))![1]!
      pages.push(`${run}/applicants/${code}`)
    }
    assert.ok(pages.length >= 9)
    for (const path of pages) {
      for (const language of languages)
        await text(`/${language === 'zh-Hans' ? 'zh-Hans' : language}${path}`)
      assert.equal((await site.ask(`/en${path}`, { cookie: student })).status, 404, path)
    }
  })

  test('say every fault with its row and take nothing by halves, until the lists are sound', async () => {
    const roundId = await newRound('Faults')
    const here = `/en/matching/rounds/${roundId}`
    const wrong = 'Place,Seats\nMuseum,0\nMuseum,1\n'
    assert.equal((await give(roundId, { applicants, places: wrong })).status, 303)
    const page = await text(here)
    assert.match(page, /Row 2: the number of seats of Museum/)
    assert.match(page, /Row 2: Ada wishes for Studio/)
    assert.doesNotMatch(page, /Freeze the lists and run/)
    const early = await post(`${here}/runs`, here)
    assert.equal(early.status, 422)
    assert.equal((await give(roundId, { places })).status, 303)
    assert.match(await text(here), /Nothing is wrong in what was given/)
    const nothing = await give(roundId, {})
    assert.equal(nothing.status, 422)
    const picture = await give(roundId, { applicants: '\u0089PNG\r\n\u001a\n' })
    assert.ok([415, 422].includes(picture.status))
    assert.match(await text(here), /Nothing is wrong in what was given/, 'what stood still stands')
  })

  test('read the columns as a person says', async () => {
    const roundId = await newRound('Columns')
    const here = `/en/matching/rounds/${roundId}`
    await give(roundId, { applicants: 'x,y,z\nMuseum,Ada,Studio\n' })
    const columns = { side: 'applicants', layout: 'wide', name: '1', first: '2', last: '2' }
    const changed = await site.send(here, `${here}/columns`, columns, coordinator)
    assert.equal(changed.status, 303)
    const outside = { ...columns, name: '7' }
    assert.equal((await site.send(here, `${here}/columns`, outside, coordinator)).status, 422)
  })
})

describe('a run', () => {
  test('is frozen under a seed that was committed to, proved, published and checked by anybody', async () => {
    const { roundId, runId } = await frozen('Whole way')
    const here = `/en/matching/runs/${runId}`
    assert.match(await text(here), /Waiting to begin/)
    assert.equal(await carriedOut(runId), 'proved')
    const work = site.house.runner.reading(system())
    const [run] = await runsOf(work, roundId)
    assert.equal(createHash('sha256').update(run!.seed).digest('hex'), run!.commitment)
    const file = await site.ask(`${here}/certificate`, { cookie: coordinator })
    const written = await file.text()
    assert.doesNotMatch(written, /Ada|Ben|Cai/)
    const certificate = certificateSchema.parse(JSON.parse(written))
    assert.equal(verifyCertificate(certificate).proved, true)
    assert.equal(certificate.inputs.seed, run!.seed)

    assert.equal((await site.ask(`/en/matching/published/${run!.code}`)).status, 404, 'not yet')
    assert.equal((await post(`${here}/publication`, here)).status, 303)
    const published = `/en/matching/published/${run!.code}`
    const page = await (await site.ask(published)).text()
    assert.match(page, /Checked just now/)
    assert.doesNotMatch(page, /Ada|Ben|Cai/)
    const code = certificate.inputs.applicants[2]!.id
    const own = await site.ask(`${published}?applicant=${code.toLowerCase().replaceAll('-', ' ')}`)
    assert.match(await own.text(), /all given to applicants whom it ranks higher|did not rank/)
    assert.equal((await site.ask(`${published}?applicant=AAAA-AAAA-AAAA`)).status, 422)
    assert.equal((await site.ask(`${published}/certificate`)).status, 200)
  })

  test('is the only one of its round, can be cancelled, and can be run again', async () => {
    const { roundId, runId } = await frozen('One at a time')
    const here = `/en/matching/rounds/${roundId}`
    assert.equal((await post(`${here}/runs`, here)).status, 409)
    await post(`/en/matching/runs/${runId}/cancellation`, `/en/matching/runs/${runId}`)
    assert.equal(await carriedOut(runId), 'stopped')
    const again = await post(`${here}/runs`, here)
    assert.equal(again.status, 303)
    assert.equal(await carriedOut(idIn(again)), 'proved')
    const work = site.house.runner.reading(system())
    const runs = await runsOf(work, roundId)
    assert.deepEqual(
      runs.map(({ number, state }) => [number, state]),
      [
        [2, 'proved'],
        [1, 'cancelled'],
      ],
    )
    assert.notEqual(runs[0]!.seed, runs[1]!.seed)
  })

  test('that is cancelled stops in the middle of the solver', async () => {
    const roundId = await newRound('Cancelled while it is solved')
    // Without a ranking, and with many long lists for few seats: a solver works at it for a very long time.
    const [people, offered] = [6_000, 300]
    const wishes = (who: number) =>
      Array.from({ length: 40 }, (_, at) => `P${(who * 7 + at * (1 + (who % 37))) % offered}`)
    const listed = Array.from({ length: people }, (_, who) =>
      [`S${who}`, ...new Set(wishes(who))].join(','),
    )
    const lists = {
      applicants: `Applicant,1st${',more'.repeat(39)}\n${listed.join('\n')}\n`,
      places: `Place,Seats\n${Array.from({ length: offered }, (_, at) => `P${at},18`).join('\n')}\n`,
    }
    assert.equal((await give(roundId, lists)).status, 303)
    const here = `/en/matching/rounds/${roundId}`
    const started = await site.send(here, `${here}/runs`, { method: 'rank-maximal' }, coordinator)
    assert.equal(started.status, 303)
    const runId = idIn(started)
    const going = carriedOut(runId)
    const stage = async () => (await runById(site.house.runner.reading(system()), runId))!.stage
    while ((await stage()) !== 'solving') await new Promise((resolve) => setTimeout(resolve, 20))
    await post(`/en/matching/runs/${runId}/cancellation`, `/en/matching/runs/${runId}`)
    assert.equal(await going, 'stopped')
    const run = await runById(site.house.runner.reading(system()), runId)
    assert.deepEqual([run!.state, run!.stage, run!.certificateSha256], ['cancelled', 'ended', null])
  })

  test('that was killed begins again from the frozen lists and comes to the same certificate', async () => {
    const { runId } = await frozen('Killed')
    const killed = new AbortController()
    killed.abort()
    await assert.rejects(carriedOut(runId, killed.signal))
    // What the killed attempt may have left behind.
    await site.house.database.execute(
      `insert into matching_placements (run_id, number, code, choices) values ($1, 7, 'left', 0)`,
      [runId],
    )
    assert.equal(await carriedOut(runId), 'proved')
    assert.equal(await carriedOut(runId), 'stopped', 'an ended run is not run again')
    const file = await site.ask(`/en/matching/runs/${runId}/certificate`, { cookie: coordinator })
    const certificate = certificateSchema.parse(JSON.parse(await file.text()))
    assert.deepEqual(runRound(certificate.inputs), certificate)
    const rows = await site.house.database.execute(
      'select code from matching_placements where run_id = $1 order by number',
      [runId],
    )
    assert.deepEqual(
      rows.rows.map(({ code }) => code),
      certificate.inputs.applicants.map(({ id }) => id),
    )
  })

  test('stays as it ended, whoever writes to the tables', async () => {
    const { runId } = await frozen('Append only')
    await carriedOut(runId)
    const { database } = site.house
    for (const statement of [
      `update matching_runs set summary = '{}' where id = $1`,
      `update matching_runs set inputs_sha256 = repeat('0', 64) where id = $1`,
      'delete from matching_runs where id = $1',
      'update matching_placements set choice = 1, place_number = 0 where run_id = $1',
      'delete from matching_places where run_id = $1',
      'delete from matching_seeds where round_id = (select round_id from matching_runs where id = $1)',
    ]) {
      await assert.rejects(database.execute(statement, [runId]), statement)
    }
  })

  test('gives its result as a workbook and as CSV, in the reader’s language', async () => {
    const { runId } = await frozen('Workbook')
    await carriedOut(runId)
    const xlsx = await site.ask(`/th/matching/runs/${runId}/table?format=xlsx`, {
      cookie: coordinator,
    })
    const table = await readTable(new Uint8Array(await xlsx.arrayBuffer()), { name: 'x.xlsx' })
    assert.ok(!isRefused(table))
    assert.deepEqual(table.sheets?.slice(0, 2), ['ผู้สมัคร', 'ที่ที่เปิดรับ'])
    const rows = await allRows(table)
    assert.ok(!isRefused(rows))
    assert.deepEqual(
      rows.map(({ cells }) => cells[0]),
      ['Ada', 'Ben', 'Cai'],
    )
    const csv = await site.ask(`/en/matching/runs/${runId}/table?format=csv`, {
      cookie: coordinator,
    })
    assert.match(await csv.text(), /^Applicant,Code,Country,Place,Choice/)
  })

  test('is compared with the one before, and loses its names when they are removed', async () => {
    const { roundId, runId } = await frozen('Again')
    await carriedOut(runId)
    await give(roundId, {
      applicants: applicants.replace('Ben,Museum,\n', 'Eve,Museum,\n'),
      places: places.replace('Ben', 'Eve'),
    })
    const here = `/en/matching/rounds/${roundId}`
    const second = idIn(await post(`${here}/runs`, here))
    await carriedOut(second)
    const changes = await text(`/en/matching/runs/${second}?view=changes`)
    assert.match(changes, /Eve/)
    assert.match(changes, /New in the list/)
    assert.match(changes, /No longer in the list/)
    assert.equal((await post(`${here}/names`, here)).status, 303)
    assert.doesNotMatch(await text(`/en/matching/runs/${second}?view=applicants`), />Ada</)
    assert.doesNotMatch(await text(here), /applicants\.csv/)
    const names = await site.house.database.execute(
      `select count(*) as n from matching_placements where name is not null and run_id = any($1)`,
      [[runId, second]],
    )
    assert.equal(names.rows[0]!['n'], 0n)
  })

  test('and its round are nothing to a coordinator of another institution', async () => {
    const { roundId, runId } = await frozen('Elsewhere')
    const other = await site.signInAs(people.coordinatorPku)
    for (const path of [`rounds/${roundId}`, `runs/${runId}`, `runs/${runId}/certificate`]) {
      assert.equal((await site.ask(`/en/matching/${path}`, { cookie: other })).status, 404)
    }
    assert.doesNotMatch(await text('/en/matching', other), /Elsewhere/)
    const grants = await grantsOf(site.house.database.kysely, people.coordinatorPku, site.clock.now)
    assert.ok(grants.length > 0)
  })
})

describe('the public check', () => {
  async function checked(content: string): Promise<Response> {
    const form = await site.ask('/en/matching/check')
    const cookie = form.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const body = new FormData()
    body.set('csrf', csrfOf(await form.text()))
    body.set('file', new File([content], 'certificate.json'))
    return site.ask('/en/matching/check', { method: 'POST', cookie, body })
  }

  test('proves a certificate, and refuses what is none', async () => {
    const certificate = runRound({
      seed: 's',
      applicants: [{ id: 'a', choices: ['p'] }],
      places: [{ id: 'p', seats: 1, ranking: null }],
    })
    const right = await checked(JSON.stringify(certificate))
    assert.equal(right.status, 200)
    assert.match(await right.text(), /Proved/)
    const changed = { ...certificate, result: [null] }
    const wrong = await checked(JSON.stringify(changed))
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /would both rather have each other/)
    for (const hostile of [
      '[',
      '['.repeat(200_000),
      '{"kind":"weft.matching.run"}',
      JSON.stringify({ ...certificate, inputs: { ...certificate.inputs, places: [] } }),
      JSON.stringify({ ...certificate, result: ['x'] }),
      JSON.stringify(certificate).replace('"seats":1', '"seats":1e308'),
      JSON.stringify(certificate).replace('"seats":1', '"seats":-1'),
      '\u0000\u0001',
    ]) {
      const answer = await checked(hostile)
      assert.equal(answer.status, 422, hostile.slice(0, 40))
      assert.doesNotMatch(await answer.text(), /What is proved/)
      site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    }
  })
})

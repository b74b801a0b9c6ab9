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

/** After Roth 1984: Ada and Ben want Museum and Studio together; no result is stable. */
const lists = {
  applicants: 'Applicant,Country,1st,2nd\nAda,TH,,\nBen,TH,,\nCai,CN,Museum,Studio\n',
  places: 'Place,Seats,Rank 1,Rank 2\nMuseum,1,Ada,Cai\nStudio,1,Cai,Ben\n',
  pairs: 'First person,Partner,Pair 1\nAda,Ben,Museum / Studio\n',
}

const system: () => WorkContext = () => ({
  actor: { kind: 'system', name: 'test' },
  now: site.clock.now,
  language: 'en',
})
const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

async function text(path: string, cookie: string = coordinator): Promise<string> {
  const response = await site.ask(path, { cookie })
  assert.equal(response.status, 200, path)
  return response.text()
}

async function give(id: string, given: Record<string, string>): Promise<Response> {
  const here = `/en/matching/rounds/${id}`
  const body = new FormData()
  body.set('csrf', csrfOf(await text(here)))
  for (const [field, content] of Object.entries(given)) {
    body.set(field, field in lists ? new File([content], `${field}.csv`) : content)
  }
  return site.ask(`${here}/lists`, { method: 'POST', cookie: coordinator, body })
}

async function roundWith(given: Record<string, string>): Promise<string> {
  const values = { name: 'Couples', about: '', organisation: organisations.au }
  const id = idIn(await site.send('/en/matching/new', '/en/matching/new', values, coordinator))
  assert.equal((await give(id, given)).status, 303)
  return id
}

const start = (id: string, method: string) =>
  site.send(`/en/matching/rounds/${id}`, `/en/matching/rounds/${id}/runs`, { method }, coordinator)

async function ran(id: string): Promise<string> {
  const started = await start(id, 'couples-uncertified')
  assert.equal(started.status, 303)
  const runId = idIn(started)
  const parts = { runner: site.house.runner, context: system(), blobs: site.services.blobs }
  assert.equal(await carryOut(parts, runId), 'proved')
  return runId
}

describe('a round with couples on the pages', () => {
  test('says before the run, beside the result, in its files and to outsiders that nothing is certified', async () => {
    const id = await roundWith(lists)
    const round = await text(`/en/matching/rounds/${id}`)
    assert.match(
      round,
      /value="couples-uncertified"[^>]*checked|checked[^>]*value="couples-uncertified"/,
    )
    assert.match(round, /what cannot be promised with couples/)
    const runId = await ran(id)
    const here = `/en/matching/runs/${runId}`
    const page = await text(here)
    assert.match(page, /Checked, not certified/)
    assert.doesNotMatch(page, />Proved</)
    assert.match(page, /This result is not stable/)
    assert.match(await text(`/en/matching/rounds/${id}`), /Checked, not certified/)
    assert.match(await text('/en/matching'), /Checked, not certified/)
    for (const language of languages) {
      for (const view of ['', '?view=applicants', '?view=places', '/places/1', '/places/2']) {
        assert.doesNotMatch(
          await text(`/${language}/matching/runs/${runId}${view}`),
          /couples\.|proof\.couples/,
        )
      }
    }
    const written = await text(`${here}/certificate`)
    assert.doesNotMatch(written, /Ada|Ben|Cai/)
    assert.match(written, /"guarantee":"none/)
    const opened = openCertificate(JSON.parse(written))!
    assert.equal(opened.verify().proved, true)
    const xlsx = await site.ask(`${here}/table?format=xlsx`, { cookie: coordinator })
    const sheet = await readTable(new Uint8Array(await xlsx.arrayBuffer()), {
      name: 'x.xlsx',
      sheet: 'Figures and proof',
    })
    assert.ok(!isRefused(sheet))
    const all = await allRows(sheet)
    assert.ok(!isRefused(all))
    const rows = all.map(({ cells }) => cells.join(' '))
    assert.ok(rows.some((row) => /cannot be promised.*honest list/.test(row)))
    assert.ok(rows.some((row) => /not stable/.test(row)))
    assert.equal((await site.send(here, `${here}/publication`, {}, coordinator)).status, 303)
    const run = await runById(site.house.runner.reading(system()), runId)
    const published = await (await site.ask(`/en/matching/published/${run!.code}`)).text()
    assert.match(published, /tells its result truly/)
    assert.match(published, /what cannot be promised with couples/)
    assert.doesNotMatch(published, /the certificate proves its result/)
    const body = new FormData()
    body.set('csrf', csrfOf(await (await site.ask('/en/matching/check')).text()))
    body.set('text', written)
    const checked = await site.ask('/en/matching/check', { method: 'POST', body })
    const found = await checked.text()
    assert.match(found, /Checked, not certified/)
    assert.match(found, /what cannot be promised with couples/)
  })

  test('explains a couple its pairs, and shows nobody another list', async () => {
    const runId = await ran(
      await roundWith({
        ...lists,
        applicants: lists.applicants.replace('Museum,Studio', 'Studio,Archive'),
        places: `${lists.places}Archive,2,,\n`,
        pairs: 'First person,Partner,Pair 1,Pair 2\nAda,Ben,Museum / Studio,Archive/Archive\n',
      }),
    )
    const here = `/en/matching/runs/${runId}`
    const opened = openCertificate(JSON.parse(await text(`${here}/certificate`)))!
    assert.deepEqual(opened.run.result, ['Archive', 'Archive', 'Studio'])
    const [ada, ben, cai] = opened.run.inputs.applicants.map(({ id }) => id)
    const page = await text(`${here}/applicants/${ada}`)
    assert.match(page, /common list of two people/)
    assert.match(page, /Museum \/ Studio/)
    assert.match(page, /nothing stood against Ada, but Studio has one seat/)
    assert.match(page, /Ada has Archive[^<]*: choice 2/)
    assert.doesNotMatch(page, new RegExp(`Cai|${cai}|${ben}`))
    const other = await text(`${here}/applicants/${cai}`)
    assert.doesNotMatch(other, new RegExp(`Ada|Ben|${ada}|${ben}|Museum`))
    const rows = await text(`${here}?view=applicants`)
    assert.match(rows, /2 of 2/)
    const without = `${here}/withdrawal`
    const refused = await site.ask(`${without}?applicant=${ada}`, { cookie: coordinator })
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /applies together with somebody/)
    assert.match(await text(`${without}?place=3`), /matched anew/)
    assert.match(await text(`${without}?applicant=${cai}`), /matched anew/)
  })

  test('refuses what is wrong in the third list with its row, and takes it out again', async () => {
    const id = await roundWith({
      ...lists,
      pairs:
        'First person,Partner,Pair 1,Pair 2\nAda,Ben,Museum / Nowhere,Museum / Studio\nCai,Dan,Museum / Studio,Museum／Studio\n,Ben,,\nBen,Ben,Studio,\n',
    })
    const page = await text(`/en/matching/rounds/${id}`)
    for (const said of [
      /Row 2: “Museum \/ Nowhere” is not two places/,
      /Row 3: Cai has choices alone/,
      /Row 3: Dan is not in the list of applicants/,
      /Row 3: the couple names “Museum／Studio” twice/,
      /Row 4: a couple needs two names/,
      /Row 5: Ben stands twice in this couple/,
      /Row 5: Ben stands in more than one couple/,
      /Row 5: “Studio” is not two places/,
    ]) {
      assert.match(page, said)
    }
    for (const language of languages) {
      assert.doesNotMatch(await text(`/${language}/matching/rounds/${id}`), /fault\.|list\.couples/)
    }
    assert.equal((await start(id, 'couples-uncertified')).status, 422)
    assert.equal((await give(id, { 'without-pairs': 'yes' })).status, 303)
    const mended = await text(`/en/matching/rounds/${id}`)
    assert.match(mended, /Nothing is wrong/)
    assert.equal((await start(id, 'couples-uncertified')).status, 422)
    assert.equal((await start(id, 'lottery')).status, 303)
  })

  test('passes over no list of couples: every other method refuses it', async () => {
    const id = await roundWith(lists)
    for (const method of ['lottery', 'ties-kept', 'fair']) {
      const answer = await start(id, method)
      assert.equal(answer.status, 422, method)
      assert.match(await answer.text(), /A list of couples was given/)
    }
    const template = await text('/en/matching/templates/pairs?of=couples&format=csv')
    assert.match(template, /First person,Second person,Pair 1/)
  })
})

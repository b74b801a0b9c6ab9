import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused, type WorkContext } from '#kernel/database'
import { readTable } from '#kernel/files'
import { languages } from '#kernel/values'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { openCertificate } from '../methods/all.ts'
import { runById } from '../queries/runs.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import { carryOut } from '../service/run-job.ts'

const { people, organisations } = cast
let site: TestSite
let coordinator: string

before(async () => {
  site = await testSite({ seed: ['alliance'] })
  coordinator = await site.signInAs(people.coordinatorAu)
})
after(() => site.close())

interface Lists {
  applicants: string
  places: string
}

/** Ada and Ben stand on one rank; with ties kept Ada makes room for Ben. */
const ranked: Lists = {
  applicants:
    'Applicant,Country,1st,2nd\nAda,TH,Museum,Studio\nBen,CN,Museum,\nCai,KR,Museum,Studio\n',
  places: 'Place,Seats,Rank 1,Rank 2,Rank 3\nMuseum,1,Ada,= Ben,Cai\nStudio,2,Cai,Ada,\n',
}
const unranked: Lists = {
  applicants: 'Applicant,1st,2nd\nAda,Museum,= Studio\nBen,Museum,\nCai,Museum,Archive\n',
  places: 'Place,Seats\nMuseum,1\nStudio,1\nArchive,1\n',
}
const reserved: Lists = {
  applicants: 'Applicant,Country,1st\nAda,TH,Museum\nBen,CN,Museum\nCai,CN,Museum\n',
  places: 'Place,Seats,Reserved,Rank 1,Rank 2,Rank 3\nMuseum,2,TH 1,Ben,Cai,Ada\n',
}
const shared: Lists = {
  applicants: 'Applicant,1st,2nd\nAda,Weaving,Dyeing\nBen,Dyeing,Weaving\nCai,Dyeing,\n',
  places:
    'Project,Host,Seats,Host seats,Rank 1,Rank 2,Rank 3\nWeaving,Workshop,2,2,Cai,Ben,Ada\nDyeing,Workshop,2,,,,\n',
}

const expected: readonly [RoundMethod, Lists, (string | null)[]][] = [
  ['ties-kept', ranked, ['Studio', 'Museum', 'Studio']],
  ['rank-maximal', unranked, ['Studio', 'Museum', 'Archive']],
  ['fair', unranked, ['Studio', 'Museum', 'Archive']],
  ['reserves', reserved, ['Museum', 'Museum', null]],
  ['shared-quotas', shared, [null, 'Dyeing', 'Dyeing']],
]

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

async function roundWith({ applicants, places }: Lists): Promise<string> {
  const values = { name: 'Methods', about: '', organisation: organisations.au }
  const id = idIn(await site.send('/en/matching/new', '/en/matching/new', values, coordinator))
  const here = `/en/matching/rounds/${id}`
  const body = new FormData()
  body.set('csrf', csrfOf(await text(here)))
  body.set('applicants', new File([applicants], 'applicants.csv'))
  body.set('places', new File([places], 'places.csv'))
  const given = await site.ask(`${here}/lists`, { method: 'POST', cookie: coordinator, body })
  assert.equal(given.status, 303)
  return id
}

async function start(roundId: string, method: string): Promise<Response> {
  const here = `/en/matching/rounds/${roundId}`
  return site.send(here, `${here}/runs`, { method }, coordinator)
}

async function ran(roundId: string, method: string): Promise<string> {
  const started = await start(roundId, method)
  assert.equal(started.status, 303, method)
  const runId = idIn(started)
  const parts = { runner: site.house.runner, context: system(), blobs: site.services.blobs }
  assert.equal(await carryOut(parts, runId), 'proved')
  return runId
}

describe('a round by a method that a coordinator chose', () => {
  for (const [method, lists, result] of expected) {
    test(`${method}: is matched, proved, explained, handed on and checked by anybody`, async () => {
      const roundId = await roundWith(lists)
      assert.match(await text(`/en/matching/rounds/${roundId}`), new RegExp(`value="${method}"`))
      const runId = await ran(roundId, method)
      const here = `/en/matching/runs/${runId}`
      const certificate = await text(`${here}/certificate`)
      assert.doesNotMatch(certificate, /Ada|Ben|Cai/)
      const opened = openCertificate(JSON.parse(certificate))!
      assert.equal(opened.method, method)
      assert.deepEqual(opened.run.result, result)
      for (const language of languages) {
        for (const view of ['', '?view=applicants', '?view=places', '/places/1']) {
          await text(`/${language}/matching/runs/${runId}${view}`)
        }
      }
      const codes = opened.run.inputs.applicants.map(({ id }) => id)
      for (const code of codes) {
        const page = await text(`${here}/applicants/${code}`)
        assert.match(page, /<p>(?:Ada|Ben|Cai) (?:has|was|stands)|(?:Ada|Ben|Cai)/)
        assert.doesNotMatch(page, new RegExp(codes.filter((each) => each !== code).join('|')))
      }
      const xlsx = await site.ask(`${here}/table?format=xlsx`, { cookie: coordinator })
      const table = await readTable(new Uint8Array(await xlsx.arrayBuffer()), { name: 'x.xlsx' })
      assert.ok(!isRefused(table))
      assert.equal((await site.send(here, `${here}/publication`, {}, coordinator)).status, 303)
      const run = await runById(site.house.runner.reading(system()), runId)
      const published = await (await site.ask(`/en/matching/published/${run!.code}`)).text()
      assert.match(published, /Checked just now/)
      assert.match(published, /Proved: (?:no|the)/)
      assert.doesNotMatch(published, /Ada|Ben|Cai/)
    })
  }

  for (const [method, lists, side] of [
    ['lottery', ranked, 'applicant'],
    ['fair', unranked, 'applicant'],
    ['fair', unranked, 'place'],
    ['ties-kept', ranked, 'applicant'],
  ] as const) {
    test(`${method}: tells what changes when ${side === 'place' ? 'a place' : 'an applicant'} drops out, and takes it as a run`, async () => {
      const roundId = await roundWith(lists)
      const runId = await ran(roundId, method)
      const here = `/en/matching/runs/${runId}/withdrawal`
      assert.match(await text(`${here}?q=Museum`), /Museum/)
      const code = /applicant=([0-9A-Z-]{14})[^>]*>(?:<[^>]*>)*Ben/.exec(await text(here))![1]!
      const query = side === 'place' ? 'place=3' : `applicant=${code}`
      for (const language of languages)
        await text(`/${language}/matching/runs/${runId}/withdrawal?${query}`)
      const page = await text(`${here}?${query}`)
      assert.match(page, method === 'ties-kept' ? /fewer people is not proved/ : /Proved:/)
      const accepted = await site.send(`${here}?${query}`, `${here}?${query}`, {}, coordinator)
      assert.equal(accepted.status, 303)
      const repaired = idIn(accepted)
      const parts = { runner: site.house.runner, context: system(), blobs: site.services.blobs }
      assert.equal(
        (await site.send(`${here}?${query}`, `${here}?${query}`, {}, coordinator)).status,
        409,
      )
      assert.equal(await carryOut(parts, repaired), 'proved')
      const [before, after] = await Promise.all(
        [runId, repaired].map((id) => runById(site.house.runner.reading(system()), id)),
      )
      assert.equal(after!.seed, before!.seed, 'nothing is drawn anew')
      assert.equal(after!.repairsNumber, before!.number)
      const certificate = JSON.parse(await text(`/en/matching/runs/${repaired}/certificate`))
      assert.equal(openCertificate(certificate)!.verify().proved, true)
      const whole = await text(`/en/matching/runs/${repaired}`)
      assert.match(
        whole,
        side === 'place' ? /Repairs run 1: the place Archive/ : /Repairs run 1: the applicant Ben/,
      )
      const places = await text(`/en/matching/runs/${repaired}?view=places`)
      assert.equal(/Dropped out/.test(places), side === 'place')
      await text(`/en/matching/runs/${repaired}?view=changes`)
      assert.match(await text(`/en/matching/runs/${repaired}/applicants/${code}`), /Ben/)
      const other = await site.signInAs(people.coordinatorPku)
      assert.equal((await site.ask(here, { cookie: other })).status, 404)
      for (const wrong of ['applicant=AAAA-AAAA-AAAA', 'place=99']) {
        assert.equal((await site.ask(`${here}?${wrong}`, { cookie: coordinator })).status, 404)
      }
      // A repair can be repaired again.
      const again = `/en/matching/runs/${repaired}/withdrawal?place=2`
      assert.equal((await site.ask(again, { cookie: coordinator })).status, 200)
    })
  }

  test('is refused where the lists say what the method would pass over', async () => {
    const [withRanks, withTies] = [await roundWith(ranked), await roundWith(unranked)]
    for (const [roundId, method, why] of [
      [withRanks, 'fair', /this method would not look at that/],
      [withRanks, 'reserves', /needs a column “Reserved”/],
      [withRanks, 'shared-quotas', /needs a column “Host”/],
      [withTies, 'lottery', /wishes for two places alike/],
    ] as const) {
      const answer = await start(roundId, method)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), why)
    }
    assert.equal((await start(withRanks, 'dictator')).status, 422)
    const differing = shared.places.replace('Dyeing,Workshop,2,,,,', 'Dyeing,Workshop,2,3,Ada,,')
    const answer = await start(await roundWith({ ...shared, places: differing }), 'shared-quotas')
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /takes another number of people in all/)
  })

  test('says what is wrong in cells of reserves and hosts, with the row', async () => {
    const places =
      'Place,Seats,Reserved,Host,Host seats\nMuseum,2,TH 2; KR 1,Workshop,many\nStudio,1,TH,,\nArchive,3,CN 1; CN 1,,\n'
    const page = await text(
      `/en/matching/rounds/${await roundWith({ applicants: ranked.applicants, places })}`,
    )
    assert.match(page, /Row 2: Museum keeps 3 seats for groups/)
    assert.match(page, /Row 2: “many” is not a number of people/)
    assert.match(page, /Row 3: the reserve of Studio for “TH”/)
    assert.match(page, /Row 4: Archive keeps seats for CN twice/)
  })
})

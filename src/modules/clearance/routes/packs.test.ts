import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { cast, formBody, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { clearanceFor } from '../index.ts'
import { endingPacks, keepPacks } from '../jobs.ts'
import { newestPacks, packsOn } from '../queries/packs.ts'
import { asFile, bringShipped, publishPacks } from '../service/publish.ts'
import { shippedPacks } from '../shipped.ts'

const { people: p } = cast
let site: TestSite
let secretariat: string
let coordinator: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance'] })
  secretariat = await site.signInAs(p.secretariat)
  coordinator = await site.signInAs(p.coordinatorAu)
})
after(() => site.close())

async function page(path: string, cookie?: string): Promise<string> {
  const response = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(response.status, 200, path)
  return response.text()
}

/** The packs as a file, with one of them changed. */
async function changedFile(change: (pack: Record<string, unknown>) => void): Promise<string> {
  const packs = await site.perform((work) => newestPacks(work))
  const file = JSON.parse(asFile(packs)) as { packs: Record<string, unknown>[] }
  const one = file.packs.find((each) => each['to'] === 'CN' && each['kind'] === 'visit')!
  change(one)
  return JSON.stringify(file)
}

async function upload(text: string) {
  const form = await page('/en/clearance/publish', secretariat)
  const body = new FormData()
  body.set('csrf', csrfOf(form))
  body.set('step', 'preview')
  body.set('file', new File([text], 'packs.json', { type: 'application/json' }))
  return site.ask('/en/clearance/publish', { method: 'POST', cookie: secretariat, body })
}

test('everybody reads what a stay needs, in each language, with sources and what is not known', async () => {
  for (const [segment, word] of [
    ['en', 'Annotation of the residence permit'],
    ['th', 'การบันทึกเพิ่มในใบอนุญาตพำนัก'],
    ['zh-Hans', '居留证件加注'],
    ['ko', '거류허가 주기'],
    ['fr', 'Mention au permis de résidence'],
  ] as const) {
    const html = await page(`/${segment}/clearance/pack?from=TH&to=CN&kind=internship`)
    assert(html.includes(word), segment)
    assert(html.includes('english.beijing.gov.cn'), segment)
  }
  const gap = await page('/en/clearance/pack?from=CN&to=KR&kind=visit')
  assert(gap.includes('Nobody has found out yet'))
  assert((await page('/en/clearance/pack?from=XX&to=CN')).includes('Choose from where'))
})

test('an office sees the gaps, and a student not the office’s page', async () => {
  const html = await page('/en/clearance', coordinator)
  assert(html.includes('Not known'))
  const student = await site.signInAs(p.studentPloy)
  assert.equal((await site.ask('/en/clearance', { cookie: student })).status, 404)
  const denied = await site.ask('/en/clearance/publish', { cookie: coordinator })
  assert.equal(denied.status, 404)
})

test('a newer version is looked at, published, and closes the task that asked for it', async () => {
  const morning = () =>
    keepPacks.run(
      {
        database: site.house.database,
        runner: site.house.runner,
        services: site.services,
        context: { actor: { kind: 'system', name: 'test' }, now: site.clock.now, language: 'en' },
        attempt: 1,
        signal: new AbortController().signal,
      },
      {},
    )
  await morning()
  const ending = await site.perform(endingPacks)
  assert.deepEqual(
    ending.map(({ from, to, kind }) => [from, to, kind]),
    [
      ['FR', 'CN', 'visit'],
      ['KR', 'CN', 'visit'],
    ],
  )
  const open = () =>
    site.house.database.kysely
      .selectFrom('tasks')
      .select('object_id')
      .where('kind', '=', 'clearance.renew')
      .where('done_at', 'is', null)
      .execute()
  assert.equal((await open()).length, 2)
  const text = await changedFile((pack) => {
    pack['version'] = 2
    // It begins when the one before ends: the office has done what it was asked for.
    pack['validFrom'] = '2027-01-20'
    pack['validUntil'] = '2027-12-31'
  })
  const looked = await upload(text)
  assert.equal(looked.status, 200)
  const html = await looked.text()
  assert(html.includes('Newer version'))
  const published = await site.ask('/en/clearance/publish', {
    method: 'POST',
    cookie: secretariat,
    body: formBody({ csrf: csrfOf(html), step: 'publish', text }),
  })
  assert.equal(published.status, 303)
  assert.equal((await open()).length, 1)
  await morning()
  assert.equal((await open()).length, 1, 'what has a successor is not asked for again')
  const question = { from: 'FR', to: 'CN', kind: 'visit', on: '2027-02-01' } as const
  const clearance = await site.perform((work) => clearanceFor(work, question))
  assert.deepEqual([clearance.state, clearance.pack?.number], ['known', 2])
  const values = { step: 'publish', text }
  const again = await site.send('/en/clearance', '/en/clearance/publish', values, secretariat)
  assert.equal(again.status, 422)
})

test('what is published is not changed: neither under its number nor by an update of the program', async () => {
  const text = await changedFile((pack) => (pack['validUntil'] = '2029-12-31'))
  const refused = await site.perform((work) => publishPacks(work, { text, node: 'test.example' }))
  assert(isRefused(refused))
  assert.equal(refused.message.key, 'refusal.behind')
  const brought = await site.perform((work) =>
    bringShipped(work, { texts: shippedPacks(), node: 'test.example' }),
  )
  assert.equal(brought.count, 0)
  await assert.rejects(
    site.house.database.execute(`update clearance_packs set valid_until = '2030-01-01'`),
  )
  const shown = await upload('{"format":"weft-clearance/1","packs":[{}]}')
  assert((await shown.text()).includes('packs.0.from'))
})

test('the overview asks as many questions for all packs as for one', async () => {
  const all = await site.perform((work) => packsOn(work, '2026-11-26'))
  assert(all.length > 25)
  assert.equal(new Set(all.map(({ from, to, kind }) => `${from}${to}${kind}`)).size, all.length)
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { done, study } from '../agreements.fixture.ts'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { heiIdOf } from '../formats/iia-of.ts'
import type { Iia } from '../formats/iias-document.ts'
import { readIias } from '../formats/iias-read.ts'
import { writeIias } from '../formats/iias-write.ts'
import { copyById } from '../queries/copies.ts'
import { institutionsInEwp } from '../queries/ewp.ts'
import { wholeAgreement } from '../queries/whole.ts'

const { people: p, organisations: o } = cast
let site: TestSite
let au: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'agreements'] })
  au = await site.signInAs(p.coordinatorAu)
})
after(() => site.close())

async function text(path: string): Promise<string> {
  const response = await site.ask(path, { cookie: au })
  assert.equal(response.status, 200, path)
  return response.text()
}

describe('agreements that exist already', () => {
  const post = (fields: Record<string, string>) =>
    site.send('/en/agreements/import', '/en/agreements/import', fields, au)

  test('a list is looked at, its faults are said by row, and the rest is brought in once', async () => {
    const list = [
      'Agreement\tNumber\tPartners\tMobility\tFrom\tTo\tPlaces a year\tFirst year\tLast year\tLanguages\tISCED-F',
      'Old exchange\tIO-1\tAU; PKU\tStudy\tAU\tPKU\t3\t2025/2026\t2029/2030\ten B2\t0211',
      'Old exchange\tIO-1\tAU; PKU\t学习交流\tPKU\tAU\t2\t2568/2569\t2029/2030\ten B2\t0211',
      'Faulty\tIO-2\tAU; Nowhere\tStudy\tAU\tPKU\tmany\t2025/2026\t2029/2030\ten B2\t',
    ].join('\n')
    const looked = await post({ step: 'preview', text: list })
    const page = await looked.text()
    assert.equal(looked.status, 200)
    assert.match(page, /Nowhere is not an institution/)
    assert.match(page, /Write a whole number/)
    assert.match(page, /One agreement can be brought in/)
    assert.equal((await post({ step: 'import', text: list })).status, 422)
    assert.equal((await post({ step: 'import-without-faulty', text: list })).status, 303)
    const again = await (await post({ step: 'preview', text: list })).text()
    assert.match(again, /One agreement stands here already/)
    const found = await text('/en/agreements?q=Old%20exchange')
    assert.match(found, /Study: 5/)
    assert.match(found, /In force/)
  })

  test('the empty list and an export are read back as they were written', async () => {
    for (const path of [
      '/th/agreements/import/template',
      '/ko/agreements/export?format=xlsx&q=media',
    ]) {
      const file = await site.ask(path, { cookie: au })
      const body = new FormData()
      body.set('csrf', csrfOf(await text('/fr/agreements/import')))
      body.set('step', 'preview')
      body.set('file', new File([await file.arrayBuffer()], 'list.xlsx'))
      const looked = await site.ask('/en/agreements/import', { method: 'POST', cookie: au, body })
      const page = await looked.text()
      assert.equal(looked.status, 200)
      assert.doesNotMatch(page, /What is wrong/)
      assert.match(page, /One agreement (can be brought in|stands here already)/)
    }
  })
})

describe('a partner’s copy from another program', () => {
  const document = (change: Partial<Iia> = {}) =>
    writeIias([
      {
        partners: [hei(museum!, 'their-1'), hei(own!, null)],
        inEffect: false,
        terminated: false,
        conditions: [{ ...study, sending: heiIdOf(own!), receiving: heiIdOf(museum!) }],
        ...change,
      },
    ])
  let own: Awaited<ReturnType<typeof institutionsInEwp>>[number] | undefined
  let museum: typeof own
  const hei = (of: NonNullable<typeof own>, iiaId: string | null) => ({
    heiId: heiIdOf(of),
    unitId: null,
    iiaId,
    iiaCode: 'M-7',
    signing: null,
    signedOn: null,
    contacts: [],
  })
  const give = async (xml: string) => {
    const body = new FormData()
    body.set('csrf', csrfOf(await text('/en/agreements/ewp')))
    body.set('file', new File([xml], 'iias.xml'))
    return site.ask('/en/agreements/ewp', { method: 'POST', cookie: au, body })
  }

  before(async () => {
    const all = await site.perform((work) => institutionsInEwp(work))
    own = all.find(({ organisationId }) => organisationId === o.au)
    museum = all.find(({ organisationId }) => organisationId === o.fund)
  })

  test('becomes its copy under the hash of the document, once', async () => {
    const taken = await give(document())
    assert.equal(taken.status, 303)
    const here = taken.headers.get('location')!
    const page = await text(here)
    assert.match(page, /waits for your answer/)
    const id = here.split('/').at(-1)!
    const row = await site.perform((work) => copyById(work, id))
    const { copies } = await site.perform((work) => wholeAgreement(work, row!.agreementId))
    const theirs = copies.find((copy) => copy.organisationId === o.fund)!
    const read = done(readIias(new TextEncoder().encode(document())))
    assert.equal(theirs.sent!.hash, read[0]!.hash)
    assert.equal(theirs.foreignId, 'their-1')
    assert.equal((await give(document())).headers.get('location'), here)
    const again = await site.perform((work) => wholeAgreement(work, row!.agreementId))
    assert.equal(again.copies.flatMap(({ versions }) => versions).length, 1)
  })

  test('that was changed on the way, or is of a partner that works here, is refused', async () => {
    const changed = await give(document().replace(/per-year>3</, 'per-year>9<'))
    assert.equal(changed.status, 422)
    assert.match(await changed.text(), /changed on the way/)
    const all = await site.perform((work) => institutionsInEwp(work))
    const here = all.find(({ organisationId }) => organisationId === o.rhone)!
    const refusedHere = await give(
      document({
        partners: [hei(here, 'x'), hei(own!, null)],
        conditions: [{ ...study, sending: heiIdOf(own!), receiving: heiIdOf(here) }],
      }),
    )
    assert.equal(refusedHere.status, 422)
    assert.match(await refusedHere.text(), /works here itself/)
  })
})

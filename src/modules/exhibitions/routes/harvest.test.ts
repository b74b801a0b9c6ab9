import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { readXml } from '#kernel/files'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { readXliff } from '../formats/translations.ts'
import { seededExhibition } from '../seed/memory.ts'
import { seededWeaves } from '../seed/weaves.ts'

const site = await testSite({ seed: ['alliance', 'exhibitions'] })
after(() => site.close())
const { database } = site.house
const { people } = cast
const here = `/exhibitions/${seededExhibition.id}`

const text = async (path: string, cookie?: string) => {
  const answer = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const json = async (path: string) => JSON.parse(await text(path)) as Record<string, unknown>
const oai = async (query: string) => {
  const answer = await text(`/oai?${query}`)
  const read = readXml(answer, { depth: 20, elements: 20_000 })
  assert.ok(read.ok, answer.slice(0, 300))
  return answer
}
const errorOf = (answer: string) => /<error code="(\w+)"/.exec(answer)?.[1] ?? null

describe('changes', () => {
  test('lead from the collection over its last page to every manifest, oldest first', async () => {
    const all = await json('/iiif/activity/all-changes.json')
    assert.equal(all['type'], 'OrderedCollection')
    const last = (all['last'] as { id: string }).id
    const page = await json(new URL(last).pathname)
    const items = page['orderedItems'] as {
      type: string
      endTime: string
      object: { id: string; type: string }
    }[]
    assert.deepEqual(
      items.map(({ type }) => type),
      ['Create'],
    )
    assert.match(items[0]!.endTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const manifest = await json(new URL(items[0]!.object.id).pathname)
    assert.equal(manifest['type'], 'Manifest')
    assert.equal((await site.ask('/iiif/activity/pages/7.json')).status, 404)
  })
})

/** A token that is formed well and names no record. */
const notAPlace = Buffer.from(`2026-01-01T00:00:00.000Z|${'-'.repeat(36)}||`).toString('base64url')

describe('OAI-PMH', () => {
  test('answers its six verbs', async () => {
    assert.match(await oai('verb=Identify'), /<protocolVersion>2\.0<\/protocolVersion>/)
    assert.match(await oai('verb=ListMetadataFormats'), /<metadataPrefix>oai_dc/)
    const list = await oai('verb=ListRecords&metadataPrefix=oai_dc')
    assert.match(list, /<dc:title xml:lang="th">ลายขัดข้าวหลามตัด/)
    const ids = await oai('verb=ListIdentifiers&metadataPrefix=oai_dc')
    const [, id = ''] = /<identifier>([^<]+)</.exec(ids)!
    const one = await oai(
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(id)}`,
    )
    assert.match(one, /<dc:rights>http:\/\/creativecommons/)
    assert.equal(errorOf(await oai('verb=ListSets')), 'noSetHierarchy')
  })

  test('says each of its errors by its code', async () => {
    const cases: [query: string, code: string][] = [
      ['', 'badVerb'],
      ['verb=Nonsense', 'badVerb'],
      ['verb=Identify&verb=Identify', 'badVerb'],
      ['verb=ListRecords', 'badArgument'],
      ['verb=Identify&until=2026-01-01', 'badArgument'],
      [
        'verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z',
        'badArgument',
      ],
      ['verb=ListRecords&metadataPrefix=oai_dc&from=2027-01-02&until=2027-01-01', 'badArgument'],
      ['verb=ListRecords&metadataPrefix=mods', 'cannotDisseminateFormat'],
      ['verb=ListRecords&metadataPrefix=oai_dc&set=all', 'noSetHierarchy'],
      ['verb=ListRecords&resumptionToken=nonsense', 'badResumptionToken'],
      ['verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc', 'badArgument'],
      [`verb=ListRecords&resumptionToken=${notAPlace}`, 'badResumptionToken'],
      ['verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01', 'noRecordsMatch'],
      ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:other:1', 'idDoesNotExist'],
    ]
    for (const [query, code] of cases) assert.equal(errorOf(await oai(query)), code, query)
  })

  test('tells what a holder took back as deleted, without a word of it', async () => {
    const { id } = seededWeaves[0]!
    await database.execute(`update exhibition_objects set access = 'holder' where id = $1`, [id])
    const list = await oai('verb=ListRecords&metadataPrefix=oai_dc')
    assert.match(list, new RegExp(`<header status="deleted"><identifier>[^<]*${id}`))
    assert.doesNotMatch(list, /Diamond twill</)
    // Until is inclusive: a change within its last second is among what it names (§2.7.1).
    const [changed] = (
      await database.execute(
        `update exhibition_objects set changed_at = '2026-03-01T10:00:00.700Z' where id = $1 returning id`,
        [id],
      )
    ).rows
    const window = 'from=2026-03-01T10:00:00Z&until=2026-03-01T10:00:00Z'
    assert.match(
      await oai(`verb=ListIdentifiers&metadataPrefix=oai_dc&${window}`),
      new RegExp(String(changed!['id'])),
    )
    await database.execute(`update exhibition_objects set access = 'open' where id = $1`, [id])
  })
})

test('an exhibition and an object are linked data', async () => {
  const event = await json(`/iiif${here}/schema.json`)
  assert.equal(event['@type'], 'ExhibitionEvent')
  const activity = await json(`/iiif${here}/linked-art.json`)
  assert.match(JSON.stringify(activity), /aat\/300054766/)
  const { id } = seededWeaves[1]!
  assert.equal((await json(`/iiif/objects/${id}/linked-art.json`))['type'], 'HumanMadeObject')
  const edm = await text(`/iiif/objects/${id}/edm.xml`)
  assert.ok(readXml(edm, { depth: 20, elements: 5000 }).ok)
  for (const needed of [
    'edm:type',
    'edm:rights',
    'edm:dataProvider',
    'edm:provider',
    'edm:isShownAt',
    'dcterms:spatial',
  ]) {
    assert.match(edm, new RegExp(`<${needed}[ >]`), needed)
  }
})

test('a stop’s content state opens that stop again, and foreign ones open nothing', async () => {
  const stop = await text(`/en${here}/tour/2`)
  const [, link] = /href="(\/en\/exhibitions\/open\?iiif-content=[^"]+)"/.exec(stop)!
  const opened = await site.ask(link!)
  assert.equal(opened.headers.get('location'), `/en${here}/tour/2`)
  const foreign = await site.ask(
    '/en/exhibitions/open?iiif-content=https://elsewhere.example/manifest',
  )
  assert.equal(foreign.headers.get('location'), '/en/exhibitions')
})

test('labels, a poster and a bundle are taken along, and any site may frame the pages', async () => {
  const labels = await text(`/ko${here}/labels`)
  assert.equal(labels.match(/class="qr-code"/g)?.length, 19)
  const poster = await site.ask(`/th${here}/poster`)
  assert.equal(poster.status, 200)
  assert.match(
    (await site.ask(`/en${here}`)).headers.get('content-security-policy') ?? '',
    /frame-ancestors \*/,
  )
  const office = await site.ask('/en/exhibitions/office', {
    cookie: await site.signInAs(people.curator),
  })
  assert.match(office.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/)
  const bundle = new Uint8Array(await (await site.ask(`/en${here}/bundle`)).arrayBuffer())
  const names = new TextDecoder('latin1').decode(bundle)
  for (const name of ['index.html', 'kiosk.css', 'th/stop-15.html', 'zh-Hans/room-4.html'])
    assert.ok(names.includes(name), name)
  assert.match(names, /media\/[0-9a-f-]{36}\.mp4/)
  assert.ok(!names.includes('.png'), 'pictures go along as the image server makes them')
  assert.ok(!names.includes('http://localhost'), 'a bundle needs no network')
})

test('texts go to a translator and come back by string, never over what was changed meanwhile', async () => {
  const cookie = await site.signInAs(people.curator)
  const path = `/en${here}/translation?language=fr&form=xliff`
  const given = await text(path, cookie)
  const read = readXliff(given)
  assert.equal(read?.target, 'fr')
  assert.ok(read.units.length > 20)
  const changed = given
    .replace('>Trois listes<', '>Trois listes, une étoffe<')
    .replace('>Un seul mur<', '>Un mur<')
  await database.execute(
    `update exhibition_texts set value = 'Le mur', version = version + 1 where value = 'Un seul mur'`,
    [],
  )
  const token = csrfOf(await text(`/en${here}/texts?language=fr`, cookie))
  const body = new FormData()
  body.set('csrf', token)
  body.set('language', 'fr')
  body.set('file', new File([changed], 'back.xlf'))
  const done = await site.ask(`/en${here}/translation`, { method: 'POST', cookie, body })
  assert.equal(done.status, 303)
  const { rows } = await database.execute(
    `select value, state from exhibition_texts where language = 'fr' and value in ('Trois listes, une étoffe', 'Le mur', 'Un mur') order by value`,
    [],
  )
  assert.deepEqual(rows, [
    { value: 'Le mur', state: 'reviewed' },
    { value: 'Trois listes, une étoffe', state: 'draft' },
  ])
  // A unit that stands twice in a file, with other words each time, is its sender's to settle.
  const [unit = ''] = /<unit [\s\S]*?<\/unit>/.exec(changed)!
  const twice = changed.replace(unit, unit + unit.replace(/<target[^>]*>[^<]*/, '$&, autrement'))
  const doubled = new FormData()
  doubled.set('csrf', token)
  doubled.set('language', 'fr')
  doubled.set('file', new File([twice], 'twice.xlf'))
  const sentTwice = await site.ask(`/en${here}/translation`, {
    method: 'POST',
    cookie,
    body: doubled,
  })
  assert.equal(sentTwice.status, 422)
  assert.match(await sentTwice.text(), /another text were sent for the same place/)
  const wrong = new FormData()
  wrong.set('csrf', token)
  wrong.set('language', 'th')
  wrong.set('file', new File([changed], 'back.xlf'))
  assert.equal(
    (await site.ask(`/en${here}/translation`, { method: 'POST', cookie, body: wrong })).status,
    422,
  )
})

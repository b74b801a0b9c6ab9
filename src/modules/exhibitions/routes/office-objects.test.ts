import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { ingestImage } from '../service/ingest.ts'
import { wav } from '../formats/recording.fixture.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database, runner } = site.house
const curator = await site.signInAs(people.curator)

const context = {
  actor: { kind: 'system', name: 'test' },
  now: site.clock.now,
  language: 'en',
} as const
const job = { database, runner, services: site.services, context, attempt: 1 }
const run = { ...job, signal: new AbortController().signal }

async function row(sql: string, values: unknown[]) {
  return (await database.execute(sql, values)).rows[0]!
}

async function newObject(title: string): Promise<string> {
  const made = await site.send(
    '/en/objects/new',
    '/en/objects/new',
    { organisation: organisations.museum, 'title.en': title },
    curator,
  )
  assert.equal(made.status, 303)
  return /objects\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!
}

/** Sends pictures to an object as its form does, and runs the jobs that were asked for. */
async function sendPictures(id: string, files: [name: string, bytes: Uint8Array][]) {
  const page = await (await site.ask(`/en/objects/${id}/edit`, { cookie: curator })).text()
  const form = new FormData()
  form.set('csrf', /name="csrf" value="([^"]+)"/.exec(page)![1]!)
  for (const [name, bytes] of files) form.append('pictures', new File([bytes as never], name))
  const sent = await site.ask(`/en/objects/${id}/media`, {
    method: 'POST',
    cookie: curator,
    body: form,
  })
  const media = (
    await database.execute(`select id from exhibition_media where object_id = $1`, [id])
  ).rows
  for (const { id: mediaId } of media) {
    await ingestImage.run(run, { mediaId: String(mediaId) })
  }
  return sent
}

/** A page without the boxes that keep Thai words whole. */
const unboxed = (page: string) => page.replace(/<span(?: class="unbroken")?>|<\/span>/g, '')

async function stateOf(id: string) {
  return row(
    `select state, fault, width, height, embedded, rights_uri from exhibition_media where object_id = $1`,
    [id],
  )
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#7a5',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

/** A PNG whose header says that it is so wide and high. */
function claiming(png: Buffer, side: number): Buffer {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

describe('a picture that is sent', () => {
  test('is turned upright, its maker and terms are read from it, and it is shown in tiles', async () => {
    const id = await newObject('A cloth with a picture')
    const exif = await noise(900, 600)
      .withExif({
        IFD0: {
          Artist: 'Kannika',
          Copyright: 'https://creativecommons.org/licenses/by-sa/4.0/deed.th',
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    assert.equal((await sendPictures(id, [['cloth.jpg', exif]])).status, 303)
    const made = await stateOf(id)
    assert.equal(made['state'], 'ready')
    assert.deepEqual([made['width'], made['height']], [600, 900])
    assert.equal((made['embedded'] as Record<string, string>)['artist'], 'Kannika')
    assert.equal(made['rights_uri'], 'http://creativecommons.org/licenses/by-sa/4.0/')
    const page = await (await site.ask(`/en/objects/${id}/edit`, { cookie: curator })).text()
    const [, address] = /src="(\/iiif\/3\/[^"]+)"/.exec(page)!
    assert.equal((await site.ask(address!)).status, 404)
    assert.equal((await site.ask(address!, { cookie: curator })).status, 200)
  })

  test('may be of 16 bits, CMYK, transparent, or called otherwise than it is', async () => {
    const raw = new Uint16Array(64 * 64 * 3).map((_each, at) => (at * 977) % 65_536)
    const deep = await sharp(raw, { raw: { width: 64, height: 64, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    const cmyk = await noise(80, 60).toColourspace('cmyk').tiff().toBuffer()
    const clear = await noise(70, 50).ensureAlpha(0.5).webp().toBuffer()
    const avif = await noise(64, 64).avif({ effort: 0 }).toBuffer()
    for (const [name, bytes] of [
      ['deep.png', deep],
      ['cmyk.tif', cmyk],
      ['clear.webp', clear],
      ['really-a-tiff.jpg', cmyk],
      ['small.avif', avif],
    ] as [string, Buffer][]) {
      const id = await newObject(name)
      assert.equal((await sendPictures(id, [[name, bytes]])).status, 303, name)
      assert.equal((await stateOf(id))['state'], 'ready', name)
    }
  })

  test('is refused with a word when it is broken, moves, is a bomb or no picture', async () => {
    const whole = await noise(600, 600).tiff({ compression: 'none' }).toBuffer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const polyglot = Buffer.concat([await noise(40, 40).png().toBuffer(), Buffer.from('PK')])
    const zipped = Buffer.concat([
      polyglot,
      Buffer.from([0x50, 0x4b, 0x01, 0x02]),
      Buffer.from([0x50, 0x4b, 0x05, 0x06]),
      Buffer.alloc(18),
    ])
    const bomb = claiming(await noise(40, 40).png().toBuffer(), 40_000)
    const wrong: [string, Uint8Array, RegExp][] = [
      ['cut.tif', whole.subarray(0, whole.length >> 1), /damaged|broken|incomplete/i],
      ['drawing.svg', Buffer.from(svg), /SVG/],
      ['two.png', zipped, /./],
      ['bomb.png', bomb, /1,?000/],
      ['words.jpg', Buffer.from('not a picture at all'), /./],
    ]
    for (const [name, bytes, said] of wrong) {
      const id = await newObject(name)
      const sent = await sendPictures(id, [[name, bytes]])
      assert.ok([415, 422].includes(sent.status), `${name} ${sent.status}`)
      assert.match(await sent.text(), said, name)
    }
    const frames = await sharp(
      [await noise(30, 30).png().toBuffer(), await noise(30, 30).png().toBuffer()],
      { join: { animated: true } },
    )
      .webp({ loop: 0 })
      .toBuffer()
    const id = await newObject('moves')
    await sendPictures(id, [['moves.webp', frames]])
    assert.equal((await stateOf(id))['fault'], 'animated')
  })
})

describe('a recording or a model that is sent', () => {
  test('is shown as it was sent, in parts for players, and tells its licence', async () => {
    const id = await newObject('A loom')
    const scene = JSON.stringify({
      asset: {
        version: '2.0',
        extras: { license: 'https://creativecommons.org/licenses/by/4.0/' },
      },
    })
    const json = Buffer.from(scene.padEnd(Math.ceil(scene.length / 4) * 4))
    const head = Buffer.from('glTF\u0002\0\0\0\0\0\0\0\0\0\0\0JSON', 'latin1')
    head.writeUInt32LE(20 + json.length, 8)
    head.writeUInt32LE(json.length, 12)
    const glb = Buffer.concat([head, json])
    assert.equal((await sendPictures(id, [['loom.glb', glb]])).status, 303)
    const { state, rights_uri: rights } = await stateOf(id)
    assert.deepEqual([state, rights], ['ready', 'http://creativecommons.org/licenses/by/4.0/'])
    const { id: mediaId } = await row(`select id from exhibition_media where object_id = $1`, [id])
    const address = `/objects/media/${String(mediaId)}`
    assert.equal((await site.ask(address)).status, 404)
    const part = await site.ask(address, { cookie: curator, headers: { range: 'bytes=0-3' } })
    assert.equal(part.status, 206)
    assert.equal(part.headers.get('content-range'), `bytes 0-3/${glb.length}`)
    assert.equal(await part.text(), 'glTF')
    const beyond = await site.ask(address, { cookie: curator, headers: { range: 'bytes=9999-' } })
    assert.equal(beyond.status, 416)
    const cut = await sendPictures(await newObject('Half a loom'), [
      ['half.glb', glb.subarray(0, glb.length - 4)],
    ])
    assert.equal(cut.status, 422)
    assert.match(await cut.text(), /glTF 2\.0/)
  })
})

describe('an object', () => {
  test('is described, released only with its terms, taken back with a reason, and given again', async () => {
    const id = await newObject('Lozenges')
    const list = await (await site.ask('/en/objects/office', { cookie: curator })).text()
    assert.match(list, /<h1[^>]*>Our objects/)
    const edit = `/en/objects/${id}/edit`
    const bare = await site.send(edit, `/en/objects/${id}/release`, { version: '1' }, curator)
    assert.equal(bare.status, 422)
    const values = {
      version: '1',
      'title.en': 'Lozenges',
      'title.th': 'ลายข้าวหลามตัด',
      makers: 'Kannika; weaver\nSomchai',
      made_from: '2433',
      made_until: '1900',
      made_about: 'yes',
      rights_uri: 'http://creativecommons.org/licenses/by/4.0/',
      access: 'open',
    }
    const wrong = await site.send(edit, edit, { ...values, made_from: 'long ago' }, curator)
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /value="long ago"/)
    assert.equal((await site.send(edit, edit, values, curator)).status, 303)
    const endless = {
      ...values,
      version: '2',
      made_from: '1890',
      'description.en': 'x'.repeat(20_001),
    }
    const long = await site.send(edit, edit, endless, curator)
    assert.equal(long.status, 422)
    assert.match(await long.text(), /20000 characters; this has 20001/)
    const stored = await row(
      `select makers, made_from, made_about from exhibition_objects where id = $1`,
      [id],
    )
    assert.deepEqual(stored['makers'], [
      { name: 'Kannika', role: 'weaver' },
      { name: 'Somchai', role: '' },
    ])
    assert.equal(stored['made_from'], 1890)
    const stale = await site.send(edit, edit, { ...values, makers: '' }, curator)
    assert.equal(stale.status, 409)
    assert.equal(
      (await site.send(edit, `/en/objects/${id}/release`, { version: '2' }, curator)).status,
      303,
    )
    assert.equal((await site.ask(`/en/objects/${id}`)).status, 200)
    const mute = await site.send(edit, `/en/objects/${id}/withdrawal`, { reason: ' ' }, curator)
    assert.equal(mute.status, 422)
    assert.match(await mute.text(), /Say why, in at most 2,000 characters/)
    const reason = 'The community asked for it.'
    assert.equal(
      (await site.send(edit, `/en/objects/${id}/withdrawal`, { reason }, curator)).status,
      303,
    )
    assert.equal((await site.ask(`/en/objects/${id}`)).status, 404)
    assert.match(
      await (await site.ask(edit, { cookie: curator })).text(),
      /The community asked for it/,
    )
    assert.equal((await site.send(edit, `/en/objects/${id}/return`, {}, curator)).status, 303)
    assert.equal((await site.ask(`/en/objects/${id}`)).status, 200)
    const trace = await row(
      `select count(*)::int as count from exhibition_withdrawals where object_id = $1 and returned_by is not null`,
      [id],
    )
    assert.equal(trace['count'], 1)
  })

  test('of another institution is not there for a curator', async () => {
    const id = await newObject('Ours')
    const other = await site.signInAs(people.coordinatorPku)
    assert.equal((await site.ask(`/en/objects/${id}/edit`, { cookie: other })).status, 404)
    const taken = await site.send(
      '/en/objects/new',
      '/en/objects/new',
      { organisation: organisations.museum, 'title.en': 'Theirs' },
      other,
    )
    assert.equal(taken.status, 422)
  })
})

test('a practice is released only with the grant of its community, whose labels are shown as it worded them', async () => {
  const id = await newObject('Lifting the heddles')
  const edit = `/en/objects/${id}/edit`
  const values = {
    version: '1',
    kind: 'intangible',
    'title.en': 'Lifting the heddles',
    rights_uri: 'http://rightsstatements.org/vocab/CNE/1.0/',
    access: 'open',
    vernacular: 'ยกตะกอ',
    vernacular_language: 'nod',
    'community.en': 'Weavers of Ban Rai',
    'label.0.name': 'TK Attribution',
    'label.0.text': 'ขอให้เอ่ยนามชุมชน',
    'label.0.language': 'th',
    'label.0.community': 'Ban Rai',
  }
  const nameless = await site.send(edit, edit, { ...values, 'label.0.community': '' }, curator)
  assert.equal(nameless.status, 422)
  assert.match(await nameless.text(), /the community that gave it/)
  assert.equal((await site.send(edit, edit, values, curator)).status, 303)
  const release = (version: string) =>
    site.send(edit, `/en/objects/${id}/release`, { version }, curator)
  assert.equal((await release('2')).status, 422)
  const granted = { granted_by: 'The elders', granted_on: '2026-03-01' }
  await site.send(edit, edit, { ...values, ...granted, version: '2' }, curator)
  assert.equal((await release('3')).status, 422)
  await site.send(edit, edit, { ...values, ...granted, certified: 'yes', version: '3' }, curator)
  assert.equal((await release('4')).status, 303)
  const shown = unboxed(await (await site.ask(`/en/objects/${id}`)).text())
  assert.match(shown, /<span lang="nod">ยกตะกอ/)
  assert.match(shown, /<div lang="th"><h3>TK Attribution<\/h3><p>ขอให้เอ่ยนามชุมชน<\/p>/)
  const manifest = await (await site.ask(`/iiif/objects/${id}/manifest.json`)).text()
  assert.match(manifest, /"label":\{"th":\["TK Attribution"\]\}/)
})

test('a recording has captions in several languages, for players, for other viewers and as words', async () => {
  const id = await newObject('A song of the loom')
  assert.equal((await sendPictures(id, [['song.wav', wav(1)]])).status, 303)
  const { id: mediumId } = await row(`select id from exhibition_media where object_id = $1`, [id])
  const address = `/objects/media/${String(mediumId)}/captions`
  const page = await (await site.ask(`/en/objects/${id}/edit`, { cookie: curator })).text()
  const give = async (values: Record<string, string | File>) => {
    const body = new FormData()
    body.set('csrf', /name="csrf" value="([^"]+)"/.exec(page)![1]!)
    for (const [name, value] of Object.entries(values)) body.set(name, value)
    return site.ask(`/en${address}`, { method: 'POST', cookie: curator, body })
  }
  const file = (text: string) => new File([text], 'song.vtt')
  const thai = 'WEBVTT\n\nNOTE secret\n\n00:00.000 --> 00:01.000\n<b>ทอผ้า</b>\n'
  await give({ language: 'th', captions: file(thai) })
  await give({ language: 'en', captions: file('1\n00:00:00,000 --> 00:00:01,000\nWeaving') })
  const refused = await give({ language: 'fr', captions: file('no captions') })
  assert.match(decodeURIComponent(refused.headers.get('location')!), /edit/)
  assert.equal((await site.ask(`${address}/th`)).status, 404)
  const sent = await site.ask(`${address}/th`, { cookie: curator })
  assert.equal(sent.headers.get('content-type'), 'text/vtt; charset=utf-8')
  const text = await sent.text()
  assert.match(text, /^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.000\n<b>ทอผ้า<\/b>/)
  assert.doesNotMatch(text, /secret/)
  assert.equal((await site.ask(`${address}/fr`, { cookie: curator })).status, 404)
  const shown = unboxed(await (await site.ask(`/th/objects/${id}`, { cookie: curator })).text())
  assert.match(shown, /<track[^>]+srclang="en"/)
  assert.match(shown, /<p>ทอผ้า<\/p>/)
  const manifest = await site.ask(`/iiif/objects/${id}/manifest.json`, { cookie: curator })
  assert.match(await manifest.text(), /"motivation":"supplementing"/)
  await give({ language: 'th', remove: 'yes' })
  assert.equal((await site.ask(`${address}/th`, { cookie: curator })).status, 404)
})

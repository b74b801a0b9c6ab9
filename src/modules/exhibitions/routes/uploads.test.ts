import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, test } from 'node:test'
import sharp from 'sharp'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { wav } from '../formats/recording.fixture.ts'
import { ingestImage } from '../service/ingest.ts'
import { takeUpload } from '../service/uploads.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database, runner } = site.house
const curator = await site.signInAs(people.curator)
const stranger = await site.signInAs(people.coordinatorPku)

const run = {
  database,
  runner,
  services: site.services,
  context: {
    actor: { kind: 'system', name: 'test' },
    now: site.clock.now,
    language: 'en',
  } as const,
  attempt: 1,
  signal: new AbortController().signal,
}

async function newObject(): Promise<string> {
  const fields = { organisation: organisations.museum, 'title.en': 'A large scan' }
  const made = await site.send('/en/objects/new', '/en/objects/new', fields, curator)
  return /objects\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!
}

function begin(
  objectId: string,
  length: number,
  more: Record<string, string> = {},
  cookie = curator,
) {
  return site.ask(`/objects/${objectId}/uploads`, {
    method: 'POST',
    cookie,
    headers: {
      'upload-complete': '?0',
      'upload-length': String(length),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('แผ่นสแกน.png')}`,
      ...more,
    },
  })
}

interface Piece {
  at: number
  bytes: Uint8Array
  last?: boolean
  cookie?: string
  headers?: Record<string, string>
}

function append(href: string, { at, bytes, last, cookie = curator, headers = {} }: Piece) {
  return site.ask(href, {
    method: 'PATCH',
    cookie,
    body: bytes as never,
    headers: {
      'content-type': 'application/partial-upload',
      'upload-offset': String(at),
      'upload-complete': last ? '?1' : '?0',
      ...headers,
    },
  })
}

const digestOf = (bytes: Uint8Array) =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`

async function mediaOf(objectId: string) {
  const { rows } = await database.execute(
    `select kind, state, file_name, sha256, created_by, duration_ms from exhibition_media where object_id = $1`,
    [objectId],
  )
  return rows
}

async function takeAll() {
  const { rows } = await database.execute(`select payload from jobs where type = $1`, [
    takeUpload.name,
  ])
  for (const { payload } of rows) await takeUpload.run(run, payload as { uploadId: string })
}

const picture = await sharp({
  create: {
    width: 700,
    height: 500,
    channels: 3,
    background: '#7a5',
    noise: { type: 'gaussian', mean: 120, sigma: 40 },
  },
})
  .png()
  .toBuffer()

describe('a large file of an object', () => {
  test('is begun, asked for, sent in pieces, and becomes a picture like any other', async () => {
    const object = await newObject()
    const begun = await begin(object, picture.length, { 'repr-digest': digestOf(picture) })
    assert.equal(begun.status, 201)
    const href = begun.headers.get('location')!
    assert.match(begun.headers.get('upload-limit')!, /max-size=4000000000/)
    const half = Math.floor(picture.length / 2)
    const first = picture.subarray(0, half)
    const headers = { 'content-digest': digestOf(first) }
    const sent = await append(href, { at: 0, bytes: first, headers })
    assert.deepEqual([sent.status, sent.headers.get('upload-complete')], [204, '?0'])
    const head = await site.ask(href, { method: 'HEAD', cookie: curator })
    assert.equal(head.headers.get('upload-offset'), String(half))
    assert.equal(head.headers.get('upload-length'), String(picture.length))
    assert.equal(head.headers.get('cache-control'), 'no-store')
    const page = await (await site.ask(`/en/objects/${object}/edit`, { cookie: curator })).text()
    assert.ok(page.includes('แผ่นสแกน.png') && page.includes(href))
    const done = await append(href, { at: half, bytes: picture.subarray(half), last: true })
    assert.deepEqual([done.status, done.headers.get('upload-complete')], [202, '?1'])
    await takeAll()
    // A job that was cut off after its end runs again.
    await takeUpload.run(run, { uploadId: href.split('/').at(-1)! })
    const [medium, ...more] = await mediaOf(object)
    assert.equal(more.length, 0)
    assert.equal(medium!['file_name'], 'แผ่นสแกน.png')
    assert.equal(medium!['state'], 'processing')
    assert.equal(medium!['created_by'], people.curator)
    assert.equal(medium!['sha256'], createHash('sha256').update(picture).digest('hex'))
    const { rows } = await database.execute(
      'select id from exhibition_media where object_id = $1',
      [object],
    )
    await ingestImage.run(run, { mediaId: String(rows[0]!['id']) })
    assert.equal((await mediaOf(object))[0]!['state'], 'ready')
    const told = await (await site.ask(href, { cookie: curator })).json()
    assert.deepEqual([told.state, told.done], ['taken', true])
  })

  test('gives a recording with its length', async () => {
    const object = await newObject()
    const sound = Buffer.from(wav(2))
    const href = (await begin(object, sound.length)).headers.get('location')!
    assert.equal((await append(href, { at: 0, bytes: sound, last: true })).status, 202)
    await takeAll()
    const [medium] = await mediaOf(object)
    assert.deepEqual(
      [medium!['kind'], medium!['state'], Number(medium!['duration_ms'])],
      ['audio', 'ready', 2000],
    )
  })

  test('is absent for everybody but who began it, and for them once they may not describe the object', async () => {
    const object = await newObject()
    const href = (await begin(object, 100)).headers.get('location')!
    const absent = '/objects/uploads/01980000-0000-7000-8000-0000000000ff'
    for (const cookie of [stranger, await site.signInAs(people.secretariat)]) {
      assert.equal((await begin(object, 100, {}, cookie)).status, 404)
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const [seen, missing] = [
          await site.ask(href, { method, cookie }),
          await site.ask(absent, { method, cookie }),
        ]
        assert.deepEqual([seen.status, missing.status], [404, 404], method)
        const plain = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, 'ID')
        assert.equal(plain(await seen.text()), plain(await missing.text()))
      }
    }
    assert.equal((await site.ask(href)).status, 401)
    assert.equal(
      (
        await append(href, {
          at: 0,
          bytes: Buffer.from('x'),
          headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
        })
      ).status,
      403,
    )
    assert.equal((await site.ask(href, { cookie: curator })).status, 200)
    await database.execute(`update open_uploads set person_id = $1`, [people.coordinatorPku])
    assert.equal(
      (await site.ask(href, { cookie: stranger })).status,
      404,
      'of another holder’s object',
    )
    await database.execute(`update open_uploads set person_id = $1`, [people.curator])
  })

  test('answers as the draft says where offset, length or digest do not fit', async () => {
    const object = await newObject()
    const href = (await begin(object, 100)).headers.get('location')!
    const elsewhere = await append(href, { at: 7, bytes: Buffer.alloc(10) })
    assert.equal(elsewhere.status, 409)
    assert.equal(elsewhere.headers.get('upload-offset'), '0')
    const told = await elsewhere.json()
    assert.match(told.type, /#mismatching-upload-offset$/)
    assert.deepEqual([told['expected-offset'], told['provided-offset']], [0, 7])
    const damaged = { 'content-digest': digestOf(Buffer.from('another')), 'accept-language': 'th' }
    const wrong = await append(href, { at: 0, bytes: Buffer.alloc(10), headers: damaged })
    assert.equal(wrong.status, 422)
    assert.match((await wrong.json()).detail, /โปรดส่งอีกครั้ง/)
    assert.equal(
      (await append(href, { at: 0, bytes: Buffer.alloc(10), headers: { 'upload-offset': 'x' } }))
        .status,
      400,
    )
    const long = await append(href, { at: 0, bytes: Buffer.alloc(101) })
    assert.equal(long.status, 400)
    assert.match((await long.json()).type, /#inconsistent-upload-length$/)
    assert.equal((await append(href, { at: 0, bytes: Buffer.alloc(1) })).status, 409)
    for (const length of ['', '-1', '0', '4000000001']) {
      const refused = await begin(object, 0, { 'upload-length': length })
      assert.ok([400, 413, 422].includes(refused.status), `${length}: ${refused.status}`)
    }
  })

  test('that is no picture says so on the page, and is put away', async () => {
    const object = await newObject()
    const bytes = Buffer.from('%PDF-1.7 and not a picture at all')
    const href = (await begin(object, bytes.length)).headers.get('location')!
    await append(href, { at: 0, bytes, last: true })
    await takeAll()
    assert.deepEqual(await mediaOf(object), [])
    const edit = `/en/objects/${object}/edit`
    assert.match(await (await site.ask(edit, { cookie: curator })).text(), /This is a PDF file/)
    const away = await site.send(edit, `/en${href}/removal`, {}, curator)
    assert.equal(away.status, 303)
    assert.doesNotMatch(
      await (await site.ask(edit, { cookie: curator })).text(),
      /This is a PDF file/,
    )
    assert.equal((await site.ask(href, { cookie: curator })).status, 404)
  })

  test('is gone when it is cancelled', async () => {
    const object = await newObject()
    const href = (await begin(object, 100)).headers.get('location')!
    await append(href, { at: 0, bytes: Buffer.alloc(10) })
    assert.equal((await site.ask(href, { method: 'DELETE', cookie: curator })).status, 204)
    assert.equal((await append(href, { at: 10, bytes: Buffer.alloc(10) })).status, 404)
  })
})

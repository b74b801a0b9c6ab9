// The requirements of the IIIF Image API 3.0 at level 2, asked over HTTP of a picture whose every square is known.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import { grantsOf } from '#modules/alliance'
import { makePyramid } from '../../src/modules/exhibitions/images/pyramid.ts'
import { addImage } from '../../src/modules/exhibitions/service/media.ts'
import { makeObject, releaseObject } from '../../src/modules/exhibitions/service/objects.ts'
import { wovenObjects } from '../../src/modules/exhibitions/seed/woven.ts'
import { cast, testSite } from '../harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())

/** The picture: 13 by 11 squares of 100 points, so that no side is a multiple of a tile. */
const [columns, rows, square] = [13, 11, 100]
const [width, height] = [columns * square, rows * square]

function colourOf(column: number, row: number): [number, number, number] {
  return [(column * 53 + 40) % 256, (row * 71 + 90) % 256, (column * 17 + row * 29 + 10) % 256]
}

function drawn(): Uint8Array {
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.set(colourOf(Math.floor(x / square), Math.floor(y / square)), (y * width + x) * 3)
  return pixels
}

let hashed = ''
let plainId = ''
let objectId = ''

async function act<T>(verb: (work: Work) => Promise<T | Refusal>): Promise<T> {
  const personId = cast.people.curator
  const grants = await grantsOf(site.house.database.kysely, personId, site.clock.now)
  const done = await site.house.runner.perform(
    { actor: { kind: 'person', personId, grants }, now: site.clock.now, language: 'en' },
    verb,
  )
  if (isRefused(done)) throw new Error(done.message.key)
  return done
}

before(async () => {
  const { blobs, node } = site.services
  const bytes = await sharp(drawn(), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  const rules = { allow: ['png'], maxBytes: 10_000_000 } as const
  const original = await receiveFile(blobs, { name: 'squares.png', bytes }, rules)
  const made = await makePyramid(blobs, bytes)
  if (isRefused(original) || isRefused(made)) throw new Error('the picture is refused')
  const { details, organisationId } = wovenObjects[0]!
  ;({ objectId } = await act((work) => makeObject(work, { organisationId, details, node })))
  const image = { original, ...made }
  const { mediaId } = await act((work) => addImage(work, { objectId, image, alts: {}, node }))
  await act((work) => releaseObject(work, { objectId, version: 1 }))
  plainId = `/iiif/3/${mediaId}`
  hashed = `${plainId}.${made.pyramid.sha256.slice(0, 16)}`
})

async function picture(parameters: string, base = hashed) {
  const answer = await site.ask(`${base}/${parameters}`)
  assert.equal(answer.status, 200, parameters)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const format = (await sharp(bytes).metadata()).format
  const at = (x: number, y: number) => [
    ...data.subarray(
      (y * info.width + x) * info.channels,
      (y * info.width + x) * info.channels + 3,
    ),
  ]
  return { answer, width: info.width, height: info.height, at, format, channels: info.channels }
}

function near(found: number[], wanted: readonly number[], what: string): void {
  const off = Math.max(...wanted.map((each, index) => Math.abs(each - (found[index] ?? -999))))
  assert.ok(off <= 12, `${what}: ${found.join()} is not ${wanted.join()}`)
}

async function status(parameters: string): Promise<number> {
  return (await site.ask(`${hashed}/${parameters}`)).status
}

describe('info.json', () => {
  test('says what it must, and every size and tile that it lists works', async () => {
    const answer = await site.ask(`${hashed}/info.json`)
    assert.equal(answer.status, 200)
    assert.equal(
      answer.headers.get('content-type'),
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
    )
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    const info = (await answer.json()) as {
      id: string
      sizes: { width: number; height: number }[]
      tiles: { width: number; height: number; scaleFactors: number[] }[]
    } & Record<string, unknown>
    assert.equal(info['@context'], 'http://iiif.io/api/image/3/context.json')
    assert.equal(info['type'], 'ImageService3')
    assert.equal(info['protocol'], 'http://iiif.io/api/image')
    assert.equal(info['profile'], 'level2')
    assert.ok(info.id.endsWith(hashed))
    assert.deepEqual([info['width'], info['height']], [width, height])
    assert.equal(info['rights'], 'http://creativecommons.org/publicdomain/zero/1.0/')
    for (const size of info.sizes) {
      const made = await picture(`full/${size.width},${size.height}/0/default.jpg`)
      assert.deepEqual([made.width, made.height], [size.width, size.height])
    }
    for (const tile of info.tiles)
      for (const factor of tile.scaleFactors) await everyTile(tile.width, factor)
  })

  test('is JSON for whoever asks for JSON, and its base leads to it', async () => {
    const plain = await site.ask(`${hashed}/info.json`, { headers: { accept: 'application/json' } })
    assert.equal(plain.headers.get('content-type'), 'application/json')
    const base = await site.ask(hashed)
    assert.equal(base.status, 303)
    assert.equal(base.headers.get('location'), `${hashed}/info.json`)
  })
})

/** Asks for each tile of a scale factor and looks at the middle of the first square that lies wholly in it. */
async function everyTile(side: number, factor: number): Promise<void> {
  const step = side * factor
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) {
      const [w, h] = [Math.min(step, width - x), Math.min(step, height - y)]
      const size = [Math.ceil(w / factor), Math.ceil(h / factor)]
      const made = await picture(`${x},${y},${w},${h}/${size.join()}/0/default.jpg`)
      assert.deepEqual([made.width, made.height], size)
      const [column, row] = [Math.ceil(x / square), Math.ceil(y / square)]
      const middle = [column * square + square / 2 - x, row * square + square / 2 - y]
      if (middle[0]! >= w || middle[1]! >= h) continue
      const [atX, atY] = [Math.floor(middle[0]! / factor), Math.floor(middle[1]! / factor)]
      near(made.at(atX, atY), colourOf(column, row), `tile ${x},${y} of ${factor}`)
    }
}

describe('regions', () => {
  const regions: [string, number, number, [column: number, row: number]][] = [
    ['full/max', width, height, [0, 0]],
    ['square/max', height, height, [1, 0]],
    ['300,200,100,100/max', 100, 100, [3, 2]],
    ['1250,1050,500,500/max', 50, 50, [12, 10]],
    ['pct:0,0,50,50/max', 650, 550, [0, 0]],
    ['pct:23.0769,0,7.6923,9.0909/max', 100, 100, [3, 0]],
    ['pct:90,90,30,30/max', 130, 110, [11, 10]],
  ]
  for (const [parameters, wide, high, [column, row]] of regions)
    test(`${parameters} gives the right part`, async () => {
      const made = await picture(`${parameters}/0/default.png`)
      assert.deepEqual([made.width, made.height], [wide, high])
      near(made.at(25, 25), colourOf(column, row), parameters)
    })
  for (const wrong of [
    '0,0,0,10',
    '0,0,10,0',
    '1300,0,10,10',
    '0,1100,10,10',
    'pct:101,0,10,10',
    'pct:0,0,0,10',
    '-1,0,10,10',
    '1,2,3',
    'a,b,c,d',
    'pct:a,0,1,1',
    '1.5,0,10,10',
  ])
    test(`${wrong} is refused`, async () => {
      assert.equal(await status(`${wrong}/max/0/default.jpg`), 400)
    })
})

describe('sizes', () => {
  const sizes: [string, number, number][] = [
    ['max', 1300, 1100],
    ['650,', 650, 550],
    [',550', 650, 550],
    ['pct:50', 650, 550],
    ['300,400', 300, 400],
    ['!260,1000', 260, 220],
    ['!1000,220', 260, 220],
    ['!5000,5000', 1300, 1100],
    ['%5E2600,', 2600, 2200],
    ['^2600,', 2600, 2200],
    ['^,2200', 2600, 2200],
    ['^pct:150', 1950, 1650],
    ['^!2600,9000', 2600, 2200],
    ['^1400,1400', 1400, 1400],
  ]
  for (const [size, wide, high] of sizes)
    test(`${size} gives ${wide} by ${high}`, async () => {
      const made = await picture(`full/${size}/0/default.jpg`)
      assert.deepEqual([made.width, made.height], [wide, high])
    })
  test('^max is as large as the limits of info.json allow', async () => {
    const made = await picture('full/^max/0/default.jpg')
    assert.ok(made.width * made.height <= 16_777_216 && made.width > 4000)
  })
  for (const wrong of [
    '1301,',
    ',1101',
    '1301,1101',
    'pct:101',
    '0,',
    ',0',
    '0,0',
    'pct:0',
    '!0,10',
    ',',
    '',
    'full',
    '^',
    '-5,',
    '1.5,',
    '^pct:',
    '!10,',
  ])
    test(`"${wrong}" is refused`, async () => {
      assert.ok([400, 404].includes(await status(`full/${wrong}/0/default.jpg`)), wrong)
      if (wrong !== '') assert.equal(await status(`full/${wrong}/0/default.jpg`), 400)
    })
  for (const beyond of ['^9000,', '^,9000', '^5000,5000', '^pct:9000'])
    test(`${beyond} is beyond the limits`, async () => {
      assert.equal(await status(`full/${beyond}/0/default.jpg`), 404)
    })
})

describe('rotation, quality and format', () => {
  test('quarter turns are clockwise, mirroring comes first', async () => {
    const upright = await picture('0,0,200,100/max/0/default.png')
    near(upright.at(150, 50), colourOf(1, 0), 'upright')
    const turns: [string, number, number, [number, number]][] = [
      ['90', 100, 200, [50, 150]],
      ['180', 200, 100, [50, 50]],
      ['270', 100, 200, [50, 50]],
      ['!0', 200, 100, [50, 50]],
      ['!90', 100, 200, [50, 50]],
    ]
    for (const [turn, wide, high, [x, y]] of turns) {
      const made = await picture(`0,0,200,100/max/${turn}/default.png`)
      assert.deepEqual([made.width, made.height], [wide, high], turn)
      near(made.at(x, y), colourOf(1, 0), turn)
    }
    const slanted = await picture('0,0,100,100/max/22.5/default.png')
    assert.ok(slanted.width > 120 && slanted.width < 140)
  })

  test('colour, grey and two tones', async () => {
    near((await picture('0,0,100,100/max/0/color.jpg')).at(50, 50), colourOf(0, 0), 'colour')
    const [red, green, blue] = (await picture('0,0,100,100/max/0/gray.png')).at(50, 50)
    assert.ok(red === green && green === blue)
    const tones = await picture('full/400,/0/bitonal.png')
    const seen = new Set([tones.at(10, 10)[0], tones.at(200, 200)[0], tones.at(390, 330)[0]])
    assert.ok([...seen].every((each) => each === 0 || each === 255))
  })

  test('JPEG, PNG and WebP', async () => {
    const formats = {
      jpg: ['image/jpeg', 'jpeg'],
      png: ['image/png', 'png'],
      webp: ['image/webp', 'webp'],
    }
    for (const [format, [type, name]] of Object.entries(formats)) {
      const made = await picture(`0,0,512,512/512,512/0/default.${format}`)
      assert.equal(made.answer.headers.get('content-type'), type)
      assert.equal(made.format, name)
    }
  })

  for (const wrong of [
    '0/default.gif',
    '0/default.jpg2',
    '0/native.jpg',
    '0/default',
    '0/DEFAULT.jpg',
    '361/default.jpg',
    '-90/default.jpg',
    '!!0/default.jpg',
    'a/default.jpg',
    '0/constructor.jpg',
    '0/default.constructor',
  ])
    test(`${wrong} is refused`, async () => {
      assert.equal(await status(`full/100,/${wrong}`), 400)
    })
})

describe('answers', () => {
  test('may be kept for long under an address with the hash, and are not sent again', async () => {
    const path = `${hashed}/0,0,512,512/512,512/0/default.jpg`
    const first = await site.ask(path)
    assert.match(first.headers.get('cache-control') ?? '', /max-age=31536000.*immutable/)
    assert.equal(first.headers.get('access-control-allow-origin'), '*')
    assert.equal(first.headers.get('cross-origin-resource-policy'), 'cross-origin')
    assert.match(first.headers.get('link') ?? '', /level2\.json>;rel="profile"/)
    const etag = first.headers.get('etag')!
    const again = await site.ask(path, { headers: { 'if-none-match': `W/${etag}` } })
    assert.equal(again.status, 304)
    assert.equal((await again.arrayBuffer()).byteLength, 0)
    assert.equal(again.headers.get('etag'), etag)
    const other = await site.ask(path, { headers: { 'if-none-match': '"other"' } })
    assert.equal(other.status, 200)
    const unhashed = await site.ask(`${plainId}/full/200,/0/default.jpg`)
    assert.match(unhashed.headers.get('cache-control') ?? '', /max-age=600$/)
  })

  test('a tile is the same picture whether it is passed through or rendered', async () => {
    const passed = await picture('512,512,512,512/512,512/0/default.jpg')
    const rendered = await picture('512,512,512,512/512,512/0/default.png')
    for (const [x, y] of [
      [20, 20],
      [250, 250],
      [500, 500],
    ] as const)
      near(passed.at(x, y), rendered.at(x, y), `${x},${y}`)
  })

  test('what is not there, has another hash, or was withdrawn or restricted looks absent', async () => {
    const absent = plainId.replace(/.{6}$/, 'ffffff')
    for (const path of [absent, `${plainId}.${'0'.repeat(16)}`, '/iiif/3/x', '/iiif/3/..%2f..'])
      assert.equal((await site.ask(`${path}/info.json`)).status, 404, path)
    const tile = `${hashed}/0,0,512,512/512,512/0/default.jpg`
    for (const change of [
      `state = 'withdrawn', withdrawn_at = created_at`,
      `state = 'available', withdrawn_at = null, access = 'holder'`,
    ]) {
      await site.house.database.execute(`update exhibition_objects set ${change} where id = $1`, [
        objectId,
      ])
      site.clock.now = new Date(site.clock.now.getTime() + 60_000)
      assert.equal((await site.ask(tile)).status, 404)
      assert.equal((await site.ask(tile, { headers: { 'if-none-match': '*' } })).status, 404)
      assert.equal((await site.ask(`${hashed}/info.json`)).status, 404)
    }
    const cookie = await site.signInAs(cast.people.curator)
    const own = await site.ask(tile, { cookie })
    assert.equal(own.status, 200)
    assert.equal(own.headers.get('cache-control'), 'private, no-cache')
  })
})

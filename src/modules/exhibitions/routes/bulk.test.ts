import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import sharp from 'sharp'
import { allRows, readTable, zipStream } from '#kernel/files'
import { isRefused } from '#kernel/database'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { objectSheetHeads } from '../formats/object-sheet.ts'
import { wav } from '../formats/recording.fixture.ts'
import { takeUpload } from '../service/uploads.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const curator = await site.signInAs(people.curator)
const cc0 = 'https://creativecommons.org/publicdomain/zero/1.0/'

const count = async (table: string) =>
  Number((await database.execute(`select count(*)::int as n from ${table}`, [])).rows[0]!['n'])

const picture = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .png()
    .toBuffer()

async function look(
  sheet: string,
  files: [name: string, bytes: Uint8Array][],
  organisation?: string,
) {
  const page = await (await site.ask('/en/objects/bulk', { cookie: curator })).text()
  const body = new FormData()
  body.set('csrf', csrfOf(page))
  body.set('organisation', organisation ?? organisations.museum)
  body.set('sheet', new File([sheet], 'objects.csv'))
  for (const [name, bytes] of files) body.append('files', new File([bytes as never], name))
  return site.ask('/en/objects/bulk', { method: 'POST', cookie: curator, body })
}

/** Sends the form of a preview as it stands. */
async function make(preview: string, values: Record<string, string> = {}) {
  const form = /<form[^>]+action="\/en\/objects\/bulk\/objects"[\s\S]*?<\/form>/.exec(preview)![0]
  const body = new FormData()
  for (const [, name, value] of form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    body.append(name!, value!)
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  return site.ask('/en/objects/bulk/objects', { method: 'POST', cookie: curator, body })
}

async function zip(files: [name: string, body: Uint8Array][]): Promise<Uint8Array> {
  async function* entries() {
    for (const [name, body] of files) yield { name, body }
  }
  return new Uint8Array(await new Response(zipStream(entries(), site.clock.now)).arrayBuffer())
}

/** Sends a file for a sheet in two pieces and has it looked at; gives its address. */
async function sendInPieces(name: string, bytes: Buffer): Promise<string> {
  const begun = await site.ask('/objects/bulk/uploads', {
    method: 'POST',
    cookie: curator,
    headers: {
      'upload-complete': '?0',
      'upload-length': String(bytes.length),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
  assert.equal(begun.status, 201)
  const href = begun.headers.get('location')!
  const half = Math.floor(bytes.length / 2)
  for (const [at, end] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    const sent = await site.ask(href, {
      method: 'PATCH',
      cookie: curator,
      body: bytes.subarray(at, end) as never,
      headers: {
        'content-type': 'application/partial-upload',
        'upload-offset': String(at),
        'upload-complete': end === bytes.length ? '?1' : '?0',
      },
    })
    assert.equal(sent.status, end === bytes.length ? 202 : 204)
  }
  const run = {
    database,
    runner: site.house.runner,
    services: site.services,
    context: {
      actor: { kind: 'system', name: 'test' },
      now: site.clock.now,
      language: 'en',
    } as const,
    attempt: 1,
    signal: new AbortController().signal,
  }
  const uploadId = href.split('/').at(-1)!
  await takeUpload.run(run, { uploadId })
  // A job that was cut off after its end runs again, and nothing waits twice.
  await takeUpload.run(run, { uploadId })
  return href
}

describe('a sheet and a folder of files', () => {
  test('become objects with their pictures in one go, once, and shown at once where that is asked', async () => {
    const archive = await zip([
      ['photos/Red cloth.png', await picture('#a33')],
      ['photos/blue.png', await picture('#33a')],
      ['__MACOSX/photos/._blue.png', new Uint8Array([1, 2, 3])],
    ])
    const rows = [
      'Title.en,title.th,inventory,files,rights_uri,access,made_from,alt.en,Colour',
      `Red,แดง,B-1,red cloth.png; blue.png,${cc0},open,1900,A red cloth,x`,
      'Blue,,B-2,photos/blue.png,,open,1901,,',
    ]
    const shown = await look(rows.join('\n'), [['all.zip', archive]])
    assert.equal(shown.status, 200)
    const page = await shown.text()
    assert.match(page, /2 objects can be made; no row has a fault/)
    assert.match(page, /Colour/)
    assert.equal(await count('exhibition_objects'), 0)
    const done = await make(page, { release: 'yes' })
    assert.equal(done.status, 303)
    const { rows: objects } = await database.execute(
      `select o.inventory_number, o.state, o.titles, count(media.id)::int as media
       from exhibition_objects o left join exhibition_media media on media.object_id = o.id
       group by o.id order by o.inventory_number`,
      [],
    )
    assert.deepEqual(objects, [
      { inventory_number: 'B-1', state: 'available', titles: { en: 'Red', th: 'แดง' }, media: 2 },
      { inventory_number: 'B-2', state: 'draft', titles: { en: 'Blue' }, media: 1 },
    ])
    const again = await make(page, { release: 'yes' })
    assert.equal(again.status, 422)
    assert.equal(await count('exhibition_objects'), 2)
  })

  test('show every fault by its row before anything is made, and the rest can be made without them', async () => {
    const before = await count('exhibition_objects')
    const rows = [
      'title.en,inventory,files,rights_uri,made_from',
      `Fine,B-3,,${cc0},1900`,
      `Taken,B-1,,${cc0},1900`,
      `Twice,B-3,,${cc0},1900`,
      `,B-4,,${cc0},1900`,
      `Bare,B-5,gone.png,${cc0},1900`,
      'Own terms,B-6,,https://example.org/terms,1900',
      `Long ago,B-7,,${cc0},long ago`,
      `Drawn,B-8,drawing.svg,${cc0},1900`,
    ]
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const shown = await look(rows.join('\n'), [
      ['drawing.svg', svg],
      ['left over.png', await picture('#333')],
    ])
    assert.equal(shown.status, 200)
    const page = await shown.text()
    assert.match(page, /One object can be made; 7 rows have faults and are left out/)
    for (const said of [
      'Another row has the same inventory number',
      'gone.png',
      'https://example.org/terms',
      'drawing.svg',
      'left over.png',
    ])
      assert.ok(page.includes(said), said)
    assert.equal((await make(page)).status, 303)
    assert.equal(await count('exhibition_objects'), before + 1)
  })

  test('are refused where an archive leads out of itself, a sheet has no row, or the holder is another', async () => {
    const row = `title.en,files\nA,x.png`
    for (const name of ['../x.png', 'a/../../x.png', '/etc/x.png', 'C:\\x.png', '..\\x.png']) {
      const slip = await look(row, [
        ['slip.zip', renamed(await zip([['a'.repeat(name.length), await picture('#111')]]), name)],
      ])
      assert.equal(slip.status, 422, name)
      assert.match(await slip.text(), /outside of itself/, name)
    }
    assert.equal(
      (
        await look(row, [
          ['cut.zip', (await zip([['x.png', await picture('#111')]])).subarray(0, 90)],
        ])
      ).status,
      422,
    )
    assert.equal((await look('title.en,files\n', [])).status, 422)
    assert.equal((await look(row, [], organisations.pku)).status, 422)
    assert.equal((await look('', [])).status, 422)
  })

  test('leave out a row whose file shares its name with another, whatever folder each lay in', async () => {
    const before = await count('exhibition_objects')
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const [red, blue] = [await picture('#a33'), await picture('#33a')]
    const archive = await zip([
      ['loom/1.png', red],
      ['shawl/1.PNG', blue],
      ['loom/2.png', red],
      ['shawl/2.png', svg],
      ['loom/3.png', blue],
      ['shawl/3.png', blue],
    ])
    const rows = [
      'title.en,files',
      'Loom,loom/1.png',
      'Shawl,shawl/1.png',
      'Broken shawl,shawl/2.png',
      'Either,shawl/3.png',
    ]
    const shown = await look(rows.join('\n'), [['all.zip', archive]])
    const page = await shown.text()
    assert.match(page, /One object can be made; 3 rows have faults and are left out/)
    assert.match(page, /More than one of the files that were sent is called “shawl\/1\.png”/)
    assert.equal((await make(page)).status, 303)
    assert.equal(await count('exhibition_objects'), before + 1)
  })

  test('are looked at each once, and no row names more than an object has', async () => {
    const blobs = site.services.blobs as { pathOf: (sha256: string) => Promise<string | null> }
    const pathOf = blobs.pathOf
    let reads = 0
    blobs.pathOf = (sha256) => {
      reads += 1
      return pathOf.call(blobs, sha256)
    }
    const rows = [
      'title.en,files',
      `Tone,${'tone.wav;'.repeat(60)}`,
      'Tone again,tone.wav',
      `Din,${'tone.wav;'.repeat(201)}`,
    ]
    const shown = await look(rows.join('\n'), [['tone.wav', wav(0.1)]])
    blobs.pathOf = pathOf
    const page = await shown.text()
    assert.match(page, /2 objects can be made; one row has a fault/)
    assert.match(page, /at most 200 pictures/)
    assert.equal(reads, 1, 'the recording, for sixty names of it')
  })

  test('are shown again where the same form comes twice', async () => {
    const page = await (await site.ask('/en/objects/bulk', { cookie: curator })).text()
    for (const round of [1, 2]) {
      const body = new FormData()
      body.set('csrf', csrfOf(page))
      body.set('organisation', organisations.museum)
      body.set('sheet', new File(['title.en\nTwice'], 'objects.csv'))
      const shown = await site.ask('/en/objects/bulk', { method: 'POST', cookie: curator, body })
      assert.equal(shown.status, 200, String(round))
      assert.match(await shown.text(), /One object can be made/)
    }
  })

  test('find files that came in pieces or with the sheet before, until their objects have them', async () => {
    await site.send('/en/objects/bulk', '/en/objects/bulk/files/removal', { all: 'yes' }, curator)
    const archive = Buffer.from(
      await zip([
        ['cloth/one.png', await picture('#a31')],
        ['cloth/two.png', await picture('#3a1')],
        ['read me.txt', Buffer.from('not to be shown')],
      ]),
    )
    const href = await sendInPieces('folder.zip', archive)
    const waits = await (await site.ask('/en/objects/bulk', { cookie: curator })).text()
    assert.match(waits, /2 files are here already/)
    assert.match(waits, /2 of its files can be shown .* one file cannot: read me\.txt/)
    const wrong = await look('title.en,files,made_from\nOne,one.png,1900\nTwo,two.png,long ago', [])
    const page = await wrong.text()
    assert.match(page, /One object can be made; one row has a fault/)
    assert.equal((await make(page)).status, 303)
    // The row that was left out is sent again without its file.
    const mended = await (await look('title.en,files,made_from\nTwo,two.png,1901', [])).text()
    assert.match(mended, /One object can be made; no row has a fault/)
    assert.match(mended, /One file is here already/)
    assert.equal((await make(mended)).status, 303)
    const after = await (await site.ask('/en/objects/bulk', { cookie: curator })).text()
    assert.doesNotMatch(after, /files? (?:is|are) here already/)
    const away = await site.send('/en/objects/bulk', `/en${href}/removal`, {}, curator)
    assert.equal(away.headers.get('location'), '/en/objects/bulk')
  })

  test('let nobody else see, use or put away what waits', async () => {
    await look('title.en,files\nOwn,own.png', [['own.png', await picture('#123')]])
    const { rows } = await database.execute(
      `select id from staged_files where owner_key = $1 and name = 'own.png'`,
      [`batch:${people.curator}`],
    )
    const other = await site.signInAs(people.coordinatorPku)
    const none = await site.send(
      '/en/objects/bulk',
      '/en/objects/bulk/files/removal',
      { file: String(rows[0]!['id']) },
      other,
    )
    assert.equal(none.status, 422)
    assert.doesNotMatch(await none.text(), /own\.png/)
    const own = await (await site.ask('/en/objects/bulk', { cookie: curator })).text()
    assert.match(own, /own\.png/)
  })

  test('take the file that was sent last under a name', async () => {
    await site.send('/en/objects/bulk', '/en/objects/bulk/files/removal', { all: 'yes' }, curator)
    await look('title.en,files\nA,a.png', [['a.png', await picture('#111')]])
    const shown = await look('title.en,files\nA,a.png', [['A.PNG', await picture('#eee')]])
    const page = await shown.text()
    assert.match(page, /One object can be made; no row has a fault/)
    assert.match(page, /One file is here already/)
  })

  test('begin with an empty sheet that names every column', async () => {
    const sent = await site.ask('/th/objects/bulk/sheet', { cookie: curator })
    const table = await readTable(new Uint8Array(await sent.arrayBuffer()), { name: 'sheet.xlsx' })
    assert.ok(!isRefused(table))
    assert.deepEqual(table.header, objectSheetHeads)
    assert.deepEqual(await allRows(table), [])
  })

  test('may hold 300 objects', async () => {
    const before = await count('exhibition_objects')
    const rows = Array.from({ length: 300 }, (_each, at) => `Cloth ${at},M-${at},same.png,${cc0}`)
    const shown = await look(['title.en,inventory,files,rights_uri', ...rows].join('\n'), [
      ['same.png', await picture('#a83')],
    ])
    assert.equal((await make(await shown.text())).status, 303)
    assert.equal(await count('exhibition_objects'), before + 300)
  })
})

/** An archive with one entry, renamed in both places to a name of the same length that no packer would write. */
function renamed(archive: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(archive)
  const old = Buffer.from('a'.repeat(name.length))
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) bytes.write(name, at)
  return new Uint8Array(bytes)
}

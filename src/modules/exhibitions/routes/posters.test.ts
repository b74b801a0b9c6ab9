import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import sharp from 'sharp'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { ingestImage } from '../service/ingest.ts'
import { growingCloth } from '../weaving/growing-cloth.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database, runner } = site.house
const curator = await site.signInAs(people.curator)
const stranger = await site.signInAs(people.coordinatorPku)
const context = {
  actor: { kind: 'system', name: 'test' },
  now: site.clock.now,
  language: 'en',
} as const
const { signal } = new AbortController()
const run = { database, runner, services: site.services, context, attempt: 1, signal }

const still = (background: string) =>
  sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .jpeg()
    .toBuffer()

async function post(
  path: string,
  fields: Record<string, string | [string, Uint8Array]>,
  cookie = curator,
) {
  const page = await (await site.ask('/en/objects/office', { cookie })).text()
  const form = new FormData()
  form.set('csrf', csrfOf(page))
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else form.append(name, new File([value[1] as never], value[0]))
  }
  return site.ask(path, { method: 'POST', cookie, body: form })
}

async function makeReady(objectId: string) {
  const { rows } = await database.execute(
    `select id, kind, poster_medium_id from exhibition_media
       where object_id = $1 and removed_at is null order by position`,
    [objectId],
  )
  for (const { id } of rows) await ingestImage.run(run, { mediaId: String(id) })
  return rows.map((row) => ({
    id: String(row['id']),
    kind: row['kind'],
    poster: row['poster_medium_id'],
  }))
}

/** An object with a picture and a film. */
async function withFilm() {
  const fields = { organisation: organisations.museum, 'title.en': 'A film' }
  const made = await site.send('/en/objects/new', '/en/objects/new', fields, curator)
  const object = /objects\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!
  await post(`/en/objects/${object}/media`, { pictures: ['first.jpg', await still('#258')] })
  await post(`/en/objects/${object}/media`, { pictures: ['film.mp4', growingCloth()] })
  const [picture, film] = await makeReady(object)
  return { object, picture: picture!.id, film: film!.id }
}

async function posterShown(object: string): Promise<string> {
  const page = await (await site.ask(`/en/objects/${object}`, { cookie: curator })).text()
  return /poster="\/iiif\/3\/([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
}

describe('the picture of a film', () => {
  test('is the first of its object, until a moment of the film is sent, and that again once it is taken away', async () => {
    const { object, picture, film } = await withFilm()
    assert.equal(await posterShown(object), picture)
    const sent = await post(`/en/objects/media/${film}/poster`, {
      picture: '',
      poster: ['film.jpg', await still('#a33')],
    })
    assert.equal(sent.status, 303)
    // Until it is ready the former stands.
    assert.equal(await posterShown(object), picture)
    const media = await makeReady(object)
    const moment = media.at(-1)!
    assert.equal(media.find(({ id }) => id === film)!.poster, moment.id)
    assert.equal(await posterShown(object), moment.id)
    await post(`/en/objects/media/${moment.id}/removal`, {})
    assert.equal(await posterShown(object), picture)
  })

  test('is chosen among the pictures of its object, and of no other', async () => {
    const { object, picture, film } = await withFilm()
    const other = await withFilm()
    await post(`/en/objects/${object}/media`, { pictures: ['second.jpg', await still('#383')] })
    const second = (await makeReady(object)).at(-1)!.id
    for (const wrong of [other.picture, film, 'nothing']) {
      await post(`/en/objects/media/${film}/poster`, { picture: wrong })
      assert.equal(await posterShown(object), picture)
    }
    await post(`/en/objects/media/${film}/poster`, { picture: second })
    assert.equal(await posterShown(object), second)
    await post(`/en/objects/media/${film}/poster`, { picture: '' })
    assert.equal(await posterShown(object), picture)
  })

  test('is for its holder to choose, and for films alone', async () => {
    const { object, picture, film } = await withFilm()
    const theirs = await post(`/en/objects/media/${film}/poster`, { picture }, stranger)
    assert.equal(theirs.status, 404)
    await post(`/en/objects/media/${picture}/poster`, { poster: ['x.jpg', await still('#000')] })
    await post(`/en/objects/media/${film}/poster`, { poster: ['x.mp4', growingCloth()] })
    assert.equal((await makeReady(object)).length, 2, 'nothing was taken')
  })
})

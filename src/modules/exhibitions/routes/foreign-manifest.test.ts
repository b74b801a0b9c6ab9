import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import sharp, { type Create } from 'sharp'
import { cast, testSite } from '../../../../test/harness/site.ts'
import type { Outbound } from '#kernel/outbound'
import { keepPictures } from '../service/foreign-manifests.ts'
import { ingestImage } from '../service/ingest.ts'

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
const plain: { create: Create } = {
  create: { width: 640, height: 480, channels: 3, background: '#7a5' },
}

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
  return /objects\/([^/]+)\/edit/.exec(made.headers.get('location')!)![1]!
}

describe('what another house published', () => {
  const network = new Map<string, Uint8Array>()
  const guarded = site.services.outbound
  const services = site.services as { outbound: Outbound }
  /** The network as it is at another house: what the real client would bring from there. */
  const far: Outbound = {
    ...guarded,
    fetch: async (url) => {
      const body = network.get(url)
      return body
        ? { ok: true, status: 200, headers: new Headers(), body, url }
        : { ok: false, fault: 'unreachable', detail: 'test' }
    },
  }
  const address = 'https://museum.example/manifest.json'
  const picture = 'https://museum.example/full/max/0/default.jpg'
  const manifest = (label: string) => ({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: address,
    type: 'Manifest',
    label: { fr: [label] },
    summary: { fr: ['<p onclick="x()">Vue <b>ancienne</b><script>alert(1)</script></p>'] },
    rights: 'http://rightsstatements.org/vocab/NoC-NC/1.0/',
    items: [
      {
        id: `${address}/canvas`,
        type: 'Canvas',
        label: { fr: ['Feuillet 1'], 'zh-CN': ['第一页'] },
        items: [{ items: [{ motivation: 'painting', body: { id: picture, type: 'Image' } }] }],
      },
    ],
  })
  const take = (id: string, given: string) =>
    site.send(`/en/objects/${id}/edit`, `/en/objects/${id}/manifest`, { address: given }, curator)
  const publish = (document: unknown) =>
    network.set(address, new TextEncoder().encode(JSON.stringify(document)))

  test('is never asked for inside the own network, nor without encryption', async () => {
    const id = await newObject('From nowhere')
    for (const inner of [
      'https://127.0.0.1/manifest.json',
      'https://localhost/manifest.json',
      'https://[::1]/m',
      'http://museum.example/manifest.json',
      'file:///etc/passwd',
      'nonsense',
      '',
    ]) {
      const refused = await take(id, inner)
      assert.equal(refused.status, 422, inner)
      assert.ok((await refused.text()).includes(`value="${inner}"`) || inner === '', inner)
    }
  })

  test('is kept by its hash with its pictures, shown cleaned, and taken anew only when it has changed', async () => {
    services.outbound = far
    const id = await newObject('A view')
    publish(manifest('Vue d’un jardin'))
    const copyright = { IFD0: { Copyright: 'http://creativecommons.org/publicdomain/zero/1.0/' } }
    network.set(picture, await sharp(plain).withExif(copyright).jpeg().toBuffer())
    assert.equal((await take(id, address)).status, 303)
    const kept = await row(
      `select id, source_url, rights_uri from exhibition_media where object_id = $1 and kind = 'manifest'`,
      [id],
    )
    assert.equal(kept['source_url'], address)
    assert.equal(kept['rights_uri'], 'http://rightsstatements.org/vocab/NoC-NC/1.0/')
    // A job may run twice.
    for (let round = 0; round < 2; round += 1)
      await keepPictures.run(run, { mediaId: String(kept['id']) })
    const pictures = await database.execute(
      `select id, alts, source_url from exhibition_media where object_id = $1 and kind = 'image'`,
      [id],
    )
    const pictureId = String(pictures.rows[0]!['id'])
    assert.deepEqual(pictures.rows, [
      { id: pictureId, alts: { fr: 'Feuillet 1', 'zh-Hans': '第一页' }, source_url: picture },
    ])
    // What its house reserves the picture's own file does not give away.
    await ingestImage.run(run, { mediaId: pictureId })
    const ready = await row(
      'select state, embedded, rights_uri from exhibition_media where id = $1',
      [pictureId],
    )
    assert.deepEqual(ready, {
      state: 'ready',
      embedded: { copyright: copyright.IFD0.Copyright },
      rights_uri: kept['rights_uri'],
    })
    const page = await (await site.ask(`/fr/objects/${id}`, { cookie: curator })).text()
    assert.match(page, /<p>Vue <b>ancienne<\/b><\/p>/)
    assert.doesNotMatch(page, /alert\(1\)/)
    assert.equal((await take(id, address)).status, 409)
    publish(manifest('Vue d’un jardin, 1905'))
    assert.equal((await take(id, address)).status, 303)
    const standing = await row(
      `select count(*)::int as all, count(removed_at)::int as gone from exhibition_media
       where object_id = $1 and kind = 'manifest'`,
      [id],
    )
    assert.deepEqual([standing['all'], standing['gone']], [2, 1])
    publish({ type: 'AnnotationPage', id: address })
    const other = await take(id, address)
    assert.equal(other.status, 422)
    assert.match(await other.text(), /AnnotationPage/)
    network.delete(address)
    assert.equal((await take(id, address)).status, 422)
    services.outbound = guarded
  })

  test('brings no picture any more once it was taken away, also where one is under way', async () => {
    const id = await newObject('A view given up')
    publish(manifest('Vue'))
    services.outbound = far
    assert.equal((await take(id, address)).status, 303)
    const kept = await row('select id from exhibition_media where object_id = $1', [id])
    const leaving: Outbound = {
      ...far,
      async fetch(url, options) {
        await database.execute('update exhibition_media set removed_at = $2 where id = $1', [
          kept['id'],
          site.clock.now,
        ])
        return far.fetch(url, options)
      },
    }
    services.outbound = leaving
    await keepPictures.run(run, { mediaId: String(kept['id']) })
    services.outbound = guarded
    const standing = await row(
      `select count(*)::int as n from exhibition_media where object_id = $1 and kind = 'image'`,
      [id],
    )
    assert.equal(standing['n'], 0)
  })
})

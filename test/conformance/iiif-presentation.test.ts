import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { exhibitions } from '#modules/exhibitions'
import { renderFragment } from '#ui'
import { manifestIn, readManifest } from '../../src/modules/exhibitions/formats/read-manifest.ts'
import { Foreign } from '../../src/modules/exhibitions/pages/foreign-manifest.tsx'
import { readContentState } from '../../src/modules/exhibitions/rules/content-state.ts'
import { seededExhibition } from '../../src/modules/exhibitions/seed/memory.ts'
import { seededPieces } from '../../src/modules/exhibitions/seed/beside.ts'
import { testSite, type TestSite } from '../harness/site.ts'
import { faultsOf, type Schema } from './json-schema.ts'

const folder = new URL('../../../shared/standards/iiif/', import.meta.url)
const isHere = existsSync(new URL('presentation-3-schema.json', folder))
const skip = isHere ? false : 'the official schema of IIIF has no licence that lets it stand here'
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown
const schema = isHere ? (read('presentation-3-schema.json') as Schema) : true

/** What stands in for a canvas or beside it is named as not shown. */
const withoutStandIns = (name: string, value: unknown) =>
  name === 'placeholderCanvas' || name === 'accompanyingCanvas' ? undefined : value

/** Documents of the cookbook that the official validator refuses too: one of version 2, and one with an id that ends in a space. */
const refusedByAll = [
  '0057-publishing-v2-and-v3--manifest-v2.json',
  '0229-behavior-ranges--manifest.json',
]

describe('the reader of the official schema', { skip }, () => {
  const names = isHere ? readdirSync(new URL('cookbook/', folder)) : []

  test('takes every document of the cookbook that the official one takes', () => {
    const refused = names.filter((name) => faultsOf(schema, read(`cookbook/${name}`)).length > 0)
    assert.deepEqual(refused, refusedByAll)
  })

  test('refuses what the specification forbids', () => {
    const good = read('cookbook/0001-mvm-image--manifest.json') as Record<string, unknown>
    const wrong: Record<string, unknown>[] = [
      { ...good, label: 'a bare text' },
      { ...good, label: { en: 'no list' } },
      { ...good, id: 'not-an-address' },
      { ...good, rights: 'https://creativecommons.org/licenses/by/4.0/' },
      { ...good, items: [{ id: 'https://a.example/c', type: 'Canvas', height: 0, width: 10 }] },
    ]
    for (const each of wrong) assert.notDeepEqual(faultsOf(schema, each), [], JSON.stringify(each))
  })
})

describe('what others give', { skip }, () => {
  const names = isHere ? readdirSync(new URL('cookbook/', folder)) : []
  const manifests = names.filter((name) => {
    const document = read(`cookbook/${name}`) as Record<string, unknown>
    return (
      /Manifest|Collection$/.test(String(document['type'] ?? document['@type'])) &&
      document['type'] !== 'AnnotationCollection'
    )
  })

  test('every manifest and collection of the cookbook opens and shows something, or says what it does not show', () => {
    for (const name of manifests) {
      const manifest = readManifest(read(`cookbook/${name}`))
      assert.ok(manifest, name)
      assert.ok(Object.keys(manifest.label).length > 0, `${name} has a label`)
      const shown = [
        ...manifest.members,
        ...manifest.canvases.flatMap((each) => [
          ...each.pictures,
          ...each.recordings,
          ...each.texts,
        ]),
      ]
      assert.ok(shown.length > 0 || manifest.unsupported.length > 0, `${name} shows something`)
    }
    assert.ok(manifests.length > 50)
  })

  test('each is written as a page in the reader’s language, with everything that its canvases hold', () => {
    const scene = {
      t: createTranslator(exhibitions.messages).for('th'),
      language: 'th',
      href: (path: string) => `/th${path}`,
    } as never
    for (const name of manifests) {
      const document = read(`cookbook/${name}`) as Record<string, unknown>
      const manifest = readManifest(document)!
      const medium = {
        id: name,
        source_url: manifest.id,
        created_at: new Date('2026-11-22T09:00:00Z'),
        sha256: '0'.repeat(64),
      } as never
      const page = renderFragment(Foreign({ scene, kept: { manifest, medium }, media: [] }))
      for (const each of manifest.canvases)
        for (const { id } of [...each.pictures, ...each.recordings])
          assert.ok(page.includes(id.replaceAll('&', '&amp;')), `${name} leads to ${id}`)
      for (const each of manifest.unsupported)
        assert.ok(page.includes(each), `${name} says that ${each} is not shown`)
      assert.doesNotMatch(page, /<(?:script|iframe|object|img)|\son[a-z]+=/)
      if (document['type'] !== 'Manifest') continue
      const shown = manifest.canvases.reduce(
        (sum, { pictures, recordings, texts }) =>
          sum + pictures.length + recordings.length + texts.length,
        0,
      )
      const painted = JSON.stringify(document['items'], withoutStandIns).match(
        /"motivation":\["?painting|"motivation":"painting"/g,
      )
      assert.equal(shown, painted?.length ?? 0, `${name} shows all that is painted`)
    }
  })

  test('what is neither a manifest nor a collection is called by its name', () => {
    for (const name of names.filter((each) => !manifests.includes(each))) {
      const bytes = readFileSync(new URL(`cookbook/${name}`, folder))
      const found = manifestIn(bytes)
      assert.ok('other' in found && found.other.startsWith('Annotation'), name)
    }
    const encode = (text: string) => new TextEncoder().encode(text)
    assert.deepEqual(manifestIn(encode('<!doctype html>')), { other: 'HTML' })
    assert.deepEqual(manifestIn(encode('{"type":7}')), { other: 'JSON' })
    const deep = `{"id":"a","type":"Manifest","label":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    assert.deepEqual(manifestIn(encode(deep)), manifestIn(encode('{"id":"a","type":"Manifest"}')))
  })

  test('what is not shown is named', () => {
    const said = (name: string) => readManifest(read(`cookbook/${name}`))?.unsupported
    assert.deepEqual(said('0010-book-2-viewing-direction--manifest-rtl.json'), [
      'viewingDirection: right-to-left',
    ])
    assert.deepEqual(said('0045-css--manifest.json'), ['stylesheet'])
    assert.deepEqual(said('0013-placeholderCanvas--manifest.json'), ['placeholderCanvas'])
    assert.deepEqual(said('0001-mvm-image--manifest.json'), [])
    const old = readManifest(read('cookbook/0057-publishing-v2-and-v3--manifest-v2.json'))
    assert.ok(old && old.canvases.every(({ pictures }) => pictures.length === 1))
  })

  test('content states of the cookbook name their canvas and region', () => {
    const state = readContentState(
      JSON.stringify(read('cookbook/0485-contentstate-canvas-region--annotation.json')),
    )
    assert.deepEqual(state?.region, [1528, 3024, 344, 408])
    assert.equal(state?.manifest, 'https://iiif.io/api/cookbook/recipe/0009-book-1/manifest.json')
  })
})

describe('what is given out', { skip }, () => {
  let site: TestSite
  before(async () => (site = await testSite({ seed: ['alliance', 'exhibitions'] })))
  after(() => site.close())
  const manifestAt = async (path: string) => {
    const answer = await site.ask(path)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.match(
      answer.headers.get('content-type') ?? '',
      /^application\/ld\+json;profile="http:\/\/iiif\.io\/api\/presentation\/3/,
    )
    return (await answer.json()) as Record<string, unknown>
  }

  test('the manifest of an exhibition is valid, in five languages, with its rooms and its tour', async () => {
    const manifest = await manifestAt(`/iiif/exhibitions/${seededExhibition.id}/manifest.json`)
    assert.deepEqual(faultsOf(schema, manifest), [])
    assert.deepEqual(Object.keys(manifest['label'] as object), ['en', 'zh-Hans', 'th', 'ko', 'fr'])
    const [rooms] = manifest['structures'] as { items: unknown[] }[]
    assert.equal(rooms!.items.length, 4)
    const text = JSON.stringify(manifest)
    assert.equal(text.match(/"motivation":"commenting"/g)?.length, 15)
    assert.match(text, /#xywh=980,700,196,147/)
  })

  test('the manifest of every object is valid', async () => {
    for (const { id } of seededPieces) {
      const manifest = await manifestAt(`/iiif/objects/${id}/manifest.json`)
      assert.deepEqual(faultsOf(schema, manifest), [], id)
    }
  })
})

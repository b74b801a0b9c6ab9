// Search, asked by everybody for everybody: does it find exactly whom the asker may read one by one?
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { EntryDraft } from '#kernel/database'
import { sessionCookieName } from '#kernel/identity'
import { signIn } from './asking.ts'
import { type MatrixSite, openMatrixSite, probeHeader } from './fixture.ts'
import { uniqueName } from './rows.ts'
import { type Viewer, viewers } from './viewers.ts'
import { makeWorld } from './world.ts'

const start = new Date('2026-11-22T03:00:00Z')
let matrix: MatrixSite

before(async () => {
  matrix = await openMatrixSite(start)
  await makeWorld(matrix.site, start)
  const { rows } = await matrix.database.execute('select id from persons')
  // The world's people are rows without a story: this has the index look at them.
  const entries = rows.map(({ id }): EntryDraft => ({
    type: 'identity.person-changed',
    version: 1,
    object: { kind: 'person', id: String(id) },
    organisationIds: [],
    personId: String(id),
    data: {},
    personal: {},
  }))
  const context = { actor: { kind: 'system', name: 'matrix' }, now: start, language: 'en' } as const
  await matrix.site.services.runner.perform(context, (work) => work.write(entries, async () => {}))
  await matrix.site.chronicle.drain()
})
after(() => matrix?.close())

test('search finds the people whose page the asker may open, and nobody else', async (t) => {
  const { rows } = await matrix.database.execute(
    `select href from search_documents where kind = 'person' order by href`,
  )
  const pages = rows.map(({ href }) => String(href))
  assert.ok(pages.length > 20)
  const wrong: string[] = []
  let found = 0
  for (const viewer of viewers.filter(({ link }) => link === undefined)) {
    const headers = await headersOf(viewer)
    const hits = await hitsOf(headers)
    found += hits.size
    for (const page of pages) {
      const { status } = await matrix.ask(`/en${page}`, {
        headers: { ...headers, [probeHeader]: '1' },
      })
      const may = status === 303 && matrix.reached() !== null
      if (may !== hits.has(page))
        wrong.push(
          `${viewer.label} ${may ? 'may read but not find' : 'finds but may not read'} ${page}`,
        )
    }
  }
  t.diagnostic(`${found} hits of ${pages.length} people by ${viewers.length} viewers`)
  assert.ok(found > 0)
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} hits disagree with the single reads`)
})

async function headersOf({ who }: Viewer): Promise<Record<string, string>> {
  if (who.person === null) return {}
  const { token } = await signIn(matrix, who.person)
  return { cookie: `${sessionCookieName(false)}=${token}`, 'sec-fetch-site': 'same-origin' }
}

/** The pages that a search for what all names begin with leads to, page after page. */
async function hitsOf(headers: Record<string, string>): Promise<Set<string>> {
  const hits = new Set<string>()
  const prefix = uniqueName(0).native.slice(0, 2)
  for (let number = 1; ; number += 1) {
    const answer = await matrix.ask(`/en/search?q=${prefix}&page=${number}`, { headers })
    const html = await answer.text()
    for (const [, href] of html.matchAll(
      /href="\/en(\/organisations\/[^"/]+\/people\/[^"/?]+)"/g,
    )) {
      hits.add(href!)
    }
    if (!html.includes(`page=${number + 1}`)) return hits
  }
}

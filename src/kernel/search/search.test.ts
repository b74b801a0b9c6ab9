import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Actor, createWorkRunner, type Work, type Writer } from '#kernel/database'
import type { Language, LocalText } from '#kernel/values'
import { testDatabase } from '../../../test/harness/database.ts'
import { normalise, tokenise } from './tokens.ts'
import {
  indexDocument,
  indexDocuments,
  mergePersonSearch,
  removeDocument,
  search,
  type SearchDocument,
} from './index.ts'

const base = await testDatabase([
  { name: 'search', directory: new URL('migrations/', import.meta.url) },
])
const now = new Date('2026-11-22T09:00:00Z')
const au = '01a20306-0000-7000-8000-0000000000aa'
const pku = '01a20306-0000-7000-8000-0000000000bb'
const malee = '01a20306-0000-7000-8000-000000000001'

const titles: Record<string, LocalText> = {
  thai: { th: 'มหาวิทยาลัยอัสสัมชัญ', en: 'Assumption University of Thailand' },
  thaiCourse: { th: 'การออกแบบสื่อดิจิทัลเพื่อเศรษฐกิจสร้างสรรค์', en: 'Digital Media Design' },
  water: { th: 'การจัดการน้ำและทำงานร่วมกัน' },
  chinese: { 'zh-Hans': '文化产业管理', en: 'Cultural Industries Management' },
  beijing: { 'zh-Hans': '北京大学艺术学院', en: 'School of Arts, Peking University' },
  korean: { ko: '문화산업과 학점을 인정하는 제도', en: 'Credit recognition' },
  french: { fr: 'L’économie de l’œuvre d’art à l’époque numérique', en: 'Economics of art' },
}

const found: [string, string, string[]][] = [
  ['a Thai word', 'อัสสัมชัญ', ['thai']],
  ['a part of a Thai compound', 'วิทยาลัย', ['thai']],
  ['a Thai compound cut differently in its context', 'สื่อดิจิทัล', ['thaiCourse']],
  ['Thai with sara am', 'น้ำ', ['water']],
  ['Thai with sara am typed as two characters', 'ท\u0e4d\u0e32งาน', ['water']],
  ['two Chinese words', '文化产业', ['chinese']],
  ['a Chinese word of two characters', '管理', ['chinese']],
  ['Chinese across the edges of words', '化产', ['chinese']],
  ['one Chinese character', '艺', ['beijing']],
  ['the last character of a Chinese name', '院', ['beijing']],
  ['Chinese and English at once', '北京 arts', ['beijing']],
  ['a Korean word that carries a particle in the text', '학점', ['korean']],
  ['the beginning of a Korean compound', '문화', ['korean']],
  ['a French word behind an elision, without its accent', 'economie', ['french']],
  ['the same with elision and capital', "L'Économie", ['french']],
  ['a ligature', 'oeuvre', ['french']],
  ['full-width letters', 'Ｐｅｋｉｎｇ', ['beijing']],
  ['the beginning of an English word', 'univ', ['beijing', 'thai']],
  ['all words and not any', 'peking management', []],
]

for (const [name, query, expected] of found) {
  test(`search finds ${name}`, async () => {
    await withDocuments(titles, async (as) => {
      const { hits, similar } = await search(as(), query)
      assert.deepEqual(similar ? [] : hits.map((hit) => hit.objectId).sort(), expected)
    })
  })
}

test('a misspelt name is offered as similar, and nothing like it is not', async () => {
  await withDocuments(titles, async (as) => {
    const near = await search(as(), 'Assumtion Univercity Thailand')
    assert.deepEqual([near.similar, near.hits[0]?.objectId], [true, 'thai'])
    assert.deepEqual(await search(as(), 'xylophone'), { hits: [], similar: false })
    assert.deepEqual(await search(as(), ' …! '), { hits: [], similar: false })
  })
})

test('titles weigh more than text, and what matched is marked', async () => {
  await base.withRollback(async (kysely, database) => {
    await indexDocuments(kysely, [
      document('body', { title: { en: 'Other things' }, text: 'We also teach design.' }),
      document('title', { title: { en: 'Design thinking', fr: 'La pensée design' } }),
    ])
    const work = workOn(database, { kind: 'public' }, 'fr')
    const { hits } = await search(work, 'DESIGN')
    assert.deepEqual(
      hits.map((hit) => hit.objectId),
      ['title', 'body'],
    )
    assert.deepEqual(hits[0]?.title, {
      text: 'La pensée design',
      language: 'fr',
      pieces: [
        { text: 'La pensée ', match: false },
        { text: 'design', match: true },
      ],
    })
    assert.equal(hits[1]?.title.language, 'en')
  })
})

test('what is called exactly so comes first, however often others say the words', async () => {
  await base.withRollback(async (kysely, database) => {
    await indexDocuments(kysely, [
      document('often', { title: { en: 'Design design design and design' } }),
      document('exactly', { title: { en: 'Design', th: 'การออกแบบ' }, text: 'x '.repeat(500) }),
    ])
    const { hits } = await search(workOn(database, { kind: 'public' }, 'th'), ' design ')
    assert.deepEqual(
      hits.map((hit) => hit.objectId),
      ['exactly', 'often'],
    )
  })
})

test('marks follow the script: French behind elisions, Thai and Chinese within compounds', async () => {
  await withDocuments(titles, async (as) => {
    const marked = async (query: string, language: Language) =>
      (await search({ ...as(), language }, query)).hits[0]?.title.pieces
        .filter((piece) => piece.match)
        .map((piece) => piece.text)
    assert.deepEqual(await marked('économie', 'fr'), ['L’économie'])
    assert.deepEqual(await marked('化产', 'zh-Hans'), ['化产'])
    assert.deepEqual(await marked('วิทยาลัย', 'th'), ['วิทยาลัย'])
  })
})

test('the name that was typed is shown beside the reader’s own where that one lacks the words', async () => {
  await withDocuments(titles, async (as) => {
    const first = async (query: string, language: Language) =>
      (await search({ ...as(), language }, query)).hits[0]
    const thai = await first('อัสสัมชัญ', 'en')
    assert.equal(thai?.title.text, 'Assumption University of Thailand')
    assert.equal(thai?.also?.text, 'มหาวิทยาลัยอัสสัมชัญ')
    assert.equal(thai?.also?.language, 'th')
    assert.equal((await first('assumption', 'en'))?.also, null)
    assert.equal((await first('assumption', 'th'))?.also?.language, 'en')
  })
})

test('nobody finds what they may not see', async () => {
  await base.withRollback(async (kysely, database) => {
    await indexDocuments(kysely, [
      document('public', { visibility: { to: 'public' } }),
      document('signed', { visibility: { to: 'signed-in' } }),
      document('au', { visibility: { to: 'organisations', organisationIds: [au] } }),
      document('au-evaluator', {
        visibility: {
          to: 'organisations',
          organisationIds: [au],
          roles: ['evaluator'],
          personIds: [malee],
        },
      }),
      document('secretariat', {
        visibility: { to: 'organisations', organisationIds: [], roles: ['secretariat'] },
      }),
      document('own', { visibility: { to: 'persons', personIds: [malee] } }),
    ])
    const seen = async (actor: Actor) =>
      (await search(workOn(database, actor), 'alpha')).hits.map((hit) => hit.objectId).sort()
    assert.deepEqual(await seen({ kind: 'public' }), ['public'])
    assert.deepEqual(
      await seen({ kind: 'link', linkId: au, personId: malee, action: 'x', objectId: au }),
      ['public'],
    )
    assert.deepEqual(await seen(holder(pku)), ['public', 'signed'])
    assert.deepEqual(await seen(holder(pku, 'registrar', au)), ['au', 'public', 'signed'])
    assert.deepEqual(await seen(holder(pku, 'evaluator', au)), [
      'au',
      'au-evaluator',
      'public',
      'signed',
    ])
    assert.deepEqual(await seen(holder(pku, 'evaluator', pku)), ['public', 'signed'])
    assert.deepEqual(await seen(holder(pku, 'secretariat', null)), [
      'public',
      'secretariat',
      'signed',
    ])
    assert.deepEqual(await seen(holder(malee)), ['au-evaluator', 'own', 'public', 'signed'])
    assert.equal((await seen({ kind: 'system', name: 'x' })).length, 6)
    await mergePersonSearch(
      { ...workOn(database, { kind: 'public' }), writeUnchronicled: (rows) => rows(kysely) },
      malee,
      pku,
    )
    assert.deepEqual(await seen(holder(pku)), ['au-evaluator', 'own', 'public', 'signed'])
  })
})

test('a document is replaced, filtered by kind, paged, and removed', async () => {
  await base.withRollback(async (kysely, database) => {
    const work = workOn(database, { kind: 'public' })
    await indexDocument(kysely, document('one', { title: { en: 'Old name' } }))
    await indexDocument(kysely, document('one', { title: { en: 'New name' }, names: ['CO-101'] }))
    assert.equal(
      (await search(work, 'old name')).hits.filter((hit) => hit.title.text.includes('Old')).length,
      0,
    )
    assert.equal((await search(work, 'co-101')).hits.length, 1)
    assert.equal((await search(work, 'new', { kinds: ['person'] })).hits.length, 0)
    assert.equal((await search(work, 'new', { kinds: [] })).hits.length, 0)
    assert.equal((await search(work, 'new', { offset: 1 })).hits.length, 0)
    await removeDocument(kysely, 'course', 'one')
    assert.equal((await search(work, 'new')).hits.length, 0)
  })
})

test('whatever is typed or indexed, nothing breaks', async () => {
  await base.withRollback(async (kysely, database) => {
    const work = workOn(database, { kind: 'public' })
    const texts = fc.oneof(
      fc
        .string({ unit: 'binary', maxLength: 60 })
        .map((text) => text.toWellFormed().replaceAll('\0', '')),
      fc.string({
        unit: fc.constantFrom(
          "'",
          '\\',
          ':',
          '*',
          '&',
          '|',
          '!',
          '(',
          ')',
          '<->',
          ' ',
          'ก',
          'ำ',
          '学',
          '학',
          'é',
          '’',
        ),
        maxLength: 30,
      }),
    )
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await indexDocument(kysely, document('any', { title: { en: text }, text }))
        const { hits } = await search(work, text)
        if (tokenise(text.slice(0, 200)).length > 0 && text.length < 60)
          assert.equal(hits[0]?.objectId, 'any')
        for (const hit of hits)
          assert.equal(hit.title.pieces.map((piece) => piece.text).join(''), hit.title.text)
      }),
      { seed: 20261122, numRuns: 150 },
    )
  })
})

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      assert.equal(normalise(normalise(text)), normalise(text)),
    ),
    { seed: 20261122 },
  )
})

async function withDocuments(
  texts: Record<string, LocalText>,
  run: (as: () => Work) => Promise<void>,
): Promise<void> {
  await base.withRollback(async (kysely: Writer, database) => {
    await indexDocuments(
      kysely,
      Object.entries(texts).map(([id, title]) => document(id, { title })),
    )
    await run(() => workOn(database, { kind: 'public' }))
  })
}

function document(objectId: string, rest: Partial<SearchDocument> = {}): SearchDocument {
  return {
    kind: 'course',
    objectId,
    visibility: { to: 'public' },
    title: { en: `alpha ${objectId}` },
    href: `/courses/${objectId}`,
    ...rest,
  }
}

function holder(personId: string, role?: string, organisationId: string | null = null): Actor {
  const grant = {
    role: role ?? '',
    organisationId,
    programmeId: null,
    objectId: null,
    via: 'appointment' as const,
  }
  return { kind: 'person', personId, grants: role === undefined ? [] : [grant] }
}

function workOn(
  database: Parameters<typeof createWorkRunner>[0],
  actor: Actor,
  language: Language = 'en',
): Work {
  return createWorkRunner(database, {
    append: async () => {},
    decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
  }).reading({ actor, now, language })
}

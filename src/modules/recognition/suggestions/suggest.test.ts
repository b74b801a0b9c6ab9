import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CatalogueCourse, indexCatalogue } from './catalogue-index.ts'
import type { Knowledge } from './knowledge.ts'
import { type HostCourse, learn, type Precedent } from './learned.ts'
import { suggest } from './suggest.ts'
import { learnDictionary } from './translation.ts'

const seed = 20_261_125

function course(code: string, en: string, more: Partial<CatalogueCourse> = {}): CatalogueCourse {
  return { code, titles: { en }, credit: 3, ...more }
}

function asked(en: string, more: Partial<HostCourse> = {}): HostCourse {
  return { institution: 'host', code: '', titles: en === '' ? {} : { en }, credit: null, ...more }
}

function knowledgeOf(
  courses: readonly CatalogueCourse[],
  precedents: readonly Precedent[] = [],
  pairs: readonly (readonly [string, string])[] = [],
): Knowledge {
  const index = indexCatalogue(courses)
  return { index, learned: learn(index, precedents), dictionary: learnDictionary(pairs) }
}

const catalogue = [
  course('CS1010', 'Programming Methodology'),
  course('CS2040', 'Data Structures and Algorithms'),
  course('CS2105', 'Introduction to Computer Networks'),
  course('CS3243', 'Introduction to Artificial Intelligence'),
  course('MA1102', 'Calculus I'),
  course('MA1103', 'Calculus II'),
  course('MA2101', 'Linear Algebra II'),
  course('ST2131', 'Probability'),
  course('LS3265', 'Entomology'),
  course('EC1301', 'Principles of Economics'),
  course('BM2100', 'Supply Chain Management'),
]

const codesFor = (knowledge: Knowledge, host: HostCourse, most = 3) =>
  suggest(knowledge, host, most).map(({ code }) => code)

describe('suggestions of home courses', () => {
  const found: [string, string, string][] = [
    ['the same title', 'Linear Algebra II', 'MA2101'],
    ['capitals and marks', 'DATA STRUCTURES & ALGORITHMS', 'CS2040'],
    ['another order and form of the words', 'Algorithms and Data Structure', 'CS2040'],
    ['an abbreviation', 'Intro to Comp. Networks', 'CS2105'],
    ['letters left out', 'Supply Chn Mgmt', 'BM2100'],
    ['a slip', 'Artifical Inteligence', 'CS3243'],
    ['a title cut off', 'Introduction to Artificial Int', 'CS3243'],
    ['the number of a sequence', 'Calculus 2', 'MA1103'],
    ['a Roman number run into the word', 'CalculusII', 'MA1103'],
    ['words of one field', 'Insects and Society', 'LS3265'],
    ['the same family of words', 'Probabilistic Methods', 'ST2131'],
    ['a French title', 'Principes d’économie', 'EC1301'],
  ]
  for (const [what, title, code] of found) {
    test(`are found by ${what}: ${title}`, () => {
      assert.equal(codesFor(knowledgeOf(catalogue), asked(title))[0], code)
    })
  }

  test('a title of every catalogue stands first for itself', () => {
    const knowledge = knowledgeOf(catalogue)
    for (const { code, titles } of catalogue) {
      assert.equal(codesFor(knowledge, asked(titles['en']!))[0], code)
    }
    const words = fc.constantFrom('soil', 'water', 'law', 'theory', 'media', 'history', 'optics')
    const title = fc
      .uniqueArray(words, { minLength: 1, maxLength: 4 })
      .map((each) => each.join(' '))
    fc.assert(
      fc.property(
        fc.uniqueArray(title, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (titles, at) => {
          // Two titles of the same words are the same title.
          const own = titles[at % titles.length]!
          const sorted = (text: string) => text.split(' ').sort().join(' ')
          const rivals = titles.filter((each) => each !== own && sorted(each) === sorted(own))
          const pool = titles
            .filter((each) => !rivals.includes(each))
            .map((each, place) => course(`X${place}`, each))
          const wanted = pool.find((each) => each.titles['en'] === own)!
          const [first] = suggest(knowledgeOf(pool), asked(own), 1)
          assert.equal(first?.code, wanted.code)
          assert.equal(first?.reasons[0]?.kind, 'same-title')
        },
      ),
      { seed, numRuns: 60 },
    )
  })

  test('the weights of all reasons add up to the score', () => {
    const precedents = [
      { host: asked('Networking', { code: 'EE305' }), homeCode: 'CS2105' },
      { host: asked('Calculus A', { code: 'MATH101' }), homeCode: 'MA1102' },
    ]
    const knowledge = knowledgeOf(catalogue, precedents)
    const hosts = [
      asked('Calculus B', { code: 'MATH102', credit: 3 }),
      asked('Computer Communication Networks', { code: 'EE3021' }),
      asked('', { code: 'MATH 103' }),
      asked('Calculus 2'),
    ]
    for (const host of hosts) {
      const suggestions = suggest(knowledge, host, 20)
      assert.ok(suggestions.length > 0)
      for (const { score, reasons } of suggestions) {
        const sum = reasons.reduce((total, reason) => total + reason.weight, 0)
        assert.ok(Math.abs(sum - score) < 1e-9, `${sum} is not ${score}`)
      }
    }
  })

  test('asking twice, and from knowledge made twice, gives the same', () => {
    const precedents = [{ host: asked('Networking', { code: 'EE305' }), homeCode: 'CS2105' }]
    const host = asked('Networks II', { code: 'EE306' })
    const once = suggest(knowledgeOf(catalogue, precedents), host, 5)
    assert.deepEqual(suggest(knowledgeOf(catalogue, precedents), host, 5), once)
  })

  test('a course that shares nothing with the question leaves the order of the others as it was', () => {
    // What it may change are weights: it makes every word of the others rarer, and all of them alike.
    const hosts = ['Algorithms', 'Calculus', 'Networks and Programming'].map((each) => asked(each))
    const stranger = course('ZZ9999', 'Viticulture Oenology')
    for (const host of hosts) {
      const before = codesFor(knowledgeOf(catalogue), host, 3)
      const after = codesFor(knowledgeOf([...catalogue, stranger]), host, 12)
      assert.deepEqual(
        after.filter((code) => before.includes(code)),
        before,
      )
    }
  })

  test('nothing is suggested where nothing speaks for it', () => {
    assert.deepEqual(suggest(knowledgeOf([]), asked('Calculus'), 5), [])
    assert.deepEqual(suggest(knowledgeOf(catalogue), asked(''), 5), [])
    assert.deepEqual(codesFor(knowledgeOf(catalogue), asked('Xylophone')), [])
    assert.deepEqual(suggest(knowledgeOf([course('A1', '')]), asked('Calculus'), 5), [])
  })

  test('hostile titles are read, and cost no more than their first part', () => {
    const knowledge = knowledgeOf([
      ...catalogue,
      course('RTL1', '\u202Esulucla\u202C \u0000C\u200Balculus\u0007 III'),
    ])
    const hostile = [
      'Calculus I\u202E\u0000\u0007',
      `Calculus I ${'very '.repeat(100_000)}`,
      `${'𝕮'.repeat(5000)}`,
      '\uD800 Calculus I \uDFFF',
      '𝐂alculus Ⅰ',
      '(((((((((((((((((((a+)+)+)+',
      'ก'.repeat(20_000),
    ]
    for (const title of hostile) {
      for (const each of suggest(knowledge, asked(title, { code: title }), 5)) {
        assert.ok(Number.isFinite(each.score))
      }
    }
    assert.equal(codesFor(knowledge, asked('Calculus I\u202E\u0000\u0007'))[0], 'MA1102')
    assert.equal(codesFor(knowledge, asked('𝐂alculus Ⅰ'))[0], 'MA1102')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
        suggest(knowledge, asked(title, { code: title }), 3)
        suggest(knowledgeOf([course(title, title)]), asked(title), 3)
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('what decisions teach', () => {
  const precedents: Precedent[] = [
    { host: asked('Foundations of Insects', { code: 'ENT210' }), homeCode: 'LS3265' },
    { host: asked('Bee Keeping', { code: 'ENT220', institution: 'other' }), homeCode: 'LS3265' },
  ]

  test('a decided course is suggested again, and says so', () => {
    const [first] = suggest(
      knowledgeOf(catalogue, precedents),
      asked('Something else', { code: 'ent 210' }),
      3,
    )
    assert.equal(first?.code, 'LS3265')
    assert.deepEqual(
      first?.reasons.filter(({ kind }) => kind === 'decided'),
      [{ kind: 'decided', decisions: 1, weight: 8 }],
    )
  })

  test('a title decided for another host speaks for the course', () => {
    const [first] = suggest(knowledgeOf(catalogue, precedents), asked('Bee Keeping'), 3)
    assert.equal(first?.code, 'LS3265')
    const reason = first?.reasons.find(({ kind }) => kind === 'decided-title')
    assert.deepEqual(reason && 'institution' in reason && reason.institution, 'other')
  })

  test('the order of numbers is kept, and the reason names the pair', () => {
    const decided = [
      { host: asked('', { code: 'MATH 3A' }), homeCode: 'MA1102' },
      { host: asked('', { code: 'MATH 6' }), homeCode: 'MA2101' },
    ]
    const [first] = suggest(knowledgeOf(catalogue, decided), asked('', { code: 'MATH 3B' }), 1)
    assert.equal(first?.code, 'MA1103')
    assert.deepEqual(
      first?.reasons.find(({ kind }) => kind === 'order') && {
        ...first.reasons.find(({ kind }) => kind === 'order'),
        weight: 0,
      },
      { kind: 'order', hostCode: 'MATH 3A', homeCode: 'MA1102', weight: 0 },
    )
  })

  test('decisions about courses that the catalogue no longer has teach nothing', () => {
    const gone = [{ host: asked('Calculus', { code: 'M1' }), homeCode: 'GONE1' }]
    assert.deepEqual(
      suggest(knowledgeOf(catalogue, gone), asked('Calculus'), 5),
      suggest(knowledgeOf(catalogue), asked('Calculus'), 5),
    )
  })
})

describe('suggestions across languages', () => {
  const pairs: [string, string][] = [
    ['จุลชีววิทยา', 'Microbiology'],
    ['จุลชีววิทยาทางอาหาร', 'Food Microbiology'],
    ['เคมีอาหาร', 'Food Chemistry'],
    ['เคมีอินทรีย์', 'Organic Chemistry'],
    ['กฎหมายระหว่างประเทศ', 'International Law'],
    ['กฎหมายอาญา', 'Criminal Law'],
    ['การตลาดระหว่างประเทศ', 'International Marketing'],
    ['การตลาดดิจิทัล', 'Digital Marketing'],
  ]
  const home = [
    course('FD1', 'Chemistry of Food'),
    course('LW1', 'Criminal Procedure'),
    course('MK1', 'Global Marketing'),
    course('MB1', 'Clinical Microbiology'),
  ]

  test('paired titles are the dictionary, and the reason says which words and from how many', () => {
    const knowledge = knowledgeOf(home, [], pairs)
    const inThai = (th: string) => ({ ...asked(''), titles: { th } })
    assert.equal(codesFor(knowledge, inThai('เคมีของอาหาร'))[0], 'FD1')
    assert.equal(codesFor(knowledge, inThai('กฎหมายวิธีพิจารณาความอาญา'))[0], 'LW1')
    const [first] = suggest(knowledge, inThai('จุลชีววิทยาคลินิก'), 1)
    assert.equal(first?.code, 'MB1')
    const reason = first?.reasons.find(({ kind }) => kind === 'translation')
    assert.ok(reason && 'pair' in reason && 'titles' in reason)
    assert.deepEqual([reason.pair.home, reason.titles], ['microbiology', 2])
  })

  test('without any paired title a loan word is known by its sound, and nothing else is made up', () => {
    const knowledge = knowledgeOf([course('CE1', 'Concrete'), course('CE2', 'Timber')])
    assert.deepEqual(codesFor(knowledge, { ...asked(''), titles: { th: 'คอนกรีต' } }), ['CE1'])
    assert.deepEqual(codesFor(knowledge, { ...asked(''), titles: { ko: '콘크리트' } }), ['CE1'])
    assert.deepEqual(codesFor(knowledge, { ...asked(''), titles: { 'zh-Hans': '木材' } }), [])
  })

  test('a catalogue in one other language is searched in its own', () => {
    const thai = [
      { code: 'T1', titles: { th: 'เคมีอินทรีย์' }, credit: 3 },
      { code: 'T2', titles: { th: 'กฎหมายอาญา' }, credit: 3 },
    ]
    assert.equal(
      codesFor(knowledgeOf(thai), { ...asked(''), titles: { th: 'กฎหมายอาญา' } })[0],
      'T2',
    )
    assert.equal(codesFor(knowledgeOf(thai, [], pairs), asked('Organic Chemistry'))[0], 'T1')
  })
})

test('fifty thousand courses stay within a bounded index', () => {
  const fields = ['soil', 'water', 'law', 'media', 'optics', 'trade', 'history', 'fluid', 'music']
  const kinds = ['theory', 'design', 'analysis', 'laboratory', 'policy', 'methods', 'seminar']
  const courses = Array.from({ length: 50_000 }, (_, at) =>
    course(
      `${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(65 + (at % 19))}${1000 + at}`,
      `${fields[at % 9]} ${kinds[at % 7]} topic${at % 4999} ${at % 12}`,
    ),
  )
  const knowledge = knowledgeOf(courses)
  const { index } = knowledge
  assert.equal(index.documents.length, 50_000)
  assert.ok(index.vocabulary.words.length < 5100)
  // One posting for each word of each title, and nothing that grows faster than the titles.
  assert.ok(index.postings.length <= 200_000)
  const [first] = suggest(knowledge, asked(`optics analysis topic1234`), 1)
  assert.ok(first)
  assert.match(index.courses[first.course]!.code, /^[A-Z]{2}\d+$/)
  assert.ok(suggest(knowledge, asked('law'), 10).length === 10)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  type CopyState,
  earliestLastYear,
  endsByConsent,
  isConcluded,
  stateOf,
  textFaults,
} from './agreement.ts'
import { adoptDifferences, compareTexts } from './compare.ts'
import {
  type AgreementText,
  type Condition,
  conditionFaults,
  conditionKinds,
  eachPartner,
  pairsOf,
} from './conditions.ts'
import { answersQuestion } from './quotas.ts'

const base: Condition = {
  key: 'k1',
  kind: 'study',
  sending: 'au',
  receiving: 'pku',
  sendingUnit: '',
  receivingUnit: '',
  firstYear: '2026/2027',
  lastYear: '2028/2029',
  seats: 3,
  shared: false,
  amount: '15',
  fields: [{ code: '0211', clarification: '' }],
  languages: [{ language: 'en', level: 'B2' }],
  levels: [6, 7],
  blended: false,
  terms: '',
}
const partners = { ids: ['au', 'pku', 'ruc'], unitOwners: new Map([['arts', 'pku']]) }

describe('what is wrong with a condition', () => {
  const cases: [string, Partial<Condition>, object][] = [
    ['nothing', {}, {}],
    ['a partner of another agreement', { sending: 'mit' }, { sending: 'partner' }],
    ['from and to the same', { receiving: 'au' }, { receiving: 'same-partner' }],
    ['each to each', { sending: eachPartner, receiving: eachPartner }, {}],
    ['a pool of one pair', { shared: true }, { shared: 'pool-of-one' }],
    ['a pool', { shared: true, receiving: eachPartner }, {}],
    ['a unit of the wrong side', { sendingUnit: 'arts' }, { sendingUnit: 'unit' }],
    ['a unit that is elsewhere', { sendingUnit: 'unknown-here' }, {}],
    ['no seats', { seats: 0 }, { seats: 'seats' }],
    ['half a seat', { seats: 1.5 }, { seats: 'seats' }],
    ['no year', { firstYear: '' }, { firstYear: 'year' }],
    ['years turned round', { lastYear: '2024/2025' }, { lastYear: 'years-turned' }],
    ['too many years', { lastYear: '2046/2047' }, { lastYear: 'years-many' }],
    ['no months', { amount: '0' }, { amount: 'amount' }],
    ['three decimals', { amount: '1.234' }, { amount: 'amount' }],
    [
      'three digits of ISCED',
      { fields: [{ code: '021', clarification: '' }] },
      { fields: 'field' },
    ],
    ['study without a language', { languages: [] }, { languages: 'language-missing' }],
    ['traineeship without a language', { kind: 'traineeship', languages: [] }, {}],
    [
      'a level that CEFR has not',
      { languages: [{ language: 'en', level: 'D1' }] },
      { languages: 'language' },
    ],
    ['EQF 9', { levels: [9] }, { levels: 'levels' }],
    ['EQF of teachers', { kind: 'teaching' }, { levels: 'levels-of-staff' }],
    [
      'blended teachers',
      { kind: 'training', levels: [], blended: true },
      { blended: 'blended-staff' },
    ],
  ]
  for (const [name, change, faults] of cases) {
    test(name, () => assert.deepEqual(conditionFaults({ ...base, ...change }, partners), faults))
  }

  test('a framework has terms alone, an agreement at least one condition', () => {
    assert.deepEqual(textFaults('framework', { terms: ' ', conditions: [base] }, partners), {
      terms: 'terms-missing',
      conditions: 'of-framework',
      rows: [],
    })
    assert.deepEqual(
      textFaults('agreement', { terms: '', conditions: [] }, partners).conditions,
      'none',
    )
  })
})

const condition: fc.Arbitrary<Condition> = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fc.constantFrom(...conditionKinds),
  sending: fc.constantFrom('au', 'pku'),
  receiving: fc.constantFrom('ruc', eachPartner),
  sendingUnit: fc.constantFrom('', 'arts'),
  receivingUnit: fc.constant(''),
  firstYear: fc.constant('2026/2027'),
  lastYear: fc.constantFrom('2027/2028', '2028/2029'),
  seats: fc.integer({ min: 1, max: 5 }),
  shared: fc.boolean(),
  amount: fc.constantFrom(null, '5', '5.0', '7.5'),
  fields: fc.constantFrom<Condition['fields'][]>([], [{ code: '0211', clarification: 'x' }]),
  languages: fc.constantFrom<Condition['languages'][]>(
    [],
    [{ language: 'en', level: 'B2' }],
    [{ language: 'EN', level: 'B2' }],
  ),
  levels: fc.constantFrom<number[][]>([], [6, 7], [7, 6]),
  blended: fc.boolean(),
  terms: fc.constantFrom('', 'a', ' a '),
})
const text: fc.Arbitrary<AgreementText> = fc.record({
  terms: fc.constantFrom('', 'x', 'y'),
  conditions: fc.uniqueArray(condition, { maxLength: 5, selector: ({ key }) => key }),
})
const settings = { seed: 20261126, numRuns: 400 }

describe('two copies compared', () => {
  test('equal meanings in other writing are no difference', () => {
    const other = {
      ...base,
      key: 'another',
      amount: '15.00',
      languages: [{ language: 'EN', level: 'B2' }],
      levels: [7, 6],
    }
    assert.deepEqual(
      compareTexts({ terms: 'a  b', conditions: [base] }, { terms: 'a b', conditions: [other] }),
      [],
    )
  })

  test('each differing field is told, and conditions that only one has', () => {
    const theirs = { ...base, seats: 2, languages: [{ language: 'fr', level: 'B1' }] }
    const extra = { ...base, key: 'k2', kind: 'teaching' as const, levels: [] }
    const found = compareTexts(
      { terms: '', conditions: [base] },
      { terms: 't', conditions: [theirs, extra] },
    )
    assert.deepEqual(
      found.map(({ id }) => id),
      ['terms', 'k1:seats', 'k1:languages', 'theirs:k2'],
    )
  })

  test('a copy does not differ from itself, and a difference is one from either side', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.deepEqual(compareTexts(one, one), [])
        assert.equal(compareTexts(one, other).length, compareTexts(other, one).length)
      }),
      settings,
    )
  })

  test('adopting everything leaves no difference, adopting nothing changes nothing', () => {
    fc.assert(
      fc.property(text, text, (ours, theirs) => {
        const all = new Set(compareTexts(ours, theirs).map(({ id }) => id))
        assert.deepEqual(compareTexts(adoptDifferences(ours, theirs, all), theirs), [])
        assert.deepEqual(compareTexts(adoptDifferences(ours, theirs, new Set()), ours), [])
      }),
      settings,
    )
  })

  test('adopting a part leaves exactly the rest', () => {
    const theirs = { ...base, seats: 2, blended: true }
    const ours = { terms: '', conditions: [base] }
    const adopted = adoptDifferences(
      ours,
      { terms: '', conditions: [theirs] },
      new Set(['k1:seats']),
    )
    assert.deepEqual(
      compareTexts(adopted, { terms: '', conditions: [theirs] }).map(({ id }) => id),
      ['k1:blended'],
    )
  })
})

describe('where an agreement stands', () => {
  const copy = (organisationId: string, change: Partial<CopyState> = {}): CopyState => ({
    organisationId,
    sent: { versionId: `v-${organisationId}`, text: { terms: '', conditions: [base] } },
    agreedVersionId: null,
    approvedBy: [],
    ...change,
  })

  test('it is concluded only when every copy is approved by every other and all say the same', () => {
    const [au, pku] = [copy('au', { approvedBy: ['pku'] }), copy('pku', { approvedBy: ['au'] })]
    assert(isConcluded([au, pku]))
    assert(!isConcluded([au, { ...pku, approvedBy: [] }]))
    assert(!isConcluded([au, { ...pku, sent: null }]))
    assert(!isConcluded([au, pku, copy('ruc', { approvedBy: ['au', 'pku'] })]))
    const other = { versionId: 'x', text: { terms: 'more', conditions: [base] } }
    assert(!isConcluded([au, { ...pku, sent: other }]))
    assert(!isConcluded([au]))
  })

  test('what was agreed stays in force while a change is discussed', () => {
    assert.equal(stateOf([copy('au', { sent: null }), copy('pku', { sent: null })]), 'draft')
    assert.equal(stateOf([copy('au'), copy('pku', { sent: null })]), 'proposed')
    const agreed = [
      copy('au', { agreedVersionId: 'v-au' }),
      copy('pku', { agreedVersionId: 'v-pku' }),
    ]
    assert.equal(stateOf(agreed), 'in-force')
    assert.equal(stateOf([agreed[0]!, copy('pku', { agreedVersionId: 'earlier' })]), 'changing')
  })

  test('leaving alone takes a notice of one academic year', () => {
    assert.equal(earliestLastYear('2026/2027'), '2027/2028')
    assert(endsByConsent('2026/2027', '2026/2027'))
    assert(!endsByConsent('2027/2028', '2026/2027'))
    assert(endsByConsent('2026/2026', '2026/2026'))
  })
})

describe('seats of a pair in a year', () => {
  const ids = ['au', 'pku', 'ruc']
  const ask = { sending: 'au', receiving: 'pku', year: '2027/2028' }

  test('each to each is every ordered pair', () => {
    const pairs = pairsOf({ sending: eachPartner, receiving: eachPartner }, ids)
    assert.equal(pairs.length, 6)
    assert(pairs.every(({ sending, receiving }) => sending !== receiving))
  })

  const cases: [string, Partial<Condition>, object, boolean][] = [
    ['in a year of it', {}, {}, true],
    ['before it', {}, { year: '2025/2026' }, false],
    ['after it', {}, { year: '2029/2030' }, false],
    ['in the other direction', {}, { sending: 'pku', receiving: 'au' }, false],
    ['of another kind', {}, { kind: 'teaching' }, false],
    ['at a level of it', {}, { level: 6 }, true],
    ['at another level', {}, { level: 8 }, false],
    ['where it names no level', { levels: [] }, { level: 8 }, true],
    ['in its field', {}, { field: '0211' }, true],
    ['in another field', {}, { field: '0311' }, false],
    [
      'in a field of its broad field',
      { fields: [{ code: '0200', clarification: '' }] },
      { field: '0213' },
      true,
    ],
    ['where it names no field', { fields: [] }, { field: '0311' }, true],
  ]
  for (const [name, change, question, expected] of cases) {
    test(name, () =>
      assert.equal(answersQuestion({ ...base, ...change }, ids, { ...ask, ...question }), expected),
    )
  }
})

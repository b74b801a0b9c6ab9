import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fieldGroups } from '../consent-schema.ts'
import { clauseKinds } from '../transfer-schema.ts'
import { type BasisQuestion, findBasis } from './basis.ts'
import { lawRows, nextThreshold, waysFor } from './law.ts'
import { isSensitive } from './sensitive.ts'

const nothing: BasisQuestion = {
  from: 'TH',
  to: 'CN',
  on: '2026-11-22',
  groups: ['grades'],
  isSensitive: false,
  clauses: [],
  counts: { persons: 1, sensitive: 0 },
  hasConsent: false,
  contract: null,
  isTransit: false,
}

const clause = (kind: (typeof clauseKinds)[number]) => ({ clauses: [{ id: kind, kind }] })

describe('the basis of a transfer', () => {
  const cases: [
    what: string,
    question: Partial<BasisQuestion>,
    basis: string | null,
    article?: string,
  ][] = [
    ['nothing from Thailand', {}, null],
    ['consent from Thailand', { hasConsent: true }, 'consent', 'PDPA s. 28(2)'],
    ['model clauses from Thailand', clause('model-clauses'), 'clauses', 'PDPA s. 29'],
    ['a contract from Thailand', { contract: 'application' }, 'contract', 'PDPA s. 28(3)'],
    ['China, few, ordinary, with consent', { from: 'CN', to: 'TH', hasConsent: true }, 'exemption'],
    ['China, few, without consent', { from: 'CN', to: 'TH' }, null],
    [
      'China, one sensitive, consent alone',
      {
        from: 'CN',
        to: 'TH',
        hasConsent: true,
        isSensitive: true,
        counts: { persons: 1, sensitive: 1 },
      },
      null,
    ],
    [
      'China, one sensitive, standard contract',
      {
        from: 'CN',
        to: 'TH',
        hasConsent: true,
        isSensitive: true,
        counts: { persons: 1, sensitive: 1 },
        ...clause('standard-contract'),
      },
      'clauses',
      'PIPL 38(1)(2)-(3), 39; CAC 2024 Art. 8',
    ],
    [
      'China, standard contract without separate consent',
      { from: 'CN', to: 'TH', ...clause('standard-contract') },
      null,
    ],
    [
      'China, 99,999 people',
      { from: 'CN', to: 'TH', hasConsent: true, counts: { persons: 99_999, sensitive: 0 } },
      'exemption',
    ],
    [
      'China, 100,000 people',
      { from: 'CN', to: 'TH', hasConsent: true, counts: { persons: 100_000, sensitive: 0 } },
      null,
    ],
    [
      'China, 1,000,000 people, standard contract',
      {
        from: 'CN',
        to: 'TH',
        hasConsent: true,
        counts: { persons: 1_000_000, sensitive: 0 },
        ...clause('standard-contract'),
      },
      null,
    ],
    [
      'China, 1,000,000 people, assessment',
      {
        from: 'CN',
        to: 'TH',
        hasConsent: true,
        counts: { persons: 1_000_000, sensitive: 0 },
        ...clause('assessment'),
      },
      'clauses',
    ],
    [
      'China, 10,000 sensitive, standard contract',
      {
        from: 'CN',
        to: 'TH',
        hasConsent: true,
        isSensitive: true,
        counts: { persons: 10_000, sensitive: 10_000 },
        ...clause('standard-contract'),
      },
      null,
    ],
    [
      'China, European clauses',
      { from: 'CN', to: 'FR', hasConsent: false, ...clause('scc') },
      null,
    ],
    ['China, contract', { from: 'CN', to: 'TH', contract: 'application' }, 'contract'],
    ['Korea to France', { from: 'KR', to: 'FR' }, 'adequacy', 'PIPA 28-8(1)5'],
    ['Korea to France before the recognition', { from: 'KR', to: 'FR', on: '2025-09-15' }, null],
    [
      'Korea to France, identity document',
      { from: 'KR', to: 'FR', groups: ['identity-document'] },
      null,
    ],
    ['Korea to Thailand', { from: 'KR', to: 'TH' }, null],
    ['Korea to Thailand, consent', { from: 'KR', to: 'TH', hasConsent: true }, 'consent'],
    ['France to Korea', { from: 'FR', to: 'KR' }, 'adequacy'],
    ['France to Korea before the decision', { from: 'FR', to: 'KR', on: '2021-12-16' }, null],
    ['France to China', { from: 'FR', to: 'CN' }, null],
    ['France to China, SCC', { from: 'FR', to: 'CN', ...clause('scc') }, 'clauses'],
    ['France to Germany', { from: 'FR', to: 'DE' }, null],
    ['Thailand to Thailand', { to: 'TH' }, null],
    ['Thailand to Thailand, consent', { to: 'TH', hasConsent: true }, 'consent'],
    ['Brazil to Thailand, agreement', { from: 'BR', to: 'TH', ...clause('agreement') }, 'clauses'],
    ['transit', { isTransit: true }, 'transit'],
  ]
  for (const [what, question, basis, article] of cases) {
    test(what, () => {
      const verdict = findBasis({ ...nothing, ...question })
      assert.equal(verdict.basis, basis)
      if (article) assert.equal(verdict.basis && verdict.article, article)
    })
  }

  const countries = fc.constantFrom('TH', 'CN', 'KR', 'FR', 'DE', 'BR', 'US')
  const question = fc.record({
    from: countries,
    to: countries,
    on: fc.constantFrom('2022-01-01', '2024-04-01', '2026-11-22'),
    groups: fc.subarray([...fieldGroups], { minLength: 1 }),
    isSensitive: fc.boolean(),
    clauses: fc.subarray(clauseKinds.map((kind) => ({ id: kind, kind }))),
    counts: fc.record({ persons: fc.nat(2_000_000), sensitive: fc.nat(20_000) }),
    hasConsent: fc.boolean(),
    contract: fc.constantFrom(null, 'application'),
    isTransit: fc.boolean(),
  })

  test('with nothing in hand is only ever a recognition by law', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const bare = { ...asked, clauses: [], hasConsent: false, contract: null, isTransit: false }
        assert.ok([null, 'adequacy'].includes(findBasis(bare).basis))
      }),
      { seed: 20261126 },
    )
  })

  test('never rests on a document that is not there, and more in hand never closes a way', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const verdict = findBasis(asked)
        if (verdict.basis === 'clauses')
          assert.ok(asked.clauses.some(({ id }) => id === verdict.clauseId))
        if (verdict.basis === 'consent') assert.ok(asked.hasConsent)
        if (verdict.basis === null) return
        const more = findBasis({ ...asked, hasConsent: true, contract: asked.contract ?? 'x' })
        assert.notEqual(more.basis, null)
      }),
      { seed: 20261126 },
    )
  })
})

describe('the table of law', () => {
  test('has one row for every two countries on a day, special ones before general ones', () => {
    for (const from of ['TH', 'CN', 'KR', 'FR', 'BR']) {
      for (const to of ['TH', 'CN', 'KR', 'FR', 'BR']) {
        assert.ok(waysFor(from, to, '2026-11-22').length > 0, `${from} to ${to}`)
      }
    }
    assert.ok(lawRows.every(({ since, until }) => until === null || since < until))
  })

  test('warns of the next number only', () => {
    assert.equal(nextThreshold('CN', '2026-01-01', 'persons', 99_999)?.at, 100_000)
    assert.equal(nextThreshold('CN', '2026-01-01', 'persons', 100_000)?.at, 1_000_000)
    assert.equal(nextThreshold('CN', '2026-01-01', 'sensitive', 0)?.at, 1)
    assert.equal(nextThreshold('CN', '2023-01-01', 'persons', 5), null)
    assert.equal(nextThreshold('TH', '2026-01-01', 'persons', 5), null)
  })

  test('calls a bank account sensitive in China and not in Thailand', () => {
    assert.ok(isSensitive('finance', 'CN', '2026-01-01'))
    assert.ok(!isSensitive('finance', 'TH', '2026-01-01'))
    assert.ok(
      isSensitive('finance', 'BR', '2026-01-01'),
      'where no law is known the strictest counts',
    )
    assert.ok(isSensitive('identity-document', 'KR', '2026-01-01'))
  })
})

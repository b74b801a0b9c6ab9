import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { shippedPacks } from '../shipped.ts'
import { clearanceIn, hourCaps, mayRank, type Pack, type StayQuestion } from './clearance.ts'
import { packCountries, type Permit, readPacks, stayKinds } from './pack.ts'

const shipped = shippedPacks().flatMap((text) => {
  const read = readPacks(text)
  assert('packs' in read, JSON.stringify(read))
  return read.packs
})
const packs: Pack[] = shipped.map(({ version, ...pack }, place) => ({
  ...pack,
  id: String(place),
  number: version,
}))
const ask = (from: string, to: string, kind: StayQuestion['kind'], on = '2026-11-26') =>
  clearanceIn(packs, { from, to, kind, on })

const permit: Permit = {
  key: 'one',
  nature: 'visa',
  name: 'V',
  who: null,
  enrolledThere: null,
  stayDays: 90,
  extension: 'none',
  processing: null,
  hours: null,
  papers: [],
  insurance: null,
  note: null,
  sources: [],
}
const packOf = (given: Partial<Permit>, others: 'none' | 'unknown' = 'none'): Pack => ({
  id: 'p',
  from: 'TH',
  to: 'CN',
  kind: 'study',
  number: 1,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  text: { others, permits: [{ ...permit, ...given }] },
})
const question: StayQuestion = { from: 'TH', to: 'CN', kind: 'study', on: '2026-06-01' }

describe('the packs that come with the program', () => {
  test('stand in the format, each with sources for what it says and no fact without one', () => {
    assert(shipped.length > 25)
    for (const { from, to, kind, text } of shipped) {
      for (const each of text.permits) {
        const covered = new Set(each.sources.flatMap(({ covers }) => covers))
        const said = (
          ['stayDays', 'hours', 'processing', 'insurance', 'note', 'who'] as const
        ).filter((fact) => each[fact] !== null)
        const bare = said.filter((fact) => !covered.has(fact))
        assert.deepEqual(bare, [], `${from}-${to} ${kind} ${each.key}`)
      }
    }
  })

  test('a student of Thailand who interns in China needs the annotation, and enrolment there', () => {
    const clearance = ask('TH', 'CN', 'internship')
    const enrolled = mayRank(clearance, { enrolledThere: true })
    assert.equal(enrolled.verdict, 'conditions')
    assert.deepEqual(
      enrolled.permits.map(({ key }) => key),
      ['annotation'],
    )
    assert.equal(mayRank(clearance, { enrolledThere: false }).verdict, 'unknown')
  })

  test('a week in China without a visa is open to Thai visitors, and a pack that is over is not known', () => {
    assert.equal(mayRank(ask('TH', 'CN', 'visit'), { days: 7 }).verdict, 'yes')
    assert.equal(mayRank(ask('TH', 'CN', 'visit'), { days: 31 }).verdict, 'unknown')
    const over = ask('FR', 'CN', 'visit', '2027-01-01')
    assert.equal(over.state, 'expired')
    assert.equal(mayRank(over, { days: 7 }).verdict, 'unknown')
  })

  test('hours in Korea follow level and language, those in France the year', () => {
    const korea = ask('TH', 'KR', 'study')
    const caps = (meant: Parameters<typeof hourCaps>[1]) =>
      hourCaps(korea, meant)?.map(({ hours, per }) => [hours, per])
    assert.deepEqual(caps({ level: 'undergraduate' }), [[10, 'week']])
    assert.deepEqual(caps({ level: 'graduate', provesLanguage: true }), [[35, 'week']])
    assert.deepEqual(
      hourCaps(ask('TH', 'FR', 'study'))?.map(({ hours, per }) => [hours, per]),
      [[964, 'year']],
    )
    assert.equal(hourCaps(ask('CN', 'TH', 'internship')), null)
  })

  test('a gap is not known, and one’s own country needs nothing', () => {
    assert.equal(ask('CN', 'KR', 'visit').state, 'unknown')
    assert.equal(mayRank(ask('CN', 'KR', 'visit')).verdict, 'unknown')
    assert.equal(mayRank(ask('TH', 'TH', 'internship')).verdict, 'yes')
  })
})

describe('which pack holds', () => {
  test('the newest that has begun, whatever the order of the rows', () => {
    const one = packOf({})
    const two = { ...one, id: 'q', number: 2, validFrom: '2026-05-01' }
    const later = { ...one, id: 'r', number: 3, validFrom: '2026-07-01' }
    for (const rows of [
      [one, two, later],
      [later, two, one],
    ]) {
      assert.equal(clearanceIn(rows, question).pack?.number, 2)
    }
    assert.equal(clearanceIn([one], { ...question, on: '2025-12-31' }).state, 'unknown')
  })

  test('a stay is refused only where no other way can be', () => {
    const tooLong = { days: 91 }
    const strict = clearanceIn([packOf({})], question)
    assert.equal(mayRank(strict, tooLong).verdict, 'no')
    const open = clearanceIn([packOf({}, 'unknown')], question)
    assert.equal(mayRank(open, tooLong).verdict, 'unknown')
    const extensible = clearanceIn([packOf({ extension: 'possible' })], question)
    assert.equal(mayRank(extensible, tooLong).verdict, 'conditions')
  })

  test('longer stays and more hours never make permitted what was not', () => {
    const rank = { yes: 0, conditions: 0, unknown: 1, no: 2 }
    fc.assert(
      fc.property(
        fc.constantFrom(...packCountries),
        fc.constantFrom(...packCountries),
        fc.constantFrom(...stayKinds),
        fc.nat(400),
        fc.nat(60),
        fc.nat(100),
        (from, to, kind, days, hoursPerWeek, more) => {
          const clearance = ask(from, to, kind)
          const less = mayRank(clearance, { days, hoursPerWeek }).verdict
          const greater = mayRank(clearance, {
            days: days + more,
            hoursPerWeek: hoursPerWeek + more,
          }).verdict
          assert(rank[less] <= rank[greater])
        },
      ),
      { seed: 7 },
    )
  })
})

describe('a file of packs', () => {
  const file = (change: (pack: Record<string, unknown>) => void) => {
    const whole = JSON.parse(shippedPacks()[0]!) as { packs: Record<string, unknown>[] }
    change(whole.packs[0]!)
    return readPacks(JSON.stringify(whole))
  }

  test('names the place that is wrong', () => {
    const faults = (change: (pack: Record<string, unknown>) => void) => {
      const read = file(change)
      return 'faults' in read ? read.faults.map(({ path }) => path) : []
    }
    assert.deepEqual(
      faults((pack) => (pack['validUntil'] = '2020-01-01')),
      ['packs.0.validUntil'],
    )
    assert.deepEqual(
      faults((pack) => (pack['hourCap'] = 20)),
      ['packs.0'],
    )
    assert.deepEqual(
      faults((pack) => (pack['from'] = ['CN'])),
      ['packs.0.from'],
    )
    assert.deepEqual(
      faults((pack) => ((pack['permits'] as { sources: unknown[] }[])[0]!.sources = [])),
      ['packs.0.permits.0.sources'],
    )
  })

  test('that is no JSON, or none of ours, is refused and never throws', () => {
    for (const text of ['', '{', '[]', 'null', '{"format":"weft-clearance/2","packs":[]}']) {
      assert('faults' in readPacks(text), text)
    }
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert('faults' in readPacks(text))
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

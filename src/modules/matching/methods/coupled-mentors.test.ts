import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import highs, { type LegacyHighs } from 'highs'
import { checkCoupled } from '../checks/coupled-mentors.ts'
import type { MentorKind, MentorRound } from '../rules/coupled-mentors.ts'
import { assignExactly } from './mentor-programme.ts'
import { settings } from '../rules/round.fixture.ts'
import { openRun } from './all.ts'
import { coupledMentors } from './coupled-mentors.ts'

const spoken = fc.subarray(['en', 'zh', 'th'], { minLength: 1, maxLength: 2 })

/** Small rounds: students, two mentors of each kind at most three seats, some pairs. */
const rounds = fc.integer({ min: 1, max: 4 }).chain((students) =>
  fc
    .record({
      languages: fc.array(spoken, { minLength: students, maxLength: students }),
      mentors: fc.tuple(
        ...(['academic', 'academic', 'industry', 'industry'] as const).map((kind, at) =>
          fc.record({
            id: fc.constant(`${kind}${at}`),
            kind: fc.constant<MentorKind>(kind),
            seats: fc.integer({ min: 0, max: 3 }),
            languages: spoken,
          }),
        ),
      ),
      costs: fc.array(fc.option(fc.nat(9)), { minLength: 4 * students, maxLength: 4 * students }),
    })
    .map(({ languages, mentors, costs }): MentorRound => {
      const applicants = languages.map((each, at) => ({ id: `s${at}`, languages: each }))
      const pairs = costs.flatMap((cost, at) => {
        if (cost === null) return []
        return [{ student: `s${Math.floor(at / 4)}`, mentor: mentors[at % 4]!.id, cost }]
      })
      return { applicants, mentors, pairs, outsideCost: 19 }
    }),
)

/** The least cost by trying every trio of every student. */
function leastCost(round: MentorRound): number {
  const left = new Map(round.mentors.map(({ id, seats }) => [id, seats]))
  const from = (who: number): number => {
    if (who === round.applicants.length) return 0
    const { id, languages } = round.applicants[who]!
    const options = (kind: MentorKind) => [
      { mentor: null, cost: round.outsideCost, languages },
      ...round.pairs.flatMap(({ student, mentor, cost }) => {
        const one = round.mentors.find((each) => each.id === mentor)!
        return student === id && one.kind === kind
          ? [{ mentor, cost, languages: one.languages }]
          : []
      }),
    ]
    let least = Infinity
    for (const a of options('academic')) {
      for (const b of options('industry')) {
        const share = languages.some(
          (each) => a.languages.includes(each) && b.languages.includes(each),
        )
        const taken = [a.mentor, b.mentor].filter((each) => each !== null)
        if (!share || taken.some((each) => left.get(each) === 0)) continue
        for (const each of taken) left.set(each, left.get(each)! - 1)
        least = Math.min(least, a.cost + b.cost + from(who + 1))
        for (const each of taken) left.set(each, left.get(each)! + 1)
      }
    }
    return least
  }
  return from(0)
}

describe('two mentors and a language that all three share', () => {
  test('never cost less than the bound, and no result of all does', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const run = coupledMentors.run(round) as unknown as { cost: number; bound: number }
        const least = leastCost(round)
        assert.ok(run.bound <= least && least <= run.cost, `${run.bound} ${least} ${run.cost}`)
        assert.equal(openRun(run)!.verify().proved, true)
      }),
      { ...settings, numRuns: 100 },
    )
  })

  test('have a bound at any prices, which none undercuts', () => {
    fc.assert(
      fc.property(rounds, fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }), (round, prices) => {
        const nobody = round.applicants.map(() => null)
        assert.ok(checkCoupled(round, nobody, nobody, prices).bound <= leastCost(round))
      }),
      { ...settings, numRuns: 100 },
    )
  })

  test('prove nothing once a mentor, a price, the cost or the bound was changed', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), (round, nat) => {
        const run = coupledMentors.run(round) as unknown as {
          result: (string | null)[]
          industry: (string | null)[]
          prices: number[]
          cost: number
          bound: number
        }
        const who = nat % run.result.length
        const at = nat % 4
        const changed = [
          { ...run, cost: run.cost - 1 },
          { ...run, bound: run.bound + 1 },
          { ...run, prices: run.prices.with(at, -1) },
          { ...run, prices: run.prices.with(at, 0.5) },
          { ...run, prices: run.prices.slice(1) },
          { ...run, result: run.result.with(who, round.mentors[2]!.id) },
          { ...run, industry: run.industry.with(who, 'nobody') },
          { ...run, industry: [] },
        ]
        for (const each of changed) assert.equal(openRun(each)!.verify().proved, false)
      }),
      { ...settings, numRuns: 100 },
    )
  })

  test('cost the least of all where the round is small, as trying every trio finds', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (round) => {
        const run = (await coupledMentors.runBest(round)) as unknown as { cost: number }
        assert.equal(run.cost, leastCost(round))
        assert.equal(openRun(run)!.verify().proved, true)
      }),
      { ...settings, numRuns: 60 },
    )
  })

  test('lie between bound and cost of the sequence where the whole is solved exactly', async () => {
    const round = drawn(30)
    const run = coupledMentors.run(round) as unknown as { cost: number; bound: number }
    const exact = (await coupledMentors.runBest(round)) as unknown as typeof run
    assert.ok(run.bound <= exact.cost && exact.cost <= run.cost)
    assert.equal(exact.bound, run.bound)
    const found = openRun(exact)!.verify()
    assert.equal(found.proved, true)
    const independent = await solvedApart(round)
    assert.equal(exact.cost, independent)
    assert.equal(openRun({ ...exact, cost: exact.cost - 1 })!.verify().proved, false)
  })

  test('are left to the sequence, with its gap, where no proof is found in time or the round is large', async () => {
    assert.equal(await assignExactly(drawn(120), 0), null)
    assert.equal(await assignExactly(drawn(302)), null)
    const large = await coupledMentors.runBest(drawn(302))
    assert.match(large.algorithm, /in sequence/)
    assert.equal(openRun(large)!.verify().proved, true)
  })

  test('are refused with everything that is wrong in the tables', () => {
    const wrong: MentorRound = {
      applicants: [
        { id: 's', languages: ['en'] },
        { id: 's', languages: [] },
      ],
      mentors: [
        { id: 'A', kind: 'academic', seats: 1.5, languages: [] },
        { id: 'B', kind: 'friend' as MentorKind, seats: 1, languages: [] },
      ],
      pairs: [
        { student: 's', mentor: 'A', cost: -1 },
        { student: 's', mentor: 'A', cost: 1 },
        { student: 's', mentor: 'nobody', cost: 1 },
      ],
      outsideCost: 3,
    }
    const keys = coupledMentors.faults(wrong).map(({ key }) => key)
    assert.deepEqual(keys, [
      'mentors.twice',
      'mentors.seats',
      'mentors.cost',
      'mentors.pair-twice',
      'mentors.unknown',
      'mentors.kind',
    ])
    const long = { id: 's'.repeat(201), languages: [] }
    const wordy: MentorRound = { ...wrong, applicants: [long], mentors: [], pairs: [] }
    const found = coupledMentors.faults(wordy)
    assert.deepEqual(
      found.map(({ key }) => key),
      ['input.long'],
    )
  })

  test('are explained by pair, language, trio and price', () => {
    const round: MentorRound = {
      applicants: [
        { id: 'มาลี', languages: ['th', 'en'] },
        { id: '王芳', languages: ['zh', 'en'] },
      ],
      mentors: [
        { id: 'A', kind: 'academic', seats: 1, languages: ['en'] },
        { id: 'B', kind: 'academic', seats: 2, languages: ['zh', 'th'] },
        { id: 'C', kind: 'industry', seats: 2, languages: ['en', 'zh'] },
        { id: 'D', kind: 'industry', seats: 0, languages: ['ko'] },
      ],
      pairs: [
        { student: 'มาลี', mentor: 'A', cost: 1 },
        { student: 'มาลี', mentor: 'B', cost: 0 },
        { student: 'มาลี', mentor: 'C', cost: 1 },
        { student: '王芳', mentor: 'A', cost: 1 },
        { student: '王芳', mentor: 'B', cost: 3 },
        { student: '王芳', mentor: 'C', cost: 1 },
        { student: '王芳', mentor: 'D', cost: 1 },
      ],
      outsideCost: 50,
    }
    const run = coupledMentors.run(round)
    assert.deepEqual(run.result, ['A', 'B'])
    const why = (student: string, mentor: string) =>
      coupledMentors.open(run)!.explain(student, mentor)[0]!.key
    assert.equal(why('มาลี', 'A'), 'mentors.has')
    assert.equal(why('มาลี', 'B'), 'mentors.no-trio')
    assert.equal(why('มาลี', 'D'), 'mentors.no-language')
    assert.equal(why('王芳', 'D'), 'mentors.no-language')
    assert.equal(why('王芳', 'A'), 'mentors.full')
  })
})

/** A round drawn by a fixed rule, tight and with few who speak English. */
function drawn(students: number): MentorRound {
  let state = 7
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  const languages = () =>
    ['zh', 'th', 'ko', 'fr', 'en'].filter((_, at) => next(at === 4 ? 3 : 4) === 0)
  const speaks = () => [...languages(), ['zh', 'th', 'ko', 'fr'][next(4)]!]
  const mentors = Array.from({ length: students / 2 }, (_, at) => ({
    id: `m${at}`,
    kind: at % 2 === 0 ? ('academic' as const) : ('industry' as const),
    seats: 4,
    languages: speaks(),
  }))
  const applicants = Array.from({ length: students }, (_, at) => ({
    id: `s${at}`,
    languages: speaks(),
  }))
  const pairs = applicants.flatMap(({ id }) =>
    mentors
      .filter(() => next(2) === 0)
      .map((mentor) => ({ student: id, mentor: mentor.id, cost: next(100) })),
  )
  return { applicants, mentors, pairs, outsideCost: 300 }
}

/** The least cost by a programme that was written apart from that of the product. */
async function solvedApart(round: MentorRound): Promise<number> {
  const solver = await (highs as unknown as () => Promise<LegacyHighs>)()
  return Math.round(solver.solve(programme(round)).ObjectiveValue)
}

/** The whole as a mixed integer programme: z says in which language a trio works, or that there is none. */
function programme({ applicants, mentors, pairs, outsideCost }: MentorRound): string {
  const costs: string[] = []
  const rows: string[] = []
  const binaries: string[] = []
  const seats = new Map<string, string[]>()
  for (const [who, { id, languages }] of applicants.entries()) {
    const none: string[] = []
    for (const kind of ['academic', 'industry'] as const) {
      const own = pairs.flatMap(({ student, mentor, cost }) => {
        const at = mentors.findIndex((each) => each.id === mentor)
        if (student !== id || mentors[at]!.kind !== kind) return []
        costs.push(`${cost} x${who}_${at}`)
        binaries.push(`x${who}_${at}`)
        seats.set(mentor, [...(seats.get(mentor) ?? []), `x${who}_${at}`])
        return [{ at, name: `x${who}_${at}` }]
      })
      costs.push(`${outsideCost} o${who}${kind}`)
      none.push(`o${who}${kind}`)
      binaries.push(`o${who}${kind}`)
      rows.push(`${[...own.map(({ name }) => name), `o${who}${kind}`].join(' + ')} = 1`)
      for (const language of languages) {
        const speak = own.filter(({ at }) => mentors[at]!.languages.includes(language))
        const sum = [...speak.map(({ name }) => name), `o${who}${kind}`].join(' + ')
        rows.push(`${sum} - z${who}${language} >= 0`)
      }
    }
    rows.push(`${languages.map((each) => `z${who}${each}`).join(' + ')} >= 1`)
    binaries.push(...languages.map((each) => `z${who}${each}`))
  }
  for (const { id, seats: own } of mentors) {
    if (seats.has(id)) rows.push(`${seats.get(id)!.join(' + ')} <= ${own}`)
  }
  return `Minimize\n ${costs.join('\n + ')}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${binaries.join('\n ')}\nEnd`
}

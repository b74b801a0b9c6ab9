import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { MentorKind, MentorRound } from '../rules/coupled-mentors.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { everyResult, settings, tiedRounds } from '../rules/round.fixture.ts'
import { openCertificate } from './all.ts'
import { coupledMentors } from './coupled-mentors.ts'
import type { Certified, Opened } from './method.ts'
import { fair, rankMaximal } from './one-sided.ts'
import { repairOf } from './repairs.ts'

type Result = readonly (string | null)[]

/** Repairs a run and opens the certificate, which proves itself. */
function repaired(run: Certified, withdrawn: Withdrawn): Opened {
  const { method, inputs } = repairOf(openCertificate(run)!, withdrawn)!
  assert.deepEqual(method.faults(inputs), [])
  const made = method.run(inputs)
  const opened = openCertificate(JSON.parse(JSON.stringify(made)))!
  assert.deepEqual(opened.run, made)
  assert.equal(opened.verify().proved, true, JSON.stringify(opened.verify()))
  return opened
}

const changedOf = (before: Result, after: Result, isOther: (who: number) => boolean) =>
  after.filter((place, who) => place !== before[who] && isOther(who)).length

/** What is compared first to last, the smaller the better, for each aim. */
function profile(
  choices: readonly (readonly (readonly string[])[])[],
  result: Result,
  aim: 'rank-maximal' | 'fair',
): number[] {
  const depth = Math.max(1, ...choices.map((each) => each.length))
  const counts = Array.from({ length: depth + 1 }, () => 0)
  for (const [who, place] of result.entries()) {
    const at = choices[who]!.findIndex((group) => place !== null && group.includes(place))
    counts[at < 0 ? depth : at]! += 1
  }
  if (aim === 'fair') return counts.toReversed().slice(0, depth)
  return counts.slice(0, depth).map((count) => -count)
}

const compare = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((each, index) => each !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

describe('a repair of a round in which places rank nobody', () => {
  for (const method of [rankMaximal, fair]) {
    const aim = method.name as 'rank-maximal' | 'fair'
    test(`${aim}: is the best for all without who withdrew, and of those changes the fewest`, () => {
      fc.assert(
        fc.property(tiedRounds, fc.nat(), ({ seed, applicants, places }, nat) => {
          const round = { seed, applicants, places: places.map(({ id, seats }) => ({ id, seats })) }
          const run = method.run(round)
          const people: Withdrawn[] = [
            { side: 'applicant', id: applicants[nat % applicants.length]!.id },
            { side: 'place', id: places[nat % places.length]!.id },
          ]
          for (const withdrawn of people) {
            const { side, id } = withdrawn
            const after = repaired(run, withdrawn).run.result
            const choices = applicants.map((each) =>
              side === 'applicant' && each.id === id
                ? each.choices.map(() => [])
                : each.choices.map((group) => group.filter((place) => place !== id)),
            )
            const isOther = (who: number) => side === 'place' || applicants[who]!.id !== id
            const seats = new Map<string, number>(places.map((place) => [place.id, place.seats]))
            const own = [
              profile(choices, after, aim),
              changedOf(run.result, after, isOther),
            ] as const
            for (const each of everyResult(choices.map((groups) => groups.flat()))) {
              const used = Map.groupBy(
                each.filter((place) => place !== null),
                (place) => place,
              )
              if ([...used].some(([place, all]) => all.length > seats.get(place)!)) continue
              const order = compare(profile(choices, each, aim), own[0])
              assert.ok(order >= 0, 'better for all')
              if (order === 0) assert.ok(changedOf(run.result, each, isOther) >= own[1], 'fewer')
            }
          }
        }),
        { ...settings, numRuns: 60 },
      )
    })
  }

  test('can be repaired again, proves nothing once changed, and says who moved', () => {
    const round = {
      seed: 's',
      applicants: [
        { id: 'A', choices: [['P'], ['Q']] },
        { id: 'B', choices: [['P']] },
        { id: 'C', choices: [['Q'], ['R']] },
      ],
      places: ['P', 'Q', 'R'].map((id) => ({ id, seats: 1 })),
    }
    const run = fair.run(round)
    assert.deepEqual(run.result, ['Q', 'P', 'R'])
    const once = repaired(run, { side: 'applicant', id: 'B' })
    assert.deepEqual(once.run.result, ['P', null, 'Q'])
    assert.equal(once.explain('A', 'P')[0]!.key, 'repair.moved-best')
    assert.equal(once.explain('B', 'P')[0]!.key, 'repair.withdrew')
    const twice = repaired(once.run, { side: 'place', id: 'P' })
    assert.deepEqual(twice.run.result, ['Q', null, 'R'])
    for (const changed of [
      { ...once.run, result: ['Q', null, 'R'] },
      { ...once.run, result: [null, null, 'Q'] },
      { ...once.run, inputs: { ...once.run.inputs, before: ['P', null, 'Q'] } },
    ]) {
      assert.equal(openCertificate(changed)!.verify().proved, false)
    }
    const unknown = repairOf(openCertificate(run)!, { side: 'applicant', id: 'Nobody' })!
    assert.equal(unknown.method.faults(unknown.inputs)[0]!.key, 'repair.unknown')
  })
})

const spoken = fc.subarray(['en', 'zh', 'th'], { minLength: 1, maxLength: 2 })
const mentorRounds = fc.integer({ min: 2, max: 4 }).chain((students) =>
  fc
    .record({
      languages: fc.array(spoken, { minLength: students, maxLength: students }),
      mentors: fc.tuple(
        ...(['academic', 'academic', 'industry', 'industry'] as const).map((kind, at) =>
          fc.record({
            id: fc.constant(`${kind}${at}`),
            kind: fc.constant<MentorKind>(kind),
            seats: fc.integer({ min: 1, max: 2 }),
            languages: spoken,
          }),
        ),
      ),
      costs: fc.array(fc.nat(9), { minLength: 4 * students, maxLength: 4 * students }),
    })
    .map(({ languages, mentors, costs }): MentorRound => ({
      applicants: languages.map((each, at) => ({ id: `s${at}`, languages: each })),
      mentors,
      pairs: costs.map((cost, at) => ({
        student: `s${Math.floor(at / 4)}`,
        mentor: mentors[at % 4]!.id,
        cost,
      })),
      outsideCost: 19,
    })),
)

describe('a repair of mentors', () => {
  test('leaves the fewest without, then changes the fewest, then costs the least, as trying all finds', () => {
    fc.assert(
      fc.property(mentorRounds, fc.nat(3), (round, nat) => {
        const run = coupledMentors.run(round) as Certified & { industry: (string | null)[] }
        const gone = round.mentors[nat]!
        const after = repaired(run, { side: 'place', id: gone.id }).run as typeof run
        const [own, other] =
          gone.kind === 'academic'
            ? (['result', 'industry'] as const)
            : (['industry', 'result'] as const)
        assert.deepEqual(after[other], run[other], 'the other kind stands')
        const spokenBy = new Map(round.mentors.map(({ id, languages }) => [id, languages]))
        const before = run[own].map((mentor) => (mentor === gone.id ? null : mentor))
        const cost = new Map(
          round.pairs.map((each) => [`${each.student} ${each.mentor}`, each.cost]),
        )
        const valueOf = (mentors: Result) => [
          mentors.filter((each) => each === null).length,
          changedOf(before, mentors, () => true),
          mentors.reduce((sum, each, who) => sum + (each ? cost.get(`s${who} ${each}`)! : 0), 0),
        ]
        const fitting = round.applicants.map(({ languages }, who) =>
          round.mentors
            .filter(({ id, kind }) => kind === gone.kind && id !== gone.id)
            .filter((mentor) =>
              languages.some(
                (each) =>
                  mentor.languages.includes(each) &&
                  (run[other][who] === null || spokenBy.get(run[other][who]!)!.includes(each)),
              ),
            )
            .map(({ id }) => id),
        )
        const seats = new Map(round.mentors.map(({ id, seats: each }) => [id, each]))
        for (const each of everyResult(fitting)) {
          const used = Map.groupBy(
            each.filter((mentor) => mentor !== null),
            (mentor) => mentor,
          )
          if ([...used].some(([mentor, all]) => all.length > seats.get(mentor)!)) continue
          assert.ok(compare(valueOf(each), valueOf(after[own])) >= 0, `${each} ${after[own]}`)
        }
      }),
      { ...settings, numRuns: 80 },
    )
  })

  test('gives on both seats of a student who left, and proves nothing once changed', () => {
    const round: MentorRound = {
      applicants: ['A', 'B'].map((id) => ({ id, languages: ['en'] })),
      mentors: (['academic', 'industry'] as const).map((kind) => ({
        id: kind,
        kind,
        seats: 1,
        languages: ['en'],
      })),
      pairs: ['A', 'B'].flatMap((student) =>
        ['academic', 'industry'].map((mentor) => ({
          student,
          mentor,
          cost: student === 'A' ? 1 : 2,
        })),
      ),
      outsideCost: 9,
    }
    const run = coupledMentors.run(round)
    assert.deepEqual(run.result, ['academic', null])
    const after = repaired(run, { side: 'applicant', id: 'A' })
    assert.deepEqual(after.run.result, [null, 'academic'])
    assert.equal(after.explain('B', 'industry')[0]!.key, 'repair.gained-best')
    const again = repaired(after.run, { side: 'place', id: 'industry' })
    assert.deepEqual(again.run.result, [null, 'academic'])
    for (const changed of [
      { ...after.run, result: [null, null] },
      { ...after.run, industry: [null, null] },
      { ...after.run, result: ['academic', null] },
      { ...after.run, prices: [] },
    ]) {
      assert.equal(openCertificate(changed)!.verify().proved, false)
    }
  })
})

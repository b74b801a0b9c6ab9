import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openCertificate } from './all.ts'
import { hashOf, runRound } from '../certificate.ts'
import type { Certified } from './method.ts'
import { couples } from './couples.ts'
import { coupledMentors } from './coupled-mentors.ts'
import { oneMentor } from './one-mentor.ts'
import { fair, rankMaximal } from './one-sided.ts'
import { reserves } from './reserves.ts'
import { sharedQuotas } from './shared-quotas.ts'
import { tiesKept } from './ties-kept.ts'

const applicants = [
  { id: 'A', choices: ['P', 'Q'] },
  { id: 'B', choices: ['P', 'Q'] },
  { id: 'C', choices: ['P'] },
  { id: 'D', choices: ['Q', 'P'] },
]
const places = [
  { id: 'P', seats: 2, ranking: [['C'], ['A'], ['B'], ['D']] },
  { id: 'Q', seats: 1, ranking: [['B'], ['D'], ['A']] },
]
const inGroups = applicants.map(({ id, choices }) => ({
  id,
  choices: choices.map((each) => [each]),
}))
const unranked = places.map(({ id, seats }) => ({ id, seats }))
const languages = ['th', 'zh']
const students = ['A', 'B', 'C'].map((id) => ({ id, languages }))
const pairs = students.flatMap(({ id }, at) =>
  ['M', 'N'].map((mentor, to) => ({ student: id, mentor, cost: 3 * at + to + 1 })),
)

const runs: Record<string, Certified> = {
  plain: runRound({ seed: 's', applicants, places }) as unknown as Certified,
  'ties kept': tiesKept.run({ seed: 's', applicants: inGroups, places } as Certified['inputs']),
  reserves: reserves.run({
    seed: 's',
    applicants: applicants.map((each, at) => ({ ...each, category: at % 2 ? 'TH' : null })),
    places: places.map((each) => ({ ...each, reserves: [{ category: 'TH', seats: 1 }] })),
  } as Certified['inputs']),
  'shared quotas': sharedQuotas.run({
    seed: 's',
    applicants,
    projects: unranked.map((each) => ({ ...each, host: 'H' })),
    hosts: [{ id: 'H', seats: 2, ranking: places[0]!.ranking }],
  } as Certified['inputs']),
  'rank-maximal': rankMaximal.run({ seed: 's', applicants: inGroups, places: unranked } as never),
  fair: fair.run({ seed: 's', applicants: inGroups, places: unranked } as never),
  couples: couples.run({
    seed: 's',
    applicants: [...applicants, ...['X', 'Y'].map((id) => ({ id, choices: [] }))],
    places: places.map((each) => ({ ...each, ranking: [['X'], ['Y'], ...each.ranking] })),
    couples: [{ first: 'X', second: 'Y', choices: [['P', 'Q']] }],
  } as Certified['inputs']),
  mentors: oneMentor.run({
    applicants: students,
    mentors: ['M', 'N'].map((id) => ({ id, seats: 1, languages })),
    pairs,
  } as Certified['inputs']),
  'coupled mentors': coupledMentors.run({
    applicants: students,
    mentors: [
      { id: 'M', kind: 'academic', seats: 2, languages },
      { id: 'N', kind: 'industry', seats: 2, languages: ['th'] },
    ],
    pairs,
    outsideCost: 5_000,
  } as Certified['inputs']),
}

type Path = readonly (string | number)[]

/** Every number, text and nothing in a value, by where it stands. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]))
}

/** A copy with another value in one place. */
function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = changed(copy[key], rest, change)
  return copy
}

const isProved = (value: unknown) => openCertificate(value)?.verify().proved === true

describe('a certificate of every method', () => {
  for (const [name, run] of Object.entries(runs)) {
    test(`proves nothing once any one thing in it was changed: ${name}`, () => {
      assert.ok(isProved(JSON.parse(JSON.stringify(run))))
      const all = leaves(run).filter(([first]) => first !== 'algorithm' && first !== 'guarantee')
      assert.ok(all.length > 20)
      for (const path of all) {
        for (const change of [another, nothing, stranger]) {
          const copy = changed(run, path, change)
          if (JSON.stringify(copy) === JSON.stringify(run)) continue
          // Prices are not unique: others may prove the same result.
          if (path[0] === 'prices' && change === another) continue
          assert.equal(isProved(copy), false, `${path.join('.')}: ${change.name}`)
        }
      }
    })

    test(`proves nothing for inputs that it was not made of: ${name}`, () => {
      const { inputs } = run
      // The person who got least would have got more, had they not been asked: their list is emptied, the hash made anew.
      const other = { ...inputs, applicants: inputs.applicants.slice(1) }
      assert.equal(isProved({ ...run, inputs: other, inputsSha256: hashOf(other) }), false)
    })
  }
})

function another(old: unknown): unknown {
  if (typeof old === 'number') return old + 1
  if (typeof old === 'string') return old === 'P' ? 'Q' : old === 'A' ? 'B' : 'P'
  return 'P'
}

function nothing(): unknown {
  return null
}

function stranger(old: unknown): unknown {
  return typeof old === 'number' ? -1 : 'nobody'
}

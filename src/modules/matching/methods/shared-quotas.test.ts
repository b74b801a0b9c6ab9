import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { drawLots } from '../rules/lottery.ts'
import { everyResult, settings, sharedRounds } from '../rules/round.fixture.ts'
import type { SharedRound } from '../rules/shared-market.ts'
import { openRun } from './all.ts'
import { sharedQuotas } from './shared-quotas.ts'

type Result = readonly (string | null)[]

/** Stability word for word after Abraham, Irving and Manlove 2007, §2. */
function isStable(round: SharedRound, result: Result): boolean {
  const { applicants, projects, hosts } = round
  const lots = drawLots(
    round.seed,
    applicants.map(({ id }) => id),
  )
  const rank = (host: string, who: string) => {
    const ranking = hosts.find(({ id }) => id === host)!.ranking ?? [lots]
    const byLot = (a: string, b: string) => lots.indexOf(a) - lots.indexOf(b)
    return ranking.flatMap((group) => group.toSorted(byLot)).indexOf(who)
  }
  const hostOf = (project: string) => projects.find(({ id }) => id === project)!.host
  const inProject = (project: string) =>
    applicants.flatMap(({ id }, who) => (result[who] === project ? [id] : []))
  const inHost = (host: string) =>
    projects.flatMap((each) => (each.host === host ? inProject(each.id) : []))
  if (projects.some(({ id, seats }) => inProject(id).length > seats)) return false
  if (hosts.some(({ id, seats }) => inHost(id).length > seats)) return false
  if (projects.some(({ id, host }) => inProject(id).some((who) => rank(host, who) < 0)))
    return false
  return !applicants.some(({ id, choices }, who) => {
    const own = result[who] === null ? choices.length : choices.indexOf(result[who]!)
    return choices.slice(0, own).some((choice) => {
      const project = projects.find((each) => each.id === choice)!
      const host = hosts.find((each) => each.id === project.host)!
      if (rank(host.id, id) < 0) return false
      const worse = (other: string) => rank(host.id, other) > rank(host.id, id)
      const projectHasRoom = inProject(choice).length < project.seats
      const hostHasRoom = inHost(host.id).length < host.seats
      const isThere = result[who] !== null && hostOf(result[who]!) === host.id
      if (projectHasRoom && hostHasRoom) return true
      if (projectHasRoom) return isThere || inHost(host.id).some(worse)
      return inProject(choice).some(worse)
    })
  })
}

describe('projects that share the seats of their hosts', () => {
  test('give each applicant the best that any stable result gives, and the check agrees with the definition', () => {
    fc.assert(
      fc.property(sharedRounds, (round) => {
        const run = sharedQuotas.run(round)
        assert.ok(isStable(round, run.result))
        for (const result of everyResult(round.applicants.map(({ choices }) => choices))) {
          const stable = isStable(round, result)
          const found = openRun({ ...run, result })!.verify()
          assert.equal(found.proved, isDeepStrictEqual(result, run.result))
          if (stable && !found.proved) assert.equal(found.why, 'not-best')
          if (!stable) continue
          for (const [who, { choices }] of round.applicants.entries()) {
            const value = (each: Result) => (each[who] === null ? 99 : choices.indexOf(each[who]!))
            assert.ok(value(run.result) <= value(result))
            // The same people have a project in every stable result.
            assert.equal(run.result[who] === null, result[who] === null)
          }
        }
      }),
      { ...settings, numRuns: 150 },
    )
  })

  test('come out as published (Abraham, Irving and Manlove 2007, figure 1)', () => {
    const line = (text: string) => text.split(' ')
    const lists = {
      s1: 'p1 p7',
      s2: 'p1 p2 p3 p4 p5 p6',
      s3: 'p2 p1 p4',
      s4: 'p2',
      s5: 'p1 p2 p3 p4',
      s6: 'p2 p3 p4 p5 p6',
      s7: 'p5 p3 p8',
    }
    const ranked = (text: string) => line(text).map((id) => [id])
    const round: SharedRound = {
      seed: 's',
      applicants: Object.entries(lists).map(([id, text]) => ({ id, choices: line(text) })),
      projects: ['l1', 'l1', 'l1', 'l2', 'l2', 'l2', 'l3', 'l3'].map((host, at) => ({
        id: `p${at + 1}`,
        seats: at === 0 ? 2 : 1,
        host,
      })),
      hosts: [
        { id: 'l1', seats: 3, ranking: ranked('s7 s4 s1 s3 s2 s5 s6') },
        { id: 'l2', seats: 2, ranking: ranked('s3 s2 s6 s7 s5') },
        { id: 'l3', seats: 2, ranking: ranked('s1 s7') },
      ],
    }
    const run = sharedQuotas.run(round)
    assert.deepEqual(run.result, ['p1', 'p5', 'p4', 'p2', null, null, 'p3'])
    const why = (who: string, project: string) =>
      sharedQuotas.open(run)!.explain(who, project)[0]!.key
    assert.equal(why('s5', 'p1'), 'shared.host-full')
    assert.equal(why('s6', 'p2'), 'shared.project-full')
    assert.equal(why('s3', 'p4'), 'shared.placed')
    assert.equal(why('s4', 'p1'), 'why.not-asked')
  })

  test('prove nothing once a quota, a host or a result was changed', () => {
    fc.assert(
      fc.property(sharedRounds, (round) => {
        const run = sharedQuotas.run(round)
        const [host] = round.hosts
        const [project] = round.projects
        const changed = [
          { ...round, hosts: round.hosts.with(0, { ...host!, seats: host!.seats + 1 }) },
          { ...round, projects: round.projects.with(0, { ...project!, seats: 9 }) },
          { ...round, seed: 'another' },
        ]
        for (const inputs of changed) {
          assert.equal(openRun({ ...run, inputs })!.verify().proved, false)
        }
      }),
      { ...settings, numRuns: 50 },
    )
  })

  test('are refused where a project has no host', () => {
    const wrong: SharedRound = {
      seed: 's',
      applicants: [{ id: 'a', choices: ['p', 'q'] }],
      projects: [{ id: 'p', seats: 1, host: 'nobody' }],
      hosts: [{ id: 'h', seats: 0, ranking: [['b']] }],
    }
    assert.deepEqual(
      sharedQuotas.faults(wrong).map(({ key }) => key),
      ['input.unknown-place', 'input.seats', 'input.unknown-applicant', 'input.unknown-host'],
    )
  })
})

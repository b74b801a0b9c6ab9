import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import {
  assign,
  type AssignmentProblem,
  checkAssignment,
  methods,
  openRun,
  runRound,
  verifyCertificate,
} from '#modules/matching'

const folder = new URL('../../../shared/data/matching/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8')

/** A square matrix of costs, each row in as many lines as it takes. */
function matrix(source: string): AssignmentProblem {
  const [size = 0, ...costs] = source.split(/\s+/).filter(Boolean).map(Number)
  assert.equal(costs.length, size * size)
  return {
    rows: size,
    columns: size,
    start: Int32Array.from({ length: size + 1 }, (_, row) => row * size),
    column: Int32Array.from(costs, (_, at) => at % size),
    cost: Int32Array.from(costs),
    capacity: new Int32Array(size).fill(1),
    outsideCost: 1_000_000,
  }
}

describe('published instances of matching', () => {
  test('assignment reaches the published optima of the OR-Library', () => {
    for (const [size, optimum] of [
      [100, 305],
      [500, 991],
    ]) {
      const problem = matrix(text(`assign/assign${size}.txt`))
      const { arcs, prices } = assign(problem)
      const found = checkAssignment(problem, arcs, prices)
      assert.equal(found.cost, optimum)
      assert.ok(found.certified)
    }
  })

  test('a round with rankings of a hundred on each side is matched and proved', () => {
    const given = JSON.parse(text('issue_159.json')) as Record<string, Record<string, unknown>>
    const lists = given as {
      hospitals: Record<string, number[]>
      residents: Record<string, number[]>
    }
    const seats = given['capacities'] as Record<string, number> | undefined
    const round = {
      seed: 'none',
      applicants: Object.entries(lists.residents).map(([id, choices]) => ({
        id: `r${id}`,
        choices: choices.map((choice) => `h${choice}`),
      })),
      places: Object.entries(lists.hospitals).map(([id, ranking]) => ({
        id: `h${id}`,
        seats: seats?.[id] ?? 1,
        ranking: ranking.map((who) => [`r${who}`]),
      })),
    }
    const certificate = runRound(round)
    assert.ok(verifyCertificate(certificate).proved)
  })

  test('student–project allocation with ties, each host’s ties by lottery, is stable in every published round', () => {
    const files = readdirSync(new URL('spa-st/', folder))
    assert.ok(files.length >= 16)
    for (const file of files) {
      const rows = text(`spa-st/${file}`).trim().split('\n').map(groupsIn)
      const [students, projects] = rows[0]!.flat() as [number, number]
      const own = rows.slice(1, 1 + students)
      const offered = rows.slice(1 + students, 1 + students + projects)
      const hosts = rows.slice(1 + students + projects)
      proves('shared-quotas', {
        seed: file,
        applicants: own.map((row) => ({
          id: `s${at(row, 0)}`,
          choices: row
            .slice(1)
            .flat()
            .map((each) => `p${each}`),
        })),
        projects: offered.map((row) => ({
          id: `p${at(row, 0)}`,
          seats: at(row, 1),
          host: `h${at(row, 2)}`,
        })),
        hosts: hosts.map((row) => ({
          id: `h${at(row, 0)}`,
          seats: at(row, 1),
          ranking: row.slice(2).map((group) => group.map((each) => `s${each}`)),
        })),
      })
    }
  })

  test('759 doctors and 53 hospitals, nearly all tied, are matched with ties kept, no fewer than with a lottery', () => {
    const [, doctors = 0, hospitals = 0, ...rest] = text('hrt/hrt.instance').trim().split('\n')
    const rows = rest.map(groupsIn)
    const round = {
      seed: 'Glasgow',
      applicants: rows.slice(0, Number(doctors)).map((row) => ({
        id: `d${at(row, 0)}`,
        choices: row.slice(1).map((group) => group.map((each) => `h${each}`)),
      })),
      places: rows.slice(Number(doctors), Number(doctors) + Number(hospitals)).map((row) => ({
        id: `h${at(row, 0)}`,
        seats: at(row, 1),
        ranking: row.slice(2).map((group) => group.map((each) => `d${each}`)),
      })),
    }
    const kept = proves('ties-kept', round)
    const strict = round.applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
    const drawn = runRound({ ...round, applicants: strict })
    const placed = (result: readonly (string | null)[]) => result.filter((each) => each !== null)
    assert.ok(placed(kept).length >= placed(drawn.result).length)
    assert.ok(verifyCertificate(drawn).proved)
  })

  test('a year of projects of a university, from its tables, is stable under the seats of supervisors', () => {
    const table = (file: string) =>
      text(file)
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(','))
    const supervisors = table('supervisors.csv').map(([id = '', seats]) => ({
      id,
      seats: Number(seats),
    }))
    const known = new Set(supervisors.filter(({ seats }) => seats > 0).map(({ id }) => id))
    const projects = table('projects.csv')
      .map(([id = '', seats, host = '']) => ({ id, seats: Number(seats), host }))
      .filter(({ seats, host }) => seats > 0 && known.has(host))
    const offered = new Set(projects.map(({ id }) => id))
    const students = table('students.csv').toSorted((a, b) => Number(a[1]) - Number(b[1]))
    const ranking = students.map(([id = '']) => [id])
    proves('shared-quotas', {
      seed: 'Cardiff',
      applicants: students.map(([id = '', , ...wishes]) => ({
        id,
        choices: [...new Set(wishes)].filter((each) => offered.has(each)),
      })),
      projects,
      hosts: supervisors.filter(({ id }) => known.has(id)).map((host) => ({ ...host, ranking })),
    })
  })
})

/** Runs a method over a published round, and has the certificate prove itself from its text alone. */
function proves(name: string, inputs: object): readonly (string | null)[] {
  const method = methods.find((each) => each.name === name)!
  const given = inputs as Parameters<typeof method.run>[0]
  assert.deepEqual(method.faults(given), [])
  const written = JSON.stringify(method.run(given))
  const opened = openRun(JSON.parse(written))!
  assert.equal(opened.verify().proved, true)
  return opened.run.result
}

/** The single number that stands at a place of a line. */
const at = (row: readonly (readonly number[])[], place: number) => row[place]![0]!

/** Numbers of a line in groups: those in brackets tie, `4 (2:3) (5 6)`. */
function groupsIn(line: string): number[][] {
  return [...line.matchAll(/\(([^)]*)\)|\d+/g)].map(([all, tied]) =>
    (tied ?? all)
      .split(/[\s:]+/)
      .filter(Boolean)
      .map(Number),
  )
}

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import {
  assign,
  type AssignmentProblem,
  checkAssignment,
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
})

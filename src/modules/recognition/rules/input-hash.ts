import { createHash } from 'node:crypto'
import type { EvaluationInput } from './types.ts'

/**
 * SHA-256 (hex) over the canonical JSON of an evaluation's inputs. Lists whose order means nothing
 * are put in order of their ids first, so that a transcript read twice has one hash.
 */
export function inputHash(input: EvaluationInput): string {
  const ordered: EvaluationInput = {
    ...input,
    alreadyRecognised: {
      ...input.alreadyRecognised,
      homeCourses: input.alreadyRecognised.homeCourses.toSorted(),
    },
    schemes: byId(input.schemes),
    scales: byId(input.scales),
    equivalences: byId(input.equivalences),
    lines: byId(input.lines),
    correspondences: input.correspondences.toSorted((a, b) =>
      order(canonicalJson(a), canonicalJson(b)),
    ),
  }
  return markOf(ordered)
}

/** SHA-256 (hex) over the canonical JSON of a value: the same value has the same mark, whatever the order of its members. */
export function markOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/**
 * JSON with sorted member names and no spaces, as RFC 8785 has it for strings, whole numbers,
 * true, false and null; fractions are their canonical text and absent members are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON())
  const members = Object.entries(value)
    .filter((entry) => entry[1] !== undefined)
    .toSorted(([a], [b]) => order(a, b))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function byId<T extends { id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => order(a.id, b.id))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

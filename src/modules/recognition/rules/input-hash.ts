import { hash } from 'node:crypto'
import { Fraction } from '#kernel/values'
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
  return hash('sha256', textOf(ordered, keptText))
}

/** SHA-256 (hex) over the canonical JSON of a value: the same value has the same mark, whatever the order of its members. */
export function markOf(value: unknown): string {
  return hash('sha256', canonicalJson(value))
}

/**
 * JSON with sorted member names and no spaces, as RFC 8785 has it for strings, whole numbers,
 * true, false and null; fractions are their canonical text and absent members are left out.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, textOfMember)
}

type WriteMember = (value: unknown) => string

function textOf(value: unknown, member: WriteMember): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Fraction) return `"${value.toString()}"`
  if (Array.isArray(value)) {
    let text = ''
    for (const each of value) text += text === '' ? member(each) : `,${member(each)}`
    return `[${text}]`
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON())
  let text = ''
  for (const [name, label] of sortedNames(value)) {
    const each = (value as Record<string, unknown>)[name]
    if (each === undefined) continue
    text += text === '' ? label + member(each) : `,${label}${member(each)}`
  }
  return `{${text}}`
}

function textOfMember(value: unknown): string {
  return textOf(value, textOfMember)
}

/** Rules, schemes and scales are long, never change and are asked for again with each case of an institution. */
const kept = new WeakMap<object, string>()

/** As `textOfMember`, for members of an evaluation's input. */
function keptText(value: unknown): string {
  if (Array.isArray(value)) return textOf(value, keptText)
  if (value === null || typeof value !== 'object' || !isKept(value)) return textOfMember(value)
  const known = kept.get(value)
  if (known !== undefined) return known
  const text = textOfMember(value)
  kept.set(value, text)
  return text
}

/** What carries its sources is a published rule, scheme or scale. */
function isKept(value: object): boolean {
  return 'sources' in value
}

/** Members of objects that are made in one place come in one order: it is put into order once. */
const knownShapes = new Map<string, { names: string[]; sorted: (readonly [string, string])[] }[]>()
const mostShapes = 200

function sortedNames(value: object): (readonly [string, string])[] {
  const names = Object.keys(value)
  const first = `${names.length} ${names[0]}`
  const shapes = knownShapes.get(first)
  const known = shapes?.find((shape) => shape.names.every((name, place) => name === names[place]))
  if (known) return known.sorted
  const sorted = names.toSorted(order).map((name) => [name, `${JSON.stringify(name)}:`] as const)
  if (shapes && shapes.length < mostShapes) shapes.push({ names, sorted })
  else if (!shapes && knownShapes.size < mostShapes) knownShapes.set(first, [{ names, sorted }])
  return sorted
}

function byId<T extends { id: string }>(items: readonly T[]): readonly T[] {
  let isOrdered = true
  for (let place = 1; place < items.length && isOrdered; place += 1) {
    isOrdered = items[place - 1]!.id <= items[place]!.id
  }
  return isOrdered ? items : items.toSorted((a, b) => order(a.id, b.id))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

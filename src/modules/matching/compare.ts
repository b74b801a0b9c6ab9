import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** A run as it is compared: who asked for what (in order, or in groups of equals), and who got what. */
export interface Compared {
  inputs: {
    applicants: readonly { id: string; choices?: readonly (string | readonly string[])[] }[]
  }
  result: readonly (string | null)[]
  /** Of mentors of two kinds the second. */
  industry?: readonly (string | null)[]
}

/** What each one has: a place, a mentor, or both mentors. */
function heldIn({ result, industry }: Compared): readonly (string | null)[] {
  if (!industry) return result
  return result.map((one, who) => {
    const two = industry[who] ?? null
    return one === null && two === null ? null : `${one ?? '–'} · ${two ?? '–'}`
  })
}

/** One person whose place differs between two runs, seen from the second run's own list. */
export interface Difference {
  applicant: string
  change: 'up' | 'down' | 'gained' | 'lost' | 'as-good' | 'joined' | 'left'
  before: string | null
  after: string | null
}

/** Everybody whose place differs, in the order of the second run, then who stands in the first alone. */
export function differences(first: Compared, second: Compared): Difference[] {
  const [given, has] = [heldIn(first), heldIn(second)]
  const before = new Map(first.inputs.applicants.map(({ id }, who) => [id, given[who]!]))
  const found = second.inputs.applicants.flatMap(({ id, choices = [] }, who): Difference[] => {
    const after = has[who]!
    const had = before.get(id)
    before.delete(id)
    if (had === undefined) return [{ applicant: id, change: 'joined', before: null, after }]
    if (had === after) return []
    const one = { applicant: id, before: had, after }
    if (had === null) return [{ ...one, change: 'gained' }]
    if (after === null) return [{ ...one, change: 'lost' }]
    const at = (place: string) =>
      choices.findIndex((choice) =>
        Array.isArray(choice) ? choice.includes(place) : choice === place,
      )
    // A place that is no longer wished for was given up: what came instead is no worse.
    const step = at(had) < 0 ? 0 : at(after) - at(had)
    return [{ ...one, change: step < 0 ? 'up' : step > 0 ? 'down' : 'as-good' }]
  })
  const left = [...before].map(([applicant, had]): Difference => ({
    applicant,
    change: 'left',
    before: had,
    after: null,
  }))
  return [...found, ...left]
}

/** The differences as sentences: how many of each kind, then as many one by one as are asked for. */
export function differencesSaid(found: readonly Difference[], atMost: number): Message[] {
  const kinds = ['up', 'down', 'as-good', 'gained', 'lost', 'joined', 'left'] as const
  const counts = kinds.flatMap((kind) => {
    const count = found.filter(({ change }) => change === kind).length
    return count > 0 ? [m(`compare.${kind}`, { count })] : []
  })
  const single = found.slice(0, atMost).map(({ applicant, before, after }) =>
    m('compare.one', {
      applicant,
      before: before ?? '–',
      after: after ?? '–',
    }),
  )
  return [m('compare.changed', { count: found.length }), ...counts, ...single]
}

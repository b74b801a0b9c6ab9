import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { checkCouples } from '../checks/couples.ts'
import { m } from '../messages/index.ts'
import { couplesSearch } from '../rules/couples.ts'
import { couplesExplained } from './couples-explained.ts'
import {
  envelope,
  method,
  name,
  names,
  placeInput,
  roundFaultsSaid,
  seedText,
  unproved,
  type Verified,
} from './method.ts'

const algorithm = 'search after Roth and Peranson 1999, with couples'
const guarantee =
  'none: a stable result may not exist, or not be found; what the check finds is stated'

const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs: z.object({
    seed: seedText,
    applicants: z.array(z.object({ id: name, choices: names })),
    places: z.array(placeInput),
    couples: z.array(
      z.object({ first: name, second: name, choices: z.array(z.tuple([name, name])).readonly() }),
    ),
  }),
  result: z.array(name.nullable()),
  /** What the run itself says of its result, which the check must find as well. */
  blocking: z.object({ singles: z.number().int(), couples: z.number().int() }),
})

type Run = z.infer<typeof schema>

/** Couples who want their places together. Uncertified: no stable result is promised, only an honest account. */
export const couples = method<Run>({
  name: 'couples-uncertified',
  files: 3,
  algorithm,
  guarantee,
  schema,
  // Its three lists are read like those of a page: there is no layout without column names.
  read: null,
  faults,
  run(inputs) {
    const result = couplesSearch(inputs)
    const { blockingSingles, blockingCouples } = checkCouples(inputs, result)
    return { result, blocking: { singles: blockingSingles, couples: blockingCouples } }
  },
  check,
  explain: ({ inputs, result }, applicant, place) =>
    couplesExplained(inputs, result, applicant, place),
})

function faults(inputs: Run['inputs']): Message[] {
  const found = roundFaultsSaid(inputs)
  const people = new Map(inputs.applicants.map((each) => [each.id, each]))
  const places = new Set(inputs.places.map(({ id }) => id))
  const seen = new Set<string>()
  for (const { first, second, choices } of inputs.couples) {
    for (const id of [first, second]) {
      const person = people.get(id)
      if (!person) found.push(m('couples.unknown', { name: id }))
      else if (person.choices.length > 0) found.push(m('couples.own-list', { name: id }))
      if (seen.has(id)) found.push(m('couples.twice', { name: id }))
      seen.add(id)
    }
    for (const place of choices.flat()) {
      if (!places.has(place)) found.push(m('input.unknown-place', { of: first, name: place }))
    }
  }
  return found
}

function check({ inputs, result, blocking }: Run): Verified {
  const found = checkCouples(inputs, result)
  const isSame =
    found.blockingSingles === blocking.singles && found.blockingCouples === blocking.couples
  if (found.overfull + found.unacceptable > 0 || !isSame) return unproved('result')
  const matched = result.filter((place) => place !== null).length
  const applicants = result.length
  const isStable = blocking.singles + blocking.couples === 0
  const says = [
    m('command.matched', { matched, applicants }),
    m('couples.uncertified'),
    isStable ? m('couples.stable') : m('couples.unstable', blocking),
  ]
  return { proved: true, applicants, matched, says }
}

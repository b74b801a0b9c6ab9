import { z } from 'zod'
import { isRefused } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { checkCouples } from '../checks/couples.ts'
import { readCouples } from '../formats/method-tables.ts'
import { readApplicants, readPlaces } from '../formats/round-tables.ts'
import { m } from '../messages/index.ts'
import { couplesSearch } from '../rules/couples.ts'
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
  async read([first, second, third], seed) {
    const applicants = await readApplicants(first!)
    if (isRefused(applicants)) return applicants
    const places = await readPlaces(second!)
    if (isRefused(places)) return places
    const pairs = await readCouples(third!)
    if (isRefused(pairs)) return pairs
    return {
      seed,
      applicants: applicants.items,
      places: places.items,
      couples: pairs.items.map(({ id, second: partner, choices }) => ({
        first: id,
        second: partner,
        choices,
      })),
    }
  },
  faults,
  run(inputs) {
    const result = couplesSearch(inputs)
    const { blockingSingles, blockingCouples } = checkCouples(inputs, result)
    return { result, blocking: { singles: blockingSingles, couples: blockingCouples } }
  },
  check,
  explain,
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

function explain({ inputs, result }: Run, applicantId: string, placeId: string): Message[] {
  const who = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const at = inputs.places.findIndex(({ id }) => id === placeId)
  const args = { applicant: applicantId, place: placeId }
  if (who < 0 || at < 0) return [m('why.unknown', args), m('couples.uncertified')]
  const couple = inputs.couples.find(({ first, second }) => [first, second].includes(applicantId))
  const choices = couple
    ? couple.choices.map((pair) => pair[couple.first === applicantId ? 0 : 1])
    : inputs.applicants[who]!.choices
  const has = result[who]!
  const { seats, ranking } = inputs.places[at]!
  const admitted = result.filter((place) => place === placeId).length
  let said = m(admitted < seats ? 'couples.room' : 'couples.full', { ...args, seats })
  if (has === placeId) said = m('couples.has', args)
  else if (!choices.includes(placeId)) said = m('why.not-asked', args)
  else if (ranking && !ranking.flat().includes(applicantId)) said = m('why.not-ranked', args)
  const partner = couple?.first === applicantId ? couple.second : couple?.first
  return [
    said,
    ...(partner ? [m('couples.together', { applicant: applicantId, partner })] : []),
    m('couples.uncertified'),
  ]
}

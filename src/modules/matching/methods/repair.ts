import { z } from 'zod'
import type { Message } from '#kernel/messages'
import type { Certificate } from '../certificate.ts'
import { movesAreForced } from '../checks/repair.ts'
import { checkStability, ranksAreTrue } from '../checks/stability.ts'
import { m } from '../messages/index.ts'
import { ranksAtPlaces } from '../rules/ranks.ts'
import { fillVacancy, type Move, placeDisplaced, roundWithout } from '../rules/repair.ts'
import { marketOf } from '../rules/round.ts'
import {
  envelope,
  method,
  name,
  names,
  placeInput,
  positionsOf,
  proved,
  roundFaultsSaid,
  seedText,
  unproved,
  type Verified,
} from './method.ts'
import { chainSaid, changedBy } from './repair-parts.ts'

const algorithm = 'vacancy chain after a withdrawal (Blum, Roth and Rothblum 1997)'
const guarantee =
  'stable again; fewest people changed of all stable results in which nobody moves down (an applicant withdrew) or nobody moves up (a place withdrew)'

const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs: z.object({
    seed: seedText,
    applicants: z.array(z.object({ id: name, choices: names })),
    places: z.array(placeInput),
    /** The stable result that is repaired, in the order of the applicants. */
    before: z.array(name.nullable()),
    withdrawn: z.object({ side: z.enum(['applicant', 'place']), id: name }),
  }),
  result: z.array(name.nullable()),
  /** Who went where, one after the other; each move was forced by the ones before. */
  moves: z.array(z.object({ applicant: name, place: name.nullable() })),
})

type Run = z.infer<typeof schema>

/** Somebody drops out of a stable round: it is made stable again with the least change for the others. */
export const repair = method<Run>({
  name: 'repair',
  files: 0,
  algorithm,
  guarantee,
  schema,
  read: null,
  faults,
  run,
  check,
  explain: ({ inputs, result, moves }, applicant, place) =>
    chainSaid(inputs, { result, moves }, applicant, { id: place, known: inputs.places }),
})

/** What is repaired: the round and result of a certificate, also of one that was repaired before. */
export function repairInputs(
  certificate: Certificate | Run,
  withdrawn: Run['inputs']['withdrawn'],
): Run['inputs'] {
  const { inputs, result } = certificate
  const { seed, applicants, places } =
    'withdrawn' in inputs ? roundWithout(inputs, inputs.withdrawn) : inputs
  return { seed, applicants: [...applicants], places: [...places], before: result, withdrawn }
}

function faults(inputs: Run['inputs']): Message[] {
  const found = roundFaultsSaid(inputs)
  const { applicants, places, before, withdrawn } = inputs
  const { side, id } = withdrawn
  const isKnown = (side === 'applicant' ? applicants : places).some((each) => each.id === id)
  if (!isKnown) found.push(m('repair.unknown', { name: id }))
  if (found.length > 0) return found
  return isStable(inputs, before) ? [] : [m('repair.unstable')]
}

function isStable(
  round: Pick<Run['inputs'], 'seed' | 'applicants' | 'places'>,
  result: Run['result'],
) {
  if (result.length !== round.applicants.length) return false
  const positions = positionsOf(round.applicants, result)
  const market = marketOf(round)
  const ranks = ranksAtPlaces(market)
  if (positions === null || !ranksAreTrue(market, ranks)) return false
  const found = checkStability(market, ranks, positions, 0)
  return found.blockingPairs + found.overfull + found.unacceptable === 0
}

/** The result before, as positions in the lists without who withdrew; who had that place has none. */
function positionsBefore(inputs: Run['inputs']): Int32Array {
  const { applicants } = roundWithout(inputs, inputs.withdrawn)
  return Int32Array.from(inputs.before, (place, who) =>
    place === null ? -1 : applicants[who]!.choices.indexOf(place),
  )
}

function run(inputs: Run['inputs']) {
  const round = roundWithout(inputs, inputs.withdrawn)
  const market = marketOf(round)
  const ranks = ranksAtPlaces(market)
  const positions = positionsBefore(inputs)
  const { side, id } = inputs.withdrawn
  let moves: Move[] = []
  if (side === 'applicant') {
    const left = inputs.before[inputs.applicants.findIndex((each) => each.id === id)]!
    const place = inputs.places.findIndex((each) => each.id === left)
    if (place >= 0) moves = fillVacancy(market, ranks, positions, place)
  } else {
    const displaced = inputs.before.flatMap((place, who) => (place === id ? [who] : []))
    moves = placeDisplaced(market, ranks, positions, displaced)
  }
  const nameOf = (who: number, position: number) => round.applicants[who]!.choices[position] ?? null
  return {
    result: round.applicants.map((_, who) => nameOf(who, positions[who]!)),
    moves: moves.map(({ applicant, to }) => ({
      applicant: round.applicants[applicant]!.id,
      place: nameOf(applicant, to),
    })),
  }
}

function check({ inputs, result, moves }: Run): Verified {
  const round = roundWithout(inputs, inputs.withdrawn)
  const positions = positionsOf(round.applicants, result)
  if (positions === null) return unproved('result')
  if (!isStable(round, result)) return unproved('unstable', 1)
  const at = new Map(round.applicants.map(({ id }, who) => [id, who]))
  const now = positionsBefore(inputs)
  const told = moves.map(({ applicant, place }): Move => {
    const who = at.get(applicant) ?? -1
    const to = place === null ? -1 : (round.applicants[who]?.choices.indexOf(place) ?? -2)
    const from = inputs.withdrawn.side === 'place' ? -1 : (now[who] ?? -1)
    if (who >= 0) now[who] = to
    return { applicant: who, from, to: place !== null && to < 0 ? -2 : to }
  })
  const market = marketOf(round)
  const ranks = ranksAtPlaces(market)
  const before = positionsBefore(inputs)
  if (!movesAreForced(market, ranks, inputs.withdrawn.side, told, before, positions)) {
    return { proved: false, why: 'moves', says: [m('repair.not-forced')] }
  }
  return proved(result, [
    m(`repair.proved-${inputs.withdrawn.side}`, { count: changedBy(inputs, result) }),
  ])
}

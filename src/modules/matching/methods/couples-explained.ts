import type { Message } from '#kernel/messages'
import { type Standing, standingOf } from '../checks/couples.ts'
import { m } from '../messages/index.ts'
import { type CouplesRound, couplesSearch } from '../rules/couples.ts'
import { entriesOf, moreSeats, withSeats } from './more-seats.ts'

/** Who moves as one, with the places that they wish for together; `own` is where the one who asks stands in it. */
interface Asking {
  people: readonly string[]
  choices: readonly (readonly string[])[]
  own: number
}

/** Larger rounds are not searched again for an answer. */
const mostSearched = 2_000

/**
 * Why somebody has or does not have a place, or of a couple a pair, written as `lab / museum`. Told by definition from
 * the lists and the result: where nothing stood against it, that is said as well, because it is what makes the result unstable.
 */
export function couplesExplained(
  round: CouplesRound,
  result: readonly (string | null)[],
  applicant: string,
  place: string,
): Message[] {
  const asking = askingOf(round, applicant)
  const isKnown =
    round.places.some(({ id }) => id === place) ||
    asking?.choices.some((places) => textOf(places, asking.own) === place)
  if (!asking || !isKnown) {
    return [m('why.unknown', { applicant, place }), m('couples.uncertified')]
  }
  const partner = asking.people.find((id) => id !== applicant)
  return [
    ...answer(round, result, asking, place),
    ...(partner === undefined ? [] : [m('couples.together', { applicant, partner })]),
    m('couples.uncertified'),
  ]
}

function askingOf({ applicants, couples }: CouplesRound, applicant: string): Asking | null {
  const couple = couples.find(({ first, second }) => first === applicant || second === applicant)
  if (couple) {
    const { first, second, choices } = couple
    return { people: [first, second], choices, own: first === applicant ? 0 : 1 }
  }
  const single = applicants.find(({ id }) => id === applicant)
  return single
    ? { people: [applicant], choices: single.choices.map((each) => [each]), own: 0 }
    : null
}

/** Places as the one who asks writes them: the own one first. */
function textOf(places: readonly string[], own: number): string {
  return [places[own]!, ...places.filter((_, at) => at !== own)].join(' / ')
}

function answer(
  round: CouplesRound,
  result: readonly (string | null)[],
  { people, choices, own }: Asking,
  place: string,
): Message[] {
  const applicant = people[own]!
  const args = { applicant, place }
  const standing = standingOf(round, result)
  const has = choices.findIndex((places) =>
    places.every((each, at) => standing.placeOf(people[at]!) === each),
  )
  const isMeant = (places: readonly string[]) =>
    places[own] === place || textOf(places, own) === place
  if (has >= 0 && isMeant(choices[has]!)) {
    return [m('couples.placed', { ...args, choice: has + 1 })]
  }
  const asked = choices.findIndex(isMeant)
  if (asked < 0) return [m('why.not-asked', args)]
  if (has >= 0 && has < asked) {
    return [m('why.has-better', { ...args, choice: has + 1, asked: asked + 1 })]
  }
  const places = choices[asked]!
  const refusing = standing.refusing(people, places)
  const at = refusing.includes(places[own]!)
    ? own
    : places.findIndex((each) => refusing.includes(each))
  if (at < 0) return [m('couples.could-have', args)]
  return [
    refused(round, standing, { ...args, person: people[at]!, at: places[at]!, isOwn: at === own }),
    ...moreThere(round, people, places, at),
  ]
}

function refused(
  round: CouplesRound,
  standing: Standing,
  asked: { applicant: string; place: string; person: string; at: string; isOwn: boolean },
): Message {
  const { applicant, place, person, at, isOwn } = asked
  const isRanked = standing.isRanked(person, at)
  const { seats } = round.places.find(({ id }) => id === at)!
  if (isOwn) {
    return isRanked
      ? m('couples.refused', { applicant, place: at, seats })
      : m('why.not-ranked', { applicant, place: at })
  }
  const args = { applicant, place, other: at, seats }
  return m(isRanked ? 'couples.partner-refused' : 'couples.partner-unranked', args)
}

/** The fewest further seats there with which the search, run again, gives them these places. */
function moreThere(
  round: CouplesRound,
  people: readonly string[],
  places: readonly string[],
  at: number,
): Message[] {
  if (round.applicants.length > mostSearched) return []
  const number = round.places.findIndex(({ id }) => id === places[at])
  const numbers = people.map((id) => round.applicants.findIndex((each) => each.id === id))
  return moreSeats(entriesOf([...round.applicants, ...round.couples]), (count) => {
    const after = couplesSearch({ ...round, places: withSeats(round.places, number, count) })
    return numbers.every((who, index) => after[who] === places[index])
  })
}

import type { RoundPlace } from './round.ts'

/** A round of any method as its result is told: choices in groups of equals, and places with whom they rank. */
export interface RunView {
  applicants: readonly { id: string; choices: readonly (readonly string[])[] }[]
  places: readonly RoundPlace[]
}

interface AnyInputs {
  applicants: readonly { id: string; choices?: readonly (string | readonly string[])[] }[]
  places?: readonly { id: string; seats: number; ranking?: RoundPlace['ranking'] }[]
  projects?: readonly { id: string; seats: number; host: string }[]
  hosts?: readonly { id: string; ranking: RoundPlace['ranking'] }[]
}

/** The inputs of a method as a view: a project is a place that ranks like its host. */
export function viewOf(inputs: AnyInputs): RunView {
  const { projects, hosts } = inputs
  const rankings = new Map(hosts?.map(({ id, ranking }) => [id, ranking]))
  return {
    applicants: inputs.applicants.map(({ id, choices = [] }) => ({
      id,
      choices: choices.map((choice) => (typeof choice === 'string' ? [choice] : choice)),
    })),
    places: (projects ?? inputs.places ?? []).map((place) => ({
      id: place.id,
      seats: place.seats,
      ranking: ('host' in place ? rankings.get(place.host) : place.ranking) ?? null,
    })),
  }
}

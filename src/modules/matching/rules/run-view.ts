import type { RoundPlace } from './round.ts'

/** A round of any method as its result is told: choices in groups of equals, and places with whom they rank. */
export interface RunView {
  applicants: readonly { id: string; choices: readonly (readonly string[])[] }[]
  places: readonly RoundPlace[]
}

interface AnyInputs {
  applicants: readonly {
    id: string
    choices?: readonly (string | readonly string[])[]
    wishes?: readonly string[]
  }[]
  mentors?: readonly { id: string; seats: number; ranking?: undefined }[]
  places?: readonly { id: string; seats: number; ranking?: RoundPlace['ranking'] }[]
  projects?: readonly { id: string; seats: number; host: string }[]
  hosts?: readonly { id: string; ranking: RoundPlace['ranking'] }[]
}

/** The inputs of a method as a view: a project is a place that ranks like its host, a mentor one that ranks nobody. */
export function viewOf(inputs: AnyInputs): RunView {
  const { projects, hosts, places, mentors = [] } = inputs
  const rankings = new Map(hosts?.map(({ id, ranking }) => [id, ranking]))
  return {
    applicants: inputs.applicants.map(({ id, choices, wishes = [] }) => ({
      id,
      choices: choices ? choices.map(groupOf) : wishes.map(groupOf),
    })),
    places: projects
      ? projects.map(({ id, seats, host }) => ({ id, seats, ranking: rankings.get(host) ?? null }))
      : (places ?? mentors).map(({ id, seats, ranking = null }) => ({ id, seats, ranking })),
  }
}

function groupOf(choice: string | readonly string[]): readonly string[] {
  return typeof choice === 'string' ? [choice] : choice
}

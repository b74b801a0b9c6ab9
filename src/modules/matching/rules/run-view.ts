import type { Couple } from './couples.ts'
import type { RoundPlace } from './round.ts'

export interface ViewedApplicant {
  id: string
  choices: readonly (readonly string[])[]
  /** Of a couple: where the other stands among the applicants, and the other's place of each choice. */
  partner?: { at: number; choices: readonly string[] }
}

/** A round of any method as its result is told: choices in groups of equals, and places with whom they rank. */
export interface RunView {
  applicants: readonly ViewedApplicant[]
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
  couples?: readonly Couple[]
}

/** The inputs of a method as a view: a project is a place that ranks like its host, a mentor one that ranks nobody. */
export function viewOf(inputs: AnyInputs): RunView {
  const { projects, hosts, places, mentors = [] } = inputs
  const coupled = coupledOf(inputs)
  const rankings = new Map(hosts?.map(({ id, ranking }) => [id, ranking]))
  return {
    applicants: inputs.applicants.map(
      ({ id, choices, wishes = [] }) =>
        coupled.get(id) ?? {
          id,
          choices: choices ? choices.map(groupOf) : wishes.map(groupOf),
        },
    ),
    places: projects
      ? projects.map(({ id, seats, host }) => ({ id, seats, ranking: rankings.get(host) ?? null }))
      : (places ?? mentors).map(({ id, seats, ranking = null }) => ({ id, seats, ranking })),
  }
}

function groupOf(choice: string | readonly string[]): readonly string[] {
  return typeof choice === 'string' ? [choice] : choice
}

/** Who is of a couple, with the own places of the common list. */
function coupledOf({ applicants, couples = [] }: AnyInputs): Map<string, ViewedApplicant> {
  const at = new Map(applicants.map(({ id }, who) => [id, who]))
  const seen = (id: string, partner: string, own: 0 | 1, { choices }: Couple) =>
    [
      id,
      {
        id,
        choices: choices.map((pair) => [pair[own]]),
        partner: { at: at.get(partner)!, choices: choices.map((pair) => pair[1 - own]!) },
      },
    ] as const
  return new Map(
    couples.flatMap((couple) => [
      seen(couple.first, couple.second, 0, couple),
      seen(couple.second, couple.first, 1, couple),
    ]),
  )
}

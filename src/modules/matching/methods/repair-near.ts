import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { nearProjects, nearTies } from '../rules/repair-near.ts'
import { groups, envelope, method, name, placeInput, proved, seedText } from './method.ts'
import type { Certified, Opened, Verified } from './method.ts'
import { changedBy, repairFaults, repairSaid, withdrawnInput } from './repair-parts.ts'
import { checkSharedResult, sharedInputs, sharedQuotas } from './shared-quotas.ts'
import { checkTiedResult, tiesKept } from './ties-kept.ts'

const guarantee =
  'stable again as the method promises; of what was tried it changes the fewest people, which need not be the fewest of all'

const repaired = { before: z.array(name.nullable()), withdrawn: withdrawnInput }

const tiedSchema = z.object({
  ...envelope,
  algorithm: z.literal('kept places after a withdrawal, ties kept'),
  guarantee: z.literal(guarantee),
  inputs: z.object({
    seed: seedText,
    applicants: z.array(z.object({ id: name, choices: groups })),
    places: z.array(placeInput),
    ties: z.literal('kept'),
    ...repaired,
  }),
  result: z.array(name.nullable()),
})
const projectSchema = z.object({
  ...envelope,
  algorithm: z.literal('kept places after a project withdrew, under shared quotas'),
  guarantee: z.literal(guarantee),
  inputs: sharedInputs.extend({ ...repaired, leaves: z.literal('project') }),
  result: z.array(name.nullable()),
})

type TiedRepair = z.infer<typeof tiedSchema>
type ProjectRepair = z.infer<typeof projectSchema>

/** Somebody drops out of a round whose ties were kept. */
export const repairTies = method<TiedRepair>({
  name: 'repair-ties',
  files: 0,
  algorithm: 'kept places after a withdrawal, ties kept',
  guarantee,
  schema: tiedSchema,
  read: null,
  faults(inputs) {
    const found = [
      ...tiesKept.faults(inputs),
      ...repairFaults(inputs, inputs.applicants, inputs.places),
    ]
    if (found.length > 0) return found
    return byTies(inputs, inputs.before).proved ? [] : [m('repair.unstable')]
  },
  run(inputs) {
    const round = tiedWithout(inputs)
    const anew = [...tiesKept.run(round).result]
    const near = nearTies(round, inputs.before, inputs.withdrawn)
    return { result: nearest(inputs, [near, anew], (result) => byTies(round, result)) }
  },
  check: ({ inputs, result }) =>
    checked(inputs, result, byTies(tiedWithout(inputs), result), m('ties.proved')),
  explain: ({ inputs, result }, applicant, place) =>
    repairSaid('near', inputs, result, applicant, { id: place, known: inputs.places }),
})

/** A project drops out of a round in which it shared the seats of its host. */
export const repairProject = method<ProjectRepair>({
  name: 'repair-project',
  files: 0,
  algorithm: 'kept places after a project withdrew, under shared quotas',
  guarantee,
  schema: projectSchema,
  read: null,
  faults(inputs) {
    const found = [
      ...sharedQuotas.faults(inputs),
      ...repairFaults(inputs, inputs.applicants, inputs.projects),
    ]
    if (found.length > 0) return found
    return byProjects(inputs, inputs.before).proved ? [] : [m('repair.unstable')]
  },
  run(inputs) {
    const round = projectsWithout(inputs)
    const anew = [...sharedQuotas.run(round).result]
    const near = nearProjects(round, inputs.before, inputs.withdrawn.id)
    return { result: nearest(inputs, [...near, anew], (result) => byProjects(round, result)) }
  },
  check: ({ inputs, result }) =>
    checked(inputs, result, byProjects(projectsWithout(inputs), result), m('shared.proved')),
  explain: ({ inputs, result }, applicant, place) =>
    repairSaid('near', inputs, result, applicant, { id: place, known: inputs.projects }),
})

/** The inputs of such a repair, also of a run that was repaired before: who left then stays away. */
export function tiedRepairInputs(
  { run }: Pick<Opened, 'run'>,
  withdrawn: Withdrawn,
): Certified['inputs'] {
  const given = run.inputs as Omit<TiedRepair['inputs'], 'withdrawn'> & { withdrawn?: Withdrawn }
  const { seed, places } = given
  const { applicants } = given.withdrawn
    ? tiedWithout({ ...given, withdrawn: given.withdrawn })
    : given
  const inputs = {
    seed,
    applicants,
    places,
    ties: 'kept' as const,
    before: [...run.result],
    withdrawn,
  }
  return inputs
}

/** The same after a project dropped out. */
export function projectRepairInputs(
  { run }: Pick<Opened, 'run'>,
  withdrawn: Withdrawn,
): Certified['inputs'] {
  const given = run.inputs as Omit<ProjectRepair['inputs'], 'withdrawn'> & { withdrawn?: Withdrawn }
  const { seed, projects, hosts } = given
  const { applicants } = given.withdrawn
    ? projectsWithout({ ...given, withdrawn: given.withdrawn })
    : given
  const inputs = { seed, applicants, projects, hosts, before: [...run.result], withdrawn }
  return { ...inputs, leaves: 'project' } as Certified['inputs']
}

/** Who dropped out wishes for nothing; a place that dropped out is wished for by nobody. */
function tiedWithout<Given extends Pick<TiedRepair['inputs'], 'applicants' | 'withdrawn'>>(
  given: Given,
): Given {
  const { side, id } = given.withdrawn
  const applicants = given.applicants.map((each) => {
    if (side === 'applicant') return each.id === id ? { ...each, choices: [] } : each
    const choices = each.choices.map((group) => group.filter((place) => place !== id))
    return { ...each, choices: choices.filter((group) => group.length > 0) }
  })
  return { ...given, applicants }
}

function projectsWithout<Given extends Pick<ProjectRepair['inputs'], 'applicants' | 'withdrawn'>>(
  given: Given,
): Given {
  const { side, id } = given.withdrawn
  const applicants = given.applicants.map((each) => {
    if (side === 'applicant') return each.id === id ? { ...each, choices: [] } : each
    return { ...each, choices: each.choices.filter((place) => place !== id) }
  })
  return { ...given, applicants }
}

/** What the check of the method says of a result. */
function byTies(
  { seed, applicants, places }: Pick<TiedRepair['inputs'], 'seed' | 'applicants' | 'places'>,
  result: readonly (string | null)[],
): Verified {
  return checkTiedResult({ inputs: { seed, applicants, places }, result: [...result] })
}

function byProjects(
  {
    seed,
    applicants,
    projects,
    hosts,
  }: Omit<ProjectRepair['inputs'], 'before' | 'withdrawn' | 'leaves'>,
  result: readonly (string | null)[],
): Verified {
  return checkSharedResult(
    { inputs: { seed, applicants, projects, hosts }, result: [...result] },
    false,
  )
}

/** Of sound results the one that changes the fewest; the last is the round matched anew, which is always sound. */
function nearest(
  inputs: Parameters<typeof changedBy>[0],
  results: readonly (string | null)[][],
  check: (result: readonly (string | null)[]) => Verified,
): (string | null)[] {
  return results
    .filter((result, at) => at === results.length - 1 || check(result).proved)
    .reduce((best, each) => (changedBy(inputs, each) < changedBy(inputs, best) ? each : best))
}

function checked(
  inputs: Parameters<typeof changedBy>[0],
  result: readonly (string | null)[],
  found: Verified,
  said: Message,
): Verified {
  if (!found.proved) return found
  return proved(result, [said, m('repair.near', { count: changedBy(inputs, result) })])
}

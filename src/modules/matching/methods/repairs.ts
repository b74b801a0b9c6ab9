import type { Certificate } from '../certificate.ts'
import type { Withdrawn } from '../rules/repair.ts'
import type { Certified, Method, Opened } from './method.ts'
import { mentorRepairInputs, repairMentors } from './repair-mentors.ts'
import { oneMentorRepairInputs, repairOneMentor } from './one-mentor.ts'
import { oneSidedRepairInputs, repairOneSided } from './repair-one-sided.ts'
import { repair, repairInputs } from './repair.ts'
import { choiceRepairInputs, repairReserves, repairShared } from './repair-choices.ts'
import { projectRepairInputs, repairProject, repairTies, tiedRepairInputs } from './repair-near.ts'

/** The repairs, each of the rounds of its kind. */
export const repairs: readonly Method[] = [
  repair,
  repairOneSided,
  repairMentors,
  repairOneMentor,
  repairReserves,
  repairShared,
  repairTies,
  repairProject,
]

type SharedRepaired = Parameters<typeof choiceRepairInputs>[0] & { leaves?: unknown }

/** A repair that can be run: what is the least disturbance depends on what the method promises. */
export interface Repair {
  method: Method
  inputs: Certified['inputs']
}

/** Whether a repair changes the fewest people that it can; of others only what was tried is told. */
export function isLeastRepair({ method }: Pick<Repair, 'method'>): boolean {
  return method !== repairTies && method !== repairProject
}

/**
 * The repair of a run after somebody withdrew; null of methods that have none, whose rounds are matched anew.
 * The run must have proved itself.
 */
export function repairOf({ method, run }: Opened, withdrawn: Withdrawn): Repair | null {
  const { result } = run
  switch (method) {
    case 'lottery':
    case 'repair': {
      const certificate = run as unknown as Certificate
      return { method: repair, inputs: repairInputs(certificate, withdrawn) }
    }
    case 'rank-maximal':
    case 'fair':
    case 'repair-one-sided': {
      const given = run.inputs as Parameters<typeof oneSidedRepairInputs>[1] & {
        aim?: 'rank-maximal' | 'fair'
      }
      const aim = given.aim ?? (method === 'fair' ? 'fair' : 'rank-maximal')
      const inputs = oneSidedRepairInputs(aim, given, [...result], withdrawn)
      return { method: repairOneSided, inputs }
    }
    case 'coupled-mentors':
    case 'repair-mentors': {
      const { industry } = run as unknown as { industry: (string | null)[] }
      const given = run.inputs as Parameters<typeof mentorRepairInputs>[0]
      const before = { academic: [...result], industry }
      return { method: repairMentors, inputs: mentorRepairInputs(given, before, withdrawn) }
    }
    case 'mentors':
    case 'repair-one-mentor': {
      const given = run.inputs as Parameters<typeof oneMentorRepairInputs>[0]
      const inputs = oneMentorRepairInputs(given, [...result], withdrawn)
      return { method: repairOneMentor, inputs }
    }
    case 'reserves':
    case 'repair-reserves': {
      const given = run.inputs as Parameters<typeof choiceRepairInputs>[0]
      return { method: repairReserves, inputs: choiceRepairInputs(given, result, withdrawn) }
    }
    case 'shared-quotas':
    case 'repair-shared':
    case 'repair-project': {
      if (withdrawn.side === 'place') {
        return { method: repairProject, inputs: projectRepairInputs({ run }, withdrawn) }
      }
      const { leaves: _project, ...given } = run.inputs as SharedRepaired
      return { method: repairShared, inputs: choiceRepairInputs(given, result, withdrawn) }
    }
    case 'ties-kept':
    case 'repair-ties':
      return { method: repairTies, inputs: tiedRepairInputs({ run }, withdrawn) }
    default:
      return null
  }
}

/** The repair that inputs are of; null of inputs of a round. */
export function repairFor(inputs: object): Method | null {
  if (!('withdrawn' in inputs)) return null
  if ('mentors' in inputs) return 'industryBefore' in inputs ? repairMentors : repairOneMentor
  if ('hosts' in inputs) return 'leaves' in inputs ? repairProject : repairShared
  if ('ties' in inputs) return repairTies
  if ('aim' in inputs) return repairOneSided
  return isReserved(inputs) ? repairReserves : repair
}

function isReserved(inputs: object): boolean {
  const { places = [] } = inputs as { places?: readonly object[] }
  return places.some((place) => 'reserves' in place)
}

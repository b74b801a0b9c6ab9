import { asideStream, asideTask } from '#kernel/files'
import type * as explainingMentors from '../aside/explain-mentors.ts'
import type * as explaining from '../aside/explain-tasks.ts'
import type * as mentorRuns from '../aside/mentor-runs.ts'
import type * as plainRuns from '../aside/plain-runs.ts'
import type * as repairing from '../aside/repair-tasks.ts'
import type * as rounds from '../aside/round-tasks.ts'

const roundTasks = new URL('../aside/round-tasks.ts', import.meta.url)
const explainTasks = new URL('../aside/explain-tasks.ts', import.meta.url)
const mentorTasks = new URL('../aside/explain-mentors.ts', import.meta.url)
const mentorRunTasks = new URL('../aside/mentor-runs.ts', import.meta.url)
const plainRunTasks = new URL('../aside/plain-runs.ts', import.meta.url)
const repairTasks = new URL('../aside/repair-tasks.ts', import.meta.url)

// What somebody else sent, and what takes long, is worked on in threads of their own.
export const findFaultsAside = asideTask<typeof rounds, 'findFaults'>(roundTasks, 'findFaults')
export const freezeListsAside = asideTask<typeof rounds, 'freezeLists'>(roundTasks, 'freezeLists')
export const checkCertificateAside = asideTask<typeof rounds, 'checkCertificate'>(
  roundTasks,
  'checkCertificate',
)
export const runFrozenAside = asideStream<typeof rounds, 'runFrozen'>(roundTasks, 'runFrozen', {
  seconds: 1_800,
})
export const explainApplicantAside = asideTask<typeof explaining, 'explainApplicant'>(
  explainTasks,
  'explainApplicant',
)
export const explainPlaceAside = asideTask<typeof explaining, 'explainPlace'>(
  explainTasks,
  'explainPlace',
)
export const tryWithoutAside = asideTask<typeof repairing, 'tryWithout'>(repairTasks, 'tryWithout')
export const explainStudentAside = asideTask<typeof explainingMentors, 'explainStudent'>(
  mentorTasks,
  'explainStudent',
)
export const explainMentorAside = asideTask<typeof explainingMentors, 'explainMentor'>(
  mentorTasks,
  'explainMentor',
)
/**
 * Gives students an academic and an industry mentor with a language that all three share, and proves the result, in a thread
 * of its own: the cheapest for small rounds, else within a bound. Null where the inputs are faulty.
 */
export const matchMentors = asideTask<typeof mentorRuns, 'runMentors'>(
  mentorRunTasks,
  'runMentors',
  { seconds: 90 },
)
/**
 * Runs a plain round (lists on both sides, ties broken by one lottery) and proves that its result is stable and the best such
 * result for applicants, in a thread of its own. Null where the inputs are faulty.
 */
export const matchRound = asideTask<typeof plainRuns, 'runPlain'>(plainRunTasks, 'runPlain', {
  seconds: 90,
})

import { coupledMentors, type MentorInputs } from '../methods/coupled-mentors.ts'
import type { Certified } from '../methods/method.ts'

/** A round of mentors as another module has it run: the certificate, and whether the checker has proved it. */
export interface MentorRun {
  certificate: Certified
  proved: boolean
}

/** Runs mentors of both kinds and proves the result, or gives back null where the inputs are faulty; for `asideTask`. */
export async function runMentors(inputs: MentorInputs): Promise<MentorRun | null> {
  if (coupledMentors.faults(inputs).length > 0) return null
  const certificate = await coupledMentors.runBest(inputs)
  return { certificate, proved: coupledMentors.open(certificate)?.verify().proved ?? false }
}

import type { Refusal, Work } from '#kernel/database'
import { mergePersons, type PersonReference } from '#kernel/identity'
import { organisationsAround, pairBeside } from '../queries/duplicates.ts'
import { absent, faulty } from './refusals.ts'

/**
 * Merges two persons who are one: everything that any part of the house holds of the one goes to the other, who stays.
 * The former id leads to the one who stays, and the merge is written down with what was moved.
 */
export async function mergeDuplicates(
  work: Work,
  references: readonly PersonReference[],
  given: { pair: readonly [string, string]; staying: string | undefined },
): Promise<{ staying: string } | Refusal> {
  if (!(await pairBeside(work, given.pair))) return absent()
  const [one, other] = given.pair
  if (given.staying !== one && given.staying !== other) return faulty('staying', 'fault.choose-who')
  const from = given.staying === one ? other : one
  const organisationIds = await organisationsAround(work, given.pair)
  const merged = await mergePersons(
    work,
    { from, into: given.staying, organisationIds },
    references,
  )
  return 'refusal' in merged ? merged : { staying: given.staying }
}

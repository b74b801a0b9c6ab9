import { personOf, type Refusal, type Work } from '#kernel/database'
import { mergePersons, type PersonReference } from '#kernel/identity'
import { personsToldApart } from '../entries.ts'
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

/** Writes down that two persons who look like one are two, so that nobody is asked about them again. */
export async function tellApart(
  work: Work,
  pair: readonly [string, string],
): Promise<{ toldApart: boolean } | Refusal> {
  if (!(await pairBeside(work, pair))) return absent()
  const [one, other] = pair.toSorted() as [string, string]
  const entry = personsToldApart({
    object: { kind: 'person', id: one },
    organisationIds: [],
    personId: one,
    data: { one, other },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('persons_told_apart')
      .values({
        one_person_id: one,
        other_person_id: other,
        decided_by: personOf(work.actor),
        decided_at: work.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { toldApart: true }
  })
}

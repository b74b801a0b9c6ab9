import { type PersonalData, renamePerson, renamePersonOnce, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { endCall } from './checks.ts'

/** What care tells of what it holds of a person. */
export const careData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { answers } = await exportCareOf(work, personId)
    return [{ what: m('held.answers'), count: answers.length, stays: null }]
  },
}

/** Every question that was asked of a person, with what they answered. */
export async function exportCareOf(work: Work, personId: string) {
  const answers = await work.read
    .selectFrom('care_answers as x')
    .innerJoin('care_checks as c', 'c.id', 'x.check_id')
    .select(['x.check_id', 'c.words', 'c.asked_at', 'x.place', 'x.country'])
    .select(['x.answer', 'x.note', 'x.answered_at'])
    .where('x.person_id', '=', personId)
    .orderBy('c.asked_at')
    .orderBy('x.check_id')
    .execute()
  return { answers }
}

/** Removes what a person answered, and that they were asked: nothing rests on it. */
export async function eraseCareOf(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const gone = await work.writeUnchronicled((tx) =>
    tx.deleteFrom('care_answers').where('person_id', '=', personId).returning('check_id').execute(),
  )
  // Nobody is left to be helped: an office would look for whom it cannot find.
  for (const { check_id: checkId } of gone) await endCall(work, checkId)
  return { kept: [] }
}

/** Moves answers, and what was asked of others, to the one who stays. */
export async function mergeCareOf(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await renamePersonOnce(tx, 'care_answers', { person: 'person_id', of: 'check_id' }, from, into)
    await renamePerson(tx, { care_checks: ['asked_by'] }, from, into)
  })
}

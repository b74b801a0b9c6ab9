import { isRefused, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { mentorsReminded } from '../entries.ts'
import { mentorshipById } from '../queries/mentorships.ts'
import { heldMentors, studentById } from '../queries/students.ts'
import { aboutMentorship, newsOf } from './about.ts'
import { askMentor } from './asks.ts'

const dayMs = 86_400_000

/**
 * Asks those mentors again who have not answered for these students, by a new letter with a new link; nobody more than once a
 * day, nobody without an address, and each by itself: where the letter is refused the link of the earlier one stands. Gives
 * back how many were asked.
 */
export async function remindMentors(work: Work, menteeIds: readonly string[]): Promise<number> {
  let reminded = 0
  for (const menteeId of new Set(menteeIds)) {
    const student = await studentById(work, menteeId)
    if (!student || !work.may('mentorship.student.propose', student)) continue
    for (const { id, state } of await heldMentors(work, [menteeId])) {
      if (state !== 'proposed') continue
      const done = await work.savepoint((part) => remind(part, id))
      if (!isRefused(done) && done) reminded += 1
    }
  }
  return reminded
}

async function remind(work: Work, mentorshipId: string): Promise<boolean | Refusal> {
  const asked = await mentorshipById(work, mentorshipId, 'lock')
  if (asked?.state !== 'proposed' || asked.mentor_email === null) return false
  const last = asked.reminded_at ?? asked.proposed_at
  if (work.now.getTime() - last.getTime() < dayMs) return false
  // The link of the earlier letter gives way to that of the new one.
  await revokeActLinks(work, { objectIds: [asked.id] }, 'cancelled')
  const failed = await askMentor(work, asked)
  if (failed) return failed
  const entry = mentorsReminded({ ...aboutMentorship(asked), data: newsOf(asked) })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentorships')
      .set({ reminded_at: work.now })
      .where('id', '=', asked.id)
      .execute(),
  )
  return true
}

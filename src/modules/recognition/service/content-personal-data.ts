import type { Work } from '#kernel/database'
import { questionsAsked } from '../queries/content-questions.ts'
import { closeQuestions } from './content-questions.ts'

/** The questions that a person was asked and what they answered, for the person who asks for it. */
export function exportQuestions(work: Work, personId: string) {
  return questionsAsked(work, personId)
}

/** Takes open questions to a person back and forgets their name; an answer stays as evidence under their id. */
export async function eraseQuestions(work: Work, personId: string): Promise<void> {
  const asked = await questionsAsked(work, personId)
  await closeQuestions(
    work,
    asked.filter(({ state }) => state === 'open').map(({ id }) => id),
  )
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('content_questions')
      .set({ asked_name: '–' })
      .where('asked_person_id', '=', personId)
      .execute(),
  )
}

/** Moves questions to a person, and what they asked, to the one who stays. */
export async function mergeQuestions(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('content_questions')
      .set({ asked_person_id: into })
      .where('asked_person_id', '=', from)
      .execute()
    await tx
      .updateTable('content_questions')
      .set({ asked_by: into })
      .where('asked_by', '=', from)
      .execute()
  })
}

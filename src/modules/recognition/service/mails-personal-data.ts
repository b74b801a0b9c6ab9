import type { Work } from '#kernel/database'
import { eraseMailsAbout, incomingAbout } from '#kernel/mail'

/** The mails that came in about a person's cases, as they were filed or wait to be. */
export async function exportMails(work: Work, personId: string): Promise<Record<string, unknown>> {
  return { mails: await incomingAbout(work, 'recognition-case', await casesOf(work, personId)) }
}

/** Removes the mails that came in about a person's cases: what others wrote of them goes with what they sent. */
export async function eraseMails(work: Work, personId: string): Promise<void> {
  await eraseMailsAbout(work, 'recognition-case', await casesOf(work, personId))
}

async function casesOf(work: Work, personId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('recognition_cases')
    .select('id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}

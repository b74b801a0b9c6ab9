import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { mergeRecords } from './records-of-persons.ts'

/** What exhibitions tell of what they hold of a person: what they signed or mentored, and what they said of others. */
export const exhibitionsData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { signed, mentored, reviews } = await exportPersonExhibitions(work, personId)
    return [
      {
        what: m('held.signed'),
        count: signed.length,
        stays: m('held.signed-stay'),
        correct: '/exhibitions/office',
      },
      { what: m('held.mentored'), count: mentored.length, stays: null },
      { what: m('held.reviews'), count: reviews.length, stays: m('held.reviews-stay') },
    ]
  },
}

/** What a person signed and mentored, with its texts, and what they said of exhibitions. */
export async function exportPersonExhibitions(work: Work, personId: string) {
  const shows = await work.read
    .selectFrom('exhibitions')
    .select(['id', 'author_id', 'mentor_id', 'created_at', 'public_number'])
    .where((eb) => eb.or([eb('author_id', '=', personId), eb('mentor_id', '=', personId)]))
    .orderBy('created_at')
    .execute()
  const signed = shows.filter(({ author_id }) => author_id === personId)
  const texts =
    signed.length === 0
      ? []
      : await work.read
          .selectFrom('exhibition_texts')
          .select(['exhibition_id', 'part_id', 'field', 'language', 'value'])
          .where(
            'exhibition_id',
            'in',
            signed.map(({ id }) => id),
          )
          .execute()
  const reviews = await work.read
    .selectFrom('exhibition_reviews')
    .select(['exhibition_id', 'verdict', 'note', 'given_at'])
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .execute()
  return {
    signed: signed.map(({ id, created_at, public_number }) => ({
      id,
      created_at,
      public_number,
      texts: texts.filter(({ exhibition_id }) => exhibition_id === id),
    })),
    mentored: shows.filter(({ mentor_id }) => mentor_id === personId).map(({ id }) => id),
    reviews,
  }
}

/** Takes a person's name off: their works stay as the institution's, unsigned, and what they said of others loses its words. */
export async function erasePersonExhibitions(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { signed, reviews } = await exportPersonExhibitions(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('exhibitions')
      .set({ mentor_id: null })
      .where('mentor_id', '=', personId)
      .execute()
    await tx
      .updateTable('exhibitions')
      .set({ author_id: null, mentor_id: null, kind: 'institution' })
      .where('author_id', '=', personId)
      .execute()
    await tx
      .updateTable('exhibition_texts')
      .set({ changed_by: null })
      .where('changed_by', '=', personId)
      .execute()
    await tx
      .updateTable('exhibition_reviews')
      .set({ person_id: null, note: '–' })
      .where('person_id', '=', personId)
      .execute()
  })
  return { kept: signed.length + reviews.length > 0 ? [m('held.signed-stay')] : [] }
}

/** Of two who are one, what either signed, mentored or said is the other's. */
export async function mergePersonExhibitions(
  work: Work,
  from: string,
  into: string,
): Promise<void> {
  await mergeRecords(work, from, into)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('exhibitions')
      .set({ mentor_id: null })
      .where('author_id', 'in', [from, into])
      .where('mentor_id', 'in', [from, into])
      .execute()
    await tx
      .updateTable('exhibitions')
      .set({ author_id: into })
      .where('author_id', '=', from)
      .execute()
    await tx
      .updateTable('exhibitions')
      .set({ mentor_id: into })
      .where('mentor_id', '=', from)
      .execute()
    await tx
      .updateTable('exhibition_reviews')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    await tx
      .updateTable('exhibition_texts')
      .set({ changed_by: into })
      .where('changed_by', '=', from)
      .execute()
  })
}

import { sql } from 'kysely'
import { type PersonalData, renamePerson, type Work } from '#kernel/database'
import { formerIds } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** What exhibitions tell of what they hold of a person: what they signed or mentored, said of others, and did for a holder. */
export const exhibitionsData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { signed, mentored, reviews, acts } = await exportPersonExhibitions(work, personId)
    return [
      {
        what: m('held.signed'),
        count: signed.length,
        stays: m('held.signed-stay'),
        correct: '/exhibitions/office',
      },
      { what: m('held.mentored'), count: mentored.length, stays: null },
      { what: m('held.reviews'), count: reviews.length, stays: m('held.reviews-stay') },
      { what: m('held.acts'), count: acts.length, stays: m('held.acts-stay') },
    ]
  },
}

/** What a person signed and mentored, with its texts, what they said of exhibitions, and what they did for institutions. */
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
    acts: await actsOf(work, personId),
  }
}

interface Act {
  act: string
  /** Of the exhibition, the object or the medium. */
  id: string
  at: Date
  /** The reason that was written with it; null where none is. */
  words: string | null
}

/** What somebody did for an institution. What was published is never changed: it goes on naming whoever they were before a merge. */
async function actsOf(work: Work, personId: string): Promise<Act[]> {
  const ids = sql`(${sql.join([personId, ...(await formerIds(work, personId))].map((id) => sql`${id}::uuid`))})`
  const { rows } = await sql<Act>`
    select 'began an exhibition' as act, id, created_at as at, null as words
      from exhibitions where created_by in ${ids}
    union all
    select 'published an exhibition', exhibition_id, published_at, null
      from exhibition_versions where published_by in ${ids}
    union all
    select 'wrote for an exhibition', exhibition_id, max(changed_at), null
      from exhibition_texts where changed_by in ${ids} group by exhibition_id
    union all
    select 'described an object', id, created_at, null
      from exhibition_objects where created_by in ${ids}
    union all
    select 'added a medium', id, created_at, null
      from exhibition_media where created_by in ${ids}
    union all
    select 'took an object back', object_id, withdrawn_at, reason
      from exhibition_withdrawals where withdrawn_by in ${ids}
    union all
    select 'let an object be shown again', object_id, returned_at, null
      from exhibition_withdrawals where returned_by in ${ids}
    order by at, act, id`.execute(work.read as never)
  return rows
}

/** Takes a person's name off: their works stay as the institution's, unsigned, and what they said of others loses its words. */
export async function erasePersonExhibitions(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { signed, reviews, acts } = await exportPersonExhibitions(work, personId)
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
  return {
    kept: [
      ...(signed.length + reviews.length > 0 ? [m('held.signed-stay')] : []),
      ...(acts.length > 0 ? [m('held.acts-stay')] : []),
    ],
  }
}

/** Of two who are one, what either signed, mentored, said or did is the other's. */
export async function mergePersonExhibitions(
  work: Work,
  from: string,
  into: string,
): Promise<void> {
  const columns = {
    exhibitions: ['created_by', 'author_id', 'mentor_id'],
    exhibition_objects: ['created_by'],
    exhibition_media: ['created_by'],
    exhibition_withdrawals: ['withdrawn_by', 'returned_by'],
    exhibition_reviews: ['person_id'],
    exhibition_texts: ['changed_by'],
  } as const
  await work.writeUnchronicled(async (tx) => {
    // Nobody reviews their own work.
    await tx
      .updateTable('exhibitions')
      .set({ mentor_id: null })
      .where('author_id', 'in', [from, into])
      .where('mentor_id', 'in', [from, into])
      .execute()
    await renamePerson(tx, columns, from, into)
  })
}

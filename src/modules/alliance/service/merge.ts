import { sql } from 'kysely'
import type { Work } from '#kernel/database'

/**
 * Moves what the alliance holds from one person to the other who is the same. Where both took part in one year, the
 * steps of the former are kept with the participation that stays.
 */
export async function mergePersons(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    // Two who were told apart and are one after all; what was said of the former with others goes with it.
    await tx
      .deleteFrom('persons_told_apart')
      .where((eb) => eb.or([eb('one_person_id', '=', from), eb('other_person_id', '=', from)]))
      .execute()
    await tx
      .updateTable('persons_told_apart')
      .set({ decided_by: into })
      .where('decided_by', '=', from)
      .execute()
    await tx
      .updateTable('appointments')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    await tx
      .updateTable('appointments')
      .set({ appointed_by: into })
      .where('appointed_by', '=', from)
      .execute()
    await tx
      .updateTable('enrolments')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    const twice = await tx
      .selectFrom('cohort_members as former')
      .innerJoin(
        'cohort_members as staying',
        'staying.programme_year_id',
        'former.programme_year_id',
      )
      .select(['former.id as former_id', 'staying.id as staying_id'])
      .where('former.person_id', '=', from)
      .where('staying.person_id', '=', into)
      .execute()
    for (const { former_id, staying_id } of twice) {
      await tx
        .updateTable('cohort_steps as s')
        .set({ cohort_member_id: staying_id })
        .where('s.cohort_member_id', '=', former_id)
        .where(
          sql<boolean>`not exists (select 1 from cohort_steps t where t.cohort_member_id = ${staying_id} and t.kind = s.kind)`,
        )
        .execute()
      await tx.deleteFrom('cohort_steps').where('cohort_member_id', '=', former_id).execute()
      await tx.deleteFrom('cohort_members').where('id', '=', former_id).execute()
    }
    await tx
      .updateTable('cohort_members')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
  })
}

import { type Refusal, refuse, type Work } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import { cataloguePublished } from '../entries.ts'
import { courseIndexJob } from '../jobs.ts'
import { m } from '../messages/index.ts'
import { catalogueById, lockCataloguesOf } from '../queries/catalogues.ts'
import { absentCatalogue } from './stage-catalogue.ts'

/**
 * Makes an import the current catalogue of its institution by one flip of a pointer: whoever reads sees
 * the old catalogue or the new one, whole. A replaced catalogue can be made current again in the same way.
 */
export async function publishCatalogue(
  work: Work,
  catalogueId: string,
): Promise<{ organisationId: string; courses: number } | Refusal> {
  const seen = await catalogueById(work, catalogueId)
  if (!seen || !work.may('recognition.catalogue.import', seen)) return absentCatalogue()
  await lockCataloguesOf(work, seen.organisation_id)
  const found = await catalogueById(work, catalogueId)
  if (!found) return absentCatalogue()
  if (found.state === 'published') return refuse(409, m('catalogue.refusal.is-published'))
  if (found.state !== 'ready' && found.state !== 'replaced') {
    return refuse(409, m('catalogue.refusal.not-ready'))
  }
  const entry = cataloguePublished({
    object: { kind: 'recognition-catalogue', id: found.id },
    organisationIds: [found.organisation_id],
    data: { courses: found.rows_taken, problems: found.rows_wrong, file: found.file_name },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('catalogues')
      .set({ state: 'replaced' })
      .where('organisation_id', '=', found.organisation_id)
      .where('state', '=', 'published')
      .execute()
    await tx
      .updateTable('catalogues')
      .set({ state: 'published', published_at: work.now })
      .where('id', '=', found.id)
      .execute()
    await tx
      .insertInto('current_catalogues')
      .values({ organisation_id: found.organisation_id, catalogue_id: found.id })
      .onConflict((conflict) =>
        conflict.column('organisation_id').doUpdateSet({ catalogue_id: found.id }),
      )
      .execute()
  })
  await enqueue(
    work,
    courseIndexJob,
    { organisationId: found.organisation_id },
    { singletonKey: found.organisation_id },
  )
  return { organisationId: found.organisation_id, courses: found.rows_taken }
}

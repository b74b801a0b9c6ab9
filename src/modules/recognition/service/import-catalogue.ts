import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type ReceivedFile, removeFile } from '#kernel/files'
import { enqueue } from '#kernel/jobs'
import type { CatalogueReading, CatalogueSample } from '../formats/catalogue-reading.ts'
import { catalogueCleanUpJob, catalogueImportJob } from '../jobs.ts'
import { m } from '../messages/index.ts'
import { catalogueForUpdate } from '../queries/catalogues.ts'
import { absentCatalogue } from './stage-catalogue.ts'

/** A catalogue's file with how it is to be read. */
export interface BeginCatalogue {
  organisationId: string
  fileName: string
  format: string
  encoding: string | null
  /** Null where the rows come from elsewhere than a stored file. */
  file: ReceivedFile | null
  sample: CatalogueSample
  reading: CatalogueReading
}

/** Takes a catalogue's file in as a draft: its columns are agreed to before anything is read into tables. */
export async function beginCatalogue(
  work: Work,
  input: BeginCatalogue,
): Promise<{ catalogueId: string } | Refusal> {
  // Only what names an organisation of theirs reaches the database, where anything but an id is an error.
  const organisation = work.may('recognition.catalogue.import', {
    organisation_id: input.organisationId,
  })
    ? await work.read
        .selectFrom('organisations')
        .select(['id', 'origin'])
        .where('id', '=', input.organisationId)
        .executeTakeFirst()
    : undefined
  if (!organisation) {
    const message = m('catalogue.refusal.organisation')
    return refuse(422, message, { organisation: message })
  }
  const id = randomUUIDv7()
  const { origin } = organisation
  const owner = { ownerKind: 'recognition.catalogue', ownerId: id, origin }
  const file = input.file ? await addFile(work, input.file, owner) : null
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('catalogues')
      .values({
        id,
        origin,
        organisation_id: input.organisationId,
        file_name: input.fileName,
        format: input.format,
        encoding: input.encoding,
        file_id: file?.id ?? null,
        mapping: JSON.stringify(input.reading),
        sample: JSON.stringify(input.sample),
        rows_expected: null,
        failure: null,
        imported_by: personOf(work.actor),
        created_at: work.now,
        finished_at: null,
        published_at: null,
      })
      .execute(),
  )
  return { catalogueId: id }
}

/** Changes how a draft is read; with a new sample where another sheet was chosen. */
export async function changeReading(
  work: Work,
  input: { catalogueId: string; reading: CatalogueReading; sample?: CatalogueSample },
): Promise<{ catalogueId: string } | Refusal> {
  const found = await catalogueForUpdate(work, input.catalogueId)
  if (!found || !work.may('recognition.catalogue.import', found)) return absentCatalogue()
  if (!isOpen(found.state)) return refuse(409, m('catalogue.refusal.not-draft'))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('catalogues')
      .set({
        mapping: JSON.stringify(input.reading),
        ...(input.sample ? { sample: JSON.stringify(input.sample) } : {}),
      })
      .where('id', '=', found.id)
      .execute(),
  )
  return { catalogueId: found.id }
}

/**
 * Begins the reading of a draft, or of an import that failed, from its first row. A column for the code
 * is needed; without one for the credit the courses cannot be recognised, so that is refused too.
 */
export async function startImport(
  work: Work,
  input: { catalogueId: string; enqueue?: boolean },
): Promise<{ catalogueId: string } | Refusal> {
  const found = await catalogueForUpdate(work, input.catalogueId)
  if (!found || !work.may('recognition.catalogue.import', found)) return absentCatalogue()
  if (!isOpen(found.state)) return refuse(409, m('catalogue.refusal.not-draft'))
  const { columns } = found.mapping as CatalogueReading
  for (const field of ['code', 'credit'] as const) {
    if (columns[field] !== undefined) continue
    const message = m('table.no-column', { field })
    return refuse(422, message, { [`column.${field}`]: message })
  }
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('courses').where('catalogue_id', '=', found.id).execute()
    await tx.deleteFrom('catalogue_problems').where('catalogue_id', '=', found.id).execute()
    await tx
      .updateTable('catalogues')
      .set({
        state: 'importing',
        rows_read: 0,
        rows_taken: 0,
        rows_wrong: 0,
        rows_expected: null,
        failure: null,
        finished_at: null,
      })
      .where('id', '=', found.id)
      .execute()
  })
  if (input.enqueue !== false) {
    await enqueue(work, catalogueImportJob, { catalogueId: found.id })
  }
  return { catalogueId: found.id }
}

/** Discards an import that is not published; what it staged and its file are removed. */
export async function discardCatalogue(
  work: Work,
  catalogueId: string,
): Promise<{ organisationId: string } | Refusal> {
  const found = await catalogueForUpdate(work, catalogueId)
  if (!found || !work.may('recognition.catalogue.import', found)) return absentCatalogue()
  if (found.state === 'published') return refuse(409, m('catalogue.refusal.is-published'))
  if (found.state === 'discarded') return { organisationId: found.organisation_id }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('catalogues')
      .set({ state: 'discarded', file_id: null, sample: '{}', finished_at: work.now })
      .where('id', '=', found.id)
      .execute(),
  )
  if (found.file_id) await removeFile(work, found.file_id)
  await enqueue(work, catalogueCleanUpJob, { catalogueId: found.id })
  return { organisationId: found.organisation_id }
}

function isOpen(state: string): boolean {
  return state === 'draft' || state === 'failed'
}

import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { places, viewers } from './viewers.ts'

const origin = 'matrix.example'

/** Packed statements of the world. */
export interface WorldArchive {
  id: string
  label: string
  creator: string
  organisation: string
}

/** Archives of statements: of people who work with credit here, worked here, or work elsewhere. */
export async function insertArchives(database: Database, now: Date): Promise<WorldArchive[]> {
  const specs = [
    'registrar here',
    'evaluator of the programme',
    'evaluator until yesterday',
    'coordinator elsewhere',
    'administrator here',
  ].map((label) => ({
    label: `by ${label}`,
    creator: viewers.find((viewer) => viewer.label === label)!.who.person!,
    organisation: places.home,
  }))
  const archives = specs.map((spec, number) => ({ ...spec, id: idOf(41, number + 1) }))
  for (const archive of archives) {
    await insert(database, 'statement_archives', [
      {
        id: archive.id,
        origin,
        created_by: archive.creator,
        home_organisation_id: archive.organisation,
        filter: {},
        first_language: 'th',
        second_language: 'en',
        named_in: 'en',
        statements: 1,
        created_at: now,
      },
    ])
  }
  return archives
}

import type { Database } from '#kernel/database'
import { usualLayout } from '../../src/modules/recognition/routes/office/layout-form.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

const origin = 'matrix.example'

/** The ids of what the registrar and the office of recognition keep. */
export const officeThings = {
  layouts: { home: idOf(12, 1), other: idOf(10, 2) },
  batches: { home: idOf(12, 3), other: idOf(10, 4) },
} as const

/** A layout of each school's registry, and a batch without rows: what may be done to it is asked, not what is in it. */
export async function insertOffice(database: Database, now: Date): Promise<void> {
  for (const at of ['home', 'other'] as const) {
    await insert(database, 'posting_layouts', [
      {
        id: officeThings.layouts[at],
        version: 1,
        organisation_id: places[at],
        name: `Layout ${at}`,
        definition: {
          ...usualLayout,
          columns: [{ heading: 'Ref', source: 'reference', format: '', replacements: {} }],
        },
        published_at: now,
      },
    ])
    await insert(database, 'posting_batches', [
      {
        id: officeThings.batches[at],
        origin,
        organisation_id: places[at],
        number: '2026-001',
        layout_id: officeThings.layouts[at],
        layout_version: 1,
        file_name: '2026-001',
        content_sha256: 'a'.repeat(64),
        rows_total: 1,
        created_by: subjects.principal,
        created_at: now,
      },
    ])
  }
}

import type { Database } from '#kernel/database'
import { usualLayout } from '../../src/modules/recognition/routes/office/layout-form.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

const origin = 'matrix.example'

/** The ids of what the registrar and the office of recognition keep. */
export const officeThings = {
  layouts: { home: idOf(12, 1), other: idOf(10, 2) },
  batches: { home: idOf(12, 3), other: idOf(10, 4) },
  referral: idOf(12, 5),
  sittings: { home: idOf(12, 6), other: idOf(12, 7) },
  sittingItem: idOf(12, 8),
  ruleSetDrafts: { home: idOf(9, 81), other: idOf(9, 82) },
} as const

/** A layout of each school's registry, and a batch without rows: what may be done to it is asked, not what is in it. */
export async function insertOffice(database: Database, now: Date): Promise<void> {
  for (const at of ['home', 'other'] as const) {
    const by = { created_by: subjects.principal, updated_by: subjects.principal }
    const draft = { id: officeThings.ruleSetDrafts[at], home_organisation_id: places[at], form: {} }
    await insert(database, 'rule_set_drafts', [
      { ...draft, ...by, created_at: now, updated_at: now },
    ])
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

/** A unit of the school is asked about the line of a case. */
async function insertReferral(
  database: Database,
  now: Date,
  found: { id: string; organisation: string; line: string; askedUnit: string | null },
): Promise<void> {
  await insert(database, 'line_referrals', [
    {
      id: officeThings.referral,
      organisation_id: found.organisation,
      case_id: found.id,
      case_line_id: found.line,
      unit_id: places.unit,
      question: 'What becomes of it?',
      asked_by: subjects.principal,
      asked_at: now,
      due_on: '2026-12-01',
    },
  ])
  await database.execute('update recognition_cases set line_unit_ids = $1 where id = $2', [
    [places.unit],
    found.id,
  ])
  found.askedUnit = places.unit
}

/** A sitting of each school's committee, with one case on the list of the first. */
async function insertSittings(
  database: Database,
  now: Date,
  found: { id: string; organisation: string },
): Promise<void> {
  for (const at of ['home', 'other'] as const) {
    await insert(database, 'committee_sittings', [
      {
        id: officeThings.sittings[at],
        origin,
        organisation_id: places[at],
        held_on: '2026-11-22',
        place: 'Room 1',
        quorum: 1,
        chair_id: subjects.principal,
        secretary_id: subjects.evaluatorWhoStudies,
        created_by: subjects.principal,
        created_at: now,
      },
    ])
  }
  await insert(database, 'committee_items', [
    {
      id: officeThings.sittingItem,
      sitting_id: officeThings.sittings.home,
      organisation_id: found.organisation,
      case_id: found.id,
      position: 1,
      proposal: 'As it stands',
      put_by: subjects.principal,
      put_at: now,
    },
  ])
}

/** What the office works on: a unit that is asked about a line, and the sittings of committees. */
export async function insertOfficeWork(
  database: Database,
  now: Date,
  found: Parameters<typeof insertReferral>[2],
): Promise<void> {
  await insertReferral(database, now, found)
  await insertSittings(database, now, found)
}

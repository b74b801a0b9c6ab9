import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

/** The ids of equivalences whose other direction a school is asked to judge. */
export const equivalenceThings = { questions: { home: idOf(9, 70), other: idOf(9, 71) } } as const

/** Equivalences of the host, which asks each school for the other direction. */
export async function insertQuestions(database: Database, now: Date): Promise<void> {
  for (const at of ['home', 'other'] as const) {
    const equivalence_id = equivalenceThings.questions[at]
    const pair = { home_organisation_id: places.host, host_organisation_id: places[at] }
    await insert(database, 'equivalences', [
      {
        id: equivalence_id,
        origin: 'matrix.example',
        ...pair,
        valid_from: '2020-01-01',
        judged_by: subjects.principal,
        judged_on: '2025-01-01',
        reverse_asked_at: now,
      },
    ])
    await insert(database, 'equivalence_host_courses', [
      { equivalence_id, ...pair, position: 0, requirement: 0, course_code: `Q-${at}` },
    ])
    const home = { equivalence_id, home_organisation_id: places.host, position: 0 }
    await insert(database, 'equivalence_home_courses', [
      { ...home, course_code: 'H-1', credit: '3' },
    ])
  }
}

import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { subjects } from './viewers.ts'

/** A case as far as an appeal about it needs it. */
interface CaseOfWorld {
  id: string
  person: string
  organisation: string
  programme: string | null
  decider: string | null
  state: string
}

/** An appeal of the world: about whose case, and who took the decision. */
export interface WorldAppeal extends CaseOfWorld {
  label: string
}

/** Appeals against the one decision of the world: one taken back, one open. */
export async function insertAppeals(
  database: Database,
  now: Date,
  cases: readonly CaseOfWorld[],
): Promise<WorldAppeal[]> {
  const decided = cases.find(({ state }) => state === 'decided')!
  const decision = await database.kysely
    .selectFrom('recognition_decisions')
    .select('id')
    .where('case_id', '=', decided.id)
    .executeTakeFirstOrThrow()
  const appeals = [
    { id: idOf(15, 1), label: 'open', state: 'open' },
    { id: idOf(15, 2), label: 'taken back', state: 'withdrawn' },
  ]
  for (const { id, state } of appeals) {
    await insert(database, 'appeals', [
      {
        id,
        origin: 'matrix.example',
        case_id: decided.id,
        decision_id: decision.id,
        reasons: 'It covers more.',
        appealed_by: subjects.student,
        appealed_at: now,
        state,
      },
    ])
  }
  return appeals.map((each) => ({ ...decided, ...each }))
}

import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { subjects, viewers } from './viewers.ts'

/** A case as far as a request about it needs it. */
interface CaseOfWorld {
  id: string
  person: string
  organisation: string
  programme: string | null
  state: string
}

/** A request for evidence of the world: about whose case, and whom it asks. */
export interface WorldEvidence extends CaseOfWorld {
  label: string
  asked: string | null
}

/** Requests of both schools: to the student, to somebody here, to a stranger; open, answered and settled. */
export async function insertEvidence(
  database: Database,
  now: Date,
  cases: readonly CaseOfWorld[],
): Promise<WorldEvidence[]> {
  const mentor = viewers.find(({ label }) => label === 'academic-mentor here')!.who.person
  const [first, elsewhere] = [
    cases.find(({ state, person }) => state === 'open' && person === subjects.student)!,
    cases.find(({ person }) => person === subjects.studentElsewhere)!,
  ]
  const requests = [
    { ...first, id: idOf(14, 1), of: first.id, label: 'to the student', asked: first.person },
    { ...first, id: idOf(14, 2), of: first.id, label: 'to a mentor', asked: mentor },
    { ...first, id: idOf(14, 3), of: first.id, label: 'to a stranger', asked: null },
    { ...first, id: idOf(14, 4), of: first.id, label: 'settled', asked: first.person },
    {
      ...elsewhere,
      id: idOf(14, 5),
      of: elsewhere.id,
      label: 'of another school',
      asked: elsewhere.person,
    },
  ]
  const states = ['open', 'open', 'answered', 'closed', 'open']
  for (const [place, request] of requests.entries()) {
    const isStudent = request.asked === request.person
    await insert(database, 'evidence_requests', [
      {
        id: request.id,
        origin: 'matrix.example',
        case_id: request.of,
        kind: 'syllabus',
        party: isStudent ? 'student' : 'host',
        asked_person_id: request.asked,
        asked_name: isStudent ? null : 'Somebody',
        asked_address: isStudent ? null : 'a@matrix.example',
        asked_language: isStudent ? null : 'en',
        asked_by: subjects.principal,
        asked_at: now,
        due_on: '2026-12-01',
        state: states[place],
        closed_at: states[place] === 'closed' ? now : null,
      },
    ])
  }
  return requests.map(({ of: _of, ...each }, place) => ({ ...each, state: states[place]! }))
}

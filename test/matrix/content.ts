import type { Database } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { toStored } from '../../src/modules/recognition/stored.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects, viewers } from './viewers.ts'

/** Comparisons of syllabi, one of each school. */
export const comparisons = { home: idOf(13, 1), other: idOf(13, 2) } as const

/** A case as far as a question needs it. */
interface CaseOfWorld {
  id: string
  person: string
  organisation: string
  state: string
}

/** A question of the world: about which case, and whom it asks. */
export interface WorldQuestion {
  id: string
  label: string
  caseId: string
  asked: string | null
}

const course = (code: string) => ({ courses: [{ code, titles: { en: code } }] })
const judged = [{ text: 'A topic', weight: null, extent: 'covered', hostTopics: [0] }]

/** Puts in the comparisons of both schools, and questions about open cases to somebody here and to a stranger. */
export async function insertContent(
  database: Database,
  now: Date,
  cases: readonly CaseOfWorld[],
): Promise<WorldQuestion[]> {
  for (const at of ['home', 'other'] as const) {
    const shared = { id: comparisons[at], origin: 'matrix.example', created_at: now }
    await insert(database, 'content_comparisons', [
      {
        ...shared,
        home_organisation_id: places[at],
        host_organisation_id: places.host,
        host_key: 'H-1',
        home_key: 'C-1',
        created_by: subjects.principal,
      },
    ])
    await database.execute(
      `insert into content_comparison_versions (comparison_id, version, document, document_sha256, content_share, made_by, made_at)
       values ($1, 1, $2, '', '1', $3, $4)`,
      [
        comparisons[at],
        toStored({
          host: { ...course('H-1'), topics: [{ text: 'Theirs', weight: Fraction.one }] },
          home: { ...course('C-1'), topics: judged },
          unit: null,
          note: '',
        }),
        subjects.principal,
        now,
      ],
    )
  }
  const asked = viewers.find(({ label }) => label === 'academic-mentor here')!.who.person
  const [first, elsewhere] = [
    cases.find(({ state, person }) => state === 'open' && person === subjects.student)!,
    cases.find(({ person }) => person === subjects.studentElsewhere)!,
  ]
  const questions: WorldQuestion[] = [
    { id: idOf(13, 3), label: 'to a mentor', caseId: first.id, asked },
    { id: idOf(13, 4), label: 'to a stranger', caseId: first.id, asked: null },
    { id: idOf(13, 5), label: 'of another school', caseId: elsewhere.id, asked },
  ]
  for (const question of questions) {
    const owner = cases.find(({ id }) => id === question.caseId)!
    await database.execute(
      `insert into content_questions (id, origin, case_id, line_position, home_organisation_id, host_organisation_id,
         document, threshold, asked_by, asked_at, due_on, asked_person_id, asked_name, asked_address, asked_language)
       values ($1, 'matrix.example', $2, 0, $3, $4, $5, '3/4', $6, $7, '2026-12-01', $8, 'Somebody', 'a@matrix.example', 'en')`,
      [
        question.id,
        question.caseId,
        owner.organisation,
        places.host,
        toStored({
          host: { ...course('H-1'), topics: [] },
          home: { ...course('C-1'), topics: [] },
          note: '',
        }),
        subjects.principal,
        now,
        question.asked,
      ],
    )
  }
  return questions
}

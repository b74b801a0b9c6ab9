import type { Work } from '#kernel/database'
import { markOf } from '../rules/input-hash.ts'
import type { EvidenceKind, LearningKind } from '../rules/learning.ts'
import type { StayFacts } from '../rules/stay-types.ts'
import { linesToCorrect } from './corrections.ts'
import { staysOf } from './stays.ts'

/** What is known of a case beside its transcript: the time abroad, and how each course was learnt. */
export interface FactsBeside {
  /** Changes with every fact: whoever states others says by it which they had read. */
  seen: string
  /** The statement of the stay that counts; empty where there is none. */
  stayId: string
  stay: StayFacts
  courses: {
    id: string
    code: string
    kind: LearningKind | null
    evidence: readonly EvidenceKind[]
  }[]
}

const nothing: StayFacts = {
  from: null,
  to: null,
  suspended: null,
  lastTerm: null,
  homeTerms: [],
}

/** The facts of a case as they stand; two queries. */
export async function factsBeside(work: Work, caseId: string): Promise<FactsBeside> {
  const [latest] = await staysOf(work, caseId)
  const lines = await linesToCorrect(work, caseId)
  const courses = [...lines].map(([id, line]) => ({
    id,
    code: line.code,
    kind: line.kind ?? null,
    evidence: line.evidence ?? [],
  }))
  const stayId = latest?.id ?? ''
  return { seen: markOf([stayId, courses]), stayId, stay: latest?.stay ?? nothing, courses }
}

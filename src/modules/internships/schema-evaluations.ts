import type { ColumnType, Generated } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'
import type { EvaluationParty, EvaluationRound, Marks } from './rules/evaluation.ts'

export interface InternshipEvaluationsTable {
  id: string
  placement_id: string
  round: EvaluationRound
  party: EvaluationParty
  name: string | null
  email: string | null
  language: Language
  asked_at: Date
  due_on: DateOnly
  reminders: Generated<number>
  marks: ColumnType<Marks | null, string | null | undefined, string>
  overall: number | null
  strengths: Generated<string>
  wishes: Generated<string>
  words_language: Language | null
  given_at: Date | null
}

export interface InternshipDisagreementsTable {
  placement_id: string
  round: EvaluationRound
  found_at: Date
  settlement: string | null
  settled_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_evaluations: InternshipEvaluationsTable
    internship_disagreements: InternshipDisagreementsTable
  }
}

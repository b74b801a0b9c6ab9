import type { Country, DateOnly } from '#kernel/values'
import type { FieldGroup } from '../consent-schema.ts'
import type { BasisKind, ClauseKind } from '../transfer-schema.ts'
import { type LawWay, waysFor } from './law.ts'

/** A document that stands between the two organisations on the day. */
export interface StandingClause {
  id: string
  kind: ClauseKind
}

/** Everything that decides whether data may go. */
export interface BasisQuestion {
  from: Country
  to: Country
  on: DateOnly
  groups: readonly FieldGroup[]
  isSensitive: boolean
  clauses: readonly StandingClause[]
  /** Persons of the exporter's year that count towards the law's numbers, those of this transfer among them. */
  counts: { persons: number; sensitive: number }
  /** Whether everybody in it allows every kind of data in it. */
  hasConsent: boolean
  /** The contract with the person that cannot be kept without it: an application that they made, a place that they took. */
  contract: string | null
  /** It only passes through or is stored, and the other side cannot read it. */
  isTransit: boolean
}

/** Why a way of the law is closed. */
export type Lack = 'contract' | 'clauses' | 'consent' | 'too-many' | 'kind-excluded' | 'sensitive'

/** The basis that was found, or what each way of the law lacks. */
export type Verdict =
  | { basis: BasisKind; article: string; clauseId: string | null; needsConsent: boolean }
  | { basis: null; lacks: readonly { way: LawWay; lack: Lack }[] }

/**
 * On what a transfer rests: the first way of the law of the exporting country that is open (PIPL 38 to 40, PIPA 28-8,
 * PDPA s. 28 and 29, GDPR 44 to 49), or what every one of them lacks. Nothing goes without one.
 */
export function findBasis(question: BasisQuestion): Verdict {
  if (question.isTransit) {
    return { basis: 'transit', article: transitArticle, clauseId: null, needsConsent: false }
  }
  const lacks: { way: LawWay; lack: Lack }[] = []
  for (const way of waysFor(question.from, question.to, question.on)) {
    const lack = lackOf(way, question)
    if (lack !== null) lacks.push({ way, lack })
    else {
      const clause = way.clauses && question.clauses.find(({ kind }) => way.clauses?.includes(kind))
      const needsConsent = way.withConsent === true || way.basis === 'consent'
      return { basis: way.basis, article: way.article, clauseId: clause?.id ?? null, needsConsent }
    }
  }
  return { basis: null, lacks }
}

const transitArticle = 'PDPA s. 28 (2023); CAC 2024 Art. 4'

function lackOf(way: LawWay, question: BasisQuestion): Lack | null {
  const { groups, clauses, counts } = question
  if (way.without?.some((group) => groups.includes(group))) return 'kind-excluded'
  if (way.onlyOrdinary && question.isSensitive) return 'sensitive'
  if (way.basis === 'contract' && question.contract === null) return 'contract'
  if (way.clauses && !clauses.some(({ kind }) => way.clauses!.includes(kind))) return 'clauses'
  const most = way.fewerThan
  if (most && (counts.persons >= most.persons || counts.sensitive >= most.sensitive))
    return 'too-many'
  const needsConsent = way.withConsent === true || way.basis === 'consent'
  return needsConsent && !question.hasConsent ? 'consent' : null
}

/** Whether a transfer counts towards a law's numbers of persons: what rests on a contract with them or passes through does not. */
export function countsTowardsLimits(basis: BasisKind): boolean {
  return basis !== 'contract' && basis !== 'transit'
}

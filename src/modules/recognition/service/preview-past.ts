import { isRefused, type Refusal, type Work } from '#kernel/database'
import { Fraction } from '#kernel/values'
import {
  countDecided,
  decidedAfter,
  heldTables,
  type PastDecision,
} from '../queries/past-decisions.ts'
import { type ChangedLine, compareRules } from '../rules/compare-evaluations.ts'
import { gradingTablesFor } from '../rules/grading-table.ts'
import { chooseRuleSet } from '../rules/policy.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'
import { checkRuleSet, type DraftRuleSet } from './rule-sets.ts'

/** Decided cases that are read together, and that one look goes through; with more, it says so. */
const batch = 50
export const mostPast = 2000

/** A decided case that would come out differently. */
export interface PastChange {
  caseId: string
  number: string
  lines: ChangedLine[]
  creditBefore: Fraction
  creditAfter: Fraction
}

/** What a draft would have found on cases that are decided. Nothing is altered by it. */
export interface PastPreview {
  decided: number
  looked: number
  /** Cases to which the draft would have applied. */
  concerned: number
  /** Those that the reader may read; the totals count all. */
  changed: PastChange[]
  /** Whose cases are among them. */
  personIds: string[]
  totals: { cases: number; lines: number; creditBefore: Fraction; creditAfter: Fraction }
}

/**
 * Evaluates the stored inputs of decided cases again, once as they were and once under the draft, as if it had
 * been in force then. One pass, a few cases at a time.
 */
export async function previewPast(work: Work, draft: DraftRuleSet): Promise<PastPreview | Refusal> {
  const checked = await checkRuleSet(work, draft)
  if (isRefused(checked)) return checked
  const ruleSet: RecognitionRuleSet = { ...draft, id: draft.id ?? 'draft', version: 1_000_000 }
  const preview: PastPreview = {
    decided: await countDecided(work, draft.homeInstitution),
    looked: 0,
    concerned: 0,
    changed: [],
    personIds: [],
    totals: { cases: 0, lines: 0, creditBefore: Fraction.zero, creditAfter: Fraction.zero },
  }
  let after: string | null = null
  while (preview.looked < mostPast) {
    const past = await decidedAfter(work, draft.homeInstitution, after, batch)
    for (const each of past) await look(work, each, ruleSet, preview)
    preview.looked += past.length
    after = past.at(-1)?.caseId ?? null
    if (past.length < batch) break
  }
  return preview
}

async function look(
  work: Work,
  { caseId, facts, number, input, circumstancesUnder, cycle, iscedF }: PastDecision,
  ruleSet: RecognitionRuleSet,
  preview: PastPreview,
): Promise<void> {
  if (!wouldApply(input, ruleSet)) return
  preview.concerned += 1
  const { homeInstitution, hostInstitution, decidedOn, hostScaleId, homeScaleId } = input
  const pair = { home_organisation_id: homeInstitution, host_organisation_id: hostInstitution }
  const sides = {
    host: { institution: hostInstitution, scaleId: hostScaleId },
    home: { institution: homeInstitution, scaleId: homeScaleId },
    cycle,
    iscedF,
  }
  const isByTables = gradingTablesFor(ruleSet.gradeRule, [], sides) !== undefined
  const held = isByTables ? await heldTables(work, pair, decidedOn) : []
  const gradingTables = gradingTablesFor(ruleSet.gradeRule, held, sides)
  const found = compareRules(input, {
    ...circumstancesUnder(ruleSet),
    ruleSet,
    ...(gradingTables ? { gradingTables } : {}),
  })
  if (found.changed.length === 0) return
  const { totals } = preview
  const { creditBefore, creditAfter, changed: lines } = found
  totals.cases += 1
  totals.lines += lines.length
  totals.creditBefore = totals.creditBefore.add(creditBefore)
  totals.creditAfter = totals.creditAfter.add(creditAfter)
  if (!work.may('recognition.case.read', facts)) return
  preview.personIds.push(facts.person_id)
  preview.changed.push({ caseId, number, lines, creditBefore, creditAfter })
}

/** Whether the draft would have been the rules of a case, had it been in force on the day of the decision. */
function wouldApply(input: PastDecision['input'], ruleSet: RecognitionRuleSet): boolean {
  const inForce = { ...ruleSet, validFrom: input.decidedOn, validTo: null }
  const chosen = chooseRuleSet([input.ruleSet, inForce], {
    decidedOn: input.decidedOn,
    homeInstitution: input.homeInstitution,
    hostInstitution: input.hostInstitution,
    degreeProgramme: input.degreeProgramme.id,
    intakeYear: input.intakeYear,
  })
  return chosen.ok && chosen.ruleSet === inForce
}

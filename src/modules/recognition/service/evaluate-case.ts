import { randomUUIDv7 } from 'node:crypto'
import type { Work, Writer } from '#kernel/database'
import { dateInZone } from '#kernel/values'
import { caseEvaluated } from '../entries.ts'
import { type CaseFacts, collectInput } from '../queries/evaluation-input.ts'
import { evaluate } from '../rules/evaluate.ts'
import { explain, type Explanations } from '../rules/explain.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { Reason } from '../rules/reasons.ts'
import type { Evaluation } from '../rules/types.ts'
import { toStored } from '../stored.ts'
import { lineFound, refreshTotals, storeSets } from './standing.ts'

/** What an evaluation of a case came to: the result, or why no rule applies. */
export type CaseEvaluation =
  | { ok: true; evaluation: Evaluation; changed: boolean }
  | { ok: false; reason: Reason }

/**
 * Evaluates a case with today's rules and equivalences and stores the result line by line. Lines on
 * which a person has put their word keep it; the engine's finding is stored beside it. Where the
 * inputs are the same as last time nothing is written.
 */
export async function evaluateInto(
  work: Work,
  facts: CaseFacts & { input_hash: string | null; timeZone: string },
): Promise<CaseEvaluation> {
  const collected = await collectInput(work, facts, dateInZone(work.now, facts.timeZone))
  if (!collected.ok) return collected
  const evaluation = evaluate(collected.input)
  if (evaluation.inputHash === facts.input_hash) return { ok: true, evaluation, changed: false }
  const explanations = explain(collected.input, evaluation)
  await work.write(evaluatedEntry(facts, evaluation), async (tx) => {
    await storeLines(tx, facts, evaluation, explanations)
    await storeTotals(tx, work, facts.id, evaluation)
  })
  return { ok: true, evaluation, changed: true }
}

function evaluatedEntry(facts: CaseFacts, evaluation: Evaluation) {
  return caseEvaluated({
    object: { kind: 'recognition-case', id: facts.id },
    organisationIds: [facts.home_organisation_id],
    personId: facts.person_id,
    data: {
      inputHash: evaluation.inputHash,
      ruleSet: evaluation.ruleSetId,
      ruleSetVersion: evaluation.ruleSetVersion,
      recognised: evaluation.totals.recognised.toString(),
      lines: {
        recognised: evaluation.counts.recognised,
        refused: evaluation.counts.refused,
        open: evaluation.counts['needs-decision'],
      },
    },
  })
}

async function storeLines(
  tx: Writer,
  facts: CaseFacts,
  evaluation: Evaluation,
  explanations: Explanations,
): Promise<void> {
  const known = await tx
    .selectFrom('case_lines')
    .select(['id', 'transcript_line_id', 'changed_by', 'evaluation', 'explanation'])
    .where('case_id', '=', facts.id)
    .execute()
  const byLine = new Map(known.map((row) => [row.transcript_line_id, row]))
  const fresh = []
  for (const [position, line] of evaluation.lines.entries()) {
    const explanation = toStored(explanations.lines.get(line.lineId) ?? [])
    const engine = { evaluation: toStored(line), explanation }
    const found = { ...engine, ...lineFound(line) }
    const row = byLine.get(line.lineId)
    if (!row) {
      const changed = { changed_by: null, changed_at: null, change_reason: null }
      fresh.push({
        id: randomUUIDv7(),
        case_id: facts.id,
        transcript_line_id: line.lineId,
        position,
        content_share: null,
        set_position: null,
        ...found,
        ...changed,
      })
    } else if (
      isOther(engine.evaluation, row.evaluation) ||
      isOther(explanation, row.explanation)
    ) {
      const set = row.changed_by === null ? found : engine
      await tx.updateTable('case_lines').set(set).where('id', '=', row.id).execute()
    }
  }
  for (let start = 0; start < fresh.length; start += 500) {
    await tx
      .insertInto('case_lines')
      .values(fresh.slice(start, start + 500))
      .execute()
  }
  await storeSets(tx, facts.id, evaluation, explanations)
}

function isOther(stored: string, there: unknown): boolean {
  return canonicalJson(JSON.parse(stored)) !== canonicalJson(there)
}

async function storeTotals(
  tx: Writer,
  work: Work,
  caseId: string,
  evaluation: Evaluation,
): Promise<void> {
  await tx
    .updateTable('recognition_cases')
    .set({
      rule_set_id: evaluation.ruleSetId,
      rule_set_version: evaluation.ruleSetVersion,
      input_hash: evaluation.inputHash,
      evaluated_at: work.now,
    })
    .where('id', '=', caseId)
    .execute()
  await refreshTotals(tx, caseId)
}

import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { dateInZone, Fraction, isUuid } from '#kernel/values'
import { ruleSetPublished } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type CaseFacts, collectInput } from '../queries/evaluation-input.ts'
import { gradeScalesOf, ruleSetsOf, ruleSetVersions } from '../queries/rule-sets.ts'
import { evaluate } from '../rules/evaluate.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import { chooseRuleSet } from '../rules/policy.ts'
import type { Evaluation, EvaluationInput, RecognitionRuleSet } from '../rules/types.ts'
import { toStored } from '../stored.ts'

/** Open cases that a preview evaluates; with more, it says so. */
const mostPreviewed = 200

/** Rules as a person wrote them; the id is null where they begin a set of their own. */
export interface DraftRuleSet extends Omit<RecognitionRuleSet, 'id' | 'version'> {
  id: string | null
}

/** What publishing would do to cases that are not decided yet. */
export interface RuleSetPreview {
  /** Open cases that were looked at, and how many there are. */
  looked: number
  open: number
  /** Those on which a line, a credit or a grade would come out differently, and whether the reader may open them. */
  changed: { id: string; number: string; mayRead: boolean }[]
}

/**
 * Publishes rules as the next version of their set. Earlier versions stay, because decisions name them. A version
 * that the page had not shown is not passed over: a colleague may have published it meanwhile.
 */
export async function publishRuleSet(
  work: Work,
  draft: DraftRuleSet,
  seenVersion: number | null = null,
): Promise<{ ruleSetId: string; version: number } | Refusal> {
  const checked = await checkRuleSet(work, draft)
  if (checked) return checked
  const versions = draft.id === null ? [] : await versionsForUpdate(work, draft.id)
  const [latest] = versions
  if (draft.id !== null && latest?.home_organisation_id !== draft.homeInstitution) return absent()
  const id = draft.id ?? randomUUIDv7()
  const version = (latest?.version ?? 0) + 1
  const definition: RecognitionRuleSet = { ...draft, id, version }
  if (latest && sameRules(latest.definition, definition)) {
    return refuse(422, m('rule-set.refusal.unchanged'))
  }
  if (latest && seenVersion !== null && seenVersion !== latest.version) {
    return refuse(409, m('rule-set.refusal.meanwhile', { version: latest.version }))
  }
  const entry = ruleSetPublished({
    object: { kind: 'recognition-rule-set', id },
    organisationIds: [draft.homeInstitution],
    data: { version },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('recognition_rule_sets')
      .values({
        id,
        version,
        home_organisation_id: draft.homeInstitution,
        host_organisation_id: draft.hostInstitution,
        degree_programme_id: draft.degreeProgramme,
        intake_from: draft.intakeFrom,
        intake_to: draft.intakeTo,
        valid_from: draft.validFrom,
        valid_to: draft.validTo,
        definition: toStored(definition),
        published_at: work.now,
        published_by: personOf(work.actor),
      })
      .execute(),
  )
  return { ruleSetId: id, version }
}

/** The versions of a set, which nobody else adds to until this work commits. */
async function versionsForUpdate(work: Work, id: string) {
  if (!isUuid(id)) return []
  await work.read
    .selectFrom('recognition_rule_sets')
    .select('version')
    .where('id', '=', id)
    .orderBy('version')
    .forNoKeyUpdate()
    .execute()
  return ruleSetVersions(work, id)
}

/**
 * Evaluates the open cases of the home institution once with the rules in force and once with the
 * draft beside them, and counts those that come out differently. Nothing is written.
 */
export async function previewRuleSet(
  work: Work,
  draft: DraftRuleSet,
): Promise<RuleSetPreview | Refusal> {
  const checked = await checkRuleSet(work, draft)
  if (checked) return checked
  const stored = await ruleSetsOf(work, draft.homeInstitution)
  const version =
    Math.max(0, ...stored.filter((each) => each.id === draft.id).map((each) => each.version)) + 1
  const candidate: RecognitionRuleSet = { ...draft, id: draft.id ?? 'draft', version }
  const cases = await openCases(work, draft.homeInstitution)
  const changed: RuleSetPreview['changed'] = []
  const note = ({ id, number, ...facts }: (typeof cases)[number]) =>
    changed.push({ id, number, mayRead: work.may('recognition.case.read', { id, ...facts }) })
  for (const facts of cases.slice(0, mostPreviewed)) {
    const today = dateInZone(work.now, facts.time_zone)
    const collected = await collectInput(work, facts, today)
    if (!collected.ok) {
      note(facts)
      continue
    }
    const next = chosenWith(collected.input, [...stored, candidate])
    if (next !== candidate) continue
    const before = evaluate(collected.input)
    const after = evaluate(collected.under(candidate))
    if (outcome(before) !== outcome(after)) note(facts)
  }
  return { looked: Math.min(cases.length, mostPreviewed), open: cases.length, changed }
}

function chosenWith(
  input: EvaluationInput,
  rules: readonly RecognitionRuleSet[],
): RecognitionRuleSet | null {
  const chosen = chooseRuleSet(rules, {
    decidedOn: input.decidedOn,
    homeInstitution: input.homeInstitution,
    hostInstitution: input.hostInstitution,
    degreeProgramme: input.degreeProgramme.id,
    intakeYear: input.intakeYear,
  })
  return chosen.ok ? chosen.ruleSet : null
}

function outcome(evaluation: Evaluation): string {
  return canonicalJson(
    evaluation.lines.map((line) => [line.verdict, line.homeCredit, line.recordedGrade]),
  )
}

async function openCases(
  work: Work,
  homeOrganisationId: string,
): Promise<(CaseFacts & { number: string; time_zone: string })[]> {
  return work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.transcript_id',
      'c.person_id',
      'c.home_organisation_id',
      'c.host_organisation_id',
      'c.degree_programme_id',
      'c.enrolment_id',
      'o.time_zone',
    ])
    .where('c.home_organisation_id', '=', homeOrganisationId)
    .where('c.state', '=', 'open')
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .execute()
}

/** What the schema of a form cannot see: the right, the institutions, the grade on the home scale. */
export async function checkRuleSet(work: Work, draft: DraftRuleSet): Promise<Refusal | null> {
  const facts = { home_organisation_id: draft.homeInstitution }
  if (!work.may('recognition.rule-set.edit', facts)) return absent()
  const wrong = (field: string, message: ReturnType<typeof m>) =>
    refuse(422, m('rule-set.refusal.check'), { [field]: message })
  const ids = {
    home: draft.homeInstitution,
    host: draft.hostInstitution,
    programme: draft.degreeProgramme,
  }
  for (const [field, id] of Object.entries(ids)) {
    if (id !== null && !isUuid(id)) return wrong(field, m('equivalence.fault.host'))
  }
  if (draft.hostInstitution === draft.homeInstitution) {
    return wrong('host', m('equivalence.fault.same-institution'))
  }
  if (
    draft.hostInstitution !== null &&
    !(await exists(work, 'organisations', draft.hostInstitution))
  ) {
    return wrong('host', m('equivalence.fault.host'))
  }
  if (draft.degreeProgramme !== null) {
    const own = await work.read
      .selectFrom('degree_programmes')
      .select('id')
      .where('id', '=', draft.degreeProgramme)
      .where('organisation_id', '=', draft.homeInstitution)
      .executeTakeFirst()
    if (!own) return wrong('programme', m('equivalence.fault.programme'))
  }
  if (draft.validTo !== null && draft.validTo < draft.validFrom) {
    return wrong('validTo', m('equivalence.fault.period'))
  }
  for (const [field, share] of [
    ['minimumContentShare', draft.minimumContentShare],
    ['maximumProgrammeShare', draft.maximumProgrammeShare],
  ] as const) {
    const outside = share && (share.isNegative() || share.compare(Fraction.one) > 0)
    if (outside) return wrong(field, m('equivalence.fault.share'))
  }
  if (draft.minimumGrade) {
    const { homeScaleId, label } = draft.minimumGrade
    const scale = (await gradeScalesOf(work, draft.homeInstitution)).find(
      (each) => each.id === homeScaleId,
    )
    if (!scale) return wrong('minimumGrade', m('rule-set.fault.grade'))
    if (scale.kind === 'steps' && !scale.grades.some((grade) => grade.label === label)) {
      return wrong('minimumGrade', m('rule-set.fault.grade'))
    }
  }
  return null
}

async function exists(work: Work, table: 'organisations', id: string): Promise<boolean> {
  const row = await work.read.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

function sameRules(before: RecognitionRuleSet, after: RecognitionRuleSet): boolean {
  return canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 })
}

function absent(): Refusal {
  return refuse(404, m('rule-set.refusal.absent'))
}

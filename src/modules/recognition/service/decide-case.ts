import { createHash, randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import { cancelTasks, completeTasksOf } from '#kernel/tasks'
import { dateInZone, Fraction } from '#kernel/values'
import { caseDecided, caseWithdrawn, lineChanged, lineRestored } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase, lockEnrolment } from '../queries/case-for-update.ts'
import { basisOf } from '../queries/office/committee.ts'
import { collectInput } from '../queries/evaluation-input.ts'
import { homeCourseByCode } from '../queries/home-course.ts'
import { wasFinal } from '../queries/decision-history.ts'
import { brokenLimit, type BrokenLimit } from '../rules/decision-limits.ts'
import { settingsOf } from '../queries/settings.ts'
import { takenCourses, takenElsewhere } from '../queries/taken-courses.ts'
import { evaluate } from '../rules/evaluate.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { EvaluationInput, LineEvaluation, Verdict } from '../rules/types.ts'
import { releaseOf } from '../rules/settings.ts'
import { exact, fromStored, toStored } from '../stored.ts'
import { termArgument, withTermsNamed } from '../term-names.ts'
import { barToDecision } from './decision-bars.ts'
import { evaluateInto } from './evaluate-case.ts'
import { dueAfterPause } from './case-clock.ts'
import { changedByColleague } from './colleagues-changes.ts'
import { clearWordSets, noWord } from './decide-set.ts'
import { moreThanGiven, saidColumns, saidPersonally, takenMessage } from './said.ts'
import { type SpokenReason, spokenOf } from './word-languages.ts'
import { lineFound, refreshTotals, sameSets } from './standing.ts'
import { releaseDecision, releaseDecisionJob } from './final-decision.ts'

/** What a person puts in the place of the engine's finding on one line. */
export interface ChangeLine extends SpokenReason {
  caseId: string
  lineId: string
  verdict: Exclude<Verdict, 'needs-decision'>
  homeCourseCode: string | null
  homeCredit: Fraction | null
  recordedGrade: string | null
  contentShare: Fraction | null
  /** Why it is more credit than the conversion gives, where it is. */
  creditReason?: string | null
  /** The suggestion that was taken, with why it was made; the student reads the person's reason and not this. */
  suggestion?: { code: string; why: string } | null
  /** How often the case had been changed when its writer saw it; null where that is not asked. */
  seen?: number | null
}

/**
 * Puts an evaluator's word on a line: the home course, the credit, the entry, and why. A recognised
 * line needs a home course of the home institution's catalogue that no other line has, and credit above zero.
 */
export async function changeLine(
  work: Work,
  input: ChangeLine,
): Promise<{ caseId: string; position: number } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) return absent()
  return putWord(work, found, input)
}

/** Puts a word on a line of a case for whoever may say it: the caller has asked. */
export async function putWord(
  work: Work,
  found: LockedCase,
  input: ChangeLine,
): Promise<{ caseId: string; position: number } | Refusal> {
  const line = await lineOf(work, input)
  if (!line) return absent()
  const meanwhile = await changedByColleague(work, found, input.seen ?? null)
  if (meanwhile) return meanwhile
  if (input.reason.trim() === '')
    return refuse(422, m('refusal.reason'), { reason: m('refusal.reason') })
  const spoken = spokenOf(work, input)
  if ('refusal' in spoken) return spoken
  const course = await homeCourseFor(work, found, input)
  if ('refusal' in course) return course
  const engine = fromStored<LineEvaluation>(line.evaluation)
  const more = moreThanGiven(input, course.credit, engine.creditConversion?.credit)
  if (more && 'refusal' in more) return more
  const said = { reason: input.reason, spoken, more }
  const recognised = input.verdict === 'recognised'
  const entry = lineChanged({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {
      line: line.position,
      from: line.verdict,
      to: input.verdict,
      credit: recognised ? (course.credit?.toString() ?? null) : null,
    },
    personal: {
      ...saidPersonally(said),
      ...(input.suggestion ? { suggestion: input.suggestion } : {}),
    },
  })
  await work.write(entry, async (tx) => {
    await clearWordSets(tx, found.id, line.id)
    await tx
      .updateTable('case_lines')
      .set({
        verdict: input.verdict,
        home_course_code: recognised ? course.code : null,
        home_course_titles: JSON.stringify(recognised ? course.titles : {}),
        home_credit: recognised ? (course.credit?.toString() ?? null) : null,
        recorded_grade: recognised ? input.recordedGrade : null,
        content_share: input.contentShare?.toString() ?? null,
        ...saidColumns(work, said),
      })
      .where('id', '=', line.id)
      .execute()
    await refreshTotals(tx, found.id)
  })
  return { caseId: found.id, position: line.position }
}

/** Takes a person's word back from a line: what the engine found stands again. */
export async function restoreLine(
  work: Work,
  input: { caseId: string; lineId: string },
): Promise<{ caseId: string; position: number } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) return absent()
  const line = await lineOf(work, input)
  if (!line) return absent()
  if (line.changed_by === null) return { caseId: found.id, position: line.position }
  const engine = fromStored<LineEvaluation>(line.evaluation)
  const entry = lineRestored({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { line: line.position, to: engine.verdict },
  })
  await work.write(entry, async (tx) => {
    await clearWordSets(tx, found.id, line.id)
    await tx
      .updateTable('case_lines')
      .set({
        ...lineFound(engine),
        ...noWord,
      })
      .where('id', '=', line.id)
      .execute()
    await refreshTotals(tx, found.id)
  })
  return { caseId: found.id, position: line.position }
}

/** Evaluates a case again: today's rules, equivalences and corrections. */
export async function reevaluateCase(
  work: Work,
  caseId: string,
): Promise<{ changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) return absent()
  const result = await evaluateInto(work, { ...found, timeZone: found.time_zone })
  return result.ok ? { changed: result.changed } : refuse(422, m('refusal.no-rules'))
}

/**
 * Decides a case. Every line must have a verdict, the recognised credit must stay within the share of the
 * degree programme, and what the evaluator saw must still be what the rules give: otherwise the
 * case is to be looked at again first. The decision keeps inputs and lines as they were.
 */
export async function decideCase(
  work: Work,
  input: { caseId: string; inputHash: string; seen?: number | null },
): Promise<{ decisionId: string; number: string; releasedAt: Date } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found) return absent()
  if (found.state !== 'open' && work.may('recognition.case.read', found)) {
    return refuse(
      409,
      m(found.state === 'decided' ? 'refusal.already-decided' : 'refusal.withdrawn'),
    )
  }
  if (personOf(work.actor) === null || !work.may('recognition.case.decide', found)) return absent()
  const meanwhile = await changedByColleague(work, found, input.seen ?? null)
  if (meanwhile) return meanwhile
  const barred = await barToDecision(work, found)
  if (barred) return barred
  await lockEnrolment(work, found.enrolment_id)
  const collected = await collectInput(work, found, dateInZone(work.now, found.time_zone))
  if (!collected.ok) return refuse(422, m('refusal.no-rules'))
  const evaluation = evaluate(collected.input)
  const lines = await work.read
    .selectFrom('case_lines')
    .selectAll()
    .where('case_id', '=', found.id)
    .orderBy('position')
    .execute()
  const courses = await work.read
    .selectFrom('case_home_courses')
    .selectAll()
    .where('case_id', '=', found.id)
    .orderBy('line_position')
    .orderBy('position')
    .execute()
  const isSame =
    found.input_hash === input.inputHash &&
    found.rule_set_id === evaluation.ruleSetId &&
    found.rule_set_version === evaluation.ruleSetVersion &&
    sameFindings(evaluation, lines) &&
    (await sameSets(work, found.id, evaluation))
  if (!isSame) return refuse(409, m('refusal.changed-meanwhile'))
  const open = lines.filter((line) => line.verdict === 'needs-decision')
  if (open.length > 0) return refuse(422, m('refusal.open-lines', { count: open.length }))
  const recognised = {
    homeCourses: courses.map((course) => course.course_code),
    lines: recognisedLines(lines, collected.input),
  }
  const broken = brokenLimit(recognised, collected.input, evaluation.totals.allowance)
  if (broken) return overLimit(broken)
  return storeDecision(work, found, {
    input: collected.input,
    lines,
    sets: evaluation.sets,
    homeCourses: courses,
    recognised: Fraction.sum(courses.map((course) => exact(course.credit))),
    inputHash: evaluation.inputHash,
  })
}

/** The lines that stand as recognised, by whoever's word; both lists are in the transcript's order. */
function recognisedLines(
  lines: readonly {
    position: number
    verdict: Verdict
    home_credit: string | null
  }[],
  { lines: transcript }: EvaluationInput,
) {
  return lines
    .filter((line) => line.verdict === 'recognised')
    .map((line) => ({
      credit: exact(line.home_credit ?? '0'),
      term: transcript[line.position]?.term ?? null,
      kind: transcript[line.position]?.kind,
    }))
}

function overLimit(broken: BrokenLimit): Refusal {
  if (broken.kind === 'part')
    return refuse(422, m(broken.reason.key, withTermsNamed(broken.reason.args)))
  if (broken.kind === 'course-twice') {
    return refuse(422, m('refusal.course-twice', { course: broken.course }))
  }
  const figures = { credit: broken.credit.toDecimal(3), limit: broken.limit.toDecimal(3) }
  return broken.kind === 'term'
    ? refuse(422, m('refusal.over-term', { ...figures, term: termArgument(broken.term) }))
    : refuse(422, m('refusal.over-share', figures))
}

/**
 * Whether today's evaluation finds the same on every line as the one that the evaluator saw. The
 * hash of the inputs cannot tell: the day of the decision is an input and moves at midnight.
 */
function sameFindings(
  evaluation: { lines: readonly LineEvaluation[] },
  lines: readonly { evaluation: unknown }[],
): boolean {
  return evaluation.lines.every(
    (line, position) =>
      canonicalJson(JSON.parse(toStored(line))) === canonicalJson(lines[position]?.evaluation),
  )
}

interface DecisionFacts {
  input: unknown
  lines: readonly { position: number; verdict: Verdict; evaluation: unknown }[]
  sets: unknown
  homeCourses: unknown
  recognised: Fraction
  inputHash: string
}

async function storeDecision(work: Work, found: LockedCase, facts: DecisionFacts) {
  const document: unknown = JSON.parse(
    toStored({
      case: found.number,
      revision: found.revision,
      decidedAt: work.now.toISOString(),
      input: facts.input,
      lines: facts.lines,
      sets: facts.sets,
      homeCourses: facts.homeCourses,
    }),
  )
  const sha256 = createHash('sha256').update(canonicalJson(document)).digest('hex')
  const decisionId = randomUUIDv7()
  const releasedAt = releaseOf(work.now, await settingsOf(work, found.home_organisation_id))
  const basis = await basisOf(work, found.id)
  const count = (verdict: Verdict) => facts.lines.filter((line) => line.verdict === verdict).length
  const entry = caseDecided({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id, found.host_organisation_id],
    personId: found.person_id,
    data: {
      number: found.number,
      revision: found.revision,
      recognised: facts.recognised.toString(),
      document: sha256,
      lines: { recognised: count('recognised'), refused: count('refused') },
      ...(basis ? { basis } : {}),
    },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('recognition_decisions')
      .values({
        id: decisionId,
        origin: found.origin,
        case_id: found.id,
        revision: found.revision,
        decided_by: personOf(work.actor) ?? '',
        decided_at: work.now,
        recognised_credit: facts.recognised.toString(),
        input_hash: facts.inputHash,
        rule_set_id: found.rule_set_id ?? '',
        rule_set_version: found.rule_set_version ?? 0,
        document: JSON.stringify(document),
        document_sha256: sha256,
        released_at: releasedAt,
      })
      .execute()
    if (basis) await restOn(tx, decisionId, basis.sitting)
    await tx
      .updateTable('recognition_cases')
      .set({
        state: 'decided',
        decided_at: work.now,
        decided_by: personOf(work.actor),
        released_at: releasedAt,
        paused_since: null,
        due_on: dueAfterPause(work, found),
      })
      .where('id', '=', found.id)
      .execute()
  })
  await completeTasksOf(work, { object: { kind: 'recognition-case', id: found.id } })
  if (releasedAt <= work.now) await releaseDecision(work, decisionId)
  else await enqueue(work, releaseDecisionJob, { decisionId }, { at: releasedAt })
  return { decisionId, number: found.number, releasedAt }
}

function restOn(tx: Writer, decision_id: string, sitting_id: string) {
  return tx.insertInto('decision_bases').values({ decision_id, sitting_id }).execute()
}

/**
 * Withdraws an open case: the transcript was the wrong one, or came twice. One whose final decision is being revised is
 * decided anew instead: a decision that was told ends by a decision.
 */
export async function withdrawCase(
  work: Work,
  input: { caseId: string; reason: string },
): Promise<{ caseId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.withdraw', found)) return absent()
  if (await wasFinal(work, found.id)) return refuse(409, m('refusal.withdraw-revision'))
  if (input.reason.trim() === '')
    return refuse(422, m('refusal.reason'), { reason: m('refusal.reason') })
  const entry = caseWithdrawn({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { number: found.number },
    personal: { reason: input.reason },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('recognition_cases')
      .set({ state: 'withdrawn', paused_since: null })
      .where('id', '=', found.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'recognition-case', id: found.id } })
  return { caseId: found.id }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}

async function lineOf(work: Work, input: { caseId: string; lineId: string }) {
  return work.read
    .selectFrom('case_lines')
    .selectAll()
    .where('id', '=', input.lineId)
    .where('case_id', '=', input.caseId)
    .executeTakeFirst()
}

interface ChosenCourse {
  code: string | null
  titles: Record<string, string | undefined>
  credit: Fraction | null
}

async function homeCourseFor(
  work: Work,
  found: LockedCase,
  input: ChangeLine,
): Promise<ChosenCourse | Refusal> {
  if (input.verdict === 'refused') return { code: null, titles: {}, credit: null }
  if (!input.homeCourseCode) {
    return refuse(422, m('refusal.home-course'), { homeCourse: m('refusal.home-course') })
  }
  const course = await homeCourseByCode(work, found.home_organisation_id, input.homeCourseCode)
  if (!course) {
    const message = m('refusal.unknown-course', { code: input.homeCourseCode })
    return refuse(422, message, { homeCourse: message })
  }
  const other = await takenBefore(work, found, input, course.code)
  if (other) {
    const message = takenMessage(course.code, other)
    return refuse(422, message, { homeCourse: message })
  }
  const carries = Fraction.parse(course.credit ?? '')
  const credit = input.homeCredit ?? carries
  if (credit === null || credit.compare(Fraction.zero) <= 0) {
    return refuse(422, m('refusal.credit'), { homeCredit: m('refusal.credit') })
  }
  // A word may give more than the conversion, and says why; a slip of the keys gives more than there is to be had.
  if (carries !== null && credit.compare(carries) > 0) {
    const figures = {
      code: course.code,
      carries: carries.toDecimal(3),
      credit: credit.toDecimal(3),
    }
    const message = m('refusal.more-than-course', figures)
    return refuse(422, message, { homeCredit: message })
  }
  return { code: course.code, titles: course.titles, credit }
}

/** Where else a home course is recognised: on another line, but for the set that falls apart when the line leaves it, or earlier. */
async function takenBefore(work: Work, found: LockedCase, input: ChangeLine, code: string) {
  const line = await lineOf(work, input)
  const taken = await takenCourses(work, found)
  const from = { position: line?.position ?? -1, setPosition: line?.set_position ?? null }
  return takenElsewhere(taken, code, from)
}

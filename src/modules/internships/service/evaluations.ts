import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, dateInZone, type Language } from '#kernel/values'
import { disagreementSettled, evaluationGiven, evaluationsAsked } from '../entries.ts'
import { evaluateByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { agreementOf } from '../queries/agreements.ts'
import { evaluationById, type EvaluationRow, evaluationsOf } from '../queries/evaluations.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { languageOfCountry } from '../rules/agreement.ts'
import {
  criteriaFor,
  daysToEvaluate,
  disagree,
  type EvaluationParty,
  type EvaluationRound,
  evaluationRounds,
  type Marks,
} from '../rules/evaluation.ts'
import { disagreementTask, evaluateTask } from '../task-kinds.ts'
import { aboutPlacement } from './about.ts'
import { mailEvaluator } from './evaluator-mail.ts'
import { tutorIn } from './tutor.ts'

/** An evaluation is asked for, or one that was asked for waits. */
export const evaluateNotice = noticeKind(
  'internships.evaluate',
  m('notice.kind.evaluate'),
  'immediate',
)

/**
 * Asks student, tutor and academic mentor to evaluate, the mentors by a link in their language; who was asked and has not
 * answered is asked again. Mentors are those of the agreement that counts, before one counts the host's tutor.
 */
export async function askEvaluations(
  work: Work,
  input: { placementId: string; round: string },
): Promise<{ asked: number } | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  const isJob = work.actor.kind === 'system'
  if (!placement || !(isJob || work.may('internships.placement.manage', placement))) {
    return refuse(404, m('refusal.no-placement'))
  }
  const round = evaluationRounds.find((each) => each === input.round)
  if (!round) return refuse(422, m('refusal.round'))
  const known = (await evaluationsOf(work, placement.id)).filter((each) => each.round === round)
  let asked = 0
  for (const evaluator of await evaluatorsOf(work, placement)) {
    const before = known.find(({ party }) => party === evaluator.party)
    if (before?.givenAt) continue
    if (before) await askAgain(work, before)
    else await askFirst(work, placement, round, evaluator)
    asked += 1
  }
  if (asked === 0) return refuse(409, m('refusal.all-evaluated'))
  return { asked }
}

interface Evaluator {
  party: EvaluationParty
  name: string | null
  email: string | null
  language: Language
}

async function evaluatorsOf(work: Work, placement: PlacementRow): Promise<Evaluator[]> {
  const agreement = await agreementOf(work, placement.id)
  const text = agreement?.agreed ?? null
  const student = await personById(work, placement.person_id)
  const mentor = text?.parties.mentor ?? null
  return [
    {
      party: 'student',
      name: null,
      email: null,
      language: student?.preferredLanguage ?? languageOfCountry(placement.homeCountry),
    },
    { party: 'tutor', ...tutorIn(agreement, placement) },
    ...(mentor
      ? [
          {
            party: 'mentor' as const,
            ...mentor,
            language: languageOfCountry(placement.homeCountry),
          },
        ]
      : []),
  ]
}

async function askFirst(
  work: Work,
  placement: PlacementRow,
  round: EvaluationRound,
  { party, name, email, language }: Evaluator,
): Promise<void> {
  const id = randomUUIDv7()
  const dueOn = addDays(dateInZone(work.now, placement.timeZone), daysToEvaluate)
  const entry = evaluationsAsked({ ...aboutPlacement(placement), data: { round, party } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_evaluations')
      .values({
        id,
        placement_id: placement.id,
        round,
        party,
        name,
        email,
        language,
        asked_at: work.now,
        due_on: dueOn,
        overall: null,
        words_language: null,
        given_at: null,
      })
      .execute(),
  )
  const evaluation = await evaluationById(work, id)
  if (!evaluation) return
  if (email !== null) return mailEvaluator(work, evaluation, 'first')
  await openTask(work, {
    kind: evaluateTask,
    assignee: { personId: placement.person_id },
    object: { kind: 'internship-evaluation', id },
    subject: m('task.evaluate'),
    href: `/internships/evaluations/${id}`,
    dueOn,
    closesWithAct: true,
  })
}

/** The morning's reminder: of these there are two, however often an office has asked by hand. */
export async function remind(work: Work, evaluation: EvaluationRow): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_evaluations')
      .set({ reminders: evaluation.reminders + 1 })
      .where('id', '=', evaluation.id)
      .execute(),
  )
  await askAgain(work, evaluation)
}

/** Asks somebody again who has not answered: by another link, which works beside the first, or by a notice. */
export async function askAgain(work: Work, evaluation: EvaluationRow): Promise<void> {
  if (evaluation.email !== null) return mailEvaluator(work, evaluation, 'again')
  await notify(work, {
    personId: evaluation.studentId,
    kind: evaluateNotice,
    message: m('notice.evaluate'),
    href: `/internships/evaluations/${evaluation.id}`,
  })
}

/** An evaluation as it is typed. */
export interface GiveEvaluation {
  evaluationId: string
  marks: Record<string, string>
  overall: string
  strengths: string
  wishes: string
  language: Language
}

/**
 * Gives an evaluation, once: by the student, or by the link of a mentor. One that comes late counts and is shown as late.
 * Where both mentors now judge far apart the coordinator is asked to talk with them.
 */
export async function giveEvaluation(work: Work, input: GiveEvaluation): Promise<true | Refusal> {
  const evaluation = await evaluationById(work, input.evaluationId, 'lock')
  if (!evaluation || !mayGive(work, evaluation)) return refuse(404, m('refusal.no-evaluation'))
  if (evaluation.givenAt) return refuse(409, m('refusal.evaluated-already'))
  const read = marksIn(evaluation.party, input)
  if ('faults' in read) return refuse(422, m('refusal.marks'), read.faults)
  const { marks, overall } = read
  const { round, party } = evaluation
  const placement = await placementById(work, evaluation.placementId, 'lock')
  if (!placement) return refuse(404, m('refusal.no-evaluation'))
  const entry = evaluationGiven({ ...aboutPlacement(placement), data: { round, party, overall } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_evaluations')
      .set({
        marks: JSON.stringify(marks),
        overall,
        strengths: input.strengths.trim().slice(0, 4000),
        wishes: input.wishes.trim().slice(0, 4000),
        words_language: input.language,
        given_at: work.now,
      })
      .where('id', '=', evaluation.id)
      .execute(),
  )
  const object = { kind: 'internship-evaluation', id: evaluation.id }
  await completeTasksOf(work, { object, kinds: [evaluateTask] })
  await findDisagreement(work, placement, round)
  return true
}

/** Whether whoever acts may give it: the student their own, a link the one for which it was made. */
export function mayGive(work: Work, evaluation: EvaluationRow): boolean {
  return evaluation.party === 'student'
    ? work.may('internships.evaluation.give', evaluation)
    : work.may(evaluateByLinkAction, evaluation)
}

function marksIn(
  party: EvaluationParty,
  input: GiveEvaluation,
): { marks: Marks; overall: number } | { faults: Record<string, ReturnType<typeof m>> } {
  const mark = (text: string | undefined) => (/^[1-5]$/.test(text ?? '') ? Number(text) : null)
  const given = criteriaFor(party).map((name) => [name, mark(input.marks[name])] as const)
  const overall = mark(input.overall)
  const wrong = given.flatMap(([name, value]) => (value === null ? [name as string] : []))
  if (overall === null) wrong.push('overall')
  if (overall === null || wrong.length > 0) {
    return { faults: Object.fromEntries(wrong.map((name) => [name, m('refusal.mark')])) }
  }
  return { marks: Object.fromEntries(given) as Marks, overall }
}

async function findDisagreement(
  work: Work,
  placement: PlacementRow,
  round: EvaluationRound,
): Promise<void> {
  const all = await evaluationsOf(work, placement.id)
  const of = (party: EvaluationParty) =>
    all.find((each) => each.round === round && each.party === party)?.overall ?? null
  const [tutor, mentor] = [of('tutor'), of('mentor')]
  if (tutor === null || mentor === null || !disagree(tutor, mentor)) return
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('internship_disagreements')
      .values({
        placement_id: placement.id,
        round,
        found_at: work.now,
        settlement: null,
        settled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  await openTask(work, {
    kind: disagreementTask,
    assignee: { role: 'coordinator', organisationId: placement.enrolled_organisation_id },
    object: { kind: 'internship-placement', id: placement.id },
    subject: m('task.disagreement'),
    href: `/internships/placements/${placement.id}`,
    dueOn: addDays(dateInZone(work.now, placement.timeZone), daysToEvaluate),
    closesWithAct: true,
    leavesOut: [placement.person_id],
  })
}

/** The coordinator writes what was settled with both mentors; saying it once is enough. */
export async function settleDisagreement(
  work: Work,
  input: { placementId: string; round: string; settlement: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const round = evaluationRounds.find((each) => each === input.round)
  if (!round) return refuse(422, m('refusal.round'))
  const settlement = input.settlement.trim().slice(0, 2000)
  if (settlement === '')
    return refuse(422, m('refusal.reason'), { settlement: m('refusal.reason') })
  const entry = disagreementSettled({ ...aboutPlacement(placement), data: { round } })
  const changed = await work.write(entry, (tx) =>
    tx
      .updateTable('internship_disagreements')
      .set({ settlement, settled_at: work.now })
      .where('placement_id', '=', placement.id)
      .where('round', '=', round)
      .where('settled_at', 'is', null)
      .executeTakeFirst(),
  )
  if (changed.numUpdatedRows === 0n) return refuse(409, m('refusal.nothing-to-settle'))
  const left = await work.read
    .selectFrom('internship_disagreements')
    .select('round')
    .where('placement_id', '=', placement.id)
    .where('settled_at', 'is', null)
    .execute()
  if (left.length === 0) {
    const object = { kind: 'internship-placement', id: placement.id }
    await completeTasksOf(work, { object, kinds: [disagreementTask] })
  }
  return true
}

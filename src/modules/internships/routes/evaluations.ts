import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { evaluateByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { EvaluateByLinkPage, EvaluatePage } from '../pages/evaluate.tsx'
import { base } from '../pages/scene.tsx'
import { evaluationById, type EvaluationRow } from '../queries/evaluations.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { criteriaFor, type EvaluationParty } from '../rules/evaluation.ts'
import {
  askEvaluations,
  giveEvaluation,
  mayGive,
  settleDisagreement,
} from '../service/evaluations.ts'
import { placementPage } from './applications.ts'
import { overOf, passedOn } from './over.ts'

const loadPlacement = (work: Parameters<typeof placementById>[0], { id }: Record<string, string>) =>
  placementById(work, id ?? '')
const loadEvaluation = (
  work: Parameters<typeof evaluationById>[0],
  { id }: Record<string, string>,
) => evaluationById(work, id ?? '')

/** Evaluating: the student's own, and what an office asks for and settles. */
export const evaluationRoutes: readonly Route[] = [
  page<EvaluationRow>('GET', `${base}/evaluations/:id`, {
    action: 'internships.evaluation.give',
    load: loadEvaluation,
    handle: (call) => evaluatePage(call, null),
  }),
  page<EvaluationRow>('POST', `${base}/evaluations/:id`, {
    action: 'internships.evaluation.give',
    load: loadEvaluation,
    handle: give,
  }),
  page<PlacementRow>('POST', `${base}/placements/:id/evaluations`, {
    action: 'internships.placement.manage',
    load: loadPlacement,
    perMinute: 30,
    handle: ask,
  }),
  page<PlacementRow>('POST', `${base}/placements/:id/settlement`, {
    action: 'internships.placement.manage',
    load: loadPlacement,
    handle: settle,
  }),
]

function evaluatePage(call: Call<EvaluationRow>, refusal: Refusal | null): Promise<Answer> {
  call.shows([call.object.studentId])
  const form = refusal ? refusedForm(call, refusal) : freshForm()
  return Promise.resolve(show(EvaluatePage({ call, evaluation: call.object, form }), refusal))
}

function typed(call: Pick<Call, 'form' | 'language'>, party: EvaluationParty) {
  return {
    marks: Object.fromEntries(criteriaFor(party).map((name) => [name, valueOf(call, name)])),
    overall: valueOf(call, 'overall'),
    strengths: valueOf(call, 'strengths'),
    wishes: valueOf(call, 'wishes'),
    language: call.language,
  }
}

async function give(call: Call<EvaluationRow>): Promise<Answer> {
  const { id: evaluationId, party, placementId } = call.object
  const done = await call.perform((work) =>
    giveEvaluation(work, { evaluationId, ...typed(call, party) }),
  )
  if (isRefused(done)) return evaluatePage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.evaluated'))
}

async function ask(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const round = valueOf(call, 'round')
  const done = await call.perform((work) => askEvaluations(work, { placementId, round }))
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.asked', { count: done.asked }))
}

async function settle(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const round = valueOf(call, 'round')
  const settlement = valueOf(call, 'settlement')
  const done = await call.perform((work) =>
    settleDisagreement(work, { placementId, round, settlement }),
  )
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.settled'))
}

/** A mentor without an account evaluates by the link of a mail, in their language. */
export const evaluateByLink: Act = {
  action: evaluateByLinkAction,
  async show(call, refusal) {
    const evaluation = await evaluationById(call.work, call.link.objectId)
    if (!evaluation || evaluation.givenAt || !mayGive(call.work, evaluation)) return outcome(call)
    call.shows([evaluation.studentId])
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(EvaluateByLinkPage({ call, evaluation, action: call.action, form }), refusal)
  },
  async perform(call) {
    const evaluation = await evaluationById(call.work, call.link.objectId)
    return call.perform((work) =>
      giveEvaluation(work, {
        evaluationId: call.link.objectId,
        ...typed(call, evaluation?.party ?? 'tutor'),
      }),
    )
  },
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const evaluation = await evaluationById(call.work, call.link.objectId)
  call.shows([])
  return passedOn(call) ?? overOf(evaluation?.givenAt ? 'evaluated' : null)
}

import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import { languages, type LocalText, normaliseDigits } from '#kernel/values'
import { m } from '../messages/index.ts'
import { criterionRows, JudgingPage, mostCriteria } from '../pages/judging.tsx'
import { ReviewersPage } from '../pages/reviewers.tsx'
import { callById, type CallRow } from '../queries/calls.ts'
import { reviewersOf, waiverOf } from '../queries/reviews.ts'
import { usualAppealDays } from '../rules/appeals.ts'
import type { Criterion, ReviewPlan } from '../rules/questions.ts'
import { changeJudging, lacksOf } from '../service/calls.ts'
import {
  addReviewers,
  assignByHand,
  assignReviewers,
  possibleReviewers,
  waiveInstitution,
} from '../service/reviews.ts'
import { loadCall } from './browse.ts'
import { countOf } from './web.ts'

const edit = { action: 'calls.call.edit', load: loadCall }
const open = { action: 'calls.selection.open', load: loadCall }
const decide = { action: 'calls.selection.decide', load: loadCall }

type CallCall = Call<CallRow>

/** The rubric of a call, its reviewers, and how they are assigned. */
export const judgingRoutes: readonly Route[] = [
  page<CallRow>('GET', '/calls/:id/judging', {
    ...edit,
    handle: (call) => showJudging(call, null, 200),
  }),
  page<CallRow>('POST', '/calls/:id/judging', { ...edit, handle: saveJudging }),
  page<CallRow>('GET', '/calls/:id/reviewers', {
    ...open,
    handle: (call) => showReviewers(call, freshForm(), 200),
  }),
  page<CallRow>('POST', '/calls/:id/reviewers', { ...decide, handle: add }),
  page<CallRow>('POST', '/calls/:id/reviewers/assignment', { ...decide, handle: assign }),
  page<CallRow>('POST', '/calls/:id/reviewers/waiver', { ...decide, handle: waive }),
]

async function showJudging(
  given: CallCall,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const { review } = current.definition
  const values = {
    each: review ? String(review.each) : '',
    blind: current.blind ? 'yes' : '',
    appeal: String(current.definition.appealDays ?? usualAppealDays),
    references: String(current.definition.references?.each ?? ''),
    referencesShown: current.definition.references?.shown ? 'yes' : '',
  }
  const shown = JudgingPage({
    scene: sceneOf(call),
    call: current,
    lacks: lacksOf(current),
    rows: form === null ? criterionRows(review, current.state !== 'draft') : typedRows(call, form),
    form: form ?? freshForm(values),
  })
  return show(shown, status)
}

type Row = Record<string, string>

function rowsOf(call: Call): Row[] {
  return Array.from({ length: mostCriteria }, (_, place) =>
    Object.fromEntries(
      [...languages, 'most', 'weight'].map((name) => [
        name,
        valueOf(call, `criterion.${place}.${name}`),
      ]),
    ),
  )
}

function typedRows(call: Call, { errors }: FormState) {
  const rows = rowsOf(call)
  const last = rows.findLastIndex((row) => Object.values(row).some((each) => each !== ''))
  return rows.slice(0, last + 3).map((values, place) => ({
    values,
    errors: Object.fromEntries(
      Object.keys(values).map((name) => [name, errors[`criterion.${place}.${name}`]]),
    ),
  }))
}

async function saveJudging(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const plan = readPlan(call)
  const typed = normaliseDigits(valueOf(call, 'references'))
  const appeal = normaliseDigits(valueOf(call, 'appeal'))
  const references = /^[1-3]$/.test(typed) ? Number(typed) : 0
  const saved = isRefused(plan)
    ? plan
    : await call.perform((work) =>
        changeJudging(work, {
          callId,
          version: countOf(call, 'version'),
          review: plan,
          blind: valueOf(call, 'blind') === 'yes',
          appealDays: /^\d$|^[1-5]\d$|^60$/.test(appeal) ? Number(appeal) : usualAppealDays,
          references:
            references === 0
              ? null
              : { each: references, shown: valueOf(call, 'referencesShown') === 'yes' },
        }),
      )
  if (isRefused(saved)) return showJudging(given, refusedForm(call, saved), saved.status)
  return call.redirect(`/calls/${callId}/judging`, m('edit.saved'))
}

/** The plan that was typed; none where no number of reviewers and no criterion was. */
function readPlan(call: Call): ReviewPlan | null | Refusal {
  const typed = normaliseDigits(valueOf(call, 'each'))
  const faults: Record<string, ReturnType<typeof m>> = {}
  const criteria = rowsOf(call).flatMap((row, place): Criterion[] => {
    if (Object.values(row).every((each) => each === '')) return []
    const label: LocalText = {}
    for (const each of languages) if (row[each]) label[each] = row[each]
    const most = normaliseDigits(row['most'] ?? '')
    const weight = normaliseDigits(row['weight'] || '1')
    const at = `criterion.${place}`
    if (Object.keys(label).length === 0) faults[`${at}.${call.language}`] = m('refusal.no-label')
    if (!/^[1-9]\d{0,2}$/.test(most)) faults[`${at}.most`] = m('refusal.criterion-most')
    if (!/^[1-9]\d?$/.test(weight)) faults[`${at}.weight`] = m('refusal.criterion-weight')
    return [{ id: `c${place + 1}`, label, most: Number(most), weight: Number(weight) }]
  })
  if (typed === '' && criteria.length === 0) return null
  if (!/^[1-9]$/.test(typed)) faults['each'] = m('refusal.each')
  if (criteria.length === 0) faults['each'] ??= m('refusal.no-criterion')
  const first = Object.values(faults)[0]
  return first ? refuse(422, first, faults) : { each: Number(typed), criteria }
}

async function showReviewers(given: CallCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const reviewers = await reviewersOf(call.work, current.id)
  const possible = await possibleReviewers(call.work, current.organisation_id)
  call.shows([...reviewers.map(({ person_id }) => person_id), ...possible.map(({ id }) => id)])
  const shown = ReviewersPage({
    scene: sceneOf(call),
    call: current,
    reviewers,
    possible,
    waiver: await waiverOf(call.work, current.id),
    form,
  })
  return show(shown, status)
}

async function add(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const done = await call.perform((work) =>
    addReviewers(work, {
      callId,
      personIds: call.form.values['reviewer'] ?? [],
      address: valueOf(call, 'address'),
      most: Number(normaliseDigits(valueOf(call, 'most')) || '0'),
    }),
  )
  if (isRefused(done)) return showReviewers(given, refusedForm(call, done), done.status)
  return call.redirect(`/calls/${callId}/reviewers`, m('reviewers.added', { count: done.added }))
}

async function assign(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const here = `/calls/${callId}/reviewers`
  if (valueOf(call, 'by') === 'hand') {
    const typed = normaliseDigits(valueOf(call, 'number'))
    const done = await call.perform((work) =>
      assignByHand(work, {
        callId,
        number: /^\d{1,6}$/.test(typed) ? Number(typed) : 0,
        reviewerId: valueOf(call, 'assignee'),
      }),
    )
    if (isRefused(done)) return showReviewers(given, refusedForm(call, done), done.status)
    return call.redirect(here, m('assign.done', { assigned: 1, lacking: 0 }))
  }
  const done = await call.perform((work) => assignReviewers(work, callId))
  if (isRefused(done)) return showReviewers(given, refusedForm(call, done), done.status)
  return call.redirect(here, m('assign.done', done), done.lacking > 0 ? 'attention' : 'success')
}

async function waive(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const done = await call.perform((work) =>
    waiveInstitution(work, { callId, reason: valueOf(call, 'waiver') }),
  )
  if (isRefused(done)) return showReviewers(given, refusedForm(call, done), done.status)
  return call.redirect(`/calls/${callId}/reviewers`, m('waiver.done'))
}

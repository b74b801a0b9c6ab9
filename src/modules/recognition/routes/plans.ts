import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, pageNumber, type Route, typedValues } from '#kernel/http'
import { dateInZone, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { PlanPage } from '../pages/plan.tsx'
import { PlansPage } from '../pages/plans.tsx'
import { namesOf } from '../queries/people.ts'
import { listPlans, planById, planChoices, type PlanRow } from '../queries/plans.ts'
import { type LearningKind, learningKinds } from '../rules/learning.ts'
import { plannableTerms } from '../rules/planned.ts'
import { evaluatePlan } from '../service/evaluate-plan.ts'
import { addToPlan, beginPlan, learnPlanned, removeFromPlan } from '../service/plans.ts'
import { shown } from './shown-refusal.ts'
import { chosenCode } from './fields.ts'

const pageSize = 25
const load = (work: Work, params: Record<string, string>) => planById(work, params['id'] ?? '')

/** What a student would bring home, before leaving. */
export const planRoutes: readonly Route[] = [
  page('GET', '/recognition/plans', {
    action: 'recognition.plan.open',
    handle: (call) => plansPage(call, null),
  }),
  page('POST', '/recognition/plans', { action: 'recognition.plan.begin', handle: begin }),
  page<PlanRow>('GET', '/recognition/plans/:id', {
    action: 'recognition.plan.read',
    load,
    perMinute: 60,
    handle: (call) => planPage(call, null),
  }),
  page<PlanRow>('POST', '/recognition/plans/:id/courses', {
    action: 'recognition.plan.edit',
    load,
    perMinute: 60,
    handle: (call) => change(call, addToPlan, 'plan.added'),
  }),
  page<PlanRow>('POST', '/recognition/plans/:id/learning', {
    action: 'recognition.plan.edit',
    load,
    perMinute: 60,
    handle: (call) => change(call, learnPlanned, 'plan.learnt'),
  }),
  page<PlanRow>('POST', '/recognition/plans/:id/removal', {
    action: 'recognition.plan.edit',
    load,
    perMinute: 60,
    handle: (call) => change(call, removeFromPlan, 'plan.removed'),
  }),
]

async function plansPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const { language } = call
  const number = pageNumber(call)
  const { plans, total } = await listPlans(call.work, { page: number, pageSize })
  const { enrolments, hosts } = await planChoices(call.work)
  call.shows(plans.map(({ person_id }) => person_id))
  const value = (name: string) => call.form.values[name]?.[0] ?? call.query.get(name) ?? ''
  const options = (rows: readonly { id: string; names: PlanRow['host_names'] }[]) =>
    sortByText(
      rows.map(({ id, names }) => ({ value: id, label: localised(names, language).text })),
      language,
      ({ label }) => label,
    )
  const schools = new Set(enrolments.map(({ organisation_id }) => organisation_id))
  const html = renderPage(
    PlansPage({
      call,
      plans,
      total,
      page: number,
      pageSize,
      begin: call.may('recognition.plan.begin')
        ? {
            enrolments: options(enrolments),
            hosts: options(hosts.filter(({ id }) => schools.size > 1 || !schools.has(id))),
          }
        : null,
      values: { enrolment: value('enrolment'), host: value('host') },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const beginForm = z.object({ enrolment: z.uuid().optional(), host: z.uuid() })

async function begin(call: Call): Promise<Answer> {
  const input = call.read(beginForm)
  if (isRefused(input)) return plansPage(call, input)
  const { enrolments } = await planChoices(call.work)
  const only = enrolments.length === 1 ? enrolments[0]!.id : ''
  const begun = await call.perform((work) =>
    beginPlan(work, {
      enrolmentId: input.enrolment ?? only,
      hostOrganisationId: input.host,
      origin: call.services.node,
    }),
  )
  if (isRefused(begun)) return plansPage(call, begun)
  return call.redirect(`/recognition/plans/${begun.planId}`)
}

async function planPage(call: Call<PlanRow>, refusal: Refusal | null): Promise<Answer> {
  const plan = call.object
  const today = dateInZone(call.now, plan.home_time_zone)
  const evaluated = await evaluatePlan(call.work, plan, today)
  call.shows([plan.person_id])
  const html = renderPage(
    PlanPage({
      call,
      plan,
      evaluated,
      judges: await namesOf(call.work, evaluated.judges),
      mayEdit: call.may('recognition.plan.edit', plan),
      isOwn: personOf(call.actor) === plan.person_id,
      typed: refusal ? chosenCode(typedValues(call), 'code') : '',
      typedKind: refusal ? (kindChosen(call) ?? '') : '',
      terms: plannableTerms(today, plan.home_country),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

type Change = (
  work: Work,
  input: { planId: string; code: string; kind: LearningKind | null; term?: string | null },
) => Promise<{ planId: string } | Refusal>

/** How a course would be learnt, as it was chosen; null: in class, or nothing was said. */
function kindChosen({ form: { values } }: Pick<Call, 'form'>): LearningKind | null {
  return learningKinds.find((kind) => kind === values['kind']?.[0]) ?? null
}

/** Courses that count only together and were offered as such: they come onto the plan by one act. */
function setChosen({ form: { values } }: Pick<Call, 'form'>): string[] | null {
  const given = values['codes']?.[0]
  if (!given) return null
  const codes = z.array(z.string().min(1).max(200)).min(2).max(8)
  try {
    return codes.parse(JSON.parse(given))
  } catch {
    return null
  }
}

/** In which term a course would be taken: nothing where the form did not ask. */
function termChosen({ form: { values } }: Pick<Call, 'form'>): { term?: string | null } {
  const given = values['term']?.[0]
  if (given === undefined) return {}
  return { term: /^\d{4}\/\d{4}-[1-9]$/.test(given) ? given : null }
}

async function change(
  call: Call<PlanRow>,
  verb: Change,
  done: 'plan.added' | 'plan.learnt' | 'plan.removed',
): Promise<Answer> {
  // A course that was typed and not chosen from the list counts by its code, also without scripts.
  const code = chosenCode(typedValues(call), 'code').slice(0, 200)
  const kind = kindChosen(call)
  const planId = call.object.id
  const codes = setChosen(call) ?? [code]
  const result = await call.perform(async (work) => {
    for (const each of codes) {
      const changed = await verb(work, { planId, code: each, kind, ...termChosen(call) })
      if (isRefused(changed)) return changed
    }
    return { planId }
  })
  if (isRefused(result)) return planPage(call, result)
  return call.redirect(`/recognition/plans/${planId}`, m(done, { code: codes.join(' + ') }))
}

import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, pageNumber, type Route, typedValues } from '#kernel/http'
import { dateInZone, formatDate, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../../formats/plain-text.ts'
import { m } from '../../messages/index.ts'
import { QueuePage, QueuesPage, queuesPath, referralsPath } from '../../pages/office/queues.tsx'
import { RoutingPage } from '../../pages/office/routing.tsx'
import { type CasePageRow, linesOfCase } from '../../queries/cases.ts'
import { organisationsFor } from '../../queries/catalogues.ts'
import {
  casesOfQueue,
  listQueues,
  queueById,
  type QueueFacts,
  referralById,
  type ReferralRow,
  referralsOfCase,
  referralsToUnit,
  unitsForChoice,
} from '../../queries/office/queues.ts'
import { listsForCase } from '../../queries/office/committee.ts'
import { withdrawReferral, referLine } from '../../service/office/referrals.ts'
import { routingUnits } from '../../queries/office/routing-facts.ts'
import { routeCase } from '../../service/office/routing.ts'
import { loadCase } from '../case-page.ts'
import { shown } from '../shown-refusal.ts'

const pageSize = 25
const routing = (id: string) => `/recognition/cases/${id}/routing`

/** The pages of queues, of who evaluates a case, and of the units that are asked about its lines. */
export const routingRoutes: readonly Route[] = [
  page('GET', queuesPath, { action: 'recognition.queue.open', handle: queuesPage }),
  page<QueueFacts>('GET', `${queuesPath}/:id`, {
    action: 'recognition.queue.read',
    load: (work: Work, params) => queueById(work, params['id'] ?? ''),
    handle: queuePage,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/routing', {
    action: 'recognition.case.route',
    load: loadCase,
    handle: (call) => routingPage(call, null),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/routing', {
    action: 'recognition.case.route',
    load: loadCase,
    handle: giveCase,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/referrals', {
    action: 'recognition.referral.ask',
    load: loadCase,
    handle: askUnit,
  }),
  page<CasePageRow>('POST', `${referralsPath}/:id/withdrawal`, {
    action: 'recognition.referral.ask',
    load: async (work, params) => {
      const referral = await referralById(work, params['id'] ?? '')
      return referral && loadCase(work, { id: referral.caseId })
    },
    async handle(call) {
      const result = await call.perform((work) => withdrawReferral(work, call.params['id'] ?? ''))
      if (isRefused(result)) return routingPage(call, result)
      return call.redirect(routing(call.object.id), m('office.withdrawn'))
    },
  }),
]

async function queuesPage(call: Call): Promise<Answer> {
  const mine = await organisationsFor(call.work, (id) =>
    call.may('recognition.queue.read', { organisation_id: id }),
  )
  const queues = await listQueues(
    call.work,
    mine.map(({ id }) => id),
  )
  // The board counts cases and names colleagues; no student is on it.
  call.shows([])
  return { kind: 'html', html: renderPage(QueuesPage({ call, queues })) }
}

async function queuePage(call: Call<QueueFacts>): Promise<Answer> {
  const queue = call.object
  const pageNow = pageNumber(call)
  const { cases, total } = await casesOfQueue(call.work, queue, { page: pageNow, pageSize })
  const referrals: ReferralRow[] =
    queue.unit_id === null ? [] : await referralsToUnit(call.work, queue.unit_id)
  call.shows([...cases.map((each) => each.personId), ...referrals.map((each) => each.person_id)])
  return {
    kind: 'html',
    html: renderPage(
      QueuePage({
        call,
        queue,
        cases,
        total,
        page: pageNow,
        pageSize,
        referrals,
        mayDecide: call.may('recognition.case.decide'),
      }),
    ),
  }
}

/** The page of who evaluates a case: its unit, the units that are asked, the committee. */
export async function routingPage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
): Promise<Answer> {
  const found = call.object
  const units = await unitsForChoice(call.work, found.home_organisation_id)
  const { staffed } = await routingUnits(call.work, {
    organisationId: found.home_organisation_id,
    programmeId: found.degree_programme_id,
    today: dateInZone(call.now, found.home_time_zone),
  })
  const html = renderPage(
    RoutingPage({
      call,
      found,
      lines: await linesOfCase(call.work, found.id),
      referrals: await referralsOfCase(call.work, found.id),
      unitNames: found.unit_names,
      units: sortByText(
        units.map(({ id, names }) => ({
          value: id,
          label: localised(names, call.language).text,
          isStaffed: staffed.has(id),
        })),
        call.language,
        (each) => each.label,
      ),
      may: {
        route: call.may('recognition.case.route', found),
        ask: call.may('recognition.referral.ask', found),
      },
      lists: await listsForCase(call.work, found.id, found.home_organisation_id),
      values: refusal ? typedValues(call) : { line: call.query.get('line') ?? '' },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const routeForm = z.object({
  unit: z.string(),
  reason: z.string().max(500).default('').transform(plainText),
})

async function giveCase(call: Call<CasePageRow>): Promise<Answer> {
  const input = call.read(routeForm)
  if (isRefused(input)) return routingPage(call, input)
  const unitId = input.unit === 'office' ? null : input.unit
  const units = await unitsForChoice(call.work, call.object.home_organisation_id)
  const result = await call.perform((work) =>
    routeCase(work, { caseId: call.object.id, unitId, reason: input.reason }),
  )
  if (isRefused(result)) return routingPage(call, result)
  if (!result.changed) return call.redirect(routing(call.object.id), m('office.stays'))
  const unit = units.find(({ id }) => id === unitId)
  const institution = localised(call.object.home_names, call.language).text
  const name = unit
    ? localised(unit.names, call.language).text
    : call.t(m('office.of', { institution }))
  // Whoever gave it to a unit that is not theirs does not see it any more.
  const isSeen = call.may('recognition.case.read', { ...call.object, unit_id: unitId })
  const next = isSeen ? `/recognition/cases/${call.object.id}` : queuesPath
  return call.redirect(next, m('office.given', { name }))
}

const referForm = z.object({
  line: z.string().min(1),
  to: z.string().min(1),
  question: z.string().max(2000).default('').transform(plainText),
})

async function askUnit(call: Call<CasePageRow>): Promise<Answer> {
  const input = call.read(referForm)
  if (isRefused(input)) return routingPage(call, input)
  const result = await call.perform((work) =>
    referLine(work, {
      caseId: call.object.id,
      lineId: input.line,
      unitId: input.to,
      question: input.question,
    }),
  )
  if (isRefused(result)) return routingPage(call, result)
  const sent = (await referralById(call.work, result.referralId))!
  return call.redirect(
    routing(call.object.id),
    m('office.sent', {
      unit: localised(sent.unitNames, call.language).text,
      code: sent.code,
      day: formatDate(sent.dueOn, call.language),
    }),
  )
}

/** The day at the home institution on which a referral was closed. */
export function closedDay(call: Pick<Call, 'language'>, at: Date, timeZone: string): string {
  return formatDate(dateInZone(at, timeZone), call.language)
}

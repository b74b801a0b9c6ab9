import { isRefused } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import { personsById } from '#kernel/identity'
import { declareLeave, endLeave, handOver, leavesOf, type StandIn, standInsOf } from '#kernel/tasks'
import { displayName, formatDateRange, isUuid, localised, parseDate } from '#kernel/values'
import { renderPage } from '#ui'
import { sessionOf } from '../account/session.ts'
import { frameAt } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { readerDay } from '../reader.ts'
import { assigneeChoices, readAssignee, staffAt } from './assignees.ts'
import { HandoverPage, LeavePage } from './leave-pages.tsx'
import { managedOrganisations, ownOrganisations } from './organisations.ts'

const mayList = { action: 'tasks.task.list' } as const

/** Stand-ins during leave, and handing over when somebody goes. */
export function leaveRoutes(ports: DeskPorts): Route[] {
  return [
    page('GET', '/inbox/leave', {
      ...mayList,
      handle: (call) => showLeave(call, ports, freshForm(), 200),
    }),
    page('POST', '/inbox/leave', { ...mayList, handle: (call) => declare(call, ports) }),
    page('POST', '/inbox/leave/:id/end', { ...mayList, handle: (call) => end(call, ports) }),
    page('GET', '/inbox/handover', {
      action: 'tasks.task.manage',
      load: managedPlace,
      handle: (call) => showHandover(call, ports, freshForm(), 200),
    }),
    page('POST', '/inbox/handover', {
      action: 'tasks.task.manage',
      load: managedPlace,
      handle: (call) => hand(call, ports),
    }),
  ]
}

/** Some organisation whose work the actor arranges; without one the page does not exist for them. */
async function managedPlace(work: Call['work']): Promise<{ organisation_id: string } | null> {
  const place = ownOrganisations(work).find((id) =>
    work.may('tasks.task.manage', { organisation_id: id }),
  )
  return place === undefined ? null : { organisation_id: place }
}

async function showLeave(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const { personId } = sessionOf(call)
  const { today } = readerDay(call)
  const [mine, forOthers] = [
    await leavesOf(call.work, personId),
    await standInsOf(call.work.read, personId, today),
  ]
  const people = await staffAt(call, ports, ownOrganisations(call))
  const colleagues = new Map(people.map(({ person }) => [person.id, person.name]))
  colleagues.delete(personId)
  const html = renderPage(
    LeavePage({
      frame: frameAt(call, '/inbox/leave'),
      t: call.t,
      form,
      today,
      mine: await said(call, ports, mine, (leave) => leave.standInId),
      forOthers: await said(call, ports, forOthers, (leave) => leave.personId),
      colleagues: [...colleagues].map(([value, name]) => ({
        value,
        label: displayName(name, call.language),
      })),
      organisations: await organisationOptions(call, ports, ownOrganisations(call)),
    }),
  )
  return { kind: 'html', status, html }
}

async function said(
  call: Call,
  ports: DeskPorts,
  leaves: readonly StandIn[],
  whose: (leave: StandIn) => string,
) {
  const persons = await personsById(call.work, leaves.map(whose))
  const names = await ports.organisationNames(
    call.work,
    leaves.flatMap((leave) => leave.organisationId ?? []),
  )
  return leaves.map((leave) => {
    const person = persons.get(whose(leave))
    const place = leave.organisationId && names.get(leave.organisationId)
    return {
      id: leave.id,
      name: person ? displayName(person.name, call.language) : '–',
      period: formatDateRange(leave.from, leave.until, call.language),
      organisation: place ? localised(place, call.language).text : null,
    }
  })
}

async function organisationOptions(call: Call, ports: DeskPorts, ids: readonly string[]) {
  const names = await ports.organisationNames(call.work, ids)
  return [...names].map(([value, name]) => ({ value, label: localised(name, call.language).text }))
}

async function declare(call: Call, ports: DeskPorts): Promise<Answer> {
  const organisationId = valueOf(call, 'organisation')
  const standInId = valueOf(call, 'standInId')
  const colleagues = await staffAt(call, ports, ownOrganisations(call))
  const isColleague = colleagues.some(({ person }) => person.id === standInId)
  const declared = await call.perform((work) =>
    declareLeave(work, {
      personId: sessionOf(call).personId,
      standInId: isColleague ? standInId : null,
      from: parseDate(valueOf(call, 'from')) ?? '',
      until: parseDate(valueOf(call, 'until')) ?? '',
      organisationId: isUuid(organisationId) ? organisationId : null,
    }),
  )
  if (isRefused(declared)) {
    return showLeave(call, ports, refusedForm(call, declared), declared.status)
  }
  return call.redirect('/inbox/leave', m('leave.declared'))
}

async function end(call: Call, ports: DeskPorts): Promise<Answer> {
  const id = call.params['id']
  if (!isUuid(id)) return call.redirect('/inbox/leave')
  const ended = await call.perform((work) => endLeave(work, id))
  if (isRefused(ended)) return showLeave(call, ports, refusedForm(call, ended), ended.status)
  return call.redirect('/inbox/leave', m('leave.ended'))
}

async function showHandover(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const places = managedOrganisations(call)
  const people = await staffAt(call, ports, places)
  const names = await organisationOptions(call, ports, places)
  const placeName = new Map(names.map(({ value, label }) => [value, label]))
  const from = new Map(
    people.map(({ person, organisation }) => [
      `${organisation?.id ?? ''}@${person.id}`,
      {
        label: displayName(person.name, call.language),
        group: placeName.get(organisation?.id ?? '') ?? '',
      },
    ]),
  )
  const html = renderPage(
    HandoverPage({
      frame: frameAt(call, '/inbox/handover'),
      t: call.t,
      form,
      from: [...from].map(([value, rest]) => ({ value, ...rest })),
      to: await assigneeChoices(call, ports, places),
    }),
  )
  return { kind: 'html', status, html }
}

async function hand(call: Call, ports: DeskPorts): Promise<Answer> {
  const [organisationId = '', personId = ''] = valueOf(call, 'from').split('@')
  const to = await readAssignee(call, ports, managedOrganisations(call), valueOf(call, 'to'))
  const wrong = {
    ...(isUuid(organisationId) && isUuid(personId) ? {} : { from: m('handover.nobody') }),
    ...(to ? {} : { to: m('reassign.nobody') }),
  }
  if (to === null || Object.keys(wrong).length > 0) {
    const message = m('handover.incomplete')
    const form = refusedForm(call, { refusal: true, status: 422, message, fields: wrong })
    return showHandover(call, ports, form, 422)
  }
  const moved = await call.perform((work) => handOver(work, { personId, organisationId, to }))
  if (isRefused(moved)) return showHandover(call, ports, refusedForm(call, moved), moved.status)
  return call.redirect('/inbox/handover', m('reassign.done', { count: moved }))
}

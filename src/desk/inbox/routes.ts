import { isRefused } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { personsById } from '#kernel/identity'
import { type Assignee, completeTasks, reassignTasks, type Task, tasksFor } from '#kernel/tasks'
import { displayName, isUuid, localised } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { type FormState, freshForm, refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { dayAndDistance, readerDay } from '../reader.ts'
import { assigneeChoices, readAssignee } from './assignees.ts'
import { InboxPage, type InboxRow, ReassignPage } from './pages.tsx'

const pageSize = 50
const states = ['open', 'overdue', 'done'] as const
const mayList = { action: 'tasks.task.list' } as const

/** What waits for the reader, done or given away in bulk. */
export function inboxRoutes(ports: DeskPorts): Route[] {
  return [
    page('GET', '/inbox', { ...mayList, handle: (call) => showInbox(call, ports) }),
    page('POST', '/inbox', { ...mayList, handle: act }),
    page('GET', '/inbox/reassignment', {
      ...mayList,
      handle: (call) => showReassign(call, ports, freshForm(), 200),
    }),
    page('POST', '/inbox/reassignment', { ...mayList, handle: (call) => reassign(call, ports) }),
  ]
}

async function showInbox(call: Call, ports: DeskPorts): Promise<Answer> {
  const { query, work } = call
  const state = states.find((each) => each === query.get('state')) ?? 'open'
  const organisation = query.get('organisation') ?? ''
  const current = Math.min(10_000, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  const { today } = await readerDay(call)
  const { tasks, total, counts } = await tasksFor(work, {
    state,
    today,
    ...(isUuid(organisation) ? { organisationId: organisation } : {}),
    limit: pageSize,
    offset: (current - 1) * pageSize,
  })
  const html = renderPage(
    InboxPage({
      frame: call.frame,
      t: call.t,
      state,
      counts,
      total,
      page: current,
      pageSize,
      organisation: isUuid(organisation) ? organisation : null,
      organisations: await organisationOptions(call, ports),
      rows: await rowsOf(call, ports, tasks, today),
      manages: managedOrganisations(call).length > 0,
    }),
  )
  return { kind: 'html', html }
}

/** Tasks as rows: every name and date already in the reader's language, at two queries however many there are. */
export async function rowsOf(
  call: Call,
  ports: DeskPorts,
  tasks: readonly Task[],
  today: string,
): Promise<InboxRow[]> {
  const organisationIds = [...new Set(tasks.flatMap((task) => task.organisationId ?? []))]
  const personIds = [...new Set(tasks.flatMap((task) => task.assigneePersonId ?? []))]
  const names = await ports.organisationNames(call.work, organisationIds)
  const persons = await personsById(call.work, personIds)
  return tasks.map((task) => {
    const assignee = task.assigneePersonId && persons.get(task.assigneePersonId)
    const name = task.organisationId && names.get(task.organisationId)
    return {
      id: task.id,
      subject: call.t(task.subject),
      href: call.href(task.href),
      organisation: name ? localised(name, call.language).text : null,
      due: task.dueOn === null ? null : dayAndDistance(call, task.dueOn, today),
      overdue: task.overdue,
      done: task.doneAt !== null,
      role: task.assigneeRole === null ? null : call.t(ports.roleLabel(task.assigneeRole)),
      standInFor: task.asStandIn && assignee ? displayName(assignee.name, call.language) : null,
    }
  })
}

/** The organisations whose work the reader arranges. */
export function managedOrganisations(call: Pick<Call, 'actor' | 'may'>): string[] {
  return ownOrganisations(call).filter((id) =>
    call.may('tasks.task.manage', { organisation_id: id }),
  )
}

/** The organisations at which the reader plays a role. */
export function ownOrganisations({ actor }: Pick<Call, 'actor'>): string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.grants.flatMap((grant) => grant.organisationId ?? []))]
}

async function organisationOptions(call: Call, ports: DeskPorts) {
  const names = await ports.organisationNames(call.work, ownOrganisations(call))
  return [...names].map(([value, name]) => ({ value, label: localised(name, call.language).text }))
}

async function act(call: Call): Promise<Answer> {
  const keys = (call.form.values['keys'] ?? []).filter(isUuid)
  const state = valueOf(call, 'state')
  const back = state === '' ? '/inbox' : `/inbox?${new URLSearchParams({ state }).toString()}`
  if (keys.length === 0) return call.redirect(back, m('inbox.none-chosen'))
  if (valueOf(call, 'verb') === 'reassign') {
    return {
      kind: 'redirect',
      to: call.href('/inbox/reassignment', { keys: keys.slice(0, pageSize).join(',') }),
    }
  }
  const { length: count } = await call.perform((work) => completeTasks(work, keys))
  const left = keys.length - count
  return call.redirect(
    back,
    left > 0 ? m('inbox.completed-some', { count, left }) : m('inbox.completed', { count }),
  )
}

/** Of the chosen tasks those that wait for the reader. */
async function chosenTasks(call: Call, today: string): Promise<Task[]> {
  const text = call.query.get('keys') ?? valueOf(call, 'keys')
  const keys = new Set(text.split(',').filter(isUuid))
  const { tasks } = await tasksFor(call.work, { state: 'open', today, limit: 500 })
  return tasks.filter((task) => keys.has(task.id))
}

async function showReassign(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const { today } = await readerDay(call)
  const tasks = await chosenTasks(call, today)
  if (tasks.length === 0) return call.redirect('/inbox', m('inbox.none-chosen'))
  const organisations = [...new Set(tasks.flatMap((task) => task.organisationId ?? []))]
  const places = organisations.length > 0 ? organisations : ownOrganisations(call)
  const html = renderPage(
    ReassignPage({
      frame: frameAt(call, '/inbox'),
      t: call.t,
      form,
      keys: tasks.map((task) => task.id).join(','),
      rows: await rowsOf(call, ports, tasks, today),
      choices: await assigneeChoices(call, ports, places),
    }),
  )
  return { kind: 'html', status, html }
}

async function reassign(call: Call, ports: DeskPorts): Promise<Answer> {
  const { today } = await readerDay(call)
  const tasks = await chosenTasks(call, today)
  const places = [...new Set(tasks.flatMap((task) => task.organisationId ?? []))]
  const own = places.length > 0 ? places : ownOrganisations(call)
  const to: Assignee | null = await readAssignee(call, ports, own, valueOf(call, 'to'))
  if (to === null) {
    const nobody = call.t(m('reassign.nobody'))
    return showReassign(call, ports, { values: {}, errors: { to: nobody }, message: nobody }, 422)
  }
  const ids = tasks.map((task) => task.id)
  const moved = await call.perform((work) => reassignTasks(work, { ids, to }))
  if (isRefused(moved)) return showReassign(call, ports, refusedForm(call, moved), moved.status)
  return call.redirect('/inbox', m('reassign.done', { count: moved }))
}

import { isRefused } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import { type Assignee, planTasks, reassignTasks, type Task, tasksFor } from '#kernel/tasks'
import { addDays, formatDate, isUuid, parseDate, relativeDays, withAside } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { readerDay } from '../reader.ts'
import { afterwards, mostChosen } from './address.ts'
import { assigneeChoices, readAssignee } from './assignees.ts'
import { ownOrganisations } from './organisations.ts'
import { PlanTasksPage, ReassignPage } from './pages.tsx'
import { rowsOf } from './rows.ts'

const mayList = { action: 'tasks.task.list' } as const
const inbox = { state: 'open', organisation: null, kind: null, page: 1 } as const

/** The pages that ask, of tasks that were chosen: to whom, or until when. */
export function chosenTaskRoutes(ports: DeskPorts): Route[] {
  return [
    page('GET', '/inbox/reassignment', {
      ...mayList,
      handle: (call) => showReassign(call, ports, freshForm(), 200),
    }),
    page('POST', '/inbox/reassignment', { ...mayList, handle: (call) => reassign(call, ports) }),
    page('GET', '/inbox/plan', {
      ...mayList,
      handle: (call) => showPlan(call, ports, freshForm(), 200),
    }),
    page('POST', '/inbox/plan', { ...mayList, handle: (call) => plan(call, ports) }),
  ]
}

/** Of the chosen tasks those that wait for the reader. */
async function chosenTasks(call: Call, today: string): Promise<Task[]> {
  const text = call.query.get('keys') ?? valueOf(call, 'keys')
  const ids = [...new Set(text.split(',').filter(isUuid))].slice(0, mostChosen)
  if (ids.length === 0) return []
  return (await tasksFor(call.work, { ids, today, limit: mostChosen })).tasks
}

async function showReassign(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const { today } = readerDay(call)
  const tasks = await chosenTasks(call, today)
  if (tasks.length === 0) return call.redirect('/inbox', m('inbox.none-chosen'), 'attention')
  const html = renderPage(
    ReassignPage({
      frame: frameAt(call, '/inbox'),
      t: call.t,
      form,
      keys: tasks.map((task) => task.id).join(','),
      rows: await rowsOf(call, ports, tasks, today),
      choices: await assigneeChoices(call, ports, placesOf(call, tasks)),
    }),
  )
  return { kind: 'html', status, html }
}

function placesOf(call: Call, tasks: readonly Task[]): string[] {
  const places = [...new Set(tasks.flatMap((task) => task.organisationId ?? []))]
  return places.length > 0 ? places : ownOrganisations(call)
}

async function reassign(call: Call, ports: DeskPorts): Promise<Answer> {
  const { today } = readerDay(call)
  const tasks = await chosenTasks(call, today)
  const to: Assignee | null = await readAssignee(
    call,
    ports,
    placesOf(call, tasks),
    valueOf(call, 'to'),
  )
  if (to === null) {
    const nobody = call.t(m('reassign.nobody'))
    return showReassign(call, ports, { values: {}, errors: { to: nobody }, message: nobody }, 422)
  }
  const ids = tasks.map((task) => task.id)
  const moved = await call.perform((work) => reassignTasks(work, { ids, to }))
  if (isRefused(moved)) return showReassign(call, ports, refusedForm(call, moved), moved.status)
  return ids.length === 0
    ? call.redirect('/inbox', m('reassign.done', { count: 0 }))
    : afterwards(call, inbox, 'given', ids)
}

async function showPlan(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const { today } = readerDay(call)
  const tasks = await chosenTasks(call, today)
  if (tasks.length === 0) return call.redirect('/inbox', m('inbox.none-chosen'), 'attention')
  const html = renderPage(
    PlanTasksPage({
      frame: frameAt(call, '/inbox'),
      t: call.t,
      form,
      keys: tasks.map((task) => task.id).join(','),
      rows: await rowsOf(call, ports, tasks, today),
      days: [1, 3, 7, 14].map((days) => {
        const day = addDays(today, days)
        const label = withAside(
          formatDate(day, call.language),
          relativeDays(day, today, call.language),
          call.language,
        )
        return { value: day, label }
      }),
      min: addDays(today, 1),
    }),
  )
  return { kind: 'html', status, html }
}

async function plan(call: Call, ports: DeskPorts): Promise<Answer> {
  const { today } = readerDay(call)
  const ids = (await chosenTasks(call, today)).map((task) => task.id)
  const other = valueOf(call, 'day')
  const on = parseDate(other === '' ? valueOf(call, 'on') : other) ?? ''
  const planned = await call.perform((work) => planTasks(work, { ids, on }))
  if (isRefused(planned)) return showPlan(call, ports, refusedForm(call, planned), planned.status)
  return planned.length === 0
    ? call.redirect('/inbox', m('inbox.none-chosen'), 'attention')
    : afterwards(call, inbox, 'planned', planned)
}

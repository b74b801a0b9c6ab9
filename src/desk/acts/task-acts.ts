import { refuse, type Refusal } from '#kernel/database'
import { type Act, type ActCall, type ActOver, type Answer, freshForm } from '#kernel/http'
import { personById, personsById } from '#kernel/identity'
import {
  type Assignee,
  completeByLink,
  giveAwayByLink,
  type LinkedTask,
  planByLink,
  taskActs,
  taskOfLink,
} from '#kernel/tasks'
import {
  addDays,
  compareText,
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  localised,
  parseDate,
  relativeDays,
  withAside,
} from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { CompletePage, GiveAwayPage, PlanPage } from './pages.tsx'

/** What the links of a mail about a task do: tick it off, give it to a colleague, say by when. */
export function taskLinkActs(ports: DeskPorts): readonly Act[] {
  return [
    {
      action: taskActs.complete,
      show: (call, refusal) => shown(call, ports, refusal, (props) => CompletePage(props)),
      perform: (call) => call.perform((work) => completeByLink(work, call.principal)),
      outcome,
    },
    {
      action: taskActs.giveAway,
      async show(call, refusal) {
        const task = await taskOfLink(call.work, call.principal)
        const choices = task?.waits ? await colleagues(call, ports, task) : []
        return shown(call, ports, refusal, (props) => GiveAwayPage({ ...props, choices }))
      },
      async perform(call) {
        const to = await chosen(call)
        if ('refusal' in to) return to
        return call.perform((work) => giveAwayByLink(work, call.principal, to))
      },
      outcome,
    },
    {
      action: taskActs.plan,
      show: (call, refusal) =>
        shown(call, ports, refusal, (props, task, today) =>
          PlanPage({ ...props, ...daysFor(call, task, today) }),
        ),
      async perform(call) {
        const other = valueOf(call, 'day')
        const on = parseDate(other === '' ? valueOf(call, 'on') : other) ?? ''
        return call.perform((work) => planByLink(work, call.principal, on))
      },
      outcome,
    },
  ]
}

type PageOfTask = (
  props: Parameters<typeof CompletePage>[0],
  task: LinkedTask,
  today: DateOnly,
) => ReturnType<typeof CompletePage>

/** The time zone of whoever the link was sent to. */
async function zoneOf({ work, link, timeZone }: ActCall): Promise<string> {
  const person = link.personId === null ? null : await personById(work, link.personId)
  return person?.timeZone ?? timeZone
}

async function shown(
  call: ActCall,
  ports: DeskPorts,
  refusal: Refusal | null,
  pageOf: PageOfTask,
): Promise<Answer | ActOver> {
  const task = await taskOfLink(call.work, call.principal)
  if (!task?.waits) return outcome(call)
  const { t, language, now, frame, action } = call
  const { personId } = call.link
  const person = personId === null ? null : await personById(call.work, personId)
  const today = dateInZone(now, person?.timeZone ?? call.timeZone)
  const organisationIds = task.organisationId ? [task.organisationId] : []
  const organisation = (await ports.organisationNames(call.work, organisationIds)).get(
    task.organisationId ?? '',
  )
  const facts = await call.services.notices.factsOf(call.work, [task], language)
  // What a task is about without whom: a mail may be read over a shoulder.
  call.shows([])
  const page = pageOf(
    {
      frame,
      t,
      action,
      form: refusal ? refusedForm(call, refusal) : freshForm(),
      task: {
        subject: t(task.subject),
        what: facts.get(task.id)?.what ?? null,
        organisation: organisation ? localised(organisation, language).text : null,
        due:
          task.dueOn === null
            ? null
            : withAside(
                formatDate(task.dueOn, language),
                relativeDays(task.dueOn, today, language),
                language,
              ),
        name: person ? displayName(person.name, language) : '',
        href: call.href(task.href),
      },
    },
    task,
    today,
  )
  return { kind: 'html', html: renderPage(page) }
}

/** Who finds somebody when the person is the wrong one: those who arrange the organisation's work. */
const arranging = 'coordinator'

/**
 * Those who could do the task instead: who holds its role there today, the role itself where one person has it now, and
 * who arranges the work there. For a task that waits for all of the role, the person may take it alone.
 */
async function colleagues(call: ActCall, ports: DeskPorts, task: LinkedTask): Promise<Option[]> {
  const role = task.assigneeRole ?? ''
  const place = placeOf(task, role)
  const { organisationId } = task
  const ids = await call.services.notices.holdersOf(call.work.read, place, call.now)
  const persons = await personsById(call.work, ids)
  const label = call.t(ports.roleLabel(role))
  const names = await ports.organisationNames(call.work, organisationId ? [organisationId] : [])
  const organisation = localised(names.get(organisationId ?? '') ?? {}, call.language).text
  const options: Option[] = []
  for (const id of ids) {
    const person = persons.get(id)
    const isSelf = id === call.link.personId
    const hasIt = id === task.assigneePersonId
    if (!person || hasIt || task.leftOut.includes(id)) continue
    const name = displayName(person.name, call.language)
    options.push({ value: id, label: isSelf ? call.t(m('act.give-away.self', { name })) : name })
  }
  options.sort((one, other) => compareText(call.language, one.label, other.label))
  const anybody = {
    value: 'role',
    label: call.t(m('reassign.role', { role: label, organisation })),
  }
  const office = { value: 'office', label: call.t(m('act.give-away.office', { organisation })) }
  return [
    ...options,
    ...(task.assigneePersonId === null ? [] : [anybody]),
    ...(organisationId === null || role === arranging ? [] : [office]),
  ]
}

function placeOf({ organisationId, programmeId, unitId }: LinkedTask, role: string) {
  return { role, organisationId, programmeId, ...(unitId === undefined ? {} : { unitId }) }
}

/** The colleague whom the form names, if they are among those who could do it. */
async function chosen(call: ActCall): Promise<Assignee | Refusal> {
  const task = await taskOfLink(call.work, call.principal)
  const nobody = refuse(422, m('reassign.nobody'), { to: m('reassign.nobody') })
  if (!task?.waits || task.assigneeRole === null) return nobody
  const { assigneeRole: role, organisationId } = task
  const value = valueOf(call, 'to')
  if (value === 'role' && task.assigneePersonId !== null) return { role, organisationId }
  if (value === 'office' && organisationId !== null && role !== arranging) {
    return { role: arranging, organisationId }
  }
  const place = placeOf(task, role)
  const ids = await call.services.notices.holdersOf(call.work.read, place, call.now)
  const isOffered =
    ids.includes(value) && value !== task.assigneePersonId && !task.leftOut.includes(value)
  return isOffered ? { personId: value, role, organisationId } : nobody
}

function daysFor({ language, t }: ActCall, task: LinkedTask, today: DateOnly) {
  const offered = [1, 3, 7, 14].map((days) => addDays(today, days))
  const inTime = offered.filter((day) => task.dueOn === null || day <= task.dueOn)
  const dayOf = (day: string) =>
    withAside(formatDate(day, language), relativeDays(day, today, language), language)
  return {
    days: (inTime.length > 0 ? inTime : offered.slice(0, 1)).map((day) => ({
      value: day,
      label: dayOf(day),
    })),
    min: addDays(today, 1),
    planned:
      task.plannedOn !== null && task.plannedOn > today
        ? t(m('act.plan.planned', { on: dayOf(task.plannedOn) }))
        : null,
  }
}

/** What became of the task, in the words of whoever opens its link late or again. */
async function outcome(call: ActCall): Promise<ActOver> {
  const task = await taskOfLink(call.work, call.principal)
  const said = (
    key: 'done' | 'done-by-other' | 'cancelled' | 'given' | 'with-other' | 'planned' | 'expired',
    args: Record<string, string> = {},
  ): ActOver => ({
    over: true,
    tone: ['done', 'given', 'planned'].includes(key) ? 'done' : 'info',
    title: m(`act.over.${key}.title`),
    text: m(`act.over.${key}.text`, args),
    next:
      key === 'expired' && task
        ? { label: m('act.open'), path: task.href }
        : { label: m('act.over.inbox'), path: '/inbox' },
  })
  const day = (on: string) => formatDate(on, call.language)
  if (!task || task.cancelled) return said('cancelled')
  if (task.doneAt !== null) {
    const on = day(dateInZone(task.doneAt, await zoneOf(call)))
    return said(task.doneByThem ? 'done' : 'done-by-other', { on })
  }
  const hasUsed = call.link.lastUsedAt !== null
  if (call.link.action === taskActs.giveAway && hasUsed) return said('given')
  if (!task.waits || call.link.end === 'given-away') return said('with-other')
  if (call.link.action === taskActs.plan && hasUsed && task.plannedOn !== null) {
    return said('planned', { on: day(task.plannedOn) })
  }
  return said('expired')
}

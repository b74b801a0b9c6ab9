import type { Call } from '#kernel/http'
import { personsById } from '#kernel/identity'
import type { TaskFacts } from '#kernel/notices'
import type { Task } from '#kernel/tasks'
import { displayName, formatDate, localised } from '#kernel/values'
import type { DeskPorts } from '../ports.ts'
import { dayAndDistance } from '../reader.ts'

/** A task in the reader's words. */
export interface InboxRow {
  id: string
  subject: string
  /** Whom it is about and with what it has to do. */
  who: string | null
  what: TaskFacts['what']
  href: string
  organisation: string | null
  due: { on: string; distance: string } | null
  overdue: boolean
  done: boolean
  /** Whether a tick is all that it takes. */
  tickable: boolean
  role: string | null
  /** For whom the reader stands in, where the task is not their own. */
  standInFor: string | null
  /** Who gave it to the reader, where somebody did. */
  givenBy: string | null
  /** The day on which the reader means to do it. */
  planned: string | null
}

/**
 * Tasks as rows: every name and date already in the reader's language, at as many queries however many there are. The
 * persons whom they are about are shown by that.
 */
export async function rowsOf(
  call: Call,
  ports: DeskPorts,
  tasks: readonly Task[],
  today: string,
): Promise<InboxRow[]> {
  const { language, t } = call
  const names = await ports.organisationNames(call.work, [
    ...new Set(tasks.flatMap((task) => task.organisationId ?? [])),
  ])
  const persons = await personsById(call.work, [
    ...new Set(
      tasks.flatMap((task) => [task.assigneePersonId ?? [], task.movedByPersonId ?? []].flat()),
    ),
  ])
  const facts = await call.services.notices.factsOf(call.work, tasks, language)
  call.shows([...facts.values()].flatMap(({ who }) => (who ? [who.personId] : [])))
  const nameOf = (id: string | null) => {
    const person = id === null ? undefined : persons.get(id)
    return person ? displayName(person.name, language) : null
  }
  const me = call.actor.kind === 'person' ? call.actor.personId : null
  return tasks.map((task) => {
    const name = task.organisationId && names.get(task.organisationId)
    const about = facts.get(task.id)
    return {
      id: task.id,
      subject: t(task.subject),
      who: about?.who?.name ?? null,
      what: about?.what ?? null,
      href: call.href(task.href),
      organisation: name ? localised(name, language).text : null,
      due: task.dueOn === null ? null : dayAndDistance(call, task.dueOn, today),
      overdue: task.overdue,
      done: task.doneAt !== null,
      tickable: !task.closesWithAct,
      role: task.assigneeRole === null ? null : t(ports.roleLabel(task.assigneeRole)),
      standInFor: task.asStandIn ? nameOf(task.assigneePersonId) : null,
      givenBy: task.movedByPersonId === me ? null : nameOf(task.movedByPersonId),
      planned:
        task.plannedOn !== null && task.plannedOn > today
          ? formatDate(task.plannedOn, language, 'medium')
          : null,
    }
  })
}

import type { Call } from '#kernel/http'
import type { Assignee } from '#kernel/tasks'
import { displayName, localised } from '#kernel/values'
import type { Option } from '#ui'
import { m } from '../messages/index.ts'
import type { Affiliation, DeskPorts } from '../ports.ts'

/**
 * To whom work at these organisations may go: everybody who plays a role there, and each role itself.
 * The value is `role@organisation` or `role@organisation@person`.
 */
export async function assigneeChoices(
  call: Call,
  ports: DeskPorts,
  organisationIds: readonly string[],
): Promise<Option[]> {
  const people = await staffAt(call, ports, organisationIds)
  const roles = new Map<string, Option>()
  const persons: Option[] = []
  for (const { person, role, organisation } of people) {
    const place = localised(organisation?.name ?? {}, call.language).text
    const label = call.t(ports.roleLabel(role))
    const key = `${role}@${organisation?.id ?? ''}`
    roles.set(key, {
      value: key,
      label: call.t(m('reassign.role', { role: label, organisation: place })),
      group: call.t(m('reassign.roles')),
    })
    persons.push({
      value: `${key}@${person.id}`,
      label: `${displayName(person.name, call.language)} · ${label}`,
      group: place,
    })
  }
  return [...persons, ...roles.values()]
}

/** The choice that a form names, if it was among those offered. */
export async function readAssignee(
  call: Call,
  ports: DeskPorts,
  organisationIds: readonly string[],
  value: string,
): Promise<Assignee | null> {
  const people = await staffAt(call, ports, organisationIds)
  const [role = '', organisation = '', person] = value.split('@')
  const offered = people.find(
    (each) =>
      each.role === role &&
      (each.organisation?.id ?? '') === organisation &&
      (person === undefined || each.person.id === person),
  )
  if (!offered) return null
  const organisationId = offered.organisation?.id ?? null
  return person === undefined
    ? { role, organisationId }
    : { personId: offered.person.id, role, organisationId }
}

/** Those who work at the organisations, without their students. */
export async function staffAt(
  call: Call,
  ports: DeskPorts,
  organisationIds: readonly string[],
): Promise<Affiliation[]> {
  const people = await ports.affiliations(call.work, { organisationIds })
  return people.filter((each) => each.role !== 'student')
}

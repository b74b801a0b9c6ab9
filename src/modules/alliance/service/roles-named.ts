import { wordsOf } from '#kernel/messages'
import { foldHeading } from '../import-table.ts'
import { m } from '../messages/index.ts'
import { appointmentRoles, type AppointmentRole } from '../schema.ts'

type NamedRole = AppointmentRole | 'student'

const roleNames = new Map<string, NamedRole>()

/** A role by its id, or by its word in any of the five languages; studying is one in a workbook of all people. */
export function roleNamed(text: string): NamedRole | null {
  if (roleNames.size === 0) {
    for (const role of [...appointmentRoles, 'student' as const]) {
      for (const word of [role, ...wordsOf(m.catalogue, `role.${role}`)]) {
        roleNames.set(foldHeading(word), role)
      }
    }
  }
  return roleNames.get(foldHeading(text)) ?? null
}

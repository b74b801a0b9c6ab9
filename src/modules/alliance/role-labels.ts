import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { AppointmentRole } from './schema.ts'

/** The word for a role, as every page and letter says it. */
export function roleLabel(role: AppointmentRole | 'student'): Message {
  return m(`role.${role}`)
}

import { refuse, type Refusal } from '#kernel/database'
import type { Call } from '#kernel/http'
import { personNameSchema } from '#kernel/identity'
import type { PersonName } from '#kernel/values'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'

/** The name as the fields of a form give it; what cannot be a name is refused by its field. */
export function nameOf(call: Call): PersonName | Refusal {
  const text = (name: string) => valueOf(call, name).trim()
  const parsed = personNameSchema.safeParse({
    native: text('native') || null,
    romanised: text('romanised'),
    passportGiven: text('passportGiven') || null,
    passportFamily: text('passportFamily') || null,
    order: text('order') === 'family-first' ? 'family-first' : 'given-first',
  })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? 'native'))
  return refuse(
    422,
    m('name.faulty'),
    Object.fromEntries(fields.map((field) => [field, m('name.faulty.field')])),
  )
}

/** The values with which the fields of a name begin. */
export function nameValues(name: PersonName): Record<string, string> {
  return {
    native: name.native ?? '',
    romanised: name.romanised,
    passportGiven: name.passportGiven ?? '',
    passportFamily: name.passportFamily ?? '',
    order: name.order,
  }
}

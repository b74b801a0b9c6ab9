import { refuse, type Refusal } from '#kernel/database'
import { m } from '../messages/index.ts'

type Field = Parameters<typeof m>[0]

/** What is not there and what the actor may not see look the same. */
export function absent(): Refusal {
  return refuse(404, m('refused.absent'))
}

/** A form that was readable but breaks a rule: one field, one sentence. */
export function faulty(field: string, key: Field, args: Record<string, string> = {}): Refusal {
  return refuse(422, m('refused.check'), { [field]: m(key, args) })
}

/** Something else has taken the place already. */
export function taken(field: string, key: Field): Refusal {
  return refuse(409, m('refused.check'), { [field]: m(key) })
}

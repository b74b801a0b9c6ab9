import { refuse, type Refusal } from '#kernel/database'
import { type Call, valueOf } from '#kernel/http'
import { type DateOnly, localised, normaliseDigits, parseDate } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { type Option } from '#ui'
import { m } from '../messages/index.ts'

/** A whole number of a field, or -1. */
export function numberOf(call: Pick<Call, 'form'>, name: string): number {
  const typed = normaliseDigits(valueOf(call, name))
  return /^\d{1,4}$/.test(typed) ? Number(typed) : -1
}

/** A day that was typed: null for none, or a refusal of the field. */
export function dayOf(call: Pick<Call, 'form'>, name: string): DateOnly | null | Refusal {
  const typed = valueOf(call, name)
  if (typed === '') return null
  return parseDate(typed) ?? refuse(422, m('refusal.day'), { [name]: m('refusal.day') })
}

/** The organisations at which the actor may do an action, as options by name. */
export async function placesOf(call: Call, action: string): Promise<Option[]> {
  if (call.actor.kind !== 'person') return []
  const ids = call.actor.grants
    .map(({ organisationId }) => organisationId)
    .filter((id) => id !== null)
    .filter((id) => call.may(action, { organisation_id: id }))
  return organisationOptionsOf(call, ids)
}

/** Organisations as options, by name. */
export async function organisationOptionsOf(call: Call, ids: readonly string[]): Promise<Option[]> {
  const names = await organisationNames(call.work, ids)
  return [...new Set(ids)].map((value) => ({
    value,
    label: localised(names.get(value) ?? {}, call.language).text,
  }))
}

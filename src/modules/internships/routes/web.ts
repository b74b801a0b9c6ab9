import type { Refusal } from '#kernel/database'
import { type Call, type FormState, freshForm, refusedForm } from '#kernel/http'
import { localised } from '#kernel/values'
import { listOrganisations } from '#modules/alliance'

/** The form as it was sent with the refusal's words, or null where nothing was refused. */
export function refusedOr(call: Call, refusal: Refusal | null): FormState | null {
  return refusal && refusedForm(call, refusal)
}

/** The same for a form that stands on its page in any case. */
export function formOf(call: Call, refusal: Refusal | null): FormState {
  return refusal ? refusedForm(call, refusal) : freshForm()
}

/** The organisations in whose name the reader may do an action. */
export async function officesOf(call: Call, action: string) {
  const all = await listOrganisations(call.work)
  return all
    .filter(({ id }) => call.work.may(action, { organisation_id: id }))
    .map(({ id, names }) => ({ value: id, label: localised(names, call.language).text }))
}

/** The office that a form names, or the only one that the reader works for. */
export function chosenOffice(offices: readonly { value: string }[], given: string): string | null {
  if (offices.length === 1) return offices[0]!.value
  return offices.find(({ value }) => value === given)?.value ?? null
}

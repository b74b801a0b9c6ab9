import type { Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  refusedForm,
  valueOf,
} from '#kernel/http'
import { languages, type LocalText, localised } from '#kernel/values'
import { listOrganisations } from '#modules/alliance'
import { renderPage } from '#ui'

/** Answers with a page; after a refusal with its status. */
export function show(
  vnode: Parameters<typeof renderPage>[0],
  refusal: Refusal | null = null,
): Answer {
  return { kind: 'html', html: renderPage(vnode), ...(refusal ? { status: refusal.status } : {}) }
}

/** The form as it was sent with the refusal's words, or null where nothing was refused. */
export function refusedOr(call: Call, refusal: Refusal | null): FormState | null {
  return refusal && refusedForm(call, refusal)
}

/** The same for a form that stands on its page in any case. */
export function formOf(call: Call, refusal: Refusal | null): FormState {
  return refusal ? refusedForm(call, refusal) : freshForm()
}

/** A text in the five languages, as `name.<language>`; a language in which nothing was typed is left out. */
export function localOf(call: Pick<Call, 'form'>, name: string): LocalText {
  const text: LocalText = {}
  for (const each of languages) {
    const typed = valueOf(call, `${name}.${each}`)
    if (typed !== '') text[each] = typed
  }
  return text
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

import { refuse, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  refusedForm as refusedAsSent,
  valueOf,
} from '#kernel/http'
import {
  type DateOnly,
  languages,
  localised,
  type LocalText,
  normaliseDigits,
  parseDate,
} from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { type Option, renderPage } from '#ui'
import { m } from '../messages/index.ts'
import type { Scene } from '../pages/scene.tsx'

/** What every page is told about the request; the clock is the reader's. */
export function sceneOf(call: Pick<Call, keyof Scene>): Scene {
  const { frame, language, t, href, timeZone, now } = call
  return { frame, language, t, href, timeZone, now }
}

/** Answers with a page. */
export function show(page: Parameters<typeof renderPage>[0], status = 200): Answer {
  return { kind: 'html', html: renderPage(page), status }
}

/** A form as it was sent, with what was wrong; several values of a field stand in one. */
export function refusedForm(call: Call, refusal: Refusal): FormState {
  const all = Object.entries(call.form.values).map(([name, values]) => [name, values.join(' ')])
  return { ...refusedAsSent(call, refusal), values: Object.fromEntries(all) }
}

/** A refusal above a page whose forms are as they were. */
export function refusedOnly(call: Call, refusal: Refusal): FormState {
  return { ...refusedForm(call, refuse(refusal.status, refusal.message)), values: {} }
}

/** A whole number of a field, or -1. */
export function numberOf(call: Pick<Call, 'form'>, name: string): number {
  const typed = normaliseDigits(valueOf(call, name))
  return /^\d{1,4}$/.test(typed) ? Number(typed) : -1
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

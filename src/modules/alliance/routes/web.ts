import type { Answer, Call, FormInput } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { dateInZone, isUuid, parseDate, parseYear } from '#kernel/values'
import { type renderPage, show } from '#ui'
import type { FormState, Scene } from '../pages/scene.tsx'
import { organisationFacts, type OrganisationFacts } from '../queries/organisations.ts'

/** What every page is told about the request; its day is the reader's unless it is about an institution. */
export function sceneOf(call: Call, timeZone = call.timeZone): Scene {
  return {
    frame: call.frame,
    language: call.language,
    t: call.t,
    href: call.href,
    today: dateInZone(call.now, timeZone),
    now: call.now,
    timeZone,
  }
}

/** A form that nobody has sent yet: empty, or with what stands. */
export function blank(values: Record<string, readonly (string | null)[]> = {}): FormState {
  const filled = Object.entries(values).flatMap(([name, list]) => {
    const present = list.filter((value) => value !== null && value !== '')
    return present.length === 0 ? [] : [[name, present as string[]] as const]
  })
  return { values: Object.fromEntries(filled), errors: {} }
}

const lists = new Set(['keys', 'sectors', 'partnerIds'])

/** The form as it was sent, with what was wrong; nothing that was typed is lost. */
export function refused(call: Call, refusal: Refusal): FormState {
  const errors: Record<string, string> = {}
  for (const [key, message] of Object.entries(refusal.fields)) {
    errors[fieldName(call, key)] = call.t(message)
  }
  return { values: call.form.values, errors, message: call.t(refusal.message) }
}

/** The name of the field that a part of the input was asked by: lists end in [], texts in the reader's language. */
function fieldName(call: Call, key: string): string {
  if (lists.has(key)) return `${key}[]`
  return /(^|\.)(names|summary|city|title)$/.test(key) ? `${key}.${call.language}` : key
}

/** Years are typed in the reader's era, and kept in the common one. */
const yearFields = new Set(['establishedYear', 'intakeYear', 'year'])

/**
 * What a form says, as the input schemas take it: `names.th` becomes a text in Thai, `steps.0.kind` the first of a
 * list, `keys[]` a list; what was left empty is left out.
 */
export function inputOf(form: FormInput): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null)
  for (const [name, values] of Object.entries(form.values)) {
    const filled = values.map((value) => value.trim()).filter((value) => value !== '')
    if (filled.length === 0) continue
    if (yearFields.has(name)) root[name] = parseYear(filled[0]!)?.toString() ?? filled[0]!
    else if (name.endsWith('[]')) root[name.slice(0, -2)] = filled
    else if (name.endsWith('On')) place(root, name.split('.'), parseDate(filled[0]!) ?? filled[0]!)
    else place(root, name.split('.'), filled[0]!)
  }
  // A new thing's id is made here and never by a form.
  delete root['id']
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, listed(value)]))
}

function place(into: Record<string, unknown>, path: readonly string[], value: string): void {
  const [head, ...rest] = path
  if (head === undefined || head === '__proto__') return
  if (rest.length === 0) {
    into[head] = value
    return
  }
  const inner = into[head]
  // A list has no named parts: `keys.length` would make it as long as somebody likes.
  const holdsParts = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  const next = holdsParts ? inner : Object.create(null)
  into[head] = next
  place(next as Record<string, unknown>, rest, value)
}

/** Numbered rows become a list; rows that were left empty are not there at all. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const keys = Object.keys(value)
  if (keys.length === 0 || !keys.every((key) => /^\d+$/.test(key))) return value
  return keys
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((key) => (value as Record<string, unknown>)[key])
}

/** Loads the organisation of an address such as `/organisations/:id/…`. */
export async function loadOrganisation(
  work: Work,
  params: Record<string, string>,
): Promise<OrganisationFacts | null> {
  if (!isUuid(params['id'])) return null
  return organisationFacts(work, params['id'])
}

/** Runs a verb with what a form says; a refusal brings the same page back, success leads on. */
export async function submit<T>(
  call: Call,
  verb: (work: Work) => Promise<T | Refusal>,
  again: (form: FormState) => Promise<Parameters<typeof renderPage>[0]>,
  then: (result: T) => Answer,
): Promise<Answer> {
  const result = await call.perform(verb)
  if (!isRefused(result)) return then(result as T)
  return show(await again(refused(call, result)), result.status)
}

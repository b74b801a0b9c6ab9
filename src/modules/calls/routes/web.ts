import { refuse, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  refusedForm as refusedAsSent,
  valueOf,
} from '#kernel/http'
import { isLanguage, languages, type LocalText } from '#kernel/values'
import { renderPage } from '#ui'
import type { Scene } from '../pages/scene.tsx'

/** What every page is told about the request; the clock is the reader's. */
export function sceneOf(call: Call): Scene {
  return {
    frame: call.frame,
    language: call.language,
    t: call.t,
    href: call.href,
    timeZone: call.timeZone,
    now: call.now,
  }
}

/** Answers with a page. */
export function show(page: Parameters<typeof renderPage>[0], status = 200): Answer {
  return { kind: 'html', html: renderPage(page), status }
}

/** A form as it was sent, with what was wrong; nothing that was typed is lost. Several values of a field stand in one. */
export function refusedForm(call: Call, refusal: Refusal): FormState {
  const all = Object.entries(call.form.values).map(([name, values]) => [name, values.join(' ')])
  return { ...refusedAsSent(call, refusal), values: Object.fromEntries(all) }
}

/** A refusal above a page whose form is as it was. */
export function refusedOnly(call: Call, refusal: Refusal): FormState {
  return { ...refusedForm(call, refuse(refusal.status, refusal.message)), values: {} }
}

/** A whole number of a hidden field, or -1. */
export function countOf(call: Pick<Call, 'form'>, name: string): number {
  const typed = valueOf(call, name)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
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

/** The languages that a field of boxes names. */
export function languagesOf(call: Pick<Call, 'form'>, name: string): string[] {
  return (call.form.values[name] ?? []).filter(isLanguage)
}

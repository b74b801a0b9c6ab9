import type { Refusal } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import { renderPage } from '#ui'
import type { FormState, Scene } from '../pages/scene.tsx'

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

/** Whoever is signed in; the routes of one's own account open to nobody else. */
export function selfOf(call: Call): string {
  if (call.actor.kind !== 'person') throw new Error('nobody is signed in')
  return call.actor.personId
}

/** Answers with a page. */
export function show(page: Parameters<typeof renderPage>[0], status = 200): Answer {
  return { kind: 'html', html: renderPage(page), status }
}

/** A form as it was sent, with what was wrong; nothing that was typed is lost. */
export function refusedForm(call: Call, refusal: Refusal): FormState {
  return {
    values: typedValues(call),
    errors: Object.fromEntries(
      Object.entries(refusal.fields).map(([name, message]) => [name, call.t(message)]),
    ),
    message: call.t(refusal.message),
  }
}

/** What was typed, one value a field. */
export function typedValues(call: Call): Record<string, string> {
  return Object.fromEntries(
    Object.entries(call.form.values).map(([name, [value = '']]) => [name, value]),
  )
}

/** The one value of a field. */
export function valueOf(call: Call, name: string): string {
  return (call.form.values[name]?.[0] ?? '').trim()
}

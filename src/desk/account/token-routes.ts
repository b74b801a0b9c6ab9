import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  accessTokenRules,
  endAccessToken,
  isFreshlyAuthenticated,
  listAccessTokens,
  makeAccessToken,
} from '#kernel/identity'
import { isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { refusedForm } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { proveAgain, sessionOf } from './session.ts'
import { NewTokenPage, TokensPage } from './tokens-page.tsx'

const path = '/account/tokens'
const signedIn = { action: 'site.open-signed-in' } as const

/** Tokens for the reader's own programs: made, listed with their last use, ended. A token itself opens no page. */
export const tokenRoutes: Route[] = [
  page('GET', path, { ...signedIn, handle: (call) => showTokens(call, freshForm(), 200) }),
  page('POST', path, { ...signedIn, perMinute: 60, handle: make }),
  page('POST', `${path}/:id/end`, { ...signedIn, handle: end }),
]

const newToken = z.object({
  label: z.string().max(200).default(''),
  scope: z.enum(['read', 'write']),
  days: z.enum(accessTokenRules.days.map(String)).transform(Number),
})

async function showTokens(call: Call, form: FormState, status: number): Promise<Answer> {
  const session = sessionOf(call)
  const html = renderPage(
    TokensPage({
      frame: frameAt(call, path),
      t: call.t,
      form,
      now: call.now,
      timeZone: call.timeZone,
      fresh: isFreshlyAuthenticated(session, call.now),
      api: call.href('/api'),
      tokens: await listAccessTokens(call.work, session.personId),
    }),
  )
  return { kind: 'html', status, html }
}

/** Why no token was made or ended: prove yourself again, or the page with the reason and what was typed. */
function refused(call: Call, refusal: Refusal): Answer | Promise<Answer> {
  const again = proveAgain(call, refusal, path)
  return again ?? showTokens(call, refusedForm(call, refusal), refusal.status)
}

async function make(call: Call): Promise<Answer> {
  const asked = call.read(newToken)
  if (isRefused(asked)) return refused(call, asked)
  const made = await call.perform((work) =>
    makeAccessToken(work, call.services.identity, { ...asked, sessionId: sessionOf(call).id }),
  )
  if (isRefused(made)) return refused(call, made)
  const { t, timeZone } = call
  const frame = frameAt(call, path)
  const example = `curl -H "Authorization: Bearer $TOKEN" ${call.services.origin}/api/v1/tasks`
  const html = renderPage(NewTokenPage({ frame, t, timeZone, made, example }))
  // Whoever sits down at this browser later must not find it on the way back.
  return { kind: 'html', html, headers: { 'cache-control': 'no-store' } }
}

async function end(call: Call): Promise<Answer> {
  const { id } = call.params
  if (!isUuid(id)) return { kind: 'absent' }
  const ended = await call.perform((work) => endAccessToken(work, id))
  if (isRefused(ended)) return refused(call, ended)
  return call.redirect(path, m('tokens.ended'))
}

import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  beginPasskeyConfirmation,
  confirmWithPasskey,
  confirmWithPassword,
  confirmWithTotp,
  demonstrationPersons,
  hasPassword,
  listPasskeys,
  personById,
  totpState,
} from '#kernel/identity'
import { renderPage } from '#ui'
import { frameAt, goTo } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { nextOf, withNext } from '../sign-in/complete.ts'
import { asJson } from '../sign-in/service-routes.ts'
import { ProvePage } from './prove-page.tsx'
import { keepRotated, sessionOf } from './session.ts'

const signedIn = { action: 'site.open-signed-in', perMinute: 60 } as const

/** Proving oneself again before a change of security. */
export const proveRoutes: Route[] = [
  page('GET', '/account/prove', {
    ...signedIn,
    handle: (call) => showProve(call, freshForm(), 200),
  }),
  page('POST', '/account/prove', { ...signedIn, handle: prove }),
  page('POST', '/account/prove/passkey/options', {
    ...signedIn,
    handle: async (call) => {
      const sessionId = sessionOf(call).id
      const options = await call.perform((work) =>
        beginPasskeyConfirmation(work, call.services.identity, { sessionId }),
      )
      return isRefused(options) ? asJson(call, options) : { kind: 'json', data: options }
    },
  }),
  page('POST', '/account/prove/passkey', { ...signedIn, handle: proveByPasskey }),
]

async function showProve(call: Call, form: FormState, status: number): Promise<Answer> {
  const { personId } = sessionOf(call)
  const { work } = call
  const next = nextOf(call)
  const invented = await demonstrationPersons(work, call.services.identity)
  const html = renderPage(
    ProvePage({
      frame: frameAt(call, withNext('/account/prove', next)),
      t: call.t,
      form,
      next,
      byPassword: await hasPassword(work, personId),
      byApp: (await totpState(work, personId)).enabled,
      byPasskey: (await listPasskeys(work, personId)).length > 0,
      email: (await personById(work, personId))?.email ?? null,
      invented: invented.some(({ id }) => id === personId) ? personId : null,
    }),
  )
  return { kind: 'html', status, html }
}

async function prove(call: Call): Promise<Answer> {
  const proven = await tryProof(call)
  if (isRefused(proven)) return showProve(call, refusedForm(call, proven), proven.status)
  await keepRotated(call, proven.token)
  return goTo(call, nextOf(call))
}

function tryProof(call: Call): Promise<{ token: string } | Refusal> {
  const { identity } = call.services
  const sessionId = sessionOf(call).id
  return valueOf(call, 'way') === 'app'
    ? confirmWithTotp(call.perform, identity, { sessionId, code: valueOf(call, 'code') })
    : confirmWithPassword(call.perform, identity, {
        sessionId,
        password: valueOf(call, 'password'),
        network: call.network,
      })
}

async function proveByPasskey(call: Call): Promise<Answer> {
  const proven = await call.perform((work) =>
    confirmWithPasskey(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      response: call.body,
    }),
  )
  if (isRefused(proven)) return asJson(call, proven)
  await keepRotated(call, proven.token)
  const answer = goTo(call, nextOf(call))
  return { kind: 'json', data: { href: answer.kind === 'redirect' ? answer.to : call.href('/') } }
}

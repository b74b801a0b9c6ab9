import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { beginPasskeySignature } from '#kernel/identity'
import { m } from '../messages/index.ts'
import { type AskedStep, stepById } from '../queries/steps.ts'
import { openStep, signWithPasskeyAt } from '../service/sign.ts'

const load = (work: Work, params: Record<string, string>) => stepById(work, params['id'] ?? '')
const signing = { action: 'signing.step.sign', load, perMinute: 30 }
type StepCall = Call<AskedStep>

/** Signing with a passkey: the browser asks for a challenge over the document's hash, and brings the answer. */
export const passkeyRoutes: readonly Route[] = [
  page<AskedStep>('POST', '/signing/steps/:id/passkey/options', { ...signing, handle: options }),
  page<AskedStep>('POST', '/signing/steps/:id/passkey', { ...signing, handle: sign }),
]

function shownHash(call: StepCall): string {
  return call.query.get('sha256') ?? ''
}

async function options(call: StepCall): Promise<Answer> {
  call.shows([])
  const begun = await call.perform(async (work) => {
    const open = await openStep(work, call.object.id, 'signing.step.sign')
    if (isRefused(open)) return open
    return beginPasskeySignature(work, call.services.identity, {
      sessionId: call.session?.id ?? '',
      sha256: open.step.document_sha256,
    })
  })
  return isRefused(begun) ? refused(call, begun) : { kind: 'json', data: begun }
}

async function sign(call: StepCall): Promise<Answer> {
  call.shows([])
  const signed = await call.perform((work) =>
    signWithPasskeyAt(work, call.services.identity, {
      stepId: call.object.id,
      sha256: shownHash(call),
      sessionId: call.session?.id ?? '',
      response: call.body,
    }),
  )
  if (isRefused(signed)) return refused(call, signed)
  const back = call.redirect(
    `/signing/steps/${call.object.id}`,
    m(call.object.act === 'sign' ? 'flash.signed' : 'flash.approved'),
  )
  return back.kind === 'redirect'
    ? { kind: 'json', data: { href: back.to }, ...(back.headers ? { headers: back.headers } : {}) }
    : back
}

function refused(call: StepCall, { status, message }: Refusal): Answer {
  return { kind: 'json', status, data: { message: call.t(message) } }
}

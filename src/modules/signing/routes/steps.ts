import { show } from '#ui'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { listPasskeys } from '#kernel/identity'
import { type Answer, type Call, page, pageNumber, type Route, valueOf } from '#kernel/http'
import { m } from '../messages/index.ts'
import { StepPage } from '../pages/step.tsx'
import { ToSignPage } from '../pages/to-sign.tsx'
import { versionsOf } from '../queries/documents.ts'
import { type AskedStep, stepById, stepsForReader, stepsOf } from '../queries/steps.ts'
import { refuseStep, signStep } from '../service/sign.ts'
import { personsOf } from './document.ts'
import { pdfAnswer } from './documents.ts'
import { isFresh, proveAddress, refusedForm } from './parts.ts'

const pageSize = 50
const load = (work: Work, params: Record<string, string>) => stepById(work, params['id'] ?? '')
type StepCall = Call<AskedStep>

/** What the reader is asked to sign, and one document before whoever is asked. */
export const stepRoutes: readonly Route[] = [
  page('GET', '/signing/to-sign', { action: 'signing.step.open', handle: list }),
  page<AskedStep>('GET', '/signing/steps/:id', {
    action: 'signing.step.read',
    load,
    handle: (call) => stepPage(call, null),
  }),
  page<AskedStep>('GET', '/signing/steps/:id/file', {
    action: 'signing.step.read',
    load,
    async handle(call) {
      call.shows([])
      return pdfAnswer(call as Call, call.object.file_id)
    },
  }),
  page<AskedStep>('POST', '/signing/steps/:id/signature', {
    action: 'signing.step.sign',
    load,
    perMinute: 60,
    handle: sign,
  }),
  page<AskedStep>('POST', '/signing/steps/:id/refusal', {
    action: 'signing.step.sign',
    load,
    perMinute: 60,
    handle: refuseToSign,
  }),
]

async function list(call: Call): Promise<Answer> {
  const which = call.query.get('which') === 'closed' ? 'closed' : 'asked'
  const number = pageNumber(call)
  const { rows, total } = await stepsForReader(call.work, which, {
    limit: pageSize,
    offset: (number - 1) * pageSize,
  })
  call.shows([])
  return show(ToSignPage({ call, steps: rows, which, total, page: number, pageSize }))
}

async function stepPage(
  given: StepCall,
  refused: { which: 'signature' | 'refusal'; refusal: Refusal } | null,
): Promise<Answer> {
  const call = given as Call
  const step = refused
    ? ((await stepById(call.work, given.object.id)) ?? given.object)
    : given.object
  const personId = personOf(call.actor)
  const steps = await stepsOf(call.work, step.document_id)
  // A version that is being prepared is nobody's to see but its office's.
  const reached = (version: number) =>
    version <= step.document_version &&
    (version < step.document_version || step.document_state !== 'draft')
  const known = steps.filter(({ version }) => reached(version))
  call.shows(personsOf(step, known))
  const versions = await versionsOf(call.work, step.document_id)
  const page = StepPage({
    call,
    step,
    versions: versions.filter(({ number }) => reached(number)),
    steps: known,
    isFresh: isFresh(call),
    hasPasskey: personId !== null && (await listPasskeys(call.work, personId)).length > 0,
    prove: proveAddress(call, `/signing/steps/${step.id}`),
    refused: refused && {
      which: refused.which,
      form: await refusedForm(call, refused.refusal),
    },
  })
  return show(page, refused?.refusal.status ?? 200)
}

async function sign(call: StepCall): Promise<Answer> {
  const plain = call as Call
  const back = `/signing/steps/${call.object.id}`
  if (valueOf(plain, 'confirm') !== 'yes') {
    const message = m(call.object.act === 'sign' ? 'refusal.confirm' : 'refusal.confirm-approval')
    const refusal = refuse(422, message, { confirm: message })
    return stepPage(call, { which: 'signature', refusal })
  }
  const signed = await call.perform((work) =>
    signStep(work, {
      stepId: call.object.id,
      sha256: valueOf(plain, 'sha256'),
      authenticatedAt: call.session?.authenticatedAt ?? new Date(0),
    }),
  )
  if (isRefused(signed)) {
    if (signed.status === 401) {
      return call.redirect(`/account/prove?${new URLSearchParams({ next: call.href(back) })}`)
    }
    return stepPage(call, { which: 'signature', refusal: signed })
  }
  return call.redirect(back, m(call.object.act === 'sign' ? 'flash.signed' : 'flash.approved'))
}

async function refuseToSign(call: StepCall): Promise<Answer> {
  const plain = call as Call
  const refused = await call.perform((work) =>
    refuseStep(work, {
      stepId: call.object.id,
      sha256: valueOf(plain, 'sha256'),
      reason: valueOf(plain, 'reason'),
    }),
  )
  if (isRefused(refused)) return stepPage(call, { which: 'refusal', refusal: refused })
  return call.redirect(`/signing/steps/${call.object.id}`, m('flash.refused'))
}

import { show } from '#ui'
import { isRefused } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { m } from '../messages/index.ts'
import { BulkPage } from '../pages/bulk.tsx'
import { type FormState, freshForm } from '../pages/words.tsx'
import { type AskedStep, stepsById } from '../queries/steps.ts'
import { signStep } from '../service/sign.ts'
import { isFresh, proveAddress } from './parts.ts'

const opening = { action: 'signing.step.open' }
const most = 100

/** Signing several documents together. */
export const bulkRoutes: readonly Route[] = [
  // What was ticked in the list becomes an address, so that proving who one is leads back to it.
  page('POST', '/signing/to-sign', {
    ...opening,
    handle: async (call) => call.redirect(bulkPath(call.form.values['keys'] ?? [])),
  }),
  page('GET', '/signing/bulk', {
    ...opening,
    handle: async (call) =>
      bulkPage(call, await waiting(call, call.query.getAll('step')), freshForm(), new Map(), 200),
  }),
  page('POST', '/signing/bulk', { ...opening, perMinute: 30, handle: signAll }),
]

function bulkPath(ids: readonly string[]): string {
  const query = new URLSearchParams(ids.slice(0, most).map((id) => ['step', id]))
  return `/signing/bulk?${query.toString()}`
}

/** Those of the steps that wait for the reader and can be signed here. */
async function waiting(call: Call, ids: readonly string[]): Promise<AskedStep[]> {
  const steps = await stepsById(call.work, ids.slice(0, most))
  return steps.filter(
    (step) =>
      step.state === 'asked' &&
      step.document_state === 'open' &&
      step.means !== 'paper' &&
      call.may('signing.step.sign', step),
  )
}

function bulkPage(
  call: Call,
  steps: readonly AskedStep[],
  form: FormState,
  faults: ReadonlyMap<string, string>,
  status: number,
): Answer {
  call.shows([])
  const back = bulkPath(steps.map(({ id }) => id))
  const shown = BulkPage({
    call,
    steps,
    isFresh: isFresh(call),
    prove: proveAddress(call, back),
    form,
    faults,
  })
  return show(shown, status)
}

/** Signs each by itself: one that cannot be signed any more keeps none of the others from it. */
async function signAll(call: Call): Promise<Answer> {
  const pairs = (call.form.values['signed'] ?? []).slice(0, most).map((pair) => pair.split(':'))
  const ids = pairs.map(([id = '']) => id)
  if (valueOf(call, 'confirm') !== 'yes') {
    const word = call.t(m('refusal.confirm'))
    const form = { ...freshForm(), errors: { confirm: word }, message: word }
    return bulkPage(call, await waiting(call, ids), form, new Map(), 422)
  }
  const faults = new Map<string, string>()
  for (const [stepId = '', sha256 = ''] of pairs) {
    const authenticatedAt = call.session?.authenticatedAt ?? new Date(0)
    const signed = await call.perform((work) => signStep(work, { stepId, sha256, authenticatedAt }))
    if (isRefused(signed)) faults.set(stepId, call.t(signed.message))
  }
  const done = pairs.length - faults.size
  if (faults.size === 0) return call.redirect('/signing/to-sign', m('bulk.done', { count: done }))
  const word = call.t(m('bulk.partly', { done, left: faults.size }))
  const left = (await stepsById(call.work, [...faults.keys()])).filter((step) =>
    call.may('signing.step.read', step),
  )
  return bulkPage(call, left, { ...freshForm(), message: word }, faults, 409)
}

import { show } from '#ui'
import { isRefused } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { ConsentPage, WithdrawalPage } from '../pages/consent.tsx'
import { ConsentsPage } from '../pages/consents.tsx'
import {
  type AskedConsent,
  consentRequestById,
  consentRequestsOf,
  consentSteps,
} from '../queries/consents.ts'
import { noticeOf } from '../service/consent-text.ts'
import { careFor } from '../service/guardians.ts'
import { answerConsent, withdrawConsent } from '../service/consents.ts'
import { selfOf } from './web.ts'

const base = '/account/consents'
const own = { action: 'privacy.own-data.open' } as const

/** What one is asked to allow, and what one allows. */
export const consentRoutes: readonly Route[] = [
  page('GET', base, {
    ...own,
    handle: async (call) => {
      const asked = await consentRequestsOf(call.work, selfOf(call))
      return show(ConsentsPage({ scene: sceneOf(call), asked }))
    },
  }),
  page('GET', `${base}/:id`, { ...own, handle: (call) => showConsent(call, freshForm(), 200) }),
  page('POST', `${base}/:id/answer`, { ...own, handle: answer }),
  page('GET', `${base}/:id/rows/:row/withdrawal`, {
    ...own,
    handle: (call) => showWithdrawal(call, freshForm(), 200),
  }),
  page('POST', `${base}/:id/rows/:row/withdrawal`, { ...own, handle: takeBack }),
]

async function ownRequest(call: Call): Promise<AskedConsent | null> {
  const asked = await consentRequestById(call.work, call.params['id'] ?? '')
  return asked?.request.person_id === selfOf(call) ? asked : null
}

async function showConsent(call: Call, form: FormState, status: number): Promise<Answer> {
  const asked = await ownRequest(call)
  if (!asked) return { kind: 'absent' }
  const shown = ConsentPage({
    scene: sceneOf(call),
    asked,
    notice: noticeOf(asked, call.t, call.language),
    steps: await consentSteps(call.work, asked.request.id),
    form,
    care: await careFor(call.work, asked),
    ticked: call.form.values['groups'] ?? [],
  })
  return show(shown, status)
}

async function answer(call: Call): Promise<Answer> {
  const requestId = call.params['id'] ?? ''
  const done = await call.perform((work) =>
    answerConsent(work, {
      requestId,
      groups: call.form.values['groups'] ?? [],
      declines: valueOf(call, 'answer') === 'decline',
      shownSha256: valueOf(call, 'shown'),
      guardian: {
        born: valueOf(call, 'born'),
        name: valueOf(call, 'guardianName'),
        address: valueOf(call, 'guardianAddress'),
        language: valueOf(call, 'guardianLanguage'),
      },
      t: call.t,
    }),
  )
  if (isRefused(done)) return showConsent(call, refusedForm(call, done), done.status)
  if (done.waitsForGuardian) return call.redirect(`${base}/${requestId}`, m('guardian.sent'))
  const said = done.given > 0 ? m('consent.given', { count: done.given }) : m('consent.declined')
  return call.redirect(`${base}/${requestId}`, said)
}

async function showWithdrawal(call: Call, form: FormState, status: number): Promise<Answer> {
  const asked = await ownRequest(call)
  const row = asked?.rows.find(({ id }) => id === call.params['row'])
  if (!asked || !row) return { kind: 'absent' }
  return show(WithdrawalPage({ scene: sceneOf(call), asked, row, form }), status)
}

async function takeBack(call: Call): Promise<Answer> {
  const { id = '', row = '' } = call.params
  const done = await call.perform((work) =>
    withdrawConsent(work, { requestId: id, consentId: row }),
  )
  if (isRefused(done)) return showWithdrawal(call, refusedForm(call, done), done.status)
  return call.redirect(`${base}/${id}`, m('consent.taken-back'))
}

import { isRefused } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  confirmTotp,
  disableTotp,
  enrolTotp,
  personById,
  renewRecoveryCodes,
} from '#kernel/identity'
import { qrPath, renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { refuseChange } from './security-routes.ts'
import { keepRotated, proveAgain, sessionOf } from './session.ts'
import { EnrolPage, RecoveryCodesPage } from './two-step-pages.tsx'

const signedIn = { action: 'site.open-signed-in', perMinute: 60 } as const

/** Two-step sign-in: begin, confirm with the first code, new recovery codes, switch off. */
export const twoStepRoutes: Route[] = [
  page('POST', '/account/two-step', { ...signedIn, handle: begin }),
  page('POST', '/account/two-step/confirmation', { ...signedIn, handle: confirm }),
  page('POST', '/account/two-step/codes', { ...signedIn, handle: newCodes }),
  page('POST', '/account/two-step/off', { ...signedIn, handle: switchOff }),
]

async function begin(call: Call): Promise<Answer> {
  const { id, personId } = sessionOf(call)
  const person = await personById(call.work, personId)
  const begun = await call.perform((work) =>
    enrolTotp(work, call.services.identity, {
      sessionId: id,
      accountLabel: person?.email ?? call.frame.person?.name ?? '',
    }),
  )
  return isRefused(begun) ? refuseChange(call, begun) : showEnrol(call, begun.uri, freshForm(), 200)
}

/** The address of the QR code travels with the form, so that a mistyped code shows the same one again. */
async function confirm(call: Call): Promise<Answer> {
  const confirmed = await confirmTotp(call.perform, call.services.identity, {
    sessionId: sessionOf(call).id,
    code: valueOf(call, 'code'),
  })
  if (isRefused(confirmed)) {
    const uri = valueOf(call, 'uri')
    const again = proveAgain(call, confirmed)
    if (again) return again
    return confirmed.status === 422 && isTotpUri(uri)
      ? showEnrol(call, uri, refusedForm(call, confirmed), 422)
      : refuseChange(call, confirmed)
  }
  await keepRotated(call, confirmed.token)
  return showCodes(call, confirmed.recoveryCodes)
}

async function newCodes(call: Call): Promise<Answer> {
  const renewed = await call.perform((work) =>
    renewRecoveryCodes(work, { sessionId: sessionOf(call).id }),
  )
  return isRefused(renewed) ? refuseChange(call, renewed) : showCodes(call, renewed.recoveryCodes)
}

async function switchOff(call: Call): Promise<Answer> {
  const off = await call.perform((work) =>
    disableTotp(work, call.services.identity, { sessionId: sessionOf(call).id }),
  )
  if (isRefused(off)) return refuseChange(call, off)
  await keepRotated(call, off.token)
  return call.redirect('/account/security', m('two-step.switched-off'))
}

function showEnrol(call: Call, uri: string, form: FormState, status: number): Answer {
  const props = {
    frame: frameAt(call, '/account/security'),
    t: call.t,
    form,
    uri,
    secret: new URL(uri).searchParams.get('secret') ?? '',
    qr: qrPath(uri),
  }
  return { kind: 'html', status, html: renderPage(EnrolPage(props)) }
}

function showCodes(call: Call, codes: readonly string[]): Answer {
  const frame = frameAt(call, '/account/security')
  return { kind: 'html', html: renderPage(RecoveryCodesPage({ frame, t: call.t, codes })) }
}

function isTotpUri(uri: string): boolean {
  return uri.length < 500 && uri.startsWith('otpauth://totp/') && URL.canParse(uri)
}

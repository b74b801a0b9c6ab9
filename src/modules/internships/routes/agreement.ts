import { show } from '#ui'
import { isRefused, personOf, type Refusal, refuse } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { receiveFile } from '#kernel/files'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import type { Message } from '#kernel/messages'
import { documentsAbout } from '#modules/signing'
import { agreementPdf } from '../documents/agreement.ts'
import { m } from '../messages/index.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { base } from '../pages/scene.tsx'
import { agreementOf, interruptionsOf } from '../queries/agreements.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { agreementForm, type AgreementText, textOf } from '../rules/agreement.ts'
import {
  agreementSubject,
  sendAgreement,
  takeBackAgreement,
  writeAgreement,
} from '../service/agreement.ts'
import { firstText } from '../service/first-text.ts'
import { mentorsFor, noMentors, unnamedMentors, withMentors } from '../service/mentors.ts'
import { interruptPlacement } from '../service/interruptions.ts'

type PlacementCall = Call<PlacementRow>

const placed = `${base}/placements/:id`
const path = `${placed}/agreement`
const load = (work: Parameters<typeof placementById>[0], { id }: Record<string, string>) =>
  placementById(work, id ?? '')

/** The agreement of a placement: written by an office, printed in its form, sent to be signed; and what interrupts a placement. */
export const agreementRoutes: readonly Route[] = [
  page<PlacementRow>('GET', path, {
    action: 'internships.placement.read',
    load,
    handle: (call) => agreementPage(call, null),
  }),
  page<PlacementRow>('GET', `${path}/document`, {
    action: 'internships.placement.read',
    load,
    perMinute: 30,
    handle: printed,
  }),
  act('text', write),
  act('sending', send),
  act('return', takeBack),
  page<PlacementRow>('POST', `${placed}/interruption`, {
    action: 'internships.placement.manage',
    load,
    async handle(call) {
      const done = await call.perform((work) =>
        interruptPlacement(work, {
          placementId: call.object.id,
          kind: valueOf(call, 'kind'),
          day: valueOf(call, 'day'),
          reason: valueOf(call, 'reason'),
        }),
      )
      if (isRefused(done)) return agreementPage(call, done)
      return call.redirect(`${base}/placements/${call.object.id}/agreement`, m('flash.interrupted'))
    },
  }),
]

function act(name: string, handle: (call: PlacementCall) => Promise<Message | Refusal>): Route {
  return page<PlacementRow>('POST', `${path}/${name}`, {
    action: 'internships.placement.manage',
    load,
    perMinute: 60,
    async handle(call) {
      const done = await handle(call)
      if (isRefused(done)) return agreementPage(call, done)
      return call.redirect(`${base}/placements/${call.object.id}/agreement`, done)
    },
  })
}

async function agreementPage(call: PlacementCall, refusal: Refusal | null): Promise<Answer> {
  const placement = (await placementById(call.work, call.object.id)) ?? call.object
  const agreement = await agreementOf(call.work, placement.id)
  const [signing] = await documentsAbout(call.work, [{ kind: agreementSubject, id: placement.id }])
  const mayManage = call.may('internships.placement.manage', placement)
  const mentors = mayManage ? await mentorsFor(call.work, placement) : noMentors
  const text = agreement?.draft ?? firstText(placement, mentors, call.services.translator)
  const isTaken = call.query.get('mentors') === 'now'
  call.shows([placement.person_id, ...mentors.personIds])
  return show(
    AgreementPage({
      call,
      placement,
      agreement,
      text: isTaken ? withMentors(text, mentors) : text,
      unnamed: isTaken ? [] : unnamedMentors(text, mentors),
      isTaken,
      signing: signing ?? null,
      interruptions: await interruptionsOf(call.work, placement.id),
      mayManage,
      readerId: personOf(call.work.actor),
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

function basedOn(call: PlacementCall): number {
  const typed = valueOf(call, 'basedOn')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

async function write(call: PlacementCall): Promise<Message | Refusal> {
  const form = call.read(agreementForm)
  if (isRefused(form)) return form
  const done = await call.perform((work) =>
    writeAgreement(work, {
      placementId: call.object.id,
      basedOn: basedOn(call),
      text: textOf(form),
    }),
  )
  return isRefused(done) ? done : m('flash.agreement-kept')
}

async function send(call: PlacementCall): Promise<Message | Refusal> {
  const agreement = await agreementOf(call.work, call.object.id)
  if (!agreement) return refuse(409, m('refusal.agreement-empty'))
  const file = await receiveFile(
    call.services.blobs,
    { name: 'traineeship-agreement.pdf', bytes: await pdfOf(call, agreement.draft) },
    { allow: ['pdf'], maxBytes: 20_000_000 },
  )
  if (isRefused(file)) return file
  const done = await call.perform((work) =>
    sendAgreement(work, {
      placementId: call.object.id,
      basedOn: basedOn(call),
      pdf: { kind: 'received', file },
      node: call.services.node,
      translator: call.services.translator,
    }),
  )
  return isRefused(done) ? done : m('flash.agreement-sent')
}

async function takeBack(call: PlacementCall): Promise<Message | Refusal> {
  const reason = valueOf(call, 'returnReason')
  const done = await call.perform((work) =>
    takeBackAgreement(work, { placementId: call.object.id, reason }),
  )
  return isRefused(done) ? done : m('flash.agreement-back')
}

function pdfOf(call: PlacementCall, text: AgreementText): Promise<Uint8Array> {
  return renderPdf(agreementPdf({ placement: call.object, text, now: call.now }, call.services))
}

/** What is written now, in its form; before anything was written, what stands in the record already. */
async function printed(call: PlacementCall): Promise<Answer> {
  const agreement = await agreementOf(call.work, call.object.id)
  const mentors = await mentorsFor(call.work, call.object)
  const text = agreement?.draft ?? firstText(call.object, mentors, call.services.translator)
  call.shows([call.object.person_id, ...mentors.personIds])
  return {
    kind: 'file',
    body: await pdfOf(call, text),
    type: 'application/pdf',
    name: `${call.t(m(`form.${text.form}`))}.pdf`,
    inline: true,
  }
}

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
import { dateInZone } from '#kernel/values'
import { termsOf } from '#modules/alliance'
import { documentsAbout } from '#modules/signing'
import { learningAgreementPdf } from '../documents/learning-agreement.ts'
import { m } from '../messages/index.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { base } from '../pages/words.tsx'
import { learningAgreementOf } from '../queries/learning-agreements.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import {
  type ChangeReason,
  deletionReasons,
  insertionReasons,
  type LearningTable,
  learningTables,
} from '../rules/learning-agreement.ts'
import {
  addComponent,
  foresee,
  removeComponent,
  takeForeseen,
  writeConditions,
  writtenText,
} from '../service/learning-agreement.ts'
import { agreementSubject, sendAgreement, takeBackAgreement } from '../service/send-agreement.ts'
import { loadStay, pairOf } from './parts.ts'

type StayCall = Call<StayRow>

const path = `${base}/:id/agreement`
const edit = 'mobility.agreement.edit'

/** The learning agreement of a stay: choosing, seeing what would be recognised, and giving it to be signed. */
export const agreementRoutes: readonly Route[] = [
  page<StayRow>('GET', path, {
    action: 'mobility.stay.read',
    load: loadStay,
    perMinute: 120,
    handle: (call) => agreementPage(call, null),
  }),
  page<StayRow>('GET', `${path}/document`, {
    action: 'mobility.stay.read',
    load: loadStay,
    perMinute: 30,
    handle: printed,
  }),
  act('components', add),
  act('removals', remove),
  act('foreseen', take),
  act('conditions', conditions),
  act('sending', send),
  act('return', takeBack),
]

function act(name: string, handle: (call: StayCall) => Promise<Message | Refusal>): Route {
  return page<StayRow>('POST', `${path}/${name}`, {
    action: edit,
    load: loadStay,
    perMinute: 60,
    async handle(call) {
      const done = await handle(call)
      if (isRefused(done)) return agreementPage(call, done)
      return call.redirect(`${base}/${call.object.id}/agreement`, done)
    },
  })
}

async function agreementPage(call: StayCall, refusal: Refusal | null): Promise<Answer> {
  const stay = (await stayById(call.work, call.object.id)) ?? call.object
  const agreement = await learningAgreementOf(call.work, stay.id)
  const text = writtenText(agreement)
  const [signing] = await documentsAbout(call.work, [{ kind: agreementSubject, id: stay.id }])
  const today = dateInZone(call.now, stay.sendingTimeZone)
  call.shows([stay.person_id])
  return show(
    AgreementPage({
      call,
      stay,
      agreement,
      text,
      signing: signing ?? null,
      foreseen: await foresee(call.work, stay, text, today),
      terms: {
        home: await termsOf(call.work, stay.sending_organisation_id),
        host: await termsOf(call.work, stay.receiving_organisation_id),
      },
      isOwn: personOf(call.work.actor) === stay.person_id,
      mayEdit: call.may(edit, stay),
      readerId: personOf(call.work.actor),
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

function basedOn(call: StayCall): number {
  const typed = valueOf(call, 'basedOn')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

function tableOf(call: StayCall): LearningTable {
  return learningTables.find((table) => table === valueOf(call, 'table')) ?? 'A'
}

function reasonOf(call: StayCall): ChangeReason | null {
  const typed = valueOf(call, 'reason')
  return [...deletionReasons, ...insertionReasons].find((reason) => reason === typed) ?? null
}

async function add(call: StayCall): Promise<Message | Refusal> {
  const done = await call.perform((work) =>
    addComponent(work, {
      mobilityId: call.object.id,
      basedOn: basedOn(call),
      table: tableOf(call),
      // A course that was typed and not chosen from the list counts by its code, also without scripts.
      code: codeOf(call),
      title: valueOf(call, 'title'),
      credit: valueOf(call, 'credit'),
      reason: reasonOf(call),
    }),
  )
  return isRefused(done) ? done : m('flash.component-added')
}

function codeOf(call: StayCall): string {
  const chosen = valueOf(call, 'code')
  if (chosen !== '') return chosen
  return valueOf(call, 'code-text').split(' · ')[0]!.trim()
}

async function remove(call: StayCall): Promise<Message | Refusal> {
  const done = await call.perform((work) =>
    removeComponent(work, {
      mobilityId: call.object.id,
      basedOn: basedOn(call),
      table: tableOf(call),
      code: valueOf(call, 'code'),
      title: valueOf(call, 'title'),
      reason: reasonOf(call),
    }),
  )
  return isRefused(done) ? done : m('flash.component-removed')
}

async function take(call: StayCall): Promise<Message | Refusal> {
  const today = dateInZone(call.now, call.object.sendingTimeZone)
  const done = await call.perform((work) =>
    takeForeseen(work, { mobilityId: call.object.id, basedOn: basedOn(call), today }),
  )
  return isRefused(done) ? done : m('flash.foreseen-taken', { count: done.taken })
}

async function conditions(call: StayCall): Promise<Message | Refusal> {
  const done = await call.perform((work) =>
    writeConditions(work, {
      mobilityId: call.object.id,
      basedOn: basedOn(call),
      conditions: valueOf(call, 'conditions'),
    }),
  )
  return isRefused(done) ? done : m('flash.conditions-kept')
}

async function send(call: StayCall): Promise<Message | Refusal> {
  const agreement = await learningAgreementOf(call.work, call.object.id)
  if (!agreement) return refuse(422, m('agreement-fault.nothing-studied'))
  const pdf = await pdfOf(call, agreement.draft)
  const file = await receiveFile(
    call.services.blobs,
    { name: 'learning-agreement.pdf', bytes: pdf },
    { allow: ['pdf'], maxBytes: 20_000_000 },
  )
  if (isRefused(file)) return file
  const done = await call.perform((work) =>
    sendAgreement(work, {
      mobilityId: call.object.id,
      basedOn: basedOn(call),
      pdf: { kind: 'received', file },
      node: call.services.node,
      translator: call.services.translator,
    }),
  )
  return isRefused(done) ? done : m('flash.agreement-sent')
}

async function takeBack(call: StayCall): Promise<Message | Refusal> {
  const reason = valueOf(call, 'returnReason')
  if (reason === '') {
    return refuse(422, m('agreement-fault.why'), { returnReason: m('agreement-fault.why') })
  }
  const done = await call.perform((work) =>
    takeBackAgreement(work, { mobilityId: call.object.id, reason }),
  )
  return isRefused(done) ? done : m('flash.agreement-back')
}

function pdfOf(call: StayCall, text: ReturnType<typeof writtenText>): Promise<Uint8Array> {
  const about = { stay: call.object, text, now: call.now }
  return renderPdf(learningAgreementPdf(about, pairOf(call), call.services))
}

async function printed(call: StayCall): Promise<Answer> {
  const agreement = await learningAgreementOf(call.work, call.object.id)
  if (!agreement) return { kind: 'absent' }
  call.shows([call.object.person_id])
  return {
    kind: 'file',
    body: await pdfOf(call, writtenText(agreement)),
    type: 'application/pdf',
    name: `${call.t(m('agreement.title'))}.pdf`,
    inline: true,
  }
}

import { show } from '#ui'
import { z } from 'zod'
import { isRefused, personOf, type Refusal } from '#kernel/database'
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
import { languages } from '#kernel/values'
import { m } from '../messages/index.ts'
import { StayPage } from '../pages/stay.tsx'
import { base } from '../pages/words.tsx'
import { officesOf } from '../queries/choices.ts'
import { eventsOf } from '../queries/events.ts'
import { checklistOf } from '../queries/preparations.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import { answerNomination, cancelStay } from '../service/answering.ts'
import { mailsOfStay } from '../service/by-mail.ts'
import { nominateWaiting } from '../service/nominate.ts'
import { askPartners, contactFor, keepContact, worksHere } from '../service/partner-mail.ts'
import { transcriptOf } from '../service/transcript.ts'
import { loadStay } from './parts.ts'

type StayCall = Call<StayRow>

/** The page of a stay and what is done there. */
export const stayRoutes: readonly Route[] = [
  page<StayRow>('GET', `${base}/:id`, {
    action: 'mobility.stay.read',
    load: loadStay,
    handle: (call) => stayPage(call, null),
  }),
  stayAct('answer', 'mobility.nomination.answer', answer),
  stayAct('nomination', 'mobility.nomination.make', nominateNow),
  stayAct('cancellation', 'mobility.stay.withdraw', cancel),
  stayAct('contact', 'mobility.contact.keep', keep),
]

/** What is done on the page of a stay, which comes back with the reason where it is refused. */
export function stayAct(
  name: string,
  action: string,
  handle: (call: StayCall) => Promise<Message | Refusal>,
): Route {
  return page<StayRow>('POST', `${base}/:id/${name}`, {
    action,
    load: loadStay,
    perMinute: 60,
    async handle(call) {
      const done = await handle(call)
      if (isRefused(done)) return stayPage(call, done)
      return call.redirect(`${base}/${call.object.id}`, done)
    },
  })
}

/** The page of a stay; after a refusal with everything typed. */
export async function stayPage(call: StayCall, refusal: Refusal | null): Promise<Answer> {
  // Read anew: what was asked for may have changed it meanwhile.
  const stay = (await stayById(call.work, call.object.id)) ?? call.object
  const may = (action: string) => call.may(action, stay)
  const view = viewOf(call, stay)
  call.shows([stay.person_id])
  const isHere = await worksHere(call.work, stay.receiving_organisation_id)
  return show(
    StayPage({
      call,
      stay,
      view,
      may: {
        answer: may('mobility.nomination.answer'),
        nominate: may('mobility.nomination.make'),
        withdraw: may('mobility.stay.withdraw'),
        contact: may('mobility.contact.keep'),
        confirm: may('mobility.stay.confirm'),
        change: may('mobility.stay.change'),
        give: may('mobility.transcript.give'),
        mails: officesOf(call.work).some((id) =>
          call.may('mail.incoming.read', { organisation_id: id }),
        ),
      },
      mails: view === 'sending' ? await mailsOfStay(call.work, stay.id) : [],
      events: await eventsOf(call.work, stay.id),
      transcript: await transcriptOf(call.work, stay.id),
      checklist: may('mobility.preparation.read') ? await checklistOf(call.work, stay) : null,
      contact: isHere ? 'works-here' : await contactFor(call.work, stay),
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

/** As whom the reader sees it: an office of the sending institution before one of the receiving. */
function viewOf({ work }: StayCall, stay: StayRow): 'student' | 'sending' | 'receiving' {
  if (personOf(work.actor) === stay.person_id) return 'student'
  return officesOf(work).includes(stay.sending_organisation_id) ? 'sending' : 'receiving'
}

async function answer(call: StayCall): Promise<Message | Refusal> {
  const form = call.read(z.object({ answer: z.enum(['approved', 'rejected']) }))
  if (isRefused(form)) return form
  const done = await call.perform((work) =>
    answerNomination(work, {
      mobilityId: call.object.id,
      proposalId: valueOf(call, 'proposal'),
      answer: form.answer,
      note: valueOf(call, 'note').slice(0, 2000),
    }),
  )
  if (isRefused(done)) return done
  return m(form.answer === 'approved' ? 'flash.approved' : 'flash.rejected')
}

async function nominateNow(call: StayCall): Promise<Message | Refusal> {
  const done = await call.perform(async (work) => {
    const made = await nominateWaiting(work, call.object.id)
    return isRefused(made) ? made : askPartners(work, [made.mobilityId])
  })
  return isRefused(done) ? done : m('flash.nominated')
}

async function cancel(call: StayCall): Promise<Message | Refusal> {
  const reason = valueOf(call, 'reason').slice(0, 2000)
  const done = await call.perform((work) =>
    cancelStay(work, { mobilityId: call.object.id, reason }),
  )
  return isRefused(done) ? done : m('flash.cancelled')
}

const contactForm = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().min(3).max(200),
  language: z.enum(languages),
})

async function keep(call: StayCall): Promise<Message | Refusal> {
  const form = call.read(contactForm)
  if (isRefused(form)) return form
  const done = await call.perform((work) =>
    keepContact(work, {
      ...form,
      sendingOrganisationId: call.object.sending_organisation_id,
      receivingOrganisationId: call.object.receiving_organisation_id,
    }),
  )
  return isRefused(done) ? done : m('flash.asked', { count: done.asked })
}

import { show } from '#ui'
import { refuse } from '#kernel/database'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import { answerVisitByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { AnswerVisitByLinkPage } from '../pages/visit-act.tsx'
import { partsOf, visitById } from '../queries/visits.ts'
import { answerVisit, contactOfVisit } from '../service/visit-steps.ts'

/** A partner without an account approves or refuses one visit by the link of the mail that asked. */
export const answerVisitByLink: Act = {
  action: answerVisitByLinkAction,
  async show(call, refusal) {
    const visit = await visitById(call.work, call.link.objectId)
    if (!visit || !call.may(answerVisitByLinkAction, visit) || visit.state !== 'asked') {
      return outcome(call)
    }
    const parts = await partsOf(call.work, visit.id)
    call.shows(parts.members.flatMap(({ personId }) => personId ?? []))
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(AnswerVisitByLinkPage({ call, visit, parts, action: call.action, form }))
  },
  perform,
  outcome,
}

async function perform(call: ActCall): Promise<unknown> {
  const answer = valueOf(call, 'answer')
  if (answer !== 'agreed' && answer !== 'refused') {
    return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
  }
  const visit = await visitById(call.work, call.link.objectId)
  const contact = visit && (await contactOfVisit(call.work, visit))
  return call.perform((work) =>
    answerVisit(work, {
      visitId: call.link.objectId,
      edition: Number(valueOf(call, 'edition')),
      answer,
      note: valueOf(call, 'note'),
      ...(contact ? { as: contact.name } : {}),
    }),
  )
}

/** What became of the visit, for whoever opens the link again, or late. */
async function outcome(call: ActCall): Promise<ActOver> {
  const visit = await visitById(call.work, call.link.objectId)
  const state = visit?.state ?? 'cancelled'
  const key =
    state === 'cancelled' || state === 'draft'
      ? 'cancelled'
      : state === 'refused'
        ? 'refused'
        : state === 'asked'
          ? 'expired'
          : 'agreed'
  call.shows([])
  return {
    over: true,
    tone: key === 'agreed' || key === 'refused' ? 'done' : 'info',
    title: m(`over.visit-${key}.title`),
    text: m(`over.visit-${key}.text`),
    next: null,
  }
}

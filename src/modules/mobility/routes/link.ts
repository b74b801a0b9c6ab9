import { show } from '#ui'
import { type Refusal, refuse } from '#kernel/database'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import { answerByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { AnswerByLinkPage } from '../pages/act.tsx'
import { stayById } from '../queries/stays.ts'
import { answerNomination } from '../service/answering.ts'
import { contactFor } from '../service/partner-mail.ts'

/** A partner without an account approves or refuses one nomination by the link of the mail that asked. */
export const answerByLink: Act = {
  action: answerByLinkAction,
  async show(call, refusal) {
    const stay = await stayById(call.work, call.link.objectId)
    if (!stay || !call.may(answerByLinkAction, stay) || stay.state !== 'pending')
      return outcome(call)
    call.shows([stay.person_id])
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(AnswerByLinkPage({ call, stay, action: call.action, form }))
  },
  perform,
  outcome,
}

async function perform(call: ActCall): Promise<unknown> {
  const answer = valueOf(call, 'answer')
  if (answer !== 'approved' && answer !== 'rejected') return noAnswer()
  const stay = await stayById(call.work, call.link.objectId)
  const contact = stay && (await contactFor(call.work, stay))
  return call.perform((work) =>
    answerNomination(work, {
      mobilityId: call.link.objectId,
      proposalId: valueOf(call, 'proposal'),
      answer,
      note: valueOf(call, 'note').slice(0, 2000),
      ...(contact ? { as: contact.name } : {}),
    }),
  )
}

function noAnswer(): Refusal {
  return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
}

/** What became of the nomination, for whoever opens the link again, or late. */
async function outcome(call: ActCall): Promise<ActOver> {
  const stay = await stayById(call.work, call.link.objectId)
  const key =
    stay === null || stay.state === 'cancelled'
      ? 'cancelled'
      : stay.state === 'pending'
        ? 'expired'
        : stay.state === 'rejected'
          ? 'rejected'
          : 'approved'
  call.shows([])
  return {
    over: true,
    tone: key === 'approved' || key === 'rejected' ? 'done' : 'info',
    title: m(`over.${key}.title`),
    text: m(`over.${key}.text`),
    next: null,
  }
}

import { show } from '#ui'
import { type Refusal, refuse } from '#kernel/database'
import { type Act, type ActCall, type ActOver, type Answer, valueOf } from '#kernel/http'
import { m } from '../messages/index.ts'
import { SignByLinkPage } from '../pages/act.tsx'
import { freshForm } from '../pages/words.tsx'
import { stepById } from '../queries/steps.ts'
import { linkAction } from '../service/asks.ts'
import { answerByLink } from '../service/sign.ts'
import { pdfAnswer } from './documents.ts'
import { refusedForm } from './parts.ts'

/** A guest signs, approves or refuses by the link of the mail that asked, on one page. */
export const signByLink: Act = {
  action: linkAction,
  async show(call, refusal) {
    const step = await stepById(call.work, call.link.objectId)
    if (!step || !call.may(linkAction, step)) return outcome(call)
    if (step.state !== 'asked' || step.document_state !== 'open') return outcome(call)
    call.shows([])
    return show(
      SignByLinkPage({
        call,
        step,
        action: call.action,
        file: `${call.action}/files/document.pdf`,
        form: refusal ? await refusedForm(call, refusal) : freshForm(),
      }),
    )
  },
  perform,
  outcome,
  async file(call): Promise<Answer> {
    const step = await stepById(call.work, call.link.objectId)
    if (!step || !call.may(linkAction, step)) return { kind: 'absent' }
    call.shows([])
    return pdfAnswer(call, step.file_id)
  },
}

async function perform(call: ActCall): Promise<true | Refusal> {
  const answer = valueOf(call, 'answer')
  if (answer !== 'sign' && answer !== 'refuse') {
    return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
  }
  return call.perform((work) =>
    answerByLink(work, {
      stepId: call.link.objectId,
      sha256: valueOf(call, 'sha256'),
      refusal: answer === 'refuse' ? valueOf(call, 'reason') : null,
    }),
  )
}

/** What became of it, for whoever opens the link again, late, or as somebody to whom it was passed on. */
async function outcome(call: ActCall): Promise<ActOver> {
  const step = await stepById(call.work, call.link.objectId)
  const key =
    step?.state === 'done'
      ? step.act === 'sign'
        ? 'signed'
        : 'approved'
      : step?.state === 'refused'
        ? 'refused'
        : step?.state === 'asked' && step.document_state === 'open'
          ? 'expired'
          : 'ended'
  return {
    over: true,
    tone: key === 'signed' || key === 'approved' || key === 'refused' ? 'done' : 'info',
    title: m(`over.${key}.title`),
    text: m(`over.${key}.text`),
    next: null,
  }
}

import type { Act, ActCall, ActOver } from '#kernel/http'
import { personById } from '#kernel/identity'
import { displayName } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { GuardianPage } from '../pages/guardian.tsx'
import { noticeOf } from '../service/consent-text.ts'
import { cosignAction, coSign, guardianAnswer, waitingForGuardian } from '../service/guardians.ts'

/** A parent or guardian signs beside somebody under age, by the link of a mail and without an account. */
export const guardianAct: Act = {
  action: cosignAction,
  async show(call, refusal) {
    const asked = await waitingForGuardian(call.work, call.link.objectId)
    if (!asked || !call.may(cosignAction, { id: call.link.objectId })) return outcome(call)
    call.shows([asked.request.person_id])
    const person = await personById(call.work, asked.request.person_id)
    const html = renderPage(
      GuardianPage({
        frame: call.frame,
        t: call.t,
        language: call.language,
        action: call.action,
        student: person ? displayName(person.name, call.language) : '',
        asked,
        notice: noticeOf(asked, call.t, call.language),
        refusal: refusal && call.t(refusal.message),
      }),
    )
    return { kind: 'html', html }
  },
  async perform(call) {
    return call.perform((work) =>
      coSign(work, {
        requestId: call.link.objectId,
        answer: call.form.values['answer']?.[0] ?? '',
        shownSha256: call.form.values['shown']?.[0] ?? '',
        t: call.t,
      }),
    )
  },
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const agreed = await guardianAnswer(call.work, call.link.objectId)
  const said = agreed === null ? 'over' : agreed ? 'agreed' : 'refused'
  return {
    over: true,
    tone: agreed === null ? 'info' : 'done',
    title: m(`guardian.${said}`),
    text: m(`guardian.${said}-text`),
    next: null,
  }
}

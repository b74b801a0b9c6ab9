import { show } from '#ui'
import { type Refusal, refuse } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  freshForm,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { AnswerByLinkPage } from '../pages/answer.tsx'
import { mentorshipById } from '../queries/mentorships.ts'
import { profileOf } from '../queries/profiles.ts'
import { answerProposal } from '../service/answers.ts'
import { linkAction } from '../service/asks.ts'
import { answerTask } from '../task-kinds.ts'

/** A mentor accepts or declines by the link of a letter, on one page, without an account. */
export const answerByLink: Act = {
  action: linkAction,
  ofTasks: { kinds: [answerTask], label: m('mail.act'), maxUses: 1 },
  async show(call, refusal) {
    const asked = await mentorshipById(call.work, call.link.objectId)
    if (asked?.state !== 'proposed' || !call.may(linkAction, asked)) return outcome(call)
    call.shows([asked.person_id])
    return show(
      AnswerByLinkPage({
        scene: sceneOf(call),
        asked,
        load: await profileOf(call.work, asked.mentor_id),
        action: call.action,
        form: refusal ? refusedForm(call, refusal) : freshForm(),
      }),
    )
  },
  perform,
  outcome,
}

async function perform(call: ActCall): Promise<true | Refusal> {
  const said = valueOf(call, 'answer')
  if (said !== 'accept' && said !== 'decline') {
    return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
  }
  return call.perform((work) =>
    answerProposal(work, {
      mentorshipId: call.link.objectId,
      accepts: said === 'accept',
      note: valueOf(call, 'note'),
    }),
  )
}

/** What became of it, for whoever opens the link again, or late. */
async function outcome(call: ActCall): Promise<ActOver> {
  const asked = await mentorshipById(call.work, call.link.objectId)
  const state = asked?.state
  const key =
    state === 'accepted' || state === 'active'
      ? 'accepted'
      : state === 'declined'
        ? 'declined'
        : state === 'proposed'
          ? 'expired'
          : 'ended'
  return {
    over: true,
    tone: key === 'accepted' || key === 'declined' ? 'done' : 'info',
    title: m(`over.${key}.title`),
    text: m(`over.${key}.text`),
    next: key === 'accepted' ? { label: m('over.next'), path: '/mentoring' } : null,
  }
}

import type { Refusal } from '#kernel/database'
import type { Act, ActCall, ActOver } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentsState } from '../pages/documents-field.tsx'
import { EvidenceActPage } from '../pages/evidence.tsx'
import { evidenceById } from '../queries/evidence.ts'
import { answersPerLink, evidenceAction } from '../service/evidence-mail.ts'
import { evidenceAnswer } from '../task-kinds.ts'
import {
  freshAnswer,
  mostAnswerBytes,
  mostEvidenceBytes,
  mostEvidenceTogether,
  takeAnswer,
} from './evidence-form.ts'
import { shown } from './shown-refusal.ts'

/** What was typed when a link's form was refused: the act's page is shown by another call than the one that took it. */
const refusedStates = new WeakMap<Refusal, DocumentsState>()

/** Whoever is asked for evidence answers by the link of the mail that asks, without signing in. */
export const evidenceAct: Act = {
  action: evidenceAction,
  maxBytes: mostAnswerBytes,
  ofTasks: { kinds: [evidenceAnswer], label: m('evidence.act'), maxUses: answersPerLink },
  async show(call, refusal) {
    const request = await evidenceById(call.work, call.link.objectId)
    if (!request || !call.may(evidenceAction, request)) return outcome(call)
    const state = (refusal && refusedStates.get(refusal)) ?? {
      ...freshAnswer,
      refusal: refusal && shown(call, refusal),
    }
    // What is asked for is the student's, whether or not the page says the name.
    call.shows([request.person_id])
    const html = renderPage(
      EvidenceActPage({
        frame: call.frame,
        t: call.t,
        action: call.action,
        request,
        state,
        maxBytes: mostEvidenceBytes,
        maxTogether: mostEvidenceTogether,
        now: call.now,
      }),
    )
    return { kind: 'html', html }
  },
  async perform(call) {
    const refused = await takeAnswer(call, call.link.objectId)
    if (!refused) return null
    refusedStates.set(refused.refusal, refused.state)
    return refused.refusal
  },
  outcome,
}

/** What became of the request, for whoever opens its link again or late. */
async function outcome(call: ActCall): Promise<ActOver> {
  const request = await evidenceById(call.work, call.link.objectId)
  const isAnswered = request !== null && request.answers.length > 0
  const isOpen = request?.state === 'open'
  const said = isAnswered ? 'done' : isOpen ? 'expired' : 'over'
  const path = `/recognition/evidence/${call.link.objectId}`
  // Who has no account here has no page to go to.
  const next =
    call.link.personId === null || !request ? null : { label: m('evidence.act-next'), path }
  return {
    over: true,
    tone: isAnswered ? 'done' : 'info',
    title: m(`evidence.act-${said}`),
    text: m(`evidence.act-${said}-text`),
    next,
  }
}

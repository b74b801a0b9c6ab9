import { isRefused, type Refusal, refuse } from '#kernel/database'
import { incomingAttachment } from '#kernel/mail'
import { type Call, type Route, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { answerNomination } from '../service/answering.ts'
import { mailOfStay } from '../service/by-mail.ts'
import { giveTranscript } from '../service/transcript.ts'
import { readTranscript } from './during.ts'
import { stayAct } from './stay.ts'

type StayCall = Call<StayRow>

// The sending office alone: whoever works here answers here.
const action = 'mobility.nomination.make'

/** What a partner without an office here wrote in a mail that is filed with the stay: its answer, and the transcript. */
export const byMailRoutes: readonly Route[] = [
  stayAct('mailed-answer', action, answer),
  stayAct('mailed-transcript', action, transcript),
]

async function answer(call: StayCall): Promise<Message | Refusal> {
  const given = (['approved', 'rejected'] as const).find((each) => each === valueOf(call, 'answer'))
  if (!given) return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
  const done = await call.perform((work) =>
    answerNomination(work, {
      mobilityId: call.object.id,
      proposalId: valueOf(call, 'proposal'),
      answer: given,
      note: valueOf(call, 'note').slice(0, 2000),
      mailId: valueOf(call, 'mail'),
    }),
  )
  if (isRefused(done)) return done
  return m(given === 'approved' ? 'flash.approved' : 'flash.rejected')
}

async function transcript(call: StayCall): Promise<Message | Refusal> {
  const mail = await mailOfStay(call.work, call.object, valueOf(call, 'mail'))
  if (isRefused(mail)) return mail
  const id = valueOf(call, 'attachment')
  const found = isUuid(id) ? await incomingAttachment(call.work, mail.id, id) : null
  if (!found) return refuse(422, m('by-mail.gone'), { mail: m('by-mail.gone') })
  const read = await readTranscript(call, found)
  if (isRefused(read)) return read
  const done = await call.perform((work) =>
    giveTranscript(work, {
      ...read,
      mobilityId: call.object.id,
      mailId: mail.id,
      node: call.services.node,
    }),
  )
  return isRefused(done) ? done : m('flash.transcript')
}

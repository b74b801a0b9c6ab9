import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  page,
  type Route,
  typedValues,
} from '#kernel/http'
import { displayName } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../../messages/index.ts'
import { referralsPath } from '../../pages/office/queues.tsx'
import { ReferralPage } from '../../pages/office/referral.tsx'
import { verdictMessage } from '../../pages/words.ts'
import { caseById, linesOfCase, namesOfJudges } from '../../queries/cases.ts'
import { referralById, type ReferralRow } from '../../queries/office/queues.ts'
import { answerReferral, answerReferralAction } from '../../service/office/referrals.ts'
import { referralTask } from '../../task-kinds.ts'
import { chosenCode } from '../fields.ts'
import { shown } from '../shown-refusal.ts'
import { countriesOf, lineVerdictFields, reasonLanguages, spokenIn } from '../word-form.ts'
import { closedDay } from './routing.ts'

/** Answering for a unit by the link of a mail: one course, one form. */
export const referralAct: Act = {
  action: answerReferralAction,
  ofTasks: { kinds: [referralTask], label: m('office.referral.send'), maxUses: 1 },
  async show(call, refusal) {
    const referral = await referralById(call.work, call.link.objectId)
    if (referral?.state !== 'open' || !holdsStill(call, referral)) return outcome(call)
    return referralPage(call, referral, { action: call.action, refusal, isInside: false })
  },
  async perform(call) {
    const referral = await referralById(call.work, call.link.objectId)
    // Whoever has left the unit since the mail was sent answers for it no more.
    if (!referral || !holdsStill(call, referral)) return refuse(409, m('office.over.lost.title'))
    return answer(call, referral.id)
  },
  outcome,
}

/** Answering signed in, from one's own tasks or the queue of the unit. */
export const referralRoutes: readonly Route[] = [
  page<ReferralRow>('GET', `${referralsPath}/:id`, {
    action: answerReferralAction,
    load: (work, params) => referralById(work, params['id'] ?? ''),
    handle: (call) => inside(call, null),
  }),
  page<ReferralRow>('POST', `${referralsPath}/:id`, {
    action: answerReferralAction,
    load: (work, params) => referralById(work, params['id'] ?? ''),
    async handle(call) {
      const answered = await answer(call, call.object.id)
      if (isRefused(answered)) return inside(call, answered)
      return call.redirect('/inbox', m('office.over.answered.title'))
    },
  }),
]

/** Whether the person in whose name the link acts still answers for that unit today. */
function holdsStill(call: ActCall, referral: ReferralRow): boolean {
  const { services, now, language, principal } = call
  return services.runner
    .reading({ actor: principal, now, language })
    .may(answerReferralAction, referral)
}

function inside(call: Call<ReferralRow>, refusal: Refusal | null): Promise<Answer> {
  const action = call.href(`${referralsPath}/${call.object.id}`)
  return referralPage(call, call.object, { action, refusal, isInside: true })
}

async function referralPage(
  call: Call,
  referral: ReferralRow,
  rest: { action: string; refusal: Refusal | null; isInside: boolean },
): Promise<Answer> {
  const { action, refusal, isInside } = rest
  // After a refusal somebody else may have answered.
  const now = refusal ? ((await referralById(call.work, referral.id)) ?? referral) : referral
  const found = await caseById(call.work, now.caseId)
  const lines = await linesOfCase(call.work, now.caseId)
  const line = lines.find(({ id }) => id === now.lineId)
  if (!found || !line) return { kind: 'absent' }
  // The line is the student's, though the page does not name them.
  call.shows([found.person_id])
  const html = renderPage(
    ReferralPage({
      call,
      referral: now,
      found,
      line,
      judges: await namesOfJudges(call.work, [line]),
      action,
      isInside,
      mayOpenCase: isInside && call.may('recognition.case.read', found),
      values: refusal
        ? typedValues(call)
        : {
            homeCourse: line.engine.homeCourses[0]?.code ?? '',
            recordedGrade: line.recordedGrade ?? line.engine.recordedGrade ?? '',
            ...reasonLanguages(call, countriesOf(found)),
          },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object(lineVerdictFields)

async function answer(call: Call, referralId: string): Promise<{ caseId: string } | Refusal> {
  const input = call.read(form)
  if (isRefused(input)) return input
  const isRecognised = input.verdict === 'recognised'
  return call.perform((work) =>
    answerReferral(work, {
      referralId,
      verdict: input.verdict,
      homeCourseCode: isRecognised ? chosenCode(typedValues(call), 'homeCourse') || null : null,
      homeCredit: isRecognised ? input.homeCredit : null,
      recordedGrade: isRecognised ? input.recordedGrade || null : null,
      contentShare: input.contentShare,
      ...spokenIn(call, input),
      creditReason: input.creditReason,
    }),
  )
}

/** Whether a form that came after the answer says something else; one that was only opened brings nothing. */
function saysOtherwise(call: Call, given: ReferralRow): boolean {
  const sent = call.read(form)
  if (isRefused(sent)) return false
  if (sent.verdict !== given.verdict) return true
  if (sent.reason !== '' && sent.reason !== given.reason) return true
  if (sent.verdict === 'refused') return false
  if ((sent.contentShare?.toString() ?? null) !== given.contentShare) return true
  const course = chosenCode(typedValues(call), 'homeCourse') || null
  const credit = sent.homeCredit?.toString() ?? null
  return course !== given.homeCourseCode || credit !== given.homeCredit
}

/** What became of the question, for whoever opens its link again or late, or answers it anew. */
async function outcome(call: ActCall): Promise<ActOver> {
  const referral = await referralById(call.work, call.link.objectId)
  if (referral?.state === 'answered' && referral.verdict && referral.closedBy) {
    const stands = {
      name: displayName(referral.closedBy, call.language),
      day: closedDay(call, referral.closedAt!, referral.timeZone),
      verdict: call.t(verdictMessage(referral.verdict)),
    }
    if (saysOtherwise(call, referral)) {
      const asker = displayName(referral.askedBy, call.language)
      return {
        over: true,
        tone: 'info',
        title: m('content.over.stands.title'),
        text: m('office.over.stands.text', { ...stands, asker }),
      }
    }
    return {
      over: true,
      tone: 'done',
      title: m('office.over.answered.title'),
      text: m('office.over.answered.text', stands),
    }
  }
  const isOpen = referral?.state === 'open'
  return {
    over: true,
    tone: 'info',
    title: m(isOpen ? 'office.over.lost.title' : 'office.over.closed.title'),
    text: m(isOpen ? 'office.over.lost.text' : 'office.over.closed.text'),
  }
}

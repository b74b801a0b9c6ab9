import { show } from '#ui'
import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { answerByLinkAction, careTask } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { AnswerByLinkPage, AnswerPage, CheckPage } from '../pages/checks.tsx'
import { careAnswers, type CareCheck, careCheck, ownAnswer } from '../queries/checks.ts'
import { answerCare } from '../service/checks.ts'

type OwnAnswer = NonNullable<Awaited<ReturnType<typeof ownAnswer>>>

const own = {
  action: 'care.check.answer',
  load: (work: Work, { check }: Record<string, string>) =>
    ownAnswer(work, check ?? '', personOf(work.actor)),
}

/** What was asked with how each answered, and each one's own answer. */
export const checkRoutes: readonly Route[] = [
  page<CareCheck>('GET', '/care/:check', {
    action: 'care.check.read',
    load: (work, { check }) => careCheck(work, check ?? ''),
    handle: checkPage,
  }),
  page<OwnAnswer>('GET', '/care/:check/answer', {
    ...own,
    handle: (call) => answerPage(call, null),
  }),
  page<OwnAnswer>('POST', '/care/:check/answer', { ...own, perMinute: 30, handle: answer }),
]

async function checkPage(call: Call<CareCheck>): Promise<Answer> {
  const answers = await careAnswers(call.work, call.object.id)
  call.shows(answers.map((each) => each.person_id))
  return show(CheckPage({ call, check: call.object, answers }), null)
}

async function answerPage(call: Call<OwnAnswer>, refusal: Refusal | null): Promise<Answer> {
  call.shows([])
  const form = refusal ? refusedForm(call as Call, refusal) : freshForm()
  const action = call.href(`/care/${call.object.id}/answer`)
  return show(AnswerPage({ call, asked: call.object, action, form }), refusal)
}

function give(call: Call | ActCall, checkId: string, personId: string | null) {
  const form = call.read(z.object({ answer: z.enum(['safe', 'help']) }))
  if (isRefused(form)) return form
  const note = valueOf(call, 'note')
  return call.perform((work) => answerCare(work, { checkId, personId, answer: form.answer, note }))
}

async function answer(call: Call<OwnAnswer>): Promise<Answer> {
  const { id } = call.object
  const done = await give(call as Call, id, personOf(call.actor))
  if (isRefused(done)) return answerPage(call, done)
  return call.redirect(`/care/${id}/answer`, m('flash.answered'))
}

/** Somebody says by the link of a mail whether they are safe: on a phone, in a bad moment, without signing in. */
export const answerCareByLink: Act = {
  action: answerByLinkAction,
  ofTasks: { kinds: [careTask], label: m('mail.act'), maxUses: 10 },
  async show(call, refusal) {
    const asked = await ownAnswer(call.work, call.link.objectId, call.link.personId)
    if (!asked || !call.may(answerByLinkAction, asked)) return outcome(call)
    call.shows([])
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(AnswerByLinkPage({ call, asked, action: call.action, form }), refusal)
  },
  perform: async (call) => give(call, call.link.objectId, call.link.personId),
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const asked = await ownAnswer(call.work, call.link.objectId, call.link.personId)
  call.shows([])
  const said = asked?.answer ?? ('none' as const)
  return {
    over: true,
    tone: said === 'none' ? 'info' : 'done',
    title: m(`over.${said}.title`),
    text: m(`over.${said}.text`),
    next: null,
  }
}

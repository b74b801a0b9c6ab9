import { z } from 'zod'
import { isRefused, refuse, type Refusal } from '#kernel/database'
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
import type { Message } from '#kernel/messages'
import { dateInZone, displayName, formatDate, formatInstant, localised } from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { AnswerPage } from '../pages/content-answer.tsx'
import { answerWords } from '../pages/content-words.ts'
import { type QuestionRow, questionById } from '../queries/content-questions.ts'
import { answerAction, answerQuestion } from '../service/content-questions.ts'
import { contentQuestionTask } from '../task-kinds.ts'
import { shown } from './shown-refusal.ts'

const answerForm = z.object({
  choice: z.enum(['enough', 'half', 'less', 'unknown']),
  remark: z.string().max(2000).default(''),
})

/** Answering by the link of a mail: one page, four answers, both syllabi beneath. */
export const answerAct: Act = {
  action: answerAction,
  ofTasks: { kinds: [contentQuestionTask], label: m('content.mail.answer'), maxUses: 1 },
  async show(call, refusal) {
    const question = await questionById(call.work, call.link.objectId)
    if (question?.state !== 'open') return outcome(call)
    return answerPage(call, question, { action: call.action, refusal, isInside: false })
  },
  perform: (call) => answer(call, call.link.objectId),
  outcome,
}

/** Answering signed in, from one's own tasks. */
export const answerRoutes: readonly Route[] = [
  page<QuestionRow>('GET', '/recognition/questions/:id', {
    action: answerAction,
    load: (work, params) => questionById(work, params['id'] ?? ''),
    handle: async (call) => inside(call, null),
  }),
  page<QuestionRow>('POST', '/recognition/questions/:id', {
    action: answerAction,
    load: (work, params) => questionById(work, params['id'] ?? ''),
    async handle(call) {
      const thanks = () => call.redirect('/inbox', m('content.over.answered.title'))
      const answered = await answer(call, call.object.id)
      if (!isRefused(answered)) return thanks()
      // Another window, or the link of the mail, may have been quicker.
      const object = (await questionById(call.work, call.object.id)) ?? call.object
      const given = sentAgain(call, object)
      if (given === 'same') return thanks()
      const refusal = given === 'other' ? refuse(409, standsText(call, object)) : answered
      return inside({ ...call, object }, refusal)
    },
  }),
]

function inside(call: Call<QuestionRow>, refusal: Refusal | null): Answer {
  const action = call.href(`/recognition/questions/${call.object.id}`)
  return answerPage(call, call.object, { action, refusal, isInside: true })
}

function answerPage(
  call: Call,
  question: QuestionRow,
  rest: { action: string; refusal: Refusal | null; isInside: boolean },
): Answer {
  const { action, refusal, isInside } = rest
  // A question names the courses alone, and whoever reads it is the one whom it asks.
  call.shows([])
  const html = renderPage(
    AnswerPage({
      call,
      frame: call.frame,
      question,
      action,
      values: refusal ? typedValues(call) : {},
      refusal: refusal && shown(call, refusal),
      isInside,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function answer(call: Call, questionId: string): Promise<{ caseId: string } | Refusal> {
  const input = call.read(answerForm)
  if (isRefused(input)) {
    return refuse(422, m('content.refusal.choice'), { choice: m('content.refusal.choice') })
  }
  return call.perform((work) => answerQuestion(work, { questionId, ...input }))
}

/** Whether a form that came after the answer says the same again or something else; null where none came. */
function sentAgain(call: Call, { answer: given }: QuestionRow): 'same' | 'other' | null {
  const sent = call.read(answerForm)
  if (isRefused(sent) || !given) return null
  const remark = plainText(sent.remark)
  return sent.choice === given.choice && (remark === '' || remark === given.remark)
    ? 'same'
    : 'other'
}

/** That the answer given first stands, what and when it was, and whom to ask for a change. */
function standsText(call: Call, { answer: given, ...question }: QuestionRow): Message {
  return m('content.over.stands.text', {
    answer: answerWords(given!.choice, question.threshold, call.language),
    at: formatInstant(given!.at, call.timeZone, call.language, 'long'),
    asker: displayName(question.askedBy.name, call.language),
    home: localised(question.homeNames, call.language).text,
  })
}

/** What became of the question, for whoever opens its link again or late, or answers it anew. */
async function outcome(call: ActCall): Promise<ActOver> {
  const question = await questionById(call.work, call.link.objectId)
  if (question && sentAgain(call, question) === 'other') {
    return {
      over: true,
      tone: 'info',
      title: m('content.over.stands.title'),
      text: standsText(call, question),
    }
  }
  if (question?.answer) {
    const { choice, at } = question.answer
    return {
      over: true,
      tone: 'done',
      title: m('content.over.answered.title'),
      text: m('content.over.answered.text', {
        answer: answerWords(choice, question.threshold, call.language),
        on: formatDate(dateInZone(at, call.timeZone), call.language),
      }),
    }
  }
  const isOpen = question?.state === 'open'
  return {
    over: true,
    tone: 'info',
    title: m(isOpen ? 'content.over.expired.title' : 'content.over.withdrawn.title'),
    text: m(isOpen ? 'content.over.expired.text' : 'content.over.withdrawn.text'),
  }
}

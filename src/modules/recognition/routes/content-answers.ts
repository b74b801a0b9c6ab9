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
import { dateInZone, formatDate } from '#kernel/values'
import { renderPage } from '#ui'
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
      const answered = await answer(call, call.object.id)
      if (isRefused(answered)) return inside(call, answered)
      return call.redirect('/inbox', m('content.over.answered.title'))
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

/** What became of the question, for whoever opens its link again or late. */
async function outcome(call: ActCall): Promise<ActOver> {
  const question = await questionById(call.work, call.link.objectId)
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

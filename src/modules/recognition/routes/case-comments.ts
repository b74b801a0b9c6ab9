import { z } from 'zod'
import { isRefused } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import { addComment, takeCommentBack } from '../service/comments.ts'
import { casePage, loadCase } from './case-page.ts'

/** What is said about a case; whoever reads it may speak, and the verbs ask to whom. */
export const commentRoutes: readonly Route[] = [
  page<CasePageRow>('POST', '/recognition/cases/:id/comments', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: say,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/comments/removal', {
    action: 'recognition.case.read',
    load: loadCase,
    async handle(call) {
      const commentId = call.form.values['comment']?.[0] ?? ''
      const caseId = call.object.id
      const result = await call.perform((work) => takeCommentBack(work, { caseId, commentId }))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${caseId}#talk`, m('talk.taken-back-done'))
    },
  }),
]

const form = z.object({
  text: z.string().max(20_000).default(''),
  line: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  audience: z.enum(['staff', 'student']).default('staff'),
  mention: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
})

async function say(call: Call<CasePageRow>): Promise<Answer> {
  const { values } = call.form
  const typed = {
    text: values['text']?.[0] ?? '',
    line: values['line']?.[0] ?? '',
    audience: values['audience']?.[0] ?? '',
    mention: values['mention'] ?? [],
  }
  const input = call.read(form)
  if (isRefused(input)) return casePage(call, input, typed)
  const result = await call.perform((work) =>
    addComment(work, {
      caseId: call.object.id,
      lineId: input.line,
      text: input.text,
      audience: input.audience,
      mentions: input.mention,
    }),
  )
  if (isRefused(result)) return casePage(call, result, typed)
  const place = `#comment-${result.commentId}`
  return call.redirect(`/recognition/cases/${call.object.id}${place}`, m('talk.said'))
}

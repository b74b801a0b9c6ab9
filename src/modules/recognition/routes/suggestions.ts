import { z } from 'zod'
import { isRefused } from '#kernel/database'
import { type Answer, type Call, operation, problem, readValue, type Route } from '#kernel/http'
import { Fraction } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { reasonMessage } from '../pages/suggestion-words.ts'
import { approximately } from '../queries/suggestion-models.ts'
import { type SuggestedCourse, suggestHomeCourses } from '../service/suggest-courses.ts'

const suggestionQuery = z.object({
  home: z.uuid().describe('The institution whose courses are suggested'),
  host: z.uuid().optional().describe('The institution that teaches the course asked for'),
  code: z.string().max(60).default(''),
  title: z.string().max(400).default(''),
  language: z.enum(['en', 'zh-Hans', 'th', 'ko', 'fr']).default('en').describe('Of the title'),
  credit: z.string().max(40).optional().describe('"3" or "4.5"'),
  most: z.coerce.number().int().min(1).max(20).default(5),
})

const suggestionDocument = z.object({
  code: z.string(),
  titles: z.record(z.string(), z.string()),
  credit: z.string().nullable(),
  share: z.number().describe('Its part among all courses that were looked at, 0 to 1'),
  reasons: z.array(
    z.object({
      kind: z.string(),
      text: z.string().nullable().describe('In the language of the call; null for the rest'),
      weight: z.number().describe('What it adds to the score; below 0 it speaks against'),
    }),
  ),
})

/** Suggestions over JSON; on a case they lead to the form of the line. */
export const suggestionRoutes: readonly Route[] = [
  operation('GET', '/recognition/suggestions', {
    action: 'recognition.course.list',
    api: {
      summary: m('operation.suggest'),
      tag: m('operation.tag'),
      query: suggestionQuery,
      answer: z.object({ ready: z.boolean(), suggestions: z.array(suggestionDocument) }),
    },
    handle: suggestions,
  }),
]

async function suggestions(call: Call): Promise<Answer> {
  const query = readValue(suggestionQuery, Object.fromEntries(call.query))
  if (isRefused(query)) return problem(call, query)
  const title = plainText(query.title)
  const host = {
    institution: query.host ?? '',
    code: plainText(query.code),
    titles: title === '' ? {} : { [query.language]: title },
    credit: approximately(Fraction.parse(query.credit ?? '')?.toString() ?? null),
  }
  const { ready, lists, institutions } = await suggestHomeCourses(call.work, {
    homeOrganisationId: query.home,
    hosts: [host],
    most: query.most,
  })
  const document = ({ course, share, reasons }: SuggestedCourse) => ({
    code: course.code,
    titles: course.titles,
    credit: course.credit?.toString() ?? null,
    share: Number(share.toFixed(4)),
    reasons: reasons.map((reason) => {
      const message = reasonMessage(reason, institutions, call.language)
      return {
        kind: reason.kind,
        text: message && call.t(message),
        weight: Number(reason.weight.toFixed(4)),
      }
    }),
  })
  return { kind: 'json', data: { ready, suggestions: (lists[0] ?? []).map(document) } }
}

import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { Fraction, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { LinePage } from '../pages/line.tsx'
import { reasonsText } from '../pages/suggestion-words.ts'
import {
  type CaseLine,
  type CasePageRow,
  isLineOf,
  linesOfCase,
  namesOfJudges,
} from '../queries/cases.ts'
import { changesOf } from '../queries/case-changes.ts'
import { changeLine, restoreLine } from '../service/decide-case.ts'
import { suggestHomeCourses } from '../service/suggest-courses.ts'
import { longest } from '../service/taken-lines.ts'
import { casePage, loadCase } from './case-page.ts'
import { seenField } from './fields.ts'
import { countriesOf, lineVerdictFields, reasonLanguages, spokenIn } from './word-form.ts'
import { shown } from './shown-refusal.ts'
import { hostCourseOf } from './suggested-lines.ts'

/** The pages on which a line of a case is looked at, judged and corrected. */
export const lineRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/lines/:line', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: (call) => linePage(call, null, null),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/lines/:line', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: saveLine,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/lines/:line/restoration', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    async handle(call) {
      const ids = { caseId: call.object.id, lineId: call.params['line'] ?? '' }
      const result = await call.perform((work) => restoreLine(work, ids))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(backTo(call, result.position), m('page.case.line-restored'))
    },
  }),
]

/** The case, where the line of the address is one of its own. */
export async function loadLine(
  work: Work,
  params: Record<string, string>,
): Promise<CasePageRow | null> {
  const found = await loadCase(work, params)
  const id = params['line'] ?? ''
  if (!found || !isUuid(id)) return null
  return (await isLineOf(work, id, found.id)) ? found : null
}

async function linePage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: Record<string, string> | null,
): Promise<Answer> {
  const lines = await linesOfCase(call.work, call.object.id)
  const line = lines.find((each) => each.id === call.params['line'])
  if (!line) return call.redirect(`/recognition/cases/${call.object.id}`)
  const values = typed ?? {
    verdict: line.verdict === 'needs-decision' ? '' : line.verdict,
    homeCourse: line.homeCourseCode ?? '',
    homeCredit: exactText(Fraction.parse(line.homeCredit ?? '')),
    recordedGrade: line.recordedGrade ?? line.engine.recordedGrade ?? '',
    // A share that was taken from evidence comes along to be put on the line.
    contentShare: line.contentShare ?? call.query.get('share') ?? '',
    reason: line.changeReason ?? '',
    ...reasonLanguages(call, countriesOf(call.object), line),
    creditReason: line.creditReason ?? '',
    ...(line.changedBy ? {} : fromPrecedent(call)),
    ...(line.changedBy ? {} : await fromSuggestion(call, line)),
  }
  const html = renderPage(
    LinePage({
      call,
      found: call.object,
      line,
      judges: await namesOfJudges(call.work, [line]),
      seen: await changesOf(call.work, call.object.id),
      values,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What a precedent would put on the line: a link brings it along, and the evaluator still says so. */
function fromPrecedent({ query }: Call): Record<string, string> {
  const names = ['verdict', 'homeCourse', 'homeCredit', 'recordedGrade', 'reason']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name)
      return value ? [[name, value.slice(0, 1000)]] : []
    }),
  )
}

/** A suggestion for the line by its code, with why it was made. */
async function suggestionOf(call: Call<CasePageRow>, line: CaseLine, code: string) {
  if (code === '') return null
  const { lists, institutions } = await suggestHomeCourses(call.work, {
    homeOrganisationId: call.object.home_organisation_id,
    hosts: [hostCourseOf(line, call.object)],
    most: 10,
  })
  const suggested = lists[0]?.find(({ course }) => course.code === code)
  if (!suggested) return null
  const why = reasonsText(suggested.reasons, institutions, call.t, call.language)
  return { course: suggested.course, why: why.slice(0, 1000) }
}

/** What a suggestion would put on the line: the course with the credit that may be given. Why it counts, its taker says. */
async function fromSuggestion(
  call: Call<CasePageRow>,
  line: CaseLine,
): Promise<Record<string, string>> {
  const code = plainText(call.query.get('suggestion') ?? '').slice(0, longest.code)
  const suggested = await suggestionOf(call, line, code)
  if (!suggested) return {}
  const { course, why } = suggested
  const given = line.engine.creditConversion?.credit ?? null
  const isLess = given !== null && course.credit !== null && given.compare(course.credit) < 0
  return {
    verdict: 'recognised',
    homeCourse: code,
    homeCredit: exactText(isLess ? given : course.credit),
    reason: '',
    suggestion: code,
    suggestionWhy: why,
    ...(isLess ? { suggestionCredit: exactText(course.credit) } : {}),
  }
}

/** A number as the form reads it without losing anything: a fraction where decimals would round. */
export function exactText(credit: Fraction | null): string {
  if (credit === null) return ''
  const decimal = credit.toDecimal(6)
  const isExact = Fraction.parse(decimal)?.compare(credit) === 0
  return isExact ? decimal : credit.toString()
}

const lineForm = z.object({
  ...lineVerdictFields,
  seen: seenField,
  suggestion: z.string().max(60).default('').transform(plainText),
})

async function saveLine(call: Call<CasePageRow>): Promise<Answer> {
  const typed = typedValues(call)
  const input = call.read(lineForm)
  if (isRefused(input)) return linePage(call, input, typed)
  const code = codeOf(input.homeCourse, input['homeCourse-text'])
  const isTaken = input.suggestion !== '' && code === input.suggestion
  const taken = isTaken && input.verdict === 'recognised' ? await takenFrom(call, code) : null
  const result = await call.perform((work) =>
    changeLine(work, {
      caseId: call.object.id,
      lineId: call.params['line'] ?? '',
      verdict: input.verdict,
      homeCourseCode: code,
      suggestion: taken,
      homeCredit: input.homeCredit,
      recordedGrade: input.recordedGrade || null,
      contentShare: input.contentShare,
      ...spokenIn(call, input),
      creditReason: input.creditReason,
      seen: input.seen,
    }),
  )
  if (isRefused(result)) return linePage(call, result, typed)
  return call.redirect(backTo(call, result.position), m('page.case.line-changed'))
}

/** The suggestion that was taken, with why it was made: evidence for whoever looks into the verdict later. */
async function takenFrom(call: Call<CasePageRow>, code: string) {
  const lines = await linesOfCase(call.work, call.object.id)
  const line = lines.find((each) => each.id === call.params['line'])
  const suggested = line && (await suggestionOf(call, line, code))
  return suggested ? { code, why: suggested.why } : null
}

/** The line on the page of its case: whoever judges line by line goes on where they were. */
function backTo(call: Call<CasePageRow>, position: number): string {
  return `/recognition/cases/${call.object.id}#line-${position + 1}`
}

/**
 * The code of the chosen course. Without scripts the hidden value is still the course chosen before, and the
 * text beside it is what counts: a code, or a code with its title as the list offers it.
 */
function codeOf(chosen: string, text: string | undefined): string | null {
  if (text === undefined || (chosen !== '' && text.startsWith(chosen))) return chosen || null
  return text.split(' · ', 1)[0]?.trim() || null
}

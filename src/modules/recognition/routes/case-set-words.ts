import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { Fraction } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { SetWordPage } from '../pages/set-word.tsx'
import { changesOf } from '../queries/case-changes.ts'
import { type CasePageRow, linesOfCase, namesOfJudges } from '../queries/cases.ts'
import { decideSet } from '../service/decide-set.ts'
import { exactText, loadLine } from './case-lines.ts'
import { exactField, seenField } from './fields.ts'
import { shown } from './shown-refusal.ts'
import { countriesOf, reasonLanguages, spokenIn, verdictFields } from './word-form.ts'

const path = '/recognition/cases/:id/lines/:line/set'

/** One word on all lines that count together. */
export const setWordRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: (call) => setPage(call, null, null),
  }),
  page<CasePageRow>('POST', path, {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: save,
  }),
]

async function setPage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: Record<string, string> | null,
): Promise<Answer> {
  const all = await linesOfCase(call.work, call.object.id)
  const line = all.find(({ id }) => id === call.params['line'])
  const lines = all.filter(
    ({ setPosition }) => setPosition !== null && setPosition === line?.setPosition,
  )
  const [first] = lines
  if (!first?.set) {
    return call.redirect(`/recognition/cases/${call.object.id}`, m('set-word.refusal.gone'))
  }
  const { set } = first
  const isWorded = typeof first.wordSet === 'number'
  const courses = first.wordCourses ?? set.homeCourses
  const credits = courses.map(({ recorded }, place) => [`credit.${place}`, exactText(recorded)])
  const values = typed ?? {
    verdict: isWorded ? first.verdict : '',
    ...Object.fromEntries(credits),
    recordedGrade: (isWorded ? first.recordedGrade : set.recordedGrade) ?? '',
    reason: isWorded ? (first.changeReason ?? '') : '',
    creditReason: isWorded ? (first.creditReason ?? '') : '',
    ...reasonLanguages(call, countriesOf(call.object), first),
  }
  const html = renderPage(
    SetWordPage({
      call,
      found: call.object,
      lines,
      set,
      judges: await namesOfJudges(call.work, lines),
      seen: await changesOf(call.work, call.object.id),
      values,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object({ ...verdictFields, seen: seenField })

async function save(call: Call<CasePageRow>): Promise<Answer> {
  const typed = typedValues(call)
  const input = call.read(form)
  if (isRefused(input)) return setPage(call, input, typed)
  const credits: (Fraction | null)[] = []
  for (let place = 0; typed[`credit.${place}`] !== undefined; place += 1) {
    const read = exactField.safeParse(typed[`credit.${place}`])
    // What is no number is refused at its field as no credit.
    credits.push(read.success ? read.data : Fraction.zero)
  }
  const result = await call.perform((work) =>
    decideSet(work, {
      caseId: call.object.id,
      lineId: call.params['line'] ?? '',
      verdict: input.verdict,
      credits,
      recordedGrade: input.recordedGrade || null,
      ...spokenIn(call, input),
      creditReason: input.creditReason,
      seen: input.seen,
    }),
  )
  if (isRefused(result)) return setPage(call, result, typed)
  const back = `/recognition/cases/${call.object.id}#line-${result.position + 1}`
  return call.redirect(back, m('set-word.done'))
}

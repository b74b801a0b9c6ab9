import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import type { Fraction, Language } from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { readTermCell } from '../formats/table-values.ts'
import { m } from '../messages/index.ts'
import { CorrectionPage } from '../pages/correction.tsx'
import { titleShown } from '../pages/correction-words.ts'
import { type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { lineToCorrect } from '../queries/corrections.ts'
import { evidenceKinds, learningKinds } from '../rules/learning.ts'
import { type blindFields, factsOf, learningOf, type LineFacts } from '../rules/line-facts.ts'
import { type TeachingHours, teachingKinds } from '../rules/types.ts'
import { correctLine } from '../service/correct-line.ts'
import { loadLine } from './case-lines.ts'
import { dayField, exactField } from './fields.ts'
import { originalBeside } from './shown-file.ts'
import { shown } from './shown-refusal.ts'

const path = '/recognition/cases/:id/lines/:line/correction'

/** The correction of a line to what stands on the original. */
export const correctionRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, {
    action: 'recognition.line.correct',
    load: loadLine,
    handle: (call) => correctionPage(call, null, null),
  }),
  page<CasePageRow>('POST', path, {
    action: 'recognition.line.correct',
    load: loadLine,
    handle: save,
  }),
]

async function correctionPage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: Record<string, string> | null,
): Promise<Answer> {
  const ids = { caseId: call.object.id, lineId: call.params['line'] ?? '' }
  const facts = await lineToCorrect(call.work, ids)
  const lines = await linesOfCase(call.work, call.object.id)
  const line = lines.find(({ id }) => id === ids.lineId)
  if (!facts || !line) return call.redirect(`/recognition/cases/${call.object.id}`)
  const html = renderPage(
    CorrectionPage({
      call,
      found: call.object,
      line,
      facts,
      seen: facts.seen,
      values: typed ?? valuesOf(facts, call.language),
      titleLanguage: titleShown(facts, call.language).language,
      isBlind: isBlind(call),
      original: originalBeside(call, call.object),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/**
 * Whether the line is corrected out of the second person's check: then nothing is on the page that would say what was
 * typed first, and what is not there stays as it is.
 */
function isBlind({ query, form: { values }, object }: Call<CasePageRow>): boolean {
  const said = values['blind']?.[0] ?? query.get('blind')
  return said === '1' && object.format === 'hand'
}

function valuesOf(facts: LineFacts, language: Language): Record<string, string> {
  const hours = teachingKinds.map((kind) => [`hours.${kind}`, decimal(facts.hours?.[kind])])
  return {
    code: facts.code,
    title: titleShown(facts, language).text,
    credit: decimal(facts.credit),
    grade: facts.grade ?? '',
    status: facts.status ?? '',
    term: facts.term ?? '',
    completedOn: facts.completedOn ?? '',
    kind: facts.kind ?? '',
    evidence: facts.evidence?.join(' ') ?? '',
    ...Object.fromEntries(hours),
  }
}

function decimal(value: Fraction | null | undefined): string {
  return value?.toDecimal(6) ?? ''
}

const line = (longest: number) => z.string().max(longest).default('').transform(plainText)

const form = z.object({
  seen: z.string().max(64).default(''),
  code: line(60),
  title: line(500),
  credit: exactField,
  grade: line(60),
  status: z.enum(['', 'passed', 'failed', 'in-progress']).default(''),
  term: line(60),
  completedOn: dayField,
  kind: z.enum(['', ...learningKinds]).default(''),
  'hours.lecture': exactField,
  'hours.practice': exactField,
  'hours.placement': exactField,
  'hours.self-study': exactField,
  reason: line(500),
})

async function save(call: Call<CasePageRow>): Promise<Answer> {
  const seen = evidenceKinds.filter((each) => call.form.values['evidence']?.includes(each))
  const typed = { ...typedValues(call), evidence: seen.join(' ') }
  const input = call.read(form)
  if (isRefused(input)) return correctionPage(call, input, typed)
  const blind = isBlind(call)
  const ids = { caseId: call.object.id, lineId: call.params['line'] ?? '' }
  const before = await lineToCorrect(call.work, ids)
  if (!before) return call.redirect(`/recognition/cases/${ids.caseId}`)
  const result = await call.perform((work) =>
    correctLine(work, {
      ...ids,
      seen: input.seen,
      reason: input.reason,
      line: {
        ...typedFacts(factsOf(before), input, call.language),
        ...learningOf(input.kind || null, seen),
        ...(blind ? unseen(before) : {}),
      },
    }),
  )
  if (isRefused(result)) return correctionPage(call, result, typed)
  const { term, buddhist } = readTermCell(input.term)
  // What was typed in a year of the Buddhist era is not what stands there now.
  const done = buddhist
    ? m('table.buddhist-term', { value: input.term, term })
    : m('correction.done')
  const place = blind ? '/check' : `#line-${before.position + 1}`
  return call.redirect(`/recognition/cases/${ids.caseId}${place}`, done)
}

/** What the second person's check reads again, as it stands. */
function unseen({
  credit,
  grade,
  status,
}: LineFacts): Pick<LineFacts, (typeof blindFields)[number]> {
  return { credit, grade, status }
}

/** What was typed, over the line as it stands: an exact number that the form shows shortened stays what it was. */
function typedFacts(before: LineFacts, input: z.infer<typeof form>, language: Language): LineFacts {
  const shownTitle = titleShown(before, language)
  const hours: TeachingHours = {}
  for (const kind of teachingKinds) {
    const value = exactly(before.hours?.[kind] ?? null, input[`hours.${kind}`])
    if (value !== null) hours[kind] = value
  }
  return {
    code: input.code,
    title:
      input.title === shownTitle.text
        ? before.title
        : { ...before.title, [shownTitle.key]: input.title },
    credit: exactly(before.credit, input.credit),
    hours: Object.keys(hours).length === 0 ? null : hours,
    grade: input.grade || null,
    status: input.status || null,
    term: readTermCell(input.term).term || null,
    completedOn: input.completedOn,
  }
}

function exactly(before: Fraction | null, typed: Fraction | null): Fraction | null {
  return before && typed && before.toDecimal(6) === typed.toDecimal(6) ? before : typed
}

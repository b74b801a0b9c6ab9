import { isRefused, type Refusal, refuse } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { TranscriptCheckPage } from '../pages/transcript-check.tsx'
import type { CasePageRow } from '../queries/cases.ts'
import { settingsOf } from '../queries/settings.ts'
import { checkOf, linesToCheck } from '../queries/transcript-checks.ts'
import type { LineReading } from '../rules/second-reading.ts'
import type { StandingReading } from '../schema-checks.ts'
import { longest } from '../service/taken-lines.ts'
import { checkTranscript, settleCheck, type SettledLine } from '../service/transcript-checks.ts'
import { loadCase } from './case-page.ts'
import { readNumber } from './draft-grid.ts'
import { originalBeside } from './shown-file.ts'
import { shown } from './shown-refusal.ts'

const path = '/recognition/cases/:id/check'
/** Whoever sees the check is told why they may not make it; the verb asks for the right to. */
const staff = { action: 'recognition.transcript-check.read', load: loadCase } as const

/** The second person's check of a typed transcript. */
export const transcriptCheckRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, { ...staff, handle: (call) => checkPage(call, null) }),
  page<CasePageRow>('POST', path, { ...staff, maxBytes: 1024 * 1024, handle: check }),
  page<CasePageRow>('POST', `${path}/settlement`, {
    ...staff,
    maxBytes: 1024 * 1024,
    handle: settle,
  }),
]

async function checkPage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found } = call
  if (found.format !== 'hand') return call.redirect(`/recognition/cases/${found.id}`)
  const { demandsCheck } = await settingsOf(call.work, found.home_organisation_id)
  const html = renderPage(
    TranscriptCheckPage({
      call,
      found,
      lines: await linesToCheck(call.work, found.id),
      check: await checkOf(call.work, found.transcript_id),
      isDemanded: demandsCheck,
      original: originalBeside(call, found),
      typed: refusal ? typedValues(call) : {},
      may: {
        check: call.may('recognition.transcript-check.make', found),
        correct: call.may('recognition.line.correct', found),
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function check(call: Call<CasePageRow>): Promise<Answer> {
  const values = typedValues(call)
  const wrong: Record<string, Message> = {}
  const count = /^\d{1,4}$/.test(values['count'] ?? '') ? Number(values['count']) : 0
  const readings = Array.from({ length: count }, (_, place) =>
    readingOf(call, `line.${place}`, values, wrong),
  )
  if (Object.keys(wrong).length > 0) {
    return checkPage(call, refuse(422, m('refusal.check-grid'), wrong))
  }
  const { id: caseId } = call.object
  const result = await call.perform((work) =>
    checkTranscript(work, { caseId, readings, isComplete: values['complete'] === '1' }),
  )
  if (isRefused(result)) return checkPage(call, result)
  const { differences } = result
  const flash = differences === 0 ? m('check.same') : m('check.differs', { count: differences })
  return call.redirect(`/recognition/cases/${caseId}/check`, flash)
}

async function settle(call: Call<CasePageRow>): Promise<Answer> {
  const values = typedValues(call)
  const wrong: Record<string, Message> = {}
  const places = Object.keys(values).flatMap(
    (name) => /^line\.(\d{1,4})\.reason$/.exec(name)?.[1] ?? [],
  )
  const lines = places.map((place): SettledLine => {
    const stands = standingOf(values[`line.${place}.stands`])
    return {
      position: Number(place),
      stands,
      other:
        stands === 'other'
          ? readingOf(call, `line.${place}`, values, wrong)
          : { credit: null, grade: null },
      reason: values[`line.${place}.reason`] ?? '',
    }
  })
  if (Object.keys(wrong).length > 0) {
    return checkPage(call, refuse(422, m('refusal.check-grid'), wrong))
  }
  const { id: caseId } = call.object
  const result = await call.perform((work) => settleCheck(work, { caseId, lines }))
  if (isRefused(result)) return checkPage(call, result)
  return call.redirect(
    `/recognition/cases/${caseId}/check`,
    m('check.settled', { corrected: result.corrected }),
  )
}

function standingOf(text: string | undefined): StandingReading | null {
  return text === 'first' || text === 'second' || text === 'other' ? text : null
}

function readingOf(
  { language }: Pick<Call, 'language'>,
  field: string,
  values: Record<string, string>,
  wrong: Record<string, Message>,
): LineReading {
  const grade = plainText(values[`${field}.grade`] ?? '')
  if (grade.length > longest.grade) {
    wrong[`${field}.grade`] = m('page.draft.too-long', { limit: longest.grade })
  }
  return {
    credit: readNumber(`${field}.credit`, null, { values, language, wrong }),
    grade: grade === '' ? null : grade,
  }
}

import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dueInWorkingDays } from '#kernel/tasks'
import { languages } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentsState } from '../pages/documents-field.tsx'
import { EvidencePage } from '../pages/evidence.tsx'
import { NewEvidencePage } from '../pages/evidence-new.tsx'
import { caseById, type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { evidenceById, evidenceFiles, type EvidenceRow } from '../queries/evidence.ts'
import { unitsAsked } from '../queries/office/referral-notes.ts'
import { settingsOf } from '../queries/settings.ts'
import { evidenceKinds } from '../schema-evidence.ts'
import { askForEvidence, settleEvidence } from '../service/evidence.ts'
import { loadCase } from './case-page.ts'
import {
  freshAnswer,
  mostAnswerBytes,
  mostEvidenceBytes,
  mostEvidenceTogether,
  takeAnswer,
} from './evidence-form.ts'
import { typedDayField } from './fields.ts'
import { ownFile } from './own-file.ts'
import { shown } from './shown-refusal.ts'

const ask = 'recognition.evidence.ask'
const read = 'recognition.evidence.read'
const load = (work: Work, params: Record<string, string>) => evidenceById(work, params['id'] ?? '')

/** Requests for evidence: asking, answering, settling. */
export const evidenceRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/evidence/new', {
    action: ask,
    load: loadCase,
    handle: (call) => newPage(call, null),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/evidence', {
    action: ask,
    load: loadCase,
    handle: send,
  }),
  page<EvidenceRow>('GET', '/recognition/evidence/:id', {
    action: read,
    load,
    handle: (call) => requestPage(call, freshAnswer, null),
  }),
  page<EvidenceRow>('POST', '/recognition/evidence/:id/answers', {
    // Whoever may read it is told when it is settled by now; the verb asks for the right to answer.
    action: read,
    load,
    maxBytes: mostAnswerBytes,
    perMinute: 30,
    async handle(call) {
      const refused = await takeAnswer(call, call.object.id)
      if (refused) return requestPage(call, refused.state, refused.refusal)
      return call.redirect(`/recognition/evidence/${call.object.id}`, m('evidence.sent'))
    },
  }),
  page<EvidenceRow>('POST', '/recognition/evidence/:id/settlement', {
    action: read,
    load,
    async handle(call) {
      const result = await call.perform((work) => settleEvidence(work, call.object.id))
      if (isRefused(result)) return requestPage(call, freshAnswer, result)
      const flash = m(
        result.state === 'answered' ? 'evidence.closed-done' : 'evidence.withdrawn-done',
      )
      return call.redirect(`/recognition/cases/${result.case_id}#evidence`, flash)
    },
  }),
  page<EvidenceRow>('GET', '/recognition/evidence/:id/document', {
    action: read,
    load,
    handle: document,
  }),
]

async function requestPage(
  call: Call<EvidenceRow>,
  state: DocumentsState,
  refusal: Refusal | null,
): Promise<Answer> {
  const request = refusal
    ? ((await evidenceById(call.work, call.object.id)) ?? call.object)
    : call.object
  const owner = await caseById(call.work, request.case_id)
  const html = renderPage(
    EvidencePage({
      call,
      request,
      state: refusal && !state.refusal ? { ...state, refusal: shown(call, refusal) } : state,
      maxBytes: mostEvidenceBytes,
      maxTogether: mostEvidenceTogether,
      may: {
        answer: call.may('recognition.evidence.answer', request),
        settle: call.may('recognition.evidence.settle', request),
        ask: owner !== null && call.may('recognition.evidence.ask', owner),
        readCase: owner !== null && call.may('recognition.case.read', owner),
      },
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function newPage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  const found = call.object
  const settings = await settingsOf(call.work, found.home_organisation_id)
  const place = { country: found.home_country, timeZone: found.home_time_zone }
  const proposed = {
    dueOn: dueInWorkingDays(call.now, settings.evidenceWorkingDays, place),
    line: call.query.get('line') ?? '',
    kind: call.query.get('kind') ?? '',
    of: call.query.get('of') ?? '',
    language: call.language,
  }
  const mayAsk = (units: readonly string[]) => call.may(ask, { ...found, line_unit_ids: units })
  const units = await unitsAsked(call.work, found.id)
  const lines = await linesOfCase(call.work, found.id)
  const html = renderPage(
    NewEvidencePage({
      call,
      found,
      lines: lines.filter(({ id }) => mayAsk(units.get(id) ?? [])),
      ofWhole: mayAsk([]),
      values: refusal ? typedValues(call) : proposed,
      pauses: settings.evidencePauses,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object({
  kind: z.enum(evidenceKinds),
  line: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  words: z.string().max(20_000).default(''),
  dueOn: typedDayField,
  of: z.enum(['student', 'host']).default('student'),
  name: z.string().max(200).default(''),
  address: z.string().trim().max(254).default(''),
  language: z.enum(languages).default('en'),
})

async function send(call: Call<CasePageRow>): Promise<Answer> {
  const input = call.read(form)
  if (isRefused(input)) return newPage(call, input)
  const { of, name, address, language } = input
  const result = await call.perform((work) =>
    askForEvidence(work, {
      caseId: call.object.id,
      lineId: input.line,
      kind: input.kind,
      words: input.words,
      dueOn: input.dueOn,
      of: of === 'student' ? { party: of } : { party: of, name, address, language },
    }),
  )
  if (isRefused(result)) return newPage(call, result)
  return call.redirect(`/recognition/cases/${call.object.id}#evidence`, m('evidence.asked'))
}

/** A document that came with an answer to this request, and no other. */
function document(call: Call<EvidenceRow>): Promise<Answer> {
  return ownFile(
    call,
    (file) =>
      file.owner_kind === evidenceFiles &&
      call.object.answers.some(({ id }) => id === file.owner_id),
    `/recognition/evidence/${call.object.id}`,
  )
}

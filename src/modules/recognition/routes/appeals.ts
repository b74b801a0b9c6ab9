import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { formatDate } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { AppealPage, NewAppealPage } from '../pages/appeals.tsx'
import type { DocumentsState } from '../pages/documents-field.tsx'
import { appealById, appealFiles, type AppealRow } from '../queries/appeals.ts'
import type { CasePageRow } from '../queries/cases.ts'
import { decisionOf } from '../queries/decisions.ts'
import { answerAppeal, appealUntil, makeAppeal, withdrawAppeal } from '../service/appeals.ts'
import { loadCase } from './case-page.ts'
import {
  broughtBy,
  documentsOf,
  freshAnswer,
  mostAnswerBytes,
  mostEvidenceBytes,
  mostEvidenceTogether,
  refused,
  wordsOf,
} from './evidence-form.ts'
import { ownFile } from './own-file.ts'
import { shown } from './shown-refusal.ts'

const make = { action: 'recognition.appeal.make', load: loadCase } as const
const read = {
  action: 'recognition.appeal.read',
  load: (work: Work, params: Record<string, string>) => appealById(work, params['id'] ?? ''),
} as const

/** Appeals against decisions: made by the student, answered by somebody who did not decide. */
export const appealRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/appeal', {
    ...make,
    handle: (call) => newPage(call, freshAnswer, 200),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/appeal', {
    // Whoever's case it is, is told why there is nothing to object to; the verb asks for the right.
    action: 'recognition.case.read',
    load: loadCase,
    maxBytes: mostAnswerBytes,
    perMinute: 30,
    handle: send,
  }),
  page<AppealRow>('GET', '/recognition/appeals/:id', {
    ...read,
    handle: (call) => appealPage(call, null),
  }),
  page<AppealRow>('POST', '/recognition/appeals/:id/answer', { ...read, handle: answer }),
  page<AppealRow>('POST', '/recognition/appeals/:id/withdrawal', {
    ...read,
    async handle(call) {
      const result = await call.perform((work) => withdrawAppeal(work, call.object.id))
      if (isRefused(result)) return appealPage(call, result)
      return call.redirect(`/recognition/cases/${result.caseId}`, m('appeal.withdrawn'))
    },
  }),
  page<AppealRow>('GET', '/recognition/appeals/:id/document', {
    ...read,
    handle: (call) =>
      ownFile(
        call,
        (file) => file.owner_kind === appealFiles && file.owner_id === call.object.id,
        `/recognition/appeals/${call.object.id}`,
      ),
  }),
]

async function newPage(
  call: Call<CasePageRow>,
  state: DocumentsState,
  status: number,
): Promise<Answer> {
  const found = call.object
  const decision = await decisionOf(call.work, found.id)
  const until =
    decision &&
    (await appealUntil(call.work, decision, {
      home_organisation_id: found.home_organisation_id,
      time_zone: found.home_time_zone,
      country: found.home_country,
    }))
  const html = renderPage(
    NewAppealPage({
      call,
      found,
      state,
      until: until && formatDate(until, call.language),
      maxBytes: mostEvidenceBytes,
      maxTogether: mostEvidenceTogether,
    }),
  )
  return { kind: 'html', html, status }
}

async function send(call: Call<CasePageRow>): Promise<Answer> {
  const again = async (brought: Parameters<typeof refused>[1], refusal: Refusal) => {
    const { state } = await refused(call, brought, refusal)
    return newPage(call, state, refusal.status)
  }
  const brought = await broughtBy(call)
  if (isRefused(brought)) {
    return again({ words: wordsOf(call), received: [], staged: [] }, brought)
  }
  const result = await call.perform((work) =>
    makeAppeal(work, {
      caseId: call.object.id,
      reasons: brought.words,
      documents: documentsOf(call, brought),
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) return again(brought, result)
  return call.redirect(`/recognition/appeals/${result.appealId}`, m('appeal.sent'))
}

async function appealPage(call: Call<AppealRow>, refusal: Refusal | null): Promise<Answer> {
  const appeal = refusal
    ? ((await appealById(call.work, call.object.id)) ?? call.object)
    : call.object
  const html = renderPage(
    AppealPage({
      call,
      appeal,
      values: refusal ? typedValues(call) : {},
      may: {
        answer: call.may('recognition.appeal.answer', appeal),
        withdraw: call.may('recognition.appeal.withdraw', appeal),
        isDecider: personOf(call.actor) === appeal.decided_by,
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const answerForm = z.object({
  outcome: z.enum(['upheld', 'revision']),
  reasons: z.string().max(20_000).default(''),
})

async function answer(call: Call<AppealRow>): Promise<Answer> {
  const input = call.read(answerForm)
  if (isRefused(input)) return appealPage(call, input)
  const result = await call.perform((work) =>
    answerAppeal(work, { appealId: call.object.id, ...input }),
  )
  if (isRefused(result)) return appealPage(call, result)
  return call.redirect(`/recognition/cases/${result.caseId}`, m('appeal.answered'))
}

import { show } from '#ui'
import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { SafetyAnswerPage, SafetyCheckPage, SafetyPage } from '../pages/safety.tsx'
import { base, todayOf } from '../pages/words.tsx'
import { institutions, officesOf } from '../queries/choices.ts'
import {
  ownSafetyAnswer,
  safetyAnswers,
  type SafetyCheck,
  safetyCheck,
  safetyChecks,
} from '../queries/safety.ts'
import { listStays, type StayFilter } from '../queries/stays.ts'
import { answerSafety, askSafety } from '../service/safety.ts'
import { optionsOf } from './parts.ts'

const path = `${base}/safety`
type CheckCall = Call<SafetyCheck>
type OwnAnswer = NonNullable<Awaited<ReturnType<typeof ownSafetyAnswer>>>

const loadCheck = (work: Work, params: Record<string, string>) =>
  safetyCheck(work, params['check'] ?? '')
const loadOwn = (work: Work, params: Record<string, string>) =>
  ownSafetyAnswer(work, params['check'] ?? '', personOf(work.actor) ?? '')

/** Who is where, and whether they are safe. */
export const safetyRoutes: readonly Route[] = [
  page('GET', path, { action: 'mobility.safety.open', handle: (call) => safetyPage(call, null) }),
  page('POST', path, { action: 'mobility.safety.open', perMinute: 20, handle: ask }),
  page<SafetyCheck>('GET', `${path}/:check`, {
    action: 'mobility.safety.read',
    load: loadCheck,
    handle: checkPage,
  }),
  page<OwnAnswer>('GET', `${path}/:check/answer`, {
    action: 'mobility.safety.answer',
    load: loadOwn,
    handle: (call) => answerPage(call, null),
  }),
  page<OwnAnswer>('POST', `${path}/:check/answer`, {
    action: 'mobility.safety.answer',
    load: loadOwn,
    handle: answer,
  }),
]

const everybodyThere: StayFilter = {
  q: '',
  state: null,
  direction: null,
  partner: null,
  year: null,
  kind: null,
  step: null,
  isLate: false,
  there: true,
}

async function safetyPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const own = officesOf(call.work)
  const { stays } = await listStays(
    call.work,
    { ...everybodyThere, own, today: todayOf(call) },
    { page: 1, pageSize: 500 },
  )
  const known = await institutions(call.work)
  call.shows(
    stays.map((stay) => stay.person_id),
    { there: 'yes' },
  )
  const form = refusal ? refusedForm(call, refusal) : freshForm()
  return show(
    SafetyPage({
      call,
      there: stays,
      checks: await safetyChecks(call.work),
      organisations: optionsOf(
        call,
        known.filter(({ isOwn }) => isOwn),
      ),
      form,
    }),
    refusal,
  )
}

const askForm = z.object({
  stays: z.array(z.uuid()).default([]),
  organisation: z.string().default(''),
  words: z.string().trim().max(1000).default(''),
})

async function ask(call: Call): Promise<Answer> {
  const form = call.read(askForm)
  if (isRefused(form)) return safetyPage(call, form)
  const own = (await institutions(call.work)).filter(({ isOwn }) => isOwn)
  const done = await call.perform((work) =>
    askSafety(work, {
      organisationId: form.organisation || (own[0]?.id ?? ''),
      mobilityIds: form.stays,
      words: form.words,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return safetyPage(call, done)
  return call.redirect(`${path}/${done.checkId}`, m('safety.flash', { count: done.asked }))
}

async function checkPage(call: CheckCall): Promise<Answer> {
  const answers = await safetyAnswers(call.work, call.object.id)
  call.shows(answers.map((each) => each.person_id))
  return show(SafetyCheckPage({ call, check: call.object, answers }))
}

async function answerPage(call: Call<OwnAnswer>, refusal: Refusal | null): Promise<Answer> {
  call.shows([])
  return show(
    SafetyAnswerPage({
      call,
      asked: call.object,
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

async function answer(call: Call<OwnAnswer>): Promise<Answer> {
  const form = call.read(z.object({ answer: z.enum(['safe', 'help']) }))
  if (isRefused(form)) return answerPage(call, form)
  const done = await call.perform((work) =>
    answerSafety(work, {
      checkId: call.object.id,
      answer: form.answer,
      note: valueOf(call, 'note').slice(0, 1000),
    }),
  )
  if (isRefused(done)) return answerPage(call, done)
  return call.redirect(`${path}/${call.object.id}/answer`, m(`safety.you-${form.answer}`))
}

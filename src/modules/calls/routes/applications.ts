import { show } from '#ui'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { fileById, fileKinds, filesOf, receiveFile, streamFile } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  refusedForm,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { ApplicationPage } from '../pages/application.tsx'
import type { AnswerFile } from '../pages/application-words.tsx'
import { FillPage } from '../pages/fill.tsx'
import { ReadingPage } from '../pages/reading.tsx'
import { appealOf } from '../queries/appeals.ts'
import { applicationById, type ApplicationRow, decisionsOf } from '../queries/applications.ts'
import { referenceById } from '../queries/references.ts'
import { reviewsOf } from '../queries/reviews.ts'
import { type FormStep, type Question, readAnswer, stepsOf } from '../rules/questions.ts'
import { mayStillFill } from '../rules/timeline.ts'
import {
  attachFile,
  detachFile,
  fileOwner,
  saveAnswers,
  submitApplication,
  verdictsFor,
  withdrawApplication,
} from '../service/applications.ts'
import { referenceOwner } from '../service/references.ts'
import { timesOf } from '../service/times.ts'
import { decideAppeal, makeAppeal } from '../service/appeals.ts'
import { replyToOffer } from '../service/moving-up.ts'
import { changeReferees, shownReferences } from './references.ts'

const read = { action: 'calls.application.read', load: loadApplication }
const fill = { action: 'calls.application.fill', load: loadApplication }
const mostBytes = 20 * 1024 * 1024
/** What an applicant or a referee may send. */
export const fileRules = {
  allow: ['pdf', 'jpeg', 'png', 'docx'],
  maxBytes: 10 * 1024 * 1024,
} as const

type OwnCall = Call<ApplicationRow>

/** An application: filled in step by step, sent once, read by its applicant and by those who decide. */
export const applicationRoutes: readonly Route[] = [
  page<ApplicationRow>('GET', '/applications/:id', {
    ...read,
    handle: (call) => showApplication(call, freshForm(), 200),
  }),
  page<ApplicationRow>('GET', '/applications/:id/file', { ...read, handle: sendFile }),
  page<ApplicationRow>('GET', '/applications/:id/steps/:step', {
    ...fill,
    handle: (call) => showStep(call, freshForm(), null, 200),
  }),
  page<ApplicationRow>('POST', '/applications/:id/steps/:step', {
    ...fill,
    maxBytes: mostBytes,
    handle: saveStep,
  }),
  page<ApplicationRow>('POST', '/applications/:id/submission', {
    action: 'calls.application.send',
    load: loadApplication,
    handle: send,
  }),
  page<ApplicationRow>('POST', '/applications/:id/withdrawal', {
    action: 'calls.application.withdraw',
    load: loadApplication,
    handle: withdraw,
  }),
  page<ApplicationRow>('POST', '/applications/:id/references', {
    action: 'calls.application.refer',
    load: loadApplication,
    handle: (call) =>
      changeReferees(call, (refused) =>
        showApplication(call, refusedForm(call as Call, refused), refused.status),
      ),
  }),
  page<ApplicationRow>('POST', '/applications/:id/appeal', {
    action: 'calls.appeal.make',
    load: loadApplication,
    handle: appeal,
  }),
  page<ApplicationRow>('POST', '/applications/:id/appeal/decision', {
    action: 'calls.appeal.decide',
    load: loadApplication,
    handle: answerAppeal,
  }),
  page<ApplicationRow>('POST', '/applications/:id/reply', {
    action: 'calls.application.reply',
    load: loadApplication,
    handle: reply,
  }),
]

/** The application that an address names. */
export function loadApplication(
  work: Work,
  params: Record<string, string>,
): Promise<ApplicationRow | null> {
  return applicationById(work, params['id'] ?? '')
}

async function showApplication(given: OwnCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  // After a refusal somebody else, or another tab, may have changed it: it is read again.
  const application = (await applicationById(call.work, given.object.id)) ?? given.object
  const { person_id: personId, answers } = application
  const shared = {
    scene: sceneOf(call),
    application,
    verdicts: await verdictsFor(call.work, application, personId, answers),
    files: await filesFor(call, application),
    appeal: await appealOf(call.work, application.id),
    references: await shownReferences(
      call.work,
      { id: application.id, isReferred: application.definition.references !== undefined },
      (file) => call.href(`/applications/${application.id}/file`, { file }),
    ),
  }
  const self = personOf(call.actor)
  if (personId === self) {
    return show(ApplicationPage({ ...shared, form }), status)
  }
  const history = await decisionsOf(call.work, application.id)
  const reviews = await reviewsOf(call.work, application.id)
  call.shows([personId, ...reviews.map(({ reviewer_id: id }) => id)])
  return show(
    ReadingPage({
      ...shared,
      form,
      history,
      reviews,
      mayDecideAppeal: call.may('calls.appeal.decide', application),
      isOwnDecision: shared.appeal?.first_decided_by === self,
    }),
    status,
  )
}

async function filesFor(call: Call, { id }: ApplicationRow): Promise<Map<string, AnswerFile>> {
  const files = await filesOf(call.work, fileOwner, id)
  return new Map(
    files.map((file) => {
      const href = call.href(`/applications/${id}/file`, { file: file.id })
      return [file.id, { id: file.id, name: file.name, href }]
    }),
  )
}

async function sendFile(call: OwnCall): Promise<Answer> {
  const file = await fileById(call.work, call.query.get('file') ?? '')
  if (!file || !(await isReadable(call, file))) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, file.id)
  if (isRefused(found)) return { kind: 'absent' }
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[found.file.kind].mediaType,
    name: found.file.name,
  }
}

/** A file of the application, or of a reference to it: those are kept from the applicant unless the call shows them. */
async function isReadable(
  { work, object, actor }: OwnCall,
  file: { owner_kind: string; owner_id: string },
): Promise<boolean> {
  if (file.owner_kind === fileOwner) return file.owner_id === object.id
  if (file.owner_kind !== referenceOwner) return false
  const reference = await referenceById(work, file.owner_id)
  const isOwn = personOf(actor) === object.person_id
  const isShown = object.definition.references?.shown === true
  return reference?.application_id === object.id && (!isOwn || isShown)
}

/** The step that an address names, or null. */
function stepAt({ object, params }: OwnCall): { step: FormStep; place: number } | null {
  const place = /^[1-9]\d?$/.test(params['step'] ?? '') ? Number(params['step']) : 0
  const step = stepsOf(object.definition)[place - 1]
  return step ? { step, place } : null
}

async function showStep(
  given: OwnCall,
  form: FormState,
  typed: Record<string, readonly string[]> | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const found = stepAt(given)
  const application = (await applicationById(call.work, given.object.id)) ?? given.object
  const here = `/applications/${application.id}`
  if (!found) return call.redirect(here)
  const allowed = mayStillFill(timesOf(application), application.begun_at, call.now)
  if (allowed === 'no' && typed === null)
    return call.redirect(here, m('refusal.closed'), 'attention')
  const shownAnswers = Object.fromEntries(
    found.step.questions.map(({ id }) => [id, typed?.[id] ?? listOf(application.answers[id])]),
  )
  const shown = FillPage({
    scene: sceneOf(call),
    application,
    ...found,
    steps: stepsOf(application.definition).length,
    given: shownAnswers,
    files: await filesFor(call, application),
    inGrace: allowed === 'grace',
    form,
  })
  return show(shown, status)
}

function listOf(answer: string | string[] | undefined): readonly string[] {
  if (answer === undefined) return []
  return typeof answer === 'string' ? [answer] : answer
}

/** Saves what can be read of a step, and says of the rest what is wrong: nothing that was typed is lost. */
async function saveStep(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const found = stepAt(given)
  const applicationId = given.object.id
  const here = `/applications/${applicationId}`
  if (!found) return call.redirect(here)
  const asked = found.step.questions.filter(({ kind }) => kind !== 'file')
  const { answers, faults } = readAnswers(given.object, asked, given.form.values)
  const saved = await call.prepare((work) => saveAnswers(work, { applicationId, answers }))
  if (isRefused(saved)) return again(given, saved)
  const removed = valueOf(call, 'remove')
  if (removed !== '') {
    const [questionId = '', fileId = ''] = removed.split(' ')
    const done = await call.perform((work) =>
      detachFile(work, { applicationId, questionId, fileId }),
    )
    if (isRefused(done)) return again(given, done)
  }
  const fileFaults = await keepFiles(given, found.step)
  const fields = { ...faults, ...fileFaults }
  const first = Object.values(fields)[0]
  if (first) return again(given, refuse(422, first, fields))
  const next = valueOf(call, 'go') === 'next' && removed === ''
  if (!next) return call.redirect(`${here}/steps/${found.place}`, m('step.saved'))
  const isLast = found.place >= stepsOf(given.object.definition).length
  return call.redirect(isLast ? here : `${here}/steps/${found.place + 1}`)
}

function again(given: OwnCall, refusal: Refusal): Promise<Answer> {
  const form = refusedForm(given as Call, refusal)
  return showStep(given, form, given.form.values, refusal.status)
}

/** Reads what was typed to questions: the answers that can be kept, and what is wrong with the others. */
export function readAnswers(
  { definition }: ApplicationRow,
  asked: readonly Question[],
  typed: Readonly<Record<string, readonly string[]>>,
) {
  const answers: Record<string, string | string[] | null> = {}
  const faults: Record<string, ReturnType<typeof m>> = {}
  for (const question of asked) {
    const result = readAnswer(question, definition.destinations, typed[question.id] ?? [])
    if ('fault' in result) faults[question.id] = result.fault as ReturnType<typeof m>
    else answers[question.id] = result.answer
  }
  return { answers, faults }
}

/** Stores the files that came with a step; those that are refused are named with their question. */
async function keepFiles(
  given: OwnCall,
  step: FormStep,
): Promise<Record<string, ReturnType<typeof m>>> {
  const call = given as Call
  const faults: Record<string, ReturnType<typeof m>> = {}
  const asked = step.questions.filter(({ kind }) => kind === 'file')
  for (const { id, upload } of uploadsOf(given, asked)) {
    const file = await receiveFile(call.services.blobs, upload, fileRules)
    if (isRefused(file)) {
      faults[id] = file.message
      continue
    }
    const kept = await call.perform((work) =>
      attachFile(work, {
        applicationId: given.object.id,
        questionId: id,
        file,
        node: call.services.node,
      }),
    )
    if (isRefused(kept)) faults[id] = kept.message
  }
  return faults
}

function uploadsOf({ form }: OwnCall, asked: readonly Question[]) {
  return asked.flatMap(({ id }) =>
    (form.uploads[id] ?? [])
      .filter(({ bytes }) => bytes.length > 0)
      .map((upload) => ({ id, upload })),
  )
}

async function send(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const { id } = given.object
  const done = await call.perform((work) => submitApplication(work, id))
  if (isRefused(done)) return showApplication(given, refusedOnly(call, done), done.status)
  return call.redirect(`/applications/${id}`, m('sent.flash', { number: done.number }))
}

async function withdraw(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => withdrawApplication(work, given.object.id))
  if (isRefused(done)) return showApplication(given, refusedOnly(call, done), done.status)
  return call.redirect('/calls', m('withdraw.done'))
}

async function reply(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const { id } = given.object
  const done = await call.perform((work) =>
    replyToOffer(work, { applicationId: id, reply: valueOf(call, 'reply') }),
  )
  if (isRefused(done)) return showApplication(given, refusedOnly(call, done), done.status)
  return call.redirect(`/applications/${id}`, m('reply.done'))
}

async function appeal(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const { id } = given.object
  const { node } = call.services
  const done = await call.perform((work) =>
    makeAppeal(work, { applicationId: id, grounds: valueOf(call, 'grounds'), node }),
  )
  if (isRefused(done)) return showApplication(given, refusedForm(call, done), done.status)
  return call.redirect(`/applications/${id}`, m('appeal.made'))
}

async function answerAppeal(given: OwnCall): Promise<Answer> {
  const call = given as Call
  const { id } = given.object
  const done = await call.perform((work) =>
    decideAppeal(work, {
      applicationId: id,
      outcome: valueOf(call, 'appealOutcome'),
      destinationId: valueOf(call, 'appealDestination') || null,
      reason: valueOf(call, 'appealReason'),
    }),
  )
  if (isRefused(done)) return showApplication(given, refusedForm(call, done), done.status)
  return call.redirect(`/applications/${id}`, m('appeal.answered'))
}

import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { addFile, type ReceivedFile, removeFile } from '#kernel/files'
import { noticeKind, notify } from '#kernel/notices'
import { dateInZone } from '#kernel/values'
import { enrolmentsOf } from '#modules/alliance'
import { applicationBegun, applicationSubmitted } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  applicationById,
  applicationInCall,
  type ApplicationRow,
  applicationTo,
} from '../queries/applications.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { referencesOf } from '../queries/references.ts'
import { type ApplicantFacts, judgeEligibility, type Verdict } from '../rules/eligibility.ts'
import { type Answers, missingQuestions } from '../rules/questions.ts'
import { refereesLacking } from '../rules/references.ts'
import { mayStillFill, stageOf } from '../rules/timeline.ts'
import { aboutApplication } from './about.ts'
import { takeBack } from './taking-back.ts'
import { timesOf } from './times.ts'

/** The kind of owner under which the files of an application are kept. */
export const fileOwner = 'call-application'

/** The most files of one question. */
export const mostFiles = 5

/** The applicant is told that an application arrived. */
export const receivedNotice = noticeKind(
  'calls.application-received',
  m('notice.kind.received'),
  'immediate',
)

/** Begins an application to an open call, or finds the one that was begun: nobody has two. */
export async function beginApplication(
  work: Work,
  input: { callId: string; node: string },
): Promise<{ applicationId: string } | Refusal> {
  const call = await callById(work, input.callId)
  const self = personOf(work.actor)
  if (!call || self === null || !work.may('calls.application.begin', call)) {
    return refuse(404, m('refusal.no-call'))
  }
  const known = await applicationTo(work, call.id, self)
  if (known) return { applicationId: known.id }
  const stage = stageOf(call, work.now)
  if (stage !== 'open') {
    const isBefore = stage === 'announced' || stage === 'draft'
    return refuse(409, m(isBefore ? 'refusal.not-open-yet' : 'refusal.closed'))
  }
  const id = randomUUIDv7()
  const { organisation_id } = call
  const entry = applicationBegun({
    ...aboutApplication({ id, organisation_id, person_id: self }),
    data: {},
  })
  const inserted = await work.write(entry, (tx) =>
    tx
      .insertInto('call_applications')
      .values({
        ...emptyApplication,
        id,
        origin: input.node,
        call_id: call.id,
        organisation_id: call.organisation_id,
        person_id: self,
        language: work.language,
        answers: '{}',
        begun_at: work.now,
        saved_at: work.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (inserted) return { applicationId: id }
  const twin = await applicationTo(work, call.id, self)
  return twin ? { applicationId: twin.id } : refuse(409, m('refusal.changed-meanwhile'))
}

/** The columns of an application of which nothing is known yet. */
export const emptyApplication = {
  number: null,
  submitted_at: null,
  withdrawn_at: null,
  brought_in_by: null,
  outcome: null,
  destination_id: null,
  reason: null,
  waiting_place: null,
  decided_by: null,
  decided_at: null,
  decision_number: null,
  told_at: null,
  reply: null,
  reply_due_at: null,
  replied_at: null,
} as const

/** The draft that the actor may fill in now, locked; or why not: it was sent, or its time is over. */
async function fillable(work: Work, id: string): Promise<ApplicationRow | Refusal> {
  const application = await applicationById(work, id, 'lock')
  if (!application || !work.may('calls.application.read', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  if (application.state === 'submitted') return refuse(409, m('refusal.sent-already'))
  if (!work.may('calls.application.fill', application)) {
    return refuse(409, m('refusal.withdrawn-already'))
  }
  return mayStillFill(timesOf(application), application.begun_at, work.now) === 'no'
    ? refuse(409, m('refusal.closed'))
    : application
}

/** Saves the answers of a step; those of other steps, and of another tab, stay as they are. Null takes an answer away. */
export async function saveAnswers(
  work: Work,
  input: { applicationId: string; answers: Record<string, string | string[] | null> },
): Promise<true | Refusal> {
  const application = await fillable(work, input.applicationId)
  if (isRefused(application)) return application
  await writeAnswers(work, application, input.answers)
  return true
}

async function writeAnswers(
  work: Work,
  application: ApplicationRow,
  changes: Record<string, string | string[] | null>,
): Promise<void> {
  const answers: Answers = { ...application.answers }
  for (const [id, answer] of Object.entries(changes)) {
    if (answer === null) delete answers[id]
    else answers[id] = answer
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_applications')
      .set({ answers: JSON.stringify(answers), saved_at: work.now })
      .where('id', '=', application.id)
      .execute(),
  )
}

/** Puts a stored file to a question of a draft. */
export async function attachFile(
  work: Work,
  input: { applicationId: string; questionId: string; file: ReceivedFile; node: string },
): Promise<true | Refusal> {
  const application = await fillable(work, input.applicationId)
  if (isRefused(application)) return application
  const { questionId } = input
  const given = filesIn(application.answers, questionId)
  const question = application.definition.questions.find(({ id }) => id === questionId)
  if (question?.kind !== 'file') return refuse(404, m('refusal.no-question'))
  if (given.length >= (question.most ?? mostFiles)) {
    const many = m('answer.fault.files', { most: question.most ?? mostFiles })
    return refuse(422, many, { [questionId]: many })
  }
  const stored = await addFile(work, input.file, {
    ownerKind: fileOwner,
    ownerId: application.id,
    origin: input.node,
  })
  await writeAnswers(work, application, { [questionId]: [...given, stored.id] })
  return true
}

/** Takes a file of a draft away. */
export async function detachFile(
  work: Work,
  input: { applicationId: string; questionId: string; fileId: string },
): Promise<true | Refusal> {
  const application = await fillable(work, input.applicationId)
  if (isRefused(application)) return application
  const given = filesIn(application.answers, input.questionId)
  if (!given.includes(input.fileId)) return true
  const left = given.filter((id) => id !== input.fileId)
  await writeAnswers(work, application, { [input.questionId]: left.length > 0 ? left : null })
  await removeFile(work, input.fileId)
  return true
}

function filesIn(answers: Answers, questionId: string): string[] {
  const given = answers[questionId]
  return Array.isArray(given) ? given : []
}

/** How the rules of a call turn out for a person, with what they answered so far. */
export async function verdictsFor(
  work: Work,
  call: Pick<CallRow, 'definition' | 'organisation_id' | 'time_zone'>,
  personId: string,
  answers: Answers,
): Promise<Verdict[]> {
  const today = dateInZone(work.now, call.time_zone)
  return judgeEligibility(
    call.definition.eligibility,
    await factsOf(work, personId, today),
    answers,
    { organisationId: call.organisation_id, today },
  )
}

async function factsOf(work: Work, personId: string, today: string): Promise<ApplicantFacts> {
  const enrolments = await enrolmentsOf(work.read, personId)
  return {
    enrolments: enrolments
      .filter(({ outcome, endsOn, startsOn }) => {
        const runs = startsOn <= today && (endsOn === null || endsOn >= today)
        return outcome === null && runs
      })
      .map(({ organisation, degreeProgramme, intakeYear, startsOn }) => ({
        organisationId: organisation.id,
        level: degreeProgramme.level,
        intakeYear,
        startsOn,
      })),
  }
}

/** Sends an application, once: a second press finds it sent. In the minutes after the closing it counts, and is marked. */
export async function submitApplication(
  work: Work,
  applicationId: string,
): Promise<{ number: number; inGrace: boolean } | Refusal> {
  const known = await applicationInCall(work, applicationId)
  if (known?.state === 'submitted' && work.may('calls.application.send', known)) {
    return { number: known.number!, inGrace: known.in_grace }
  }
  const application = await fillable(work, applicationId)
  if (isRefused(application)) return application
  const missing = missingQuestions(application.definition, application.answers)
  if (missing.length > 0) return refuse(422, m('refusal.missing', { count: missing.length }))
  const { references: plan } = application.definition
  const referees = plan ? await referencesOf(work, application.id) : []
  const lacking = refereesLacking(plan, referees)
  if (lacking > 0) return refuse(422, m('refusal.referees-missing', { count: lacking }))
  const verdicts = await verdictsFor(work, application, application.person_id, application.answers)
  if (verdicts.some(({ holds }) => holds === false)) {
    return refuse(422, m('refusal.not-eligible'))
  }
  const times = timesOf(application)
  const inGrace = mayStillFill(times, application.begun_at, work.now) === 'grace'
  const number = await nextNumber(work, application.call_id)
  const entry = applicationSubmitted({
    ...aboutApplication(application),
    data: { number, inGrace },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_applications')
      .set({ state: 'submitted', submitted_at: work.now, number, in_grace: inGrace })
      .where('id', '=', application.id)
      .execute(),
  )
  await notify(work, {
    personId: application.person_id,
    kind: receivedNotice,
    message: m('notice.received', { number }),
    href: `/applications/${application.id}`,
  })
  return { number, inGrace }
}

/** The next number of a call's applications; whoever sends at the same moment waits for it. */
export async function nextNumber(work: Work, callId: string, count = 1): Promise<number> {
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('calls')
      .set((eb) => ({ next_number: eb('next_number', '+', count) }))
      .where('id', '=', callId)
      .returning('next_number')
      .executeTakeFirstOrThrow(),
  )
  return row.next_number - count
}

/** Takes an application back; a seat that was given to it goes to the next who waits. */
export async function withdrawApplication(
  work: Work,
  applicationId: string,
): Promise<true | Refusal> {
  const application = await applicationInCall(work, applicationId)
  if (!application || !work.may('calls.application.read', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  if (application.state === 'withdrawn') return true
  if (!work.may('calls.application.withdraw', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  await takeBack(work, application)
  return true
}

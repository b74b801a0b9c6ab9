import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { createActLink, revokeActLinks, useActLink } from '#kernel/identity'
import { plainName } from '#kernel/mail'
import { expiryOf } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import type { DateOnly, Fraction, Language } from '#kernel/values'
import { contentAnswered, contentAsked, contentQuestionWithdrawn } from '../entries-content.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { coursesKey, lineContent } from '../queries/content.ts'
import {
  type QuestionDocument,
  type QuestionRow,
  questionById,
  questionsOfCase,
  questionsOfLine,
} from '../queries/content-questions.ts'
import type { AnswerChoice } from '../schema-content.ts'
import { toStored } from '../stored.ts'
import { contentAnswerTask, contentQuestionTask } from '../task-kinds.ts'
import { contactFaults, dueFaults, knownHolder } from './asked-contact.ts'
import { mailQuestion } from './content-mail.ts'
import { topicsOf } from './compare-content.ts'

/** The act of answering, by link or signed in. */
export const answerAction = 'recognition.content.answer'

/** What is asked, of whom, until when. */
export interface AskQuestion {
  caseId: string
  lineId: string
  name: string
  address: string
  language: Language
  dueOn: DateOnly
  hostTopics: string
  homeTopics: string
  note: string
  /** The share that is asked about. */
  threshold: Fraction
}

const mostOpen = 3

/**
 * Asks one person who knows the field whether a line's course covers enough of the home course: by a mail whose link
 * answers, and as a task where they are known here. The question says nothing of the student. Refuses a line without a
 * home course, a fourth open question about it, and the student of the case as the one to ask.
 */
export async function askQuestion(
  work: Work,
  input: AskQuestion,
): Promise<{ questionId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) return absent()
  const content = await lineContent(work, found, { lineId: input.lineId })
  if (!content) return absent()
  if (content.homeCourses.length === 0) return refuse(422, m('content.refusal.no-home-course'))
  const sides = topicsOf(input)
  if ('refusal' in sides) return sides
  const known = await knownHolder(work, input.address)
  const wrong = await faultOf(work, input, { found, position: content.line.position, known })
  if (wrong) return wrong
  const id = randomUUIDv7()
  const document: QuestionDocument = {
    host: { courses: content.hostCourses, topics: sides.host.topics },
    home: { courses: content.homeCourses, topics: sides.home.topics },
    note: plainText(input.note).slice(0, 1000),
  }
  await storeQuestion(work, input, { id, found, document, position: content.line.position, known })
  const question = (await questionById(work, id))!
  if (known) await openTask(work, taskOf(question, known.id))
  const sent = await sendQuestion(work, question)
  return isRefused(sent) ? sent : { questionId: id }
}

/** Sends the question's mail with a new link; earlier links of it go on counting until it is answered. */
export async function sendQuestion(
  work: Work,
  question: QuestionRow,
  isReminder = false,
): Promise<string | Refusal> {
  const { token } = await createActLink(work, {
    action: answerAction,
    objectId: question.id,
    personId: question.asked_person_id,
    expiresAt: expiryOf(work.now, question.dueOn),
    maxUses: 1,
  })
  return mailQuestion(work, question, token, isReminder)
}

/** Answers a question, once: by its link, or signed in as the person who was asked. */
export async function answerQuestion(
  work: Work,
  input: { questionId: string; choice: AnswerChoice; remark: string },
): Promise<{ caseId: string } | Refusal> {
  const found = await questionById(work, input.questionId, 'lock')
  if (!found || !work.may(answerAction, found)) return absent()
  if (found.state !== 'open') return refuse(409, m('content.refusal.closed'))
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const remark = plainText(input.remark).slice(0, 2000)
  const entry = contentAnswered({
    object: { kind: 'recognition-case', id: found.case_id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { question: found.id, choice: input.choice },
    personal: { remark },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('content_answers')
      .values({
        question_id: found.id,
        choice: input.choice,
        remark,
        answered_by: personOf(work.actor),
        link_id: work.actor.kind === 'link' ? work.actor.linkId : null,
        answered_at: work.now,
      })
      .execute()
    await tx
      .updateTable('content_questions')
      .set({ state: 'answered', closed_at: work.now, asked_address: null })
      .where('id', '=', found.id)
      .execute()
  })
  await revokeActLinks(work, { objectIds: [found.id] }, 'done')
  await completeTasksOf(work, { object: { kind: 'content-question', id: found.id } })
  await tellAsker(work, found)
  return { caseId: found.case_id }
}

/** Takes an open question back: by an evaluator of the case. */
export async function withdrawQuestion(
  work: Work,
  questionId: string,
): Promise<{ caseId: string } | Refusal> {
  const found = await questionById(work, questionId, 'lock')
  if (!found) return absent()
  const owner = await caseForUpdate(work, found.case_id)
  if (!owner || !work.may('recognition.case.evaluate', owner)) return absent()
  if (found.state !== 'open') return refuse(409, m('content.refusal.closed'))
  await close(work, found)
  return { caseId: found.case_id }
}

/** Takes back what is still open when a case has come to its end, with the tasks about its answers. */
export async function endQuestionsOf(work: Work, caseId: string): Promise<number> {
  const questions = await questionsOfCase(work, caseId)
  await closeQuestions(
    work,
    questions.filter(({ state }) => state === 'open').map(({ id }) => id),
  )
  for (const { id } of questions) {
    await cancelTasks(work, { object: { kind: 'content-answer', id } })
  }
  return questions.length
}

/** Takes these questions back, as far as they are open. */
export async function closeQuestions(work: Work, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const found = await questionById(work, id, 'lock')
    if (found?.state === 'open') await close(work, found)
  }
}

async function close(work: Work, found: QuestionRow): Promise<void> {
  const entry = contentQuestionWithdrawn({
    object: { kind: 'recognition-case', id: found.case_id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { question: found.id },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('content_questions')
      .set({ state: 'withdrawn', closed_at: work.now, asked_address: null })
      .where('id', '=', found.id)
      .execute(),
  )
  await revokeActLinks(work, { objectIds: [found.id] }, 'withdrawn')
  await cancelTasks(work, { object: { kind: 'content-question', id: found.id } })
}

/** What the asked person has to do; that it waits, the question's own mail has told them. */
function taskOf(question: QuestionRow, personId: string) {
  return {
    kind: contentQuestionTask,
    assignee: { personId },
    object: { kind: 'content-question', id: question.id },
    subject: m('content.task.answer', {
      host: coursesKey(question.document.host.courses),
      home: coursesKey(question.document.home.courses),
    }),
    href: `/recognition/questions/${question.id}`,
    dueOn: question.dueOn,
    closesWithAct: true,
    isTold: true,
  }
}

async function tellAsker(work: Work, found: QuestionRow): Promise<void> {
  const content = await lineContent(
    work,
    { id: found.case_id, rule_set_id: null, rule_set_version: null },
    { position: found.line_position },
  )
  await openTask(work, {
    kind: contentAnswerTask,
    assignee: {
      personId: found.askedBy.id,
      role: 'evaluator',
      organisationId: found.home_organisation_id,
    },
    object: { kind: 'content-answer', id: found.id },
    subject: m('content.task.answered', {
      host: coursesKey(found.document.host.courses),
      number: found.caseNumber,
    }),
    href: `/recognition/cases/${found.case_id}/lines/${content?.line.id ?? ''}/content`,
    programmeId: found.degree_programme_id,
    leavesOut: [found.person_id],
  })
}

interface Asked {
  found: LockedCase
  position: number
  known: { id: string } | null
}

async function faultOf(
  work: Work,
  input: AskQuestion,
  { found, position, known }: Asked,
): Promise<Refusal | null> {
  const fields = {
    ...contactFaults(work, input, { studentId: found.person_id, known }),
    ...dueFaults(work, input.dueOn, found.time_zone),
  }
  if (Object.keys(fields).length > 0) return refuse(422, m('content.refusal.check'), fields)
  const open = (await questionsOfLine(work, found.id, position)).filter(
    (each) => each.state === 'open',
  )
  if (open.some((each) => each.address?.toLowerCase() === input.address.toLowerCase())) {
    return refuse(422, m('content.refusal.check'), { address: m('content.fault.asked-already') })
  }
  return open.length >= mostOpen
    ? refuse(422, m('content.refusal.enough-asked', { limit: mostOpen }))
    : null
}

async function storeQuestion(
  work: Work,
  input: AskQuestion,
  { id, found, document, position, known }: Asked & { id: string; document: QuestionDocument },
): Promise<void> {
  const entry = contentAsked({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {
      question: id,
      host: coursesKey(document.host.courses),
      home: coursesKey(document.home.courses),
      due: input.dueOn,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('content_questions')
      .values({
        id,
        origin: found.origin,
        case_id: found.id,
        line_position: position,
        home_organisation_id: found.home_organisation_id,
        host_organisation_id: found.host_organisation_id,
        document: toStored(document),
        threshold: input.threshold.toString(),
        asked_by: personOf(work.actor) ?? '',
        asked_at: work.now,
        due_on: input.dueOn,
        asked_person_id: known?.id ?? null,
        asked_name: plainName(input.name),
        asked_address: input.address,
        asked_language: input.language,
        reminded_at: null,
        closed_at: null,
      })
      .execute(),
  )
}

function absent(): Refusal {
  return refuse(404, m('content.refusal.absent'))
}

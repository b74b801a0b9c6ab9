import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { displayName, type Language, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import {
  askedOfTasks,
  type AskedTable,
  casesOfTasks,
  institutionsAsking,
} from './queries/task-facts.ts'
import { endingTask } from './service/equivalence-ending.ts'
import { reverseTask } from './service/reverse-equivalence.ts'

/** The kind of task by which evaluators learn of a case that waits for a decision. */
export const caseDecision = 'recognition.case-decision'

/** The kind of task by which the secretariat learns of an institution that a transcript waits for. */
export const missingHost = 'recognition.missing-host'

/** The kind of task by which somebody who is known here learns of a question to them. */
export const contentQuestionTask = 'recognition.content-question'

/** The kind of task that brings an answer back to the evaluator who asked. */
export const contentAnswerTask = 'recognition.content-answer'

/** The kind of task by which somebody who is known here learns what evidence they are asked for. */
export const evidenceAnswer = 'recognition.evidence-answer'

/** The kind of task by which whoever asked learns that evidence came. */
export const evidenceCheck = 'recognition.evidence-check'

/** The kind of task by which the office learns that a student objects to a decision. */
export const appealTask = 'recognition.appeal'

/** The kind of task by which somebody else is asked to check a typed transcript. */
export const transcriptCheckTask = 'recognition.transcript-check'

/** The kind of task by which a unit learns that it is asked about a line. */
export const referralTask = 'recognition.line-referral'

/** The kinds of task that recognition opens, with whom and what each is about. */
export const recognitionTasks: readonly TaskKind[] = [
  { kind: caseDecision, label: m('task.kind.case-decision'), about: aboutCases },
  { kind: transcriptCheckTask, label: m('check.task-kind'), about: aboutCases },
  // The subject names the institution; whose transcript waits is nobody's business at the secretariat.
  { kind: missingHost, label: m('task.kind.missing-host'), about: async () => new Map() },
  {
    kind: endingTask,
    label: m('task.kind.equivalences-ending'),
    // The task's own words say how many and until when; it is about no single thing.
    about: () => Promise.resolve(new Map()),
  },
  {
    kind: reverseTask,
    label: m('task.kind.equivalence-reverse'),
    async about(work, ids, language) {
      const asking = await institutionsAsking(work, ids)
      return new Map(
        asking.map(({ id, names }) => [id, { who: null, what: localised(names, language) }]),
      )
    },
  },
  ...[
    { kind: contentQuestionTask, label: m('content.task.kind.question'), ofStaff: false },
    { kind: contentAnswerTask, label: m('content.task.kind.answer'), ofStaff: true },
  ].map(({ kind, label, ofStaff }) => ({
    kind,
    label,
    about: about('content_questions', ofStaff),
  })),
  { kind: appealTask, label: m('task.kind.appeal'), about: about('appeals', true) },
  ...[
    { kind: evidenceAnswer, label: m('task.kind.evidence-answer'), ofStaff: false },
    { kind: evidenceCheck, label: m('task.kind.evidence-check'), ofStaff: true },
  ].map(({ kind, label, ofStaff }) => ({
    kind,
    label,
    about: about('evidence_requests', ofStaff),
  })),
]

/** About whom a case is, and where they studied. */
async function aboutCases(work: Work, caseIds: readonly string[], language: Language) {
  const cases = await casesOfTasks(work, caseIds)
  return new Map(
    cases.map(({ id, host, student }) => [
      id,
      {
        who: student && { personId: student.id, name: displayName(student.name, language) },
        what: localised(host, language),
      },
    ]),
  )
}

/** For whoever is asked: which institution asks; for whoever gets the answer: about whom and where. */
function about(table: AskedTable, ofStaff: boolean) {
  return async (work: Work, ids: readonly string[], language: Language) => {
    const rows = await askedOfTasks(work, table, ids)
    return new Map(
      rows.map(({ id, host, home, student }) => [
        id,
        {
          who:
            ofStaff && student
              ? { personId: student.id, name: displayName(student.name, language) }
              : null,
          what: localised(ofStaff ? host : home, language),
        },
      ]),
    )
  }
}

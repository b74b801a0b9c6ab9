import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** Somebody compared the syllabi of courses, or judged them anew. */
export const contentCompared = entryType<{
  host: string
  home: string
  version: number
  share: string | null
  document: string
}>('recognition.content-compared')

/** A content share was taken from a comparison or an answer. */
export const contentEvidenceUsed = entryType<{
  share: string
  from: 'comparison' | 'answer'
  evidence: string
  version: number | null
  equivalence: string | null
}>('recognition.content-evidence-used')

/**
 * A person who knows the field was asked whether a course covers enough of another. Who that is stands with the question
 * alone, until it is closed: the entry is about the student, who is told of it.
 */
export const contentAsked = entryType<{
  question: string
  host: string
  home: string
  due: string
}>('recognition.content-asked')

/** The question was answered. */
export const contentAnswered = entryType<{ question: string; choice: string }, { remark: string }>(
  'recognition.content-answered',
)

/** A question was taken back, by the evaluator or because the case came to its end. */
export const contentQuestionWithdrawn = entryType<{ question: string }>(
  'recognition.content-question-withdrawn',
)

const text = (value: unknown) => String(value ?? '')

/** The words of these entries in a reader's story. */
export const contentStories: { type: string; label: (data: Record<string, unknown>) => Message }[] =
  [
    {
      type: contentCompared.type,
      label: ({ host, home }) =>
        m('content.entry.compared', { host: text(host), home: text(home) }),
    },
    { type: contentEvidenceUsed.type, label: () => m('content.entry.used') },
    {
      type: contentAsked.type,
      label: ({ host, home }) => m('content.entry.asked', { host: text(host), home: text(home) }),
    },
    { type: contentAnswered.type, label: () => m('content.entry.answered') },
    { type: contentQuestionWithdrawn.type, label: () => m('content.entry.withdrawn') },
  ]

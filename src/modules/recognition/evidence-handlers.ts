import { subscribe } from '#kernel/chronicle'
import { jobType } from '#kernel/jobs'
import { endEvidenceOf } from './service/evidence.ts'
import { noteOverdue, remindersDue, remindOfEvidence } from './service/evidence-rounds.ts'

/** Settles what is still open once a case has come to its end: a student is not told of a decision before it is final. */
export const endEvidence = subscribe({
  name: 'recognition.end-evidence',
  types: ['recognition.decision-released', 'recognition.case-withdrawn'],
  from: 'beginning',
  async handle(work, entry) {
    await endEvidenceOf(work, entry.objectId)
  },
})

const atOnce = 50

/** Every hour: notes which answers are overdue, a day ends where the home institution is, and reminds whom only a mail reaches. */
export const evidenceRound = jobType('recognition.evidence-round', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 600,
  async run({ runner, context, signal }) {
    for (;;) {
      signal.throwIfAborted()
      const noted = await runner.perform(context, (work) => noteOverdue(work, atOnce))
      if (noted < atOnce) break
    }
    for (const id of await remindersDue(runner.reading(context))) {
      signal.throwIfAborted()
      await runner.perform(context, (work) => remindOfEvidence(work, id))
    }
  },
})

import { subscribe } from '#kernel/chronicle'
import { jobType, oneByOne } from '#kernel/jobs'
import { addDays, dateInZone } from '#kernel/values'
import { questionsToRemind } from './queries/content-questions.ts'
import { endQuestionsOf } from './service/content-questions.ts'
import { remindQuestion } from './service/remind-question.ts'

/** Takes open questions back once their case has come to its end for good: nobody is to answer what is decided. */
export const endContentQuestions = subscribe({
  name: 'recognition.end-content-questions',
  types: ['recognition.decision-released', 'recognition.case-withdrawn'],
  from: 'beginning',
  async handle(work, entry) {
    await endQuestionsOf(work, entry.objectId)
  },
})

/** Days before its own in which a question is brought to mind by another mail. */
const daysAhead = 2

/** Reminds those who have no account here of a question, once; who has one is reminded of their task. */
export const remindContentQuestions = jobType('recognition.remind-content-questions', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 600,
  async run({ runner, context, signal }) {
    const until = addDays(dateInZone(context.now, 'UTC'), daysAhead)
    const reminders = oneByOne({ signal })
    for (const { id } of await questionsToRemind(runner.reading(context), until)) {
      await reminders.attempt(id, () => runner.perform(context, (work) => remindQuestion(work, id)))
    }
    reminders.end()
  },
})

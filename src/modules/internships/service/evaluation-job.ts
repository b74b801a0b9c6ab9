import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { dateInZone, type DateOnly } from '#kernel/values'
import { evaluationById, roundsToAsk, waitingEvaluations } from '../queries/evaluations.ts'
import { evaluationRounds, isReminderDue, roundDay } from '../rules/evaluation.ts'
import { askEvaluations, remind } from './evaluations.ts'

/**
 * Every morning: asks for the evaluations of the middle and of the end whose day has come, and reminds after three and ten
 * days whoever has not answered.
 */
export const askForEvaluations = jobType<Record<string, never>, Services>(
  'internships.ask-for-evaluations',
  {
    schedule: { dailyAt: '06:30', timeZone: 'Asia/Bangkok' },
    timeoutSeconds: 600,
    async run(job) {
      const { runner, context } = job
      const parts = oneByOne(job)
      const today: DateOnly = dateInZone(context.now, 'Asia/Bangkok')
      const waiting = await runner.perform(context, waitingEvaluations)
      for (const { id, askedAt, reminders } of waiting) {
        if (!isReminderDue(dateInZone(askedAt, 'Asia/Bangkok'), reminders, today)) continue
        await parts.attempt(id, () =>
          runner.perform(context, async (work) => {
            const evaluation = await evaluationById(work, id, 'lock')
            if (evaluation && evaluation.givenAt === null && evaluation.reminders === reminders) {
              await remind(work, evaluation)
            }
          }),
        )
      }
      const placements = await runner.perform(context, (work) => roundsToAsk(work, today))
      for (const placement of placements) {
        const due = evaluationRounds.filter(
          (round) => !placement.rounds.includes(round) && roundDay(round, placement) <= today,
        )
        // A middle that nobody was asked about is over when the end has come.
        const round = due.at(-1)
        if (!round) continue
        await parts.attempt(placement.id, () =>
          runner.perform(context, (work) =>
            askEvaluations(work, { placementId: placement.id, round }),
          ),
        )
      }
      parts.end()
    },
  },
)

import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { addDays, dateInZone } from '#kernel/values'
import { hostsOfRound, liveRounds, roundHostById, type RoundHostRow } from '../queries/rounds.ts'
import { askHost } from './ranks.ts'

/** Days before the last day of the ranks on which a host is reminded the first time. */
const daysBefore = 3

/**
 * Every morning: asks the hosts of rounds whose wishes are over to rank, and reminds whoever has not answered three days
 * before the last day and on it.
 */
export const askForRanks = jobType<Record<string, never>, Services>('internships.ask-for-ranks', {
  schedule: { dailyAt: '06:40', timeZone: 'Asia/Bangkok' },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    const due = await runner.perform(context, async (work) => {
      const found: { id: string; reminders: number }[] = []
      for (const round of await liveRounds(work)) {
        if (round.stage !== 'ranks' && round.stage !== 'ready') continue
        for (const host of await hostsOfRound(work, round.id)) {
          if (isDue(host, round)) found.push({ id: host.id, reminders: host.reminders })
        }
      }
      return found
    })
    for (const { id, reminders } of due) {
      await parts.attempt(id, () =>
        runner.perform(context, async (work) => {
          const host = await roundHostById(work, id, 'lock')
          if (!host || host.answeredAt !== null || host.reminders !== reminders) return
          await askHost(work, host, host.askedAt === null ? 'first' : 'again')
        }),
      )
    }
    parts.end()
  },
})

function isDue(host: RoundHostRow, round: { today: string; timeZone: string }): boolean {
  if (host.answeredAt !== null || host.wished === 0) return false
  if (host.askedAt === null) return true
  if (dateInZone(host.askedAt, round.timeZone) === round.today) return false
  const days = [addDays(host.ranksUntil, -daysBefore), host.ranksUntil]
  return host.reminders < days.filter((each) => each <= round.today).length
}

import { subscribe } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { jobType, oneByOne } from '#kernel/jobs'
import { endedStandIns, takeEndOfStandIn } from '#kernel/tasks'
import { addDays, displayName, formatDate } from '#kernel/values'
import { standInNotice } from './kinds.ts'
import { m } from './messages/index.ts'
import { notify } from './notify.ts'

/** Tells whoever stands in, as soon as it is declared or taken back: for whom, and from when until when. */
export const tellStandIn = subscribe({
  name: 'notices.tell-stand-in',
  types: ['tasks.leave-declared', 'tasks.leave-ended'],
  from: 'now',
  async handle(work, { type, personId, objectId, data }) {
    if (personId === null) return
    const between = { personId, standInId: String(data['standInId']) }
    if (type === 'tasks.leave-declared') {
      await tell(work, between, 'begins', [String(data['from']), String(data['until'])])
      return
    }
    const until = typeof data['until'] === 'string' ? data['until'] : null
    await tell(work, between, until === null ? 'taken-back' : 'ends', until ? [until] : [])
    await takeEndOfStandIn(work, objectId)
  },
})

/** Tells whoever stood in that it is over, once the last day has passed where they live. */
export const tellEndedStandIns = jobType<Record<string, never>, unknown>(
  'notices.tell-ended-stand-ins',
  {
    schedule: { everyMinutes: 60 },
    async run(job) {
      const { runner, context } = job
      const each = oneByOne(job)
      for (const row of await endedStandIns(runner.reading(context))) {
        await each.attempt(row.id, () =>
          runner.perform(context, async (work) => {
            if (!(await takeEndOfStandIn(work, row.id))) return
            await tell(work, row, 'ends', [row.until])
          }),
        )
      }
      each.end()
    },
  },
)

async function tell(
  work: Work,
  { personId, standInId }: { personId: string; standInId: string },
  what: 'begins' | 'ends' | 'taken-back',
  days: readonly string[],
): Promise<void> {
  const [reader, principal] = [await personById(work, standInId), await personById(work, personId)]
  if (reader?.state !== 'active' || !principal) return
  const language = reader.preferredLanguage
  const [from = '', until = ''] = days.map((day) => formatDate(day, language))
  const name = displayName(principal.name, language)
  const after = days[0] ? formatDate(addDays(days[0], 1), language) : ''
  await notify(work, {
    personId: standInId,
    kind: standInNotice,
    message:
      what === 'begins'
        ? m('stand-in.begins', { name, from, until })
        : m(`stand-in.${what}`, { name, day: after }),
    href: '/inbox/leave',
  })
}

import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { openTask } from '#kernel/tasks'
import { addDays, dateInZone } from '#kernel/values'
import type { Work } from '#kernel/database'
import { m } from './messages/index.ts'
import { newestPacks } from './queries/packs.ts'
import { type Pack, renewalDays } from './rules/clearance.ts'
import { bringShipped } from './service/publish.ts'
import { shippedPacks } from './shipped.ts'
import { renewTask } from './task-kinds.ts'

/** Where the secretariat's day begins. */
const timeZone = 'Asia/Shanghai'

/**
 * Every morning: the packs that came with an update are brought in, and the secretariat is asked to read anew what ends
 * soon or has ended.
 */
export const keepPacks = jobType<Record<string, never>, Services>('clearance.keep-packs', {
  schedule: { dailyAt: '05:30', timeZone },
  timeoutSeconds: 300,
  async run(job) {
    const { runner, context, services } = job
    const texts = shippedPacks()
    await runner.perform(context, (work) => bringShipped(work, { texts, node: services.node }))
    const ending = await runner.perform(context, endingPacks)
    const parts = oneByOne(job)
    for (const pack of ending) {
      await parts.attempt(pack.id, () => runner.perform(context, (work) => ask(work, pack)))
    }
    parts.end()
  },
})

/** The packs that end within the time for reading them anew, or have ended, and have no successor, begun or not. */
export async function endingPacks(work: Work): Promise<Pack[]> {
  const last = addDays(dateInZone(work.now, timeZone), renewalDays)
  return (await newestPacks(work)).filter(({ validUntil }) => validUntil <= last)
}

/** Asks the secretariat to read a pack anew; asking twice makes one task. */
async function ask(work: Work, pack: Pack): Promise<void> {
  const { id, from, to, kind, validUntil } = pack
  await openTask(work, {
    kind: renewTask,
    assignee: { role: 'secretariat', organisationId: null },
    object: { kind: 'clearance-pack', id },
    subject: m('task.renew'),
    href: `/clearance/pack?from=${from}&to=${to}&kind=${kind}`,
    dueOn: validUntil,
    closesWithAct: true,
  })
}

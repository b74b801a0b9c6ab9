import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { settingsOf } from '../queries/settings.ts'
import { changeSettings } from '../service/settings.ts'
import type { Stage } from './cases.ts'

const { organisations, people } = cast

/** The home institution lets the time for a case stand still while an answer is awaited, and takes appeals. */
export async function seedSettings({ runner }: Seeding, stage: Stage): Promise<void> {
  const context = await stage.by(people.registrarAu, stage.daysAgo(400))
  const changed = await runner.perform(context, async (work) =>
    changeSettings(work, organisations.au, {
      ...(await settingsOf(work, organisations.au)),
      evidencePauses: true,
      appealWorkingDays: 15,
    }),
  )
  if (isRefused(changed)) throw new Error(`seeded settings were refused: ${changed.message.key}`)
}

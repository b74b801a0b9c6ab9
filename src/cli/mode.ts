import { isRefused } from '#kernel/database'
import { assertDemonstrationAllowed, demonstrationPersons } from '#kernel/identity'
import type { House } from '../house.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'

/**
 * Keeps invented and real people apart: demonstration mode, where anybody signs in as anybody, never
 * runs on a database with real people, and production never on one with invented people.
 */
export async function refuseWrongMode(house: House, now: Date): Promise<void> {
  const work = house.runner.reading({
    actor: { kind: 'system', name: 'command-line' },
    now,
    language: 'en',
  })
  if (house.config.mode === 'demonstration') {
    if (isRefused(await assertDemonstrationAllowed(work))) {
      throw new CommandFailure(exitCodes.refused, [m('mode.real-data')])
    }
    return
  }
  const invented = await demonstrationPersons(work, { demonstration: true })
  if (invented.length > 0) throw new CommandFailure(exitCodes.refused, [m('mode.invented-data')])
}

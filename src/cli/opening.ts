import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { endEverySignIn } from '#kernel/identity'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { refuseWrongMode } from './mode.ts'
import type { MigrationProgress, Program } from './program.ts'

/** Stands in a data folder while a backup is being restored into it. */
export const restoreMarker = 'restore.unfinished'

/** Stands in a data folder that was restored and not yet opened since. */
export const restoredMarker = 'restored'

/** Opens the house for a command that writes: not on a half restored folder, not in the wrong mode. */
export async function openForWriting(
  program: Program,
  config: Config,
  now: Date,
  onProgress?: MigrationProgress,
): Promise<House> {
  refuseHalfRestored(config)
  const house = await program.open(config, onProgress)
  try {
    await refuseWrongMode(house, now)
    await endWhatWasRestored(house, now)
    return house
  } catch (error) {
    await house.close()
    throw error
  }
}

/**
 * A backup knows nothing of the sign-ins and tokens that were ended since, some of them because they had leaked:
 * all are ended before anybody is let in. Here and not while restoring, for only now the tables are of today.
 */
async function endWhatWasRestored({ config, runner }: House, now: Date): Promise<void> {
  const marker = join(config.dataDirectory, restoredMarker)
  if (!existsSync(marker)) return
  const context = {
    actor: { kind: 'system' as const, name: 'restore' },
    now,
    language: 'en' as const,
  }
  await endEverySignIn((verb) => runner.perform(context, verb))
  await rm(marker)
}

/** A folder in which a restore was cut off holds a part of the data, which must not be taken for the whole. */
export function refuseHalfRestored(config: Config): void {
  if (!existsSync(join(config.dataDirectory, restoreMarker))) return
  throw new CommandFailure(exitCodes.refused, [
    m('restore.was-cut-off', { folder: config.dataDirectory }),
  ])
}

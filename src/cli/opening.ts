import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { refuseWrongMode } from './mode.ts'
import type { MigrationProgress, Program } from './program.ts'

/** Stands in a data folder while a backup is being restored into it. */
export const restoreMarker = 'restore.unfinished'

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
    return house
  } catch (error) {
    await house.close()
    throw error
  }
}

/** A folder in which a restore was cut off holds a part of the data, which must not be taken for the whole. */
export function refuseHalfRestored(config: Config): void {
  if (!existsSync(join(config.dataDirectory, restoreMarker))) return
  throw new CommandFailure(exitCodes.refused, [
    m('restore.was-cut-off', { folder: config.dataDirectory }),
  ])
}

import { withPatience } from '#kernel/files'
import { markSeeded, type Manifest, seededModules, type Services } from '#kernel/http'
import type { House } from '../house.ts'
import type { CliCommand } from './command.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { openForWriting } from './opening.ts'

/** Loads the demonstration alliance. A part that is there already stays as it is. */
export const seedCommand: CliCommand = {
  name: 'seed',
  usage: '[--demonstration]',
  summary: m('seed.summary'),
  options: {},
  words: { least: 0, most: 0 },
  async run({ config, program, now, output, t }) {
    const configured = config()
    if (configured.mode !== 'demonstration') {
      throw new CommandFailure(exitCodes.refused, [m('seed.production')])
    }
    const house = await openForWriting(program, configured, now)
    try {
      const loaded = await loadDemonstration(house, program.services(house), now, {
        again: true,
        step: (module, index, total) =>
          output.progress(index, total, t(m('step.seeding', { module }))),
        detail: () => {},
        stopped: (module) => output.note(t(m('step.seeding-stopped', { module }))),
      })
      return {
        exitCode: exitCodes.done,
        lines: [m('seed.done', { modules: loaded.join(', ') })],
        data: { modules: loaded },
      }
    } finally {
      output.clear()
      await house.close()
    }
  },
}

/** A first start may share its machine with much else: what is read then may take so many times as long. */
const patience = 20

/** How loading the demonstration tells of itself. */
export interface SeedingProgress {
  /** Whether parts that were loaded before are gone through again. */
  again: boolean
  step(module: string, index: number, total: number): void
  detail(text: string): void
  /** A part was not loaded whole; the next start goes on with it. */
  stopped(module: string): void
}

/**
 * Loads each module's part of the demonstration that is not there yet, in the order of the modules.
 * A part is marked when it is whole; one that a kill cut off is gone through again from its beginning,
 * and every seed passes over what it finds.
 */
export async function loadDemonstration(
  house: House,
  services: Services,
  now: Date,
  progress: SeedingProgress,
): Promise<string[]> {
  const before = progress.again ? new Set<string>() : await seededModules(house.database)
  const waiting = house.manifests.filter(
    (manifest): manifest is Manifest & Required<Pick<Manifest, 'seed'>> =>
      manifest.seed !== undefined && !before.has(manifest.name),
  )
  for (const [index, { name, seed }] of waiting.entries()) {
    progress.step(name, index, waiting.length)
    const { runner, database } = house
    try {
      await withPatience(patience, () =>
        seed({ runner, database, services, now, progress: progress.detail }),
      )
    } catch (error) {
      progress.stopped(name)
      throw error
    }
    await markSeeded(house.database, name, now)
  }
  return waiting.map(({ name }) => name)
}

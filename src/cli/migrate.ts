import { migrate } from '#kernel/database'
import { connect, migrationSources } from '../house.ts'
import type { CliCommand } from './command.ts'
import { exitCodes } from './command.ts'
import { m } from './messages/index.ts'

/** Brings the tables up to date and says what it did; what `start` does first as well. */
export const migrateCommand: CliCommand = {
  name: 'migrate',
  usage: '',
  summary: m('migrate.summary'),
  options: {},
  words: { least: 0, most: 0 },
  async run({ config, program, output, t }) {
    const database = await connect(config())
    try {
      const report = await migrate(database, migrationSources(program.manifests), {
        onProgress: (migration, done, total) =>
          output.progress(done, total, t(m('step.migrating', { migration }))),
      })
      output.clear()
      return {
        exitCode: exitCodes.done,
        lines: [
          ...report.applied.map((text) => m('plain', { text })),
          m('migrate.done', { applied: report.applied.length, before: report.unchanged }),
          ...report.orphaned.map((migration) => m('migrate.orphaned', { migration })),
        ],
        data: report,
      }
    } finally {
      await database.close()
    }
  },
}

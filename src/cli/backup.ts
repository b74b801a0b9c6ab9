import { type Database, FolderInUseError } from '#kernel/database'
import type { Config } from '../config.ts'
import type { CliCommand } from './command.ts'
import { exitCodes } from './command.ts'
import { connect } from '../house.ts'
import { m } from './messages/index.ts'
import { refuseHalfRestored } from './opening.ts'
import { restoreBackup } from './restore-backup.ts'
import { askForBackup } from './running.ts'
import { type BackupOrder, writeBackup } from './write-backup.ts'

/** Writes one file with the database, the files and the keys. */
export const backupCommand: CliCommand = {
  name: 'backup',
  usage: 'FILE [--without-keys]',
  summary: m('backup.summary'),
  options: { 'without-keys': { kind: 'flag', summary: m('backup.option.without-keys') } },
  words: { least: 1, most: 1 },
  async run({ config, program, words, options, now, output, t }) {
    const configured = config()
    refuseHalfRestored(configured)
    const [file = ''] = words
    const withKeys = options['without-keys'] !== true
    const order = {
      file,
      withKeys,
      version: program.version,
      now,
      onFile: (done: number, total: number) => output.progress(done, total, t(m('backup.files'))),
    }
    const report =
      (await openAndWrite(configured, order)) ?? (await askForBackup(configured, order))
    output.clear()
    if (report === null) {
      const message = m('failure.folder-in-use', { folder: configured.dataDirectory })
      return { exitCode: exitCodes.refused, lines: [message], data: null }
    }
    return {
      exitCode: exitCodes.done,
      lines: [
        m('backup.done', { file, megabytes: megabytes(report.bytes), files: report.files ?? 0 }),
        ...(report.files === null ? [m('backup.files-in-s3')] : []),
        withKeys ? m('backup.keys-inside') : m('backup.keys-outside'),
      ],
      data: { file, ...report },
    }
  },
}

/** Null where a running server has the folder open. */
async function openAndWrite(config: Config, order: BackupOrder) {
  let database: Database
  try {
    database = await connect(config)
  } catch (error) {
    if (error instanceof FolderInUseError) return null
    throw error
  }
  try {
    return await writeBackup(database, config, order)
  } finally {
    await database.close()
  }
}

/** Puts a backup into an empty data folder, and proves that it is whole. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  usage: 'FILE',
  summary: m('restore.summary'),
  options: {},
  words: { least: 1, most: 1 },
  async run({ config, words, output, t }) {
    const [file = ''] = words
    const report = await restoreBackup(config(), file, (done, total) =>
      output.progress(done, total, t(m('restore.files'))),
    )
    output.clear()
    const { chronicle, missingFiles } = report
    const whole = chronicle.ok && missingFiles.length === 0
    return {
      exitCode: whole ? exitCodes.done : exitCodes.found,
      lines: [
        m('restore.done', {
          taken: new Date(report.createdAt),
          files: report.files ?? 0,
        }),
        m('restore.sign-ins'),
        ...(report.files === null ? [m('restore.files-in-s3')] : []),
        ...(report.keys ? [] : [m('restore.no-keys')]),
        chronicle.firstFault === null
          ? m('restore.chronicle-whole', { entries: Number(chronicle.entries) })
          : m('verify.fault', {
              position: chronicle.firstFault.position.toString(),
              fault: m(`fault.${chronicle.firstFault.fault}`),
            }),
        ...(missingFiles.length === 0
          ? []
          : [m('restore.missing-files', { count: missingFiles.length })]),
      ],
      data: report,
    }
  },
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1)
}

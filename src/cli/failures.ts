import { BackupError, FolderInUseError, MigrationError, sqlState } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { CommandFailure, ConfigurationError, exitCodes } from './command.ts'
import { m } from './messages/index.ts'

/** What to say of an error, and the exit code; null for a bug. */
export function explainError(error: unknown): { exitCode: number; lines: Message[] } | null {
  if (error instanceof CommandFailure) {
    return { exitCode: error.exitCode, lines: [...error.lines] }
  }
  if (error instanceof ConfigurationError) {
    return {
      exitCode: exitCodes.configuration,
      lines: [
        m('failure.configuration'),
        ...error.problems.map(({ variable, message }) =>
          m('failure.variable', { variable, message }),
        ),
      ],
    }
  }
  const message = messageOf(error)
  return message && { exitCode: exitCodes.refused, lines: [message] }
}

function messageOf(error: unknown): Message | null {
  const detail = firstLine(error)
  if (error instanceof FolderInUseError) {
    return m('failure.folder-in-use', { folder: error.folder })
  }
  if (error instanceof MigrationError) return m('failure.migration', { detail })
  if (error instanceof BackupError) return m('failure.backup', { detail })
  switch (sqlState(error)) {
    case '28P01':
    case '28000':
      return m('failure.database-sign-in')
    case '3D000':
      return m('failure.database-missing')
    case '53300':
      return m('failure.database-full')
    default:
  }
  const code = (error as NodeJS.ErrnoException | null)?.code
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return m('failure.unreachable', { detail: code })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return m('failure.no-right', { detail })
    case 'ENOSPC':
      return m('failure.disk-full')
    default:
      return null
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
}

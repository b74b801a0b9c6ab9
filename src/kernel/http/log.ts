import { traceOf } from './traces.ts'

/** One line of the log: facts about a request or a start, never a name, an address or a form's content. */
export type LogLine = Record<string, string | number | boolean | null | undefined>

/** Writes structured lines. */
export interface Logger {
  info(event: string, facts?: LogLine): void
  warn(event: string, facts?: LogLine): void
  error(event: string, error: unknown, facts?: LogLine): void
}

/** A logger that writes JSON lines; the error's stack goes in, its message's values are the code's own. */
export function createLogger(write: (line: string) => void): Logger {
  const line = (level: string, event: string, facts: LogLine = {}) =>
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...facts }))
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    error: (event, error, facts) =>
      line('error', event, {
        ...facts,
        error: error instanceof Error ? `${error.name}: ${firstLine(error.message)}` : typeof error,
        stack: error instanceof Error ? stackOnly(error) : null,
      }),
  }
}

/** A database error's detail can quote a row; the stack's frames and the message's first line do not. */
function stackOnly(error: Error): string {
  const frames = traceOf(error)
    .split('\n')
    .filter((each) => each.trimStart().startsWith('at '))
  return frames.slice(0, 12).join('\n')
}

/**
 * What another program said can name an address or carry a token: a mail server's refusal, an address that was called.
 * A database and a parser quote what they were given, after a colon or as a value; what they quote otherwise is a name
 * of ours: a constraint, a column.
 */
function firstLine(text: string): string {
  const line = (text.split('\n', 1)[0] ?? '').slice(0, 300)
  return line
    .replace(/: ["'].*$/, ': <value>')
    .replace(/(\bvalue) ".*" (?=is out of range)/, '$1 <value> ')
    .replace(/^Unexpected (token|string|number)\b.*$/, 'Unexpected $1 <value>')
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '<address>')
    .replace(/(https?:\/\/[^\s/?#"']+)[^\s"')]*/g, '$1/<path>')
}

import { type Logger, type LogLine, traceOf } from '#kernel/http'

/** A logger for somebody who watches a terminal: a short line each, the stack only of what went wrong. */
export function createReadableLogger(write: (line: string) => void): Logger {
  const line = (event: string, facts: LogLine = {}) => {
    const time = new Date().toTimeString().slice(0, 8)
    const { method, route, status, ms, ...rest } = facts
    if (event === 'request') write(`${time}  ${method} ${route}  ${status}  ${ms} ms`)
    else write(`${time}  ${[event, ...partsOf(rest)].join('  ')}`)
  }
  return {
    info: line,
    warn: line,
    error(event, error, facts) {
      line(event, facts)
      write(error instanceof Error ? traceOf(error) : String(error))
    },
  }
}

function partsOf(facts: LogLine): string[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${value}`)
}

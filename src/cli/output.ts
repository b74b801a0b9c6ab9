/** Where a command writes: what it found on stdout, how it gets on on stderr. */
export interface Output {
  readonly json: boolean
  /** A line of the answer; not written when the answer is JSON. */
  line(text: string): void
  /** A line about what is going on. */
  note(text: string): void
  /** The bar at the foot of a terminal; elsewhere nothing. */
  progress(done: number, total: number | null, text: string): void
  /** Takes the bar away. */
  clear(): void
  /** The whole answer as one JSON object. */
  object(data: Record<string, unknown>): void
}

/** The streams of a process, or of a test. */
export interface Streams {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
}

const barLength = 24
const redrawMilliseconds = 80

/** Makes the output of one command. */
export function createOutput({ stdout, stderr }: Streams, json: boolean): Output {
  let shown = false
  let drawnAt = 0
  const clear = () => {
    if (!shown) return
    stderr.write('\r\u001b[2K')
    shown = false
  }
  return {
    json,
    line(text) {
      clear()
      if (!json) stdout.write(`${text}\n`)
    },
    note(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(done, total, text) {
      if (stderr.isTTY !== true) return
      const at = performance.now()
      const last = total !== null && done >= total
      if (shown && !last && at - drawnAt < redrawMilliseconds) return
      drawnAt = at
      clear()
      stderr.write(cut(barOf(done, total, text), (stderr.columns ?? 80) - 1))
      shown = true
    },
    clear,
    object(data) {
      clear()
      stdout.write(`${JSON.stringify(data, plain)}\n`)
    },
  }
}

function barOf(done: number, total: number | null, text: string): string {
  if (total === null || total <= 0) return `${done} ${text}`
  const filled = Math.min(barLength, Math.round((done / total) * barLength))
  return `${'█'.repeat(filled)}${'░'.repeat(barLength - filled)} ${done}/${total} ${text}`
}

/** A line that wrapped could not be taken away again; wide characters take two columns. */
function cut(text: string, columns: number): string {
  let used = 0
  let out = ''
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    used += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(
      segment,
    )
      ? 2
      : 1
    if (used > columns) return out
    out += segment
  }
  return out
}

/** JSON has no large integers: counts become numbers, anything larger keeps its digits as text. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
}

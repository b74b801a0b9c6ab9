/** A terminal and the program in between may both pass on one key press. */
const samePressMilliseconds = 500

/** Waits for the first SIGTERM or SIGINT; a second one ends the process at once. */
export function firstStopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | null = null
    const onSignal = (signal: string) => {
      if (firstAt === null) {
        firstAt = performance.now()
        resolve(signal)
      } else if (performance.now() - firstAt > samePressMilliseconds) process.exit(130)
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  })
}

/** A terminal and the program in between may both pass on one key press. */
const samePressMilliseconds = 500

/** Waits for the first SIGTERM or SIGINT; a second one ends the process at once, until `forget` is called. */
export function firstStopSignal(): { signal: Promise<string>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<string>()
  let firstAt: number | null = null
  const onSignal = (signal: string) => {
    if (firstAt === null) {
      firstAt = performance.now()
      resolve(signal)
    } else if (performance.now() - firstAt > samePressMilliseconds) process.exit(130)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return {
    signal: promise,
    forget() {
      process.off('SIGTERM', onSignal)
      process.off('SIGINT', onSignal)
    },
  }
}

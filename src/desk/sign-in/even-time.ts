import { setTimeout as sleep } from 'node:timers/promises'

const evenMs = 250

/**
 * Answers no sooner than after a quarter of a second. To whom a letter is written costs a few milliseconds more than to
 * nobody, and whoever measures that would learn which addresses are known here.
 */
export async function inEvenTime<T>(run: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([run(), sleep(evenMs)])
  return result
}

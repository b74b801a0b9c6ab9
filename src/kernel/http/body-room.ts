import { totalmem } from 'node:os'

/** The room in memory for what requests bring while they are under way. */
export interface BodyRoom {
  /** A place for one request of a network; it takes nothing until something comes. */
  enter(network: string): BodyPlace
}

/** What one request takes of the room. */
export interface BodyPlace {
  /** Whether so many bytes more find room. */
  take(bytes: number): boolean
  /** Gives everything back, once the request is answered. */
  leave(): void
}

const mebibyte = 1024 * 1024

/** A form without files always finds room, however full of files it is. */
const freeBytes = 128 * 1024

/**
 * Bodies are read into memory, and a body is parsed into as much again. All together they get an eighth of what the
 * machine or the container has; the requests of one network half of that, so that nobody keeps everybody else out. A
 * request that is alone gets what it needs.
 */
export function createBodyRoom(mostBytes: number = defaultRoom()): BodyRoom {
  let taken = 0
  const networks = new Map<string, { bytes: number; requests: number }>()
  return {
    enter(network) {
      let own = 0
      return {
        take(bytes) {
          const share = networks.get(network) ?? { bytes: 0, requests: 0 }
          if (own + bytes > freeBytes && !fits(share, own, bytes)) return false
          if (own === 0) share.requests += 1
          networks.set(network, share)
          own += bytes
          taken += bytes
          share.bytes += bytes
          return true
        },
        leave() {
          const share = networks.get(network)
          if (own === 0 || !share) return
          taken -= own
          share.bytes -= own
          share.requests -= 1
          own = 0
          if (share.requests === 0) networks.delete(network)
        },
      }
    },
  }

  function fits(share: { bytes: number }, own: number, bytes: number): boolean {
    // Whoever is alone is bounded by the limit of the route.
    if (taken === own) return true
    const isOnlyOne = share.bytes === own
    return taken + bytes <= mostBytes && (isOnlyOne || share.bytes + bytes <= mostBytes / 2)
  }
}

function defaultRoom(): number {
  const constrained = process.constrainedMemory()
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return Math.min(2048 * mebibyte, Math.max(96 * mebibyte, Math.floor(memory / 8)))
}

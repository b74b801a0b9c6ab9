import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Config } from '../config.ts'

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

/** A listening socket; whoever knocks before the house is ready waits. */
export interface Door {
  /** The port that was found, and the address that people use. */
  address: Pick<Config, 'port' | 'origin'>
  serve(fetch: Fetch): void
  /** Takes no new request, lets those under way finish for a while, and closes. */
  close(): Promise<void>
}

/** Every port that may be used is in use. */
export class PortTakenError extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is in use`)
    this.name = 'PortTakenError'
    this.port = port
  }
}

/** Requests under way get this long when the process is told to stop. */
const graceMilliseconds = 10_000

/**
 * Listens at the configured port, or at one of the next where `tries` allows it. The address follows
 * the port unless the configuration names the one that people use.
 */
export async function openDoor(
  config: Config,
  { tries, originIsGiven }: { tries: number; originIsGiven: boolean },
): Promise<Door> {
  const { promise: ready, resolve } = Promise.withResolvers<Fetch>()
  const server = createAdaptorServer({
    fetch: async (request: Request, env: unknown) => (await ready)(request, env),
  }) as Server
  const port = await listen(server, config, tries)
  const origin = originIsGiven ? config.origin : `http://localhost:${port}`
  return { address: { port, origin }, serve: resolve, close: () => close(server) }
}

async function listen(server: Server, { host, port }: Config, tries: number): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(next, host, () => {
          server.off('error', reject)
          resolve()
        })
      })
      const address = server.address()
      return typeof address === 'object' && address ? address.port : next
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (next + 1 >= port + tries || next >= 65_535) throw new PortTakenError(port)
    }
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    // A connection that was busy a moment ago would be kept for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(hurry)
      clearInterval(sweep)
      resolve()
    })
  })
}

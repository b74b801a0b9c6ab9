import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isPublicAddress, literalAddress } from './addresses.ts'

/** Resolves a name to all its addresses, as `dns.lookup` with `all` does. */
export type ResolveName = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** What the connections of this program may be made to. */
export interface ConnectorConfig {
  /** `host:port` of services that the operator has configured; they may stand inside. */
  trustedHosts: readonly string[]
  resolve?: ResolveName
  connectTimeoutMs?: number
}

/** An address that this program does not connect to. */
export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS'
}

/**
 * Makes the agent behind every connection. A name is resolved here, every address that it has must be public, and the
 * socket is given the very addresses that were checked, so that a name that changes its mind gains nothing.
 */
export function createGuardedAgent(config: ConnectorConfig): Agent {
  const timeout = config.connectTimeoutMs ?? 10_000
  const trusted = buildConnector({ timeout })
  const guarded = buildConnector({ timeout, lookup: guardedLookup(config) })
  return new Agent({
    connect(options, callback) {
      if (isTrusted(config, options.hostname, options.port)) {
        trusted(options, callback)
        return
      }
      const literal = literalAddress(options.hostname)
      if (literal !== null && !isPublicAddress(literal)) {
        callback(new ForbiddenAddress(`${literal} is no public address`), null)
        return
      }
      guarded(options, callback)
    },
  })
}

/** Whether the operator has configured this very host and port. */
export function isTrusted(config: ConnectorConfig, hostname: string, port: string): boolean {
  return config.trustedHosts.includes(`${hostname.toLowerCase()}:${port}`)
}

function guardedLookup(config: ConnectorConfig): LookupFunction {
  const resolve: ResolveName = config.resolve ?? systemLookup
  return (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0)
        return
      }
      const inner = addresses.find(({ address }) => !isPublicAddress(address))
      if (inner !== undefined || addresses.length === 0) {
        callback(new ForbiddenAddress(`${hostname} leads to no public address`), '', 0)
        return
      }
      if (options.all) callback(null, addresses)
      else callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

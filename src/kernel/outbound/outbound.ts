import { type Agent, type Dispatcher, request } from 'undici'
import { isPublicAddress, literalAddress } from './addresses.ts'
import { type ConnectorConfig, createGuardedAgent, isTrusted } from './connector.ts'

/**
 * Whose personal data is in a payload, of which kinds, from whom to whom and what for, in the words of the register that
 * `app.ts` injects: it finds the basis and writes the transfer down before anything is sent, or nothing is.
 */
export interface PersonalPayload {
  purpose: string
  exporterOrganisationId: string
  recipientOrganisationId: string
  fieldGroups: readonly string[]
  personIds: readonly string[]
  /** What the persons themselves agreed that cannot be kept without it. */
  contract?: string | null
  /** It only passes through, and the other side cannot read it. */
  isTransit?: boolean
}

/** One call over the network. */
export interface OutboundRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** What personal data is in it; null says that there is none. */
  personal: PersonalPayload | null
  /** The whole call, redirects and body included; 15 seconds unless said. */
  timeoutMs?: number
  /** The largest answer; 5 MiB unless said. */
  maxBytes?: number
  /** Media types that are taken, without parameters; any unless said. */
  contentTypes?: readonly string[]
  /** The call goes to a service that the operator configured, and may reach the trusted hosts; no address from a form may. */
  configured?: boolean
  signal?: AbortSignal
}

/** Why there is no answer. */
export type OutboundFault =
  | 'forbidden-url'
  | 'forbidden-address'
  | 'no-basis'
  | 'too-many-redirects'
  | 'too-large'
  | 'wrong-type'
  | 'timeout'
  | 'unreachable'

/** An answer, whatever its status. */
export interface OutboundAnswer {
  ok: true
  status: number
  headers: Headers
  body: Uint8Array
  /** Where it came from, after redirects. */
  url: string
}

/** No answer: a value, because a partner that is away is nothing unexpected. */
export interface OutboundFailure {
  ok: false
  fault: OutboundFault
  /** For the log: no personal data, no credentials. */
  detail: string
}

/** What the network client must know. */
export interface OutboundConfig extends ConnectorConfig {
  /** Whether personal data may go there; also writes the transfer with its basis down. Without it none may. */
  mayTransfer?: (transfer: PersonalPayload & { url: string }) => Promise<boolean>
  userAgent?: string
}

/** The only network client of the program. */
export interface Outbound {
  fetch(url: string, options: OutboundRequest): Promise<OutboundAnswer | OutboundFailure>
  close(): Promise<void>
}

const redirectsAllowed = 5
const defaultTimeoutMs = 15_000
const defaultMaxBytes = 5 * 1024 * 1024

/** Makes the client. Only https is spoken, but to hosts that the operator has configured. */
export function createOutbound(config: OutboundConfig): Outbound {
  const open = { ...config, trustedHosts: [] }
  const openAgent = createGuardedAgent(open)
  const configuredAgent = createGuardedAgent(config)
  return {
    fetch: (url, options) =>
      options.configured
        ? fetchGuarded(config, configuredAgent, url, options)
        : fetchGuarded(open, openAgent, url, options),
    async close() {
      await Promise.all([openAgent.destroy(), configuredAgent.destroy()])
    },
  }
}

async function fetchGuarded(
  config: OutboundConfig,
  agent: Agent,
  url: string,
  options: OutboundRequest,
): Promise<OutboundAnswer | OutboundFailure> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  try {
    return await follow(config, agent, url, options, signal)
  } catch (error) {
    return failureOf(error, timeout)
  }
}

async function follow(
  config: OutboundConfig,
  agent: Agent,
  start: string,
  options: OutboundRequest,
  signal: AbortSignal,
): Promise<OutboundAnswer | OutboundFailure> {
  let next: Hop = {
    url: start,
    method: options.method ?? 'GET',
    headers: lowerCased(options.headers ?? {}),
    body: options.body ?? null,
  }
  for (let hop = 0; hop <= redirectsAllowed; hop += 1) {
    const url = checkedUrl(config, next.url)
    if (!(url instanceof URL)) return url
    if (!(await mayGo(config, options.personal, url, hop === 0 ? null : start))) {
      return failure('no-basis', 'personal data without a basis')
    }
    const answer = await request(url, {
      dispatcher: agent,
      method: next.method,
      headers: {
        'user-agent': config.userAgent ?? 'Weft',
        'accept-encoding': 'identity',
        ...next.headers,
      },
      body: next.body,
      signal,
    })
    const target = redirectTarget(answer, url)
    if (target === null) return await read(answer, url, options)
    answer.body.on('error', () => {}).destroy()
    const following = redirected(next, answer.statusCode, url, target)
    if (following === null) return failure('forbidden-url', 'sent on elsewhere with its content')
    next = following
  }
  return failure('too-many-redirects', `more than ${redirectsAllowed}`)
}

interface Hop {
  url: string
  method: Dispatcher.HttpMethod
  headers: Record<string, string>
  body: string | Uint8Array | null
}

function checkedUrl(config: OutboundConfig, text: string): URL | OutboundFailure {
  if (!URL.canParse(text)) return failure('forbidden-url', 'not a URL')
  const url = new URL(text)
  const trusted = isTrusted(config, url.hostname, portOf(url))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && trusted)) {
    return failure('forbidden-url', `${url.protocol} is not spoken`)
  }
  if (url.username !== '' || url.password !== '') {
    return failure('forbidden-url', 'credentials in a URL')
  }
  const literal = literalAddress(url.hostname)
  if (literal !== null && !trusted && !isPublicAddress(literal)) {
    return failure('forbidden-address', `${literal} is no public address`)
  }
  return url
}

/** Personal data goes to the party that the basis names, and no redirect sends it on to another. */
async function mayGo(
  config: OutboundConfig,
  personal: PersonalPayload | null,
  url: URL,
  redirectedFrom: string | null,
): Promise<boolean> {
  if (personal === null) return true
  if (redirectedFrom !== null) return url.origin === new URL(redirectedFrom).origin
  return (await config.mayTransfer?.({ ...personal, url: url.href })) ?? false
}

function redirectTarget(answer: Dispatcher.ResponseData, url: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode)) return null
  const location = [answer.headers['location'] ?? []].flat()[0]
  if (location === undefined) return null
  return URL.canParse(location, url.href) ? new URL(location, url.href).href : 'invalid:'
}

/**
 * The next request, as RFC 9110 §15.4 has it: after 303, and after 301 and 302 of a POST, a GET without content. To another
 * origin go no credentials; null where content would go there.
 */
function redirected(hop: Hop, status: number, from: URL, target: string): Hop | null {
  const foreign = new URL(target).origin !== from.origin
  const becomesGet =
    hop.method !== 'HEAD' && (status === 303 || (status < 303 && hop.method === 'POST'))
  const body = becomesGet ? null : hop.body
  if (foreign && body !== null) return null
  const headers = Object.entries(hop.headers).filter(([name]) => {
    if (foreign && ['authorization', 'cookie', 'proxy-authorization'].includes(name)) return false
    return !(becomesGet && name.startsWith('content-'))
  })
  const method = becomesGet ? 'GET' : hop.method
  return { url: target, method, headers: Object.fromEntries(headers), body }
}

async function read(
  answer: Dispatcher.ResponseData,
  url: URL,
  options: OutboundRequest,
): Promise<OutboundAnswer | OutboundFailure> {
  const headers = headersOf(answer)
  const unfit = unfitness(headers, options)
  if (unfit !== null) {
    answer.body.on('error', () => {}).destroy()
    return unfit
  }
  const most = options.maxBytes ?? defaultMaxBytes
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    // Leaving the loop ends the stream, and with it the connection.
    if (size > most) return failure('too-large', `more than ${most} bytes`)
    chunks.push(chunk)
  }
  const body = new Uint8Array(Buffer.concat(chunks))
  return { ok: true, status: answer.statusCode, headers, body, url: url.href }
}

function unfitness(headers: Headers, options: OutboundRequest): OutboundFailure | null {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') return failure('wrong-type', `encoded as ${encoding.slice(0, 40)}`)
  const most = options.maxBytes ?? defaultMaxBytes
  const isHead = options.method === 'HEAD'
  if (!isHead && Number(headers.get('content-length') ?? 0) > most) {
    return failure('too-large', `more than ${most} bytes`)
  }
  if (options.contentTypes === undefined) return null
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  return options.contentTypes.includes(type) ? null : failure('wrong-type', type.slice(0, 100))
}

function headersOf(answer: Dispatcher.ResponseData): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  return headers
}

function failureOf(error: unknown, timeout: AbortSignal): OutboundFailure {
  if (timeout.aborted) return failure('timeout', 'took too long')
  const code = codeOf(error)
  if (code === 'FORBIDDEN_ADDRESS') return failure('forbidden-address', (error as Error).message)
  if (code.includes('TIMEOUT')) return failure('timeout', code)
  return failure('unreachable', code)
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : String(name ?? 'unknown')
}

function failure(fault: OutboundFault, detail: string): OutboundFailure {
  return { ok: false, fault, detail }
}

function portOf(url: URL): string {
  return url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

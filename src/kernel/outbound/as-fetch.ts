import type { Outbound } from './outbound.ts'

/**
 * The client in the shape of the platform's `fetch`, for libraries that take one and speak to configured services: sign-in
 * providers, the S3 store.
 * It throws a TypeError where there is no answer, as `fetch` does. No personal data may go through it but a sign-in's own.
 */
export function asFetch(
  outbound: Outbound,
  limits: { timeoutMs?: number; maxBytes?: number } = {},
): typeof fetch {
  return async (input, init) => {
    const given = new Request(input, init)
    const body = given.body === null ? null : new Uint8Array(await given.arrayBuffer())
    const answer = await outbound.fetch(given.url, {
      method: given.method as 'GET',
      headers: Object.fromEntries(given.headers),
      ...(body === null ? {} : { body }),
      personal: null,
      configured: true,
      signal: given.signal,
      ...limits,
    })
    if (!answer.ok) throw new TypeError(`${answer.fault}: ${answer.detail}`)
    const empty = [101, 204, 205, 304].includes(answer.status) || given.method === 'HEAD'
    const response = new Response(empty ? null : (answer.body as Uint8Array<ArrayBuffer>), {
      status: answer.status,
      headers: answer.headers,
    })
    Object.defineProperty(response, 'url', { value: answer.url })
    return response
  }
}

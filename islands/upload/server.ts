/** The other side of one upload, by “Resumable Uploads for HTTP” of the IETF. */
export interface Server {
  /** Where the upload is; null before it is begun. */
  href: string | null
  begin(file: File): Promise<Response>
  ask(): Promise<Response>
  append(
    piece: Blob,
    at: number,
    isLast: boolean,
    more: { digest: Uint8Array | null; onSent: (bytes: number) => void },
  ): Promise<Response>
  /** Says that all of it is there, where the answer to the last piece was lost. */
  finish(at: number): Promise<Response>
  cancel(): Promise<void>
  /** Breaks off what is being sent. */
  stop(): void
}

/** The server of uploads that begin at an address, or go on at one of their own. */
export function serverAt(to: string, known: string | null): Server {
  let sending: XMLHttpRequest | null = null
  const language = { 'accept-language': document.documentElement.lang }
  const partial = { ...language, 'content-type': 'application/partial-upload' }
  const server: Server = {
    href: known,
    async begin({ name, size }) {
      const response = await fetch(to, {
        method: 'POST',
        headers: {
          ...language,
          'upload-complete': '?0',
          'upload-length': String(size),
          'content-disposition': `inline; filename*=UTF-8''${encoded(name)}`,
        },
      })
      if (response.ok) server.href = response.headers.get('location')
      return response
    },
    ask: () => fetch(server.href!, { headers: language, cache: 'no-store' }),
    append(piece, at, isLast, { digest, onSent }) {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        sending = request
        request.open('PATCH', server.href!)
        const headers: Record<string, string> = {
          ...partial,
          'upload-offset': String(at),
          'upload-complete': isLast ? '?1' : '?0',
        }
        if (digest) headers['content-digest'] = `sha-256=:${btoa(String.fromCharCode(...digest))}:`
        for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
        request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
        request.addEventListener('load', () => resolve(responseOf(request)))
        for (const end of ['error', 'abort', 'timeout']) {
          request.addEventListener(end, () => reject(new Error(end)))
        }
        // A line that is silent for long is a broken one.
        request.timeout = 240_000
        request.send(piece)
      })
    },
    finish: (at) =>
      fetch(server.href!, {
        method: 'PATCH',
        headers: { ...partial, 'upload-offset': String(at), 'upload-complete': '?1' },
      }),
    async cancel() {
      if (server.href) await fetch(server.href, { method: 'DELETE' }).catch(() => {})
    },
    stop: () => sending?.abort(),
  }
  return server
}

/** Where the upload stands, for an answer that says that it is not where the piece begins; null for any other. */
export function mismatched(response: Response): number | null {
  const offset = response.headers.get('upload-offset')
  return response.status === 409 && offset !== null ? Number(offset) : null
}

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'upload-offset', 'upload-complete']) {
    const value = request.getResponseHeader(name)
    if (value !== null) headers.set(name, value)
  }
  const body = request.status === 204 ? null : request.responseText
  return new Response(body, { status: request.status, headers })
}

/** RFC 8187: what encodeURIComponent leaves and a header may not have. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
}

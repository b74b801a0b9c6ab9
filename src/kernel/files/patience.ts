import { StoreAwayError } from './store-away.ts'

/** What a request needs beside its address to be given up in time. */
interface PatientRequest {
  signal: AbortSignal
  body?: ReadableStream<Uint8Array>
  duplex?: 'half'
}

/**
 * A request that is given up when the other side is silent for so long, however long the whole takes: a large file over
 * a slow line is no failure. Silence is that nothing more of the body is taken, no answer begins, or nothing more of it
 * comes while somebody waits for it; a reader who rests is not the other side's silence.
 */
export async function patiently(
  body: Blob | null,
  silenceMs: number,
  send: (request: PatientRequest) => Promise<Response>,
): Promise<Response> {
  const silence = new Silence(silenceMs)
  const { signal } = silence
  silence.begins()
  try {
    const answer = await send(
      body ? { signal, body: sent(body, silence), duplex: 'half' } : { signal },
    )
    if (answer.body === null) return answer
    const { status, statusText, headers } = answer
    return new Response(received(answer.body, silence), { status, statusText, headers })
  } finally {
    silence.ends()
  }
}

class Silence {
  readonly #controller = new AbortController()
  readonly #milliseconds: number
  #timer: NodeJS.Timeout | undefined

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  begins(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#controller.abort(this.#error()), this.#milliseconds)
  }

  ends(): void {
    clearTimeout(this.#timer)
  }

  #error(): Error {
    const error = new Error(`The file store was silent for ${this.#milliseconds} ms.`)
    return new StoreAwayError(Object.assign(error, { code: 'ETIMEDOUT' }))
  }
}

/** The body as it is taken from here: each piece begins the wait anew. */
function sent(body: Blob, silence: Silence): ReadableStream<Uint8Array> {
  return body.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>(
      {
        transform(chunk, controller) {
          silence.begins()
          controller.enqueue(chunk)
        },
      },
      undefined,
      { highWaterMark: 0 },
    ),
  )
}

/** The answer's body: the wait is counted only while a piece is asked for. */
function received(
  body: ReadableStream<Uint8Array>,
  silence: Silence,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        silence.begins()
        const { done, value } = await reader.read().finally(() => silence.ends())
        if (done) controller.close()
        else controller.enqueue(value as Uint8Array<ArrayBuffer>)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

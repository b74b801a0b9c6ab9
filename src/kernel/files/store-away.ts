/** The store does not answer: it is away, or silent for longer than anybody should wait. */
export class StoreAwayError extends Error {
  /** The system's word, of the error or of what caused it. */
  readonly code: string | undefined

  constructor(cause: unknown) {
    super('The file store does not answer.', { cause })
    this.name = 'StoreAwayError'
    this.code = codeOf(cause)
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : codeOf(error.cause)
}

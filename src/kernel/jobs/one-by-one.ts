import type { JobRun } from './job-type.ts'

/** One part of a job that failed, and what it was about. */
export interface FailedPart {
  /** An id, never a name: it stands in the log. */
  part: string
  error: unknown
}

/** Some parts of a job failed; the others are done. Its message names the first of them. */
export class FailedPartsError extends AggregateError {
  readonly failed: readonly FailedPart[]

  constructor(failed: readonly FailedPart[], tried: number) {
    const named = failed.slice(0, 10).map(({ part, error }) => `${part} (${said(error)})`)
    const rest = failed.length > named.length ? ` and ${failed.length - named.length} more` : ''
    super(
      failed.map(({ error }) => error),
      `${failed.length} of ${tried} failed: ${named.join(', ')}${rest}`,
    )
    this.name = 'FailedPartsError'
    this.failed = failed
  }
}

/** Goes through the parts of a job so that one which fails stops none of the others. */
export interface OneByOne {
  /** Does one part; what it throws is kept for the end. Throws only when the job is to stop. */
  attempt(part: string, run: () => Promise<unknown>): Promise<void>
  /** Ends the job: throws when a part failed, so that the job is tried again and says which. */
  end(): void
}

/** Begins to go through the parts of a job. Each must be a transaction of its own, and pass over what was done before. */
export function oneByOne({ signal }: Pick<JobRun, 'signal'>): OneByOne {
  const failed: FailedPart[] = []
  let tried = 0
  return {
    async attempt(part, run) {
      signal.throwIfAborted()
      tried += 1
      try {
        await run()
      } catch (error) {
        failed.push({ part, error })
      }
    },
    end() {
      if (failed.length > 0) throw new FailedPartsError(failed, tried)
    },
  }
}

function said(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

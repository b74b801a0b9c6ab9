import type { Message } from '#kernel/messages'

/** What one check found, and what to do where all is not well. */
export interface Finding {
  check: string
  status: 'ok' | 'warning' | 'problem'
  says: Message
  advice: Message | null
}

/** All is well. */
export function ok(check: string, says: Message): Finding {
  return { check, status: 'ok', says, advice: null }
}

/** It works, and something should be done about it. */
export function warning(check: string, says: Message, advice: Message): Finding {
  return { check, status: 'warning', says, advice }
}

/** It does not work, or will not keep the data. */
export function problem(check: string, says: Message, advice: Message): Finding {
  return { check, status: 'problem', says, advice }
}

/**
 * An error in a word that is the same in every language: the code of the system where it has one, of the error itself or
 * of what caused it (`fetch` says nothing but that it failed); else the first line of what the first cause says.
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string') return code
  return error.cause instanceof Error
    ? causeOf(error.cause)
    : (error.message.split('\n', 1)[0] ?? '')
}

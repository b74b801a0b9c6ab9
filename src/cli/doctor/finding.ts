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

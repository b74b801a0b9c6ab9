import type { Message } from '#kernel/messages'

/**
 * Whose personal data routes show: the words by which a person is told that theirs were read, or null where nobody's
 * are. A key is an action, or one route of it ("GET /cases/:id/original") that deserves words of its own.
 */
export type Shows = Readonly<Record<string, Message | null>>

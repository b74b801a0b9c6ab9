import type { Message } from '#kernel/messages'

/** The HTTP status that a refusal answers with; 404 also stands for what the actor may not see. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507

/** An expected "no": a value, never thrown, that says what is wrong and in which field. */
export interface Refusal {
  refusal: true
  status: RefusalStatus
  message: Message
  fields: Record<string, Message>
}

/** Makes a refusal; `fields` names what was wrong in each field of the form. */
export function refuse(
  status: RefusalStatus,
  message: Message,
  fields: Record<string, Message> = {},
): Refusal {
  return { refusal: true, status, message, fields }
}

/** Tells a refusal from a result. */
export function isRefused(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Refusal).refusal === true
}

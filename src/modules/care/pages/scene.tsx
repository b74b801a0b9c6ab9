import type { Call } from '#kernel/http'

/** What a page of care takes of a call. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now' | 'timeZone'>

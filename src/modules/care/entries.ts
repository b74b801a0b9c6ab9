import { entryType } from '#kernel/chronicle'

/** An office asked a group whether they are safe. */
export const careAsked = entryType<{ asked: number }>('care.asked')
/** Somebody answered whether they are safe. */
export const careAnswered = entryType<{ answer: string }>('care.answered')

// What the registrar and the office of recognition write into the chronicle.
import { entryType } from '#kernel/chronicle'
import type { LocalText } from '#kernel/values'

/** Decided credit was written into a file for the registry. */
export const postingsExported = entryType<{
  number: string
  rows: number
  cases: number
  content: string
}>('recognition.postings-exported')

/** A batch was taken back before the registry entered it. */
export const postingsCancelled = entryType<{ number: string; rows: number }>(
  'recognition.postings-cancelled',
)

/** The registrar confirmed what now stands on the student's record. */
export const creditPosted = entryType<{
  number: string
  batch: string
  rows: number
  credit: string
}>('recognition.credit-posted')

/** The registry refused to enter what was sent; the reason stays with the row. */
export const postingRejected = entryType<{ number: string; batch: string; rows: number }>(
  'recognition.posting-rejected',
)

/** A confirmation was taken back: the registry's word is awaited again. */
export const postingReopened = entryType<{ number: string; batch: string; rows: number }>(
  'recognition.posting-reopened',
)

/** An institution published a version of its registry's layout. */
export const postingLayoutPublished = entryType<{ name: string; version: number }>(
  'recognition.posting-layout-published',
)

/** An institution no longer offers a layout of its registry. */
export const postingLayoutWithdrawn = entryType<{ name: string }>(
  'recognition.posting-layout-withdrawn',
)

/** A case went to a unit of its home institution, or to the office of the whole. */
export const caseRouted = entryType<
  {
    number: string
    from: string | null
    /** Null is the office. */
    to: string | null
    /** What the unit is called, or the institution. */
    names: LocalText
    by: string
  },
  { reason: string }
>('recognition.case-routed')

/** A unit was asked about a line. */
export const lineReferred = entryType<
  { line: number; unit: string; names: LocalText },
  { question: string }
>('recognition.line-referred')

/** The unit answered; its word stands on the line. */
export const referralAnswered = entryType<
  { line: number; unit: string; names: LocalText; verdict: string },
  { reason: string; secondReason?: string }
>('recognition.referral-answered')

/** A question to a unit was taken back. */
export const referralWithdrawn = entryType<{ line: number; unit: string; names: LocalText }>(
  'recognition.referral-withdrawn',
)

/** Something of a case was late, and a named role was told. */
export const caseEscalated = entryType<{
  number: string
  what: string
  dueOn: string
  role: string
}>('recognition.case-escalated')

/** A sitting of the committee was planned. */
export const sittingPlanned = entryType<{ heldOn: string; quorum: number }>(
  'recognition.sitting-planned',
)

/** A case, or one line of it, was put on the committee's list. */
export const putOnList = entryType<
  { sitting: string; heldOn: string; line: number | null },
  { proposal: string }
>('recognition.put-on-list')

/** It was taken off the list again, before anything was recorded. */
export const takenOffList = entryType<{ sitting: string; heldOn: string; line: number | null }>(
  'recognition.taken-off-list',
)

/** What the committee made of a case or a line was recorded. */
export const outcomeRecorded = entryType<
  { sitting: string; heldOn: string; line: number | null; outcome: string },
  { reason: string; secondReason?: string }
>('recognition.outcome-recorded')

/** The chair approved the minutes; nothing of the sitting is altered any more. */
export const minutesApproved = entryType<{ heldOn: string; document: string; items: number }>(
  'recognition.minutes-approved',
)

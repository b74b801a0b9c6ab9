// What the registrar and the office of recognition write into the chronicle.
import { entryType } from '#kernel/chronicle'

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

import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** A data provider of EMREX can be asked from now on. */
export const providerAdded = entryType<{ name: string; url: string }>(
  'recognition.emrex-provider-added',
)

/** A data provider of EMREX is no longer offered. */
export const providerWithdrawn = entryType<{ name: string; url: string }>(
  'recognition.emrex-provider-withdrawn',
)

/** The words of these entries in a reader's story. */
export const emrexStories: { type: string; label: () => Message }[] = [
  { type: providerAdded.type, label: () => m('emrex.entry.provider-added') },
  { type: providerWithdrawn.type, label: () => m('emrex.entry.provider-withdrawn') },
]

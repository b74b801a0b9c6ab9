import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { SignatureOutcome } from './schema-signers.ts'

/** The electronic signature of a transcript's original was looked at, at its arrival or again. */
export const signatureChecked = entryType<{
  outcome: string
  original: string | null
  fingerprint: string | null
  certificate: string | null
}>('recognition.signature-checked')

/** A certificate is known from now on. */
export const signerAdded = entryType<{ fingerprint: string; issuer: string | null }>(
  'recognition.signer-added',
)

/** A certificate is no longer relied on. */
export const signerWithdrawn = entryType<{ fingerprint: string; reason: string }>(
  'recognition.signer-withdrawn',
)

/** The words of these entries in a reader's story. */
export const signerStories: { type: string; label: (data: Record<string, unknown>) => Message }[] =
  [
    {
      type: signatureChecked.type,
      label: ({ outcome }) => m(`signer.entry.${String(outcome) as SignatureOutcome}`),
    },
    { type: signerAdded.type, label: () => m('signer.entry.added') },
    { type: signerWithdrawn.type, label: () => m('signer.entry.withdrawn') },
  ]

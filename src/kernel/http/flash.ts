import { isMessage, type Message, type Translator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { seal, unseal } from './security.ts'
import type { Flash } from './types.ts'

const tones: readonly Flash['tone'][] = ['success', 'info', 'attention']

/** What the next page is to say, as a cookie that nobody can write but this node. */
export function sealFlash(secret: Uint8Array, message: Message, tone: Flash['tone']): string {
  return seal(secret, 'flash', JSON.stringify({ message, tone }))
}

/** What such a cookie says in the reader's language; null where it is none of ours, or says nothing that is known. */
export function openFlash(
  cookie: string,
  { secret, translator }: { secret: Uint8Array; translator: Translator },
  language: Language,
): Flash | null {
  const text = unseal(secret, 'flash', cookie)
  const told: { message?: unknown; tone?: unknown } | null = text === null ? null : JSON.parse(text)
  const tone = tones.find((each) => each === told?.tone)
  if (!tone || !isMessage(told?.message) || !translator.knows(told.message)) return null
  return { tone, text: translator.for(language)(told.message) }
}

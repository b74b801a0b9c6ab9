import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { type Language, localised, type LocalText } from '#kernel/values'

/** What every page here gets beside its own data: how to speak, where to lead, where the reader's clock is. */
export interface Scene {
  frame: Frame
  language: Language
  t: Translate
  href: (path: string, query?: Record<string, string | number | undefined | null>) => string
  timeZone: string
  now: Date
}

/** A text in the reader's language or the next best, marked with the one that it is in. */
export function Local({ scene, text }: { scene: Scene; text: LocalText }) {
  const found = localised(text, scene.language)
  return found.language === scene.language ? (
    <>{found.text}</>
  ) : (
    <span lang={found.language}>{found.text}</span>
  )
}

/** The same as a bare text. */
export function localText(scene: Scene, text: LocalText): string {
  return localised(text, scene.language).text
}

/** A longer text with its paragraphs, marked with its language where that is not the page's. */
export function Paragraphs({ scene, text }: { scene: Scene; text: LocalText }) {
  const found = localised(text, scene.language)
  const lang = found.language === scene.language ? undefined : found.language
  return (
    <>
      {found.text
        .split(/\n+/)
        .filter((part) => part.trim() !== '')
        .map((part, index) => (
          <p key={index} lang={lang}>
            {part}
          </p>
        ))}
    </>
  )
}

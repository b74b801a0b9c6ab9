import type { FormState, Frame } from '#kernel/http'
import type { Message, Translate } from '#kernel/messages'
import { formatInstant, type Language, localised, type LocalText } from '#kernel/values'
import { ErrorSummary, StateTag, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { CallStage } from '../rules/timeline.ts'
import type { Outcome } from '../schema.ts'

/** What every page here gets beside its own data: how to speak, where to lead, where the reader's clock is. */
export interface Scene {
  frame: Frame
  language: Language
  t: Translate
  href: (path: string, query?: Record<string, string | number | undefined | null>) => string
  timeZone: string
  now: Date
}

/** What is wrong with a form, above the page. */
export function FormAlert({ scene, form }: { scene: Scene; form: FormState }) {
  return (
    <ErrorSummary
      language={scene.language}
      message={form.message ?? undefined}
      fields={form.errors}
    />
  )
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

/** An instant on the reader's clock and calendar. */
export function instantOf(scene: Scene, at: Date | null): string {
  return at === null ? '–' : formatInstant(at, scene.timeZone, scene.language, 'long')
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

/** Where a call stands, in words and tone. */
export function stageState(scene: Scene, stage: CallStage): { tone: Tone; label: string } {
  return { tone: stageTones[stage], label: scene.t(m(`stage.${stage}`)) }
}

const stageTones: Record<CallStage, Tone> = {
  draft: 'neutral',
  announced: 'info',
  open: 'attention',
  closed: 'info',
  decided: 'info',
  told: 'done',
}

/** What became of an application, as a tag. */
export function OutcomeTag({ scene, outcome }: { scene: Scene; outcome: Outcome | null }) {
  if (outcome === null) return <StateTag tone="neutral">{scene.t(m('outcome.none'))}</StateTag>
  const tone = { accepted: 'done', waiting: 'attention', refused: 'harm' } as const
  return <StateTag tone={tone[outcome]}>{scene.t(m(`outcome.${outcome}`))}</StateTag>
}

/** The reason of a decision as its applicant reads it. */
export function reasonMessage(reason: string | null): Message | null {
  const known = (
    ['merit', 'seats-full', 'not-eligible', 'incomplete', 'requirements', 'other'] as const
  ).find((each) => each === reason)
  return known ? m(`reason.${known}`) : null
}

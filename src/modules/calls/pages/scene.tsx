import type { Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { formatInstant, localised, type LocalText } from '#kernel/values'
import { StateTag, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { CallStage } from '../rules/timeline.ts'
import type { Outcome } from '../schema.ts'

/** The same as a bare text. */
export function localText(scene: Scene, text: LocalText): string {
  return localised(text, scene.language).text
}

/** An instant on the reader's clock and calendar. */
export function instantOf(scene: Scene, at: Date | null): string {
  return at === null ? '–' : formatInstant(at, scene.timeZone, scene.language, 'long')
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

import type { Scene } from '#kernel/http'
import { displayName, formatNumber } from '#kernel/values'
import { StateTag } from '#ui'
import { m } from '../messages/index.ts'
import type { ItemRow } from '../queries/sittings.ts'

/** An application on an agenda as this reader may name it. */
export function itemName(scene: Scene, item: ItemRow, isNamed: boolean): string {
  return isNamed
    ? displayName(item.name, scene.language)
    : scene.t(m('own.number', { number: item.number }))
}

/** What came of an application, as a tag. */
export function ItemOutcome({ scene, item }: { scene: Scene; item: ItemRow }) {
  if (item.application_state === 'withdrawn')
    return <StateTag tone="neutral">{scene.t(m('sitting.withdrawn'))}</StateTag>
  const tone = {
    accepted: 'done',
    waiting: 'attention',
    refused: 'harm',
    'put-off': 'info',
    none: 'neutral',
  } as const
  const outcome = item.outcome ?? 'none'
  return <StateTag tone={tone[outcome]}>{scene.t(m(`sitting.outcome.${outcome}`))}</StateTag>
}

/** How many votes there were, as they are read out. */
export function votesText(
  { language }: Pick<Scene, 'language'>,
  votes: { votes_for: number; votes_against: number; votes_abstained: number },
): string {
  return [votes.votes_for, votes.votes_against, votes.votes_abstained]
    .map((each) => formatNumber(each, language))
    .join(' : ')
}

import type { Translate } from '#kernel/messages'
import { type Language, localised, passportName, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StepRow } from '../queries/steps.ts'

/** A person's name as it stands beside a signature: the native form, and the Latin one where that is another. */
export function signedName(name: PersonName): string {
  if (name.native === null || name.native === name.romanised) return name.romanised
  return name.romanised === '' ? name.native : `${name.native} (${passportName(name)})`
}

/** Whom a step asks, as the chain of entries names them. */
export function partyName(step: StepRow, language: Language = 'en'): string {
  if (step.person) return signedName(step.person)
  if (step.guest_name !== null) return step.guest_name
  return `${step.role ?? ''}, ${localised(step.organisation ?? {}, language).text}`
}

/** What of a step says in which capacity somebody signs. */
export type NamedCapacity = Pick<StepRow, 'label_name' | 'label_words' | 'label_organisation'>

/** In which capacity somebody signs, in a reader's words. */
export function capacityName(step: NamedCapacity, t: Translate, language: Language): string {
  if (step.label_name !== null) return t(m(`label.${step.label_name}`))
  if (step.label_organisation !== null) return localised(step.label_organisation, language).text
  return step.label_words ?? ''
}

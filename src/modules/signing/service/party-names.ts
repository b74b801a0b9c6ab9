import { type Language, localised, passportName, type PersonName } from '#kernel/values'
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

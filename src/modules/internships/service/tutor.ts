import type { Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { type AgreementRow, agreementOf } from '../queries/agreements.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { type AgreementParty, languageOfCountry } from '../rules/agreement.ts'

/** Who guides a student at the host, and in which language they are written to. */
export interface HostTutor extends AgreementParty {
  language: Language
}

/** The tutor of a placement: of the agreement that counts, and before one counts the host's. */
export function tutorIn(agreement: AgreementRow | null, placement: PlacementRow): HostTutor {
  const text = agreement?.agreed ?? null
  const tutor = text?.parties.tutor ?? { name: placement.tutor, email: placement.tutorEmail }
  return { ...tutor, language: text?.hostLanguage ?? languageOfCountry(placement.country) }
}

/** The same, with the agreement looked up. */
export async function tutorOf(work: Work, placement: PlacementRow): Promise<HostTutor> {
  return tutorIn(await agreementOf(work, placement.id), placement)
}

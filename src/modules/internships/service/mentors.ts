import type { Work } from '#kernel/database'
import { displayName, type PersonName } from '#kernel/values'
import { mentorsBeside } from '#modules/mentorship'
import type { PlacementRow } from '../queries/placements.ts'
import {
  type AgreementParty,
  type AgreementText,
  formOfCountry,
  languageOfCountry,
  languagesOf,
} from '../rules/agreement.ts'

/** Who mentors the student of a placement now, as its agreement names them; null where nobody is known to. */
export interface PlacementMentors extends Readonly<
  Record<'mentor' | 'tutor', AgreementParty | null>
> {
  /** Whose names these are. */
  personIds: readonly string[]
}

/** What is known of mentors by who may not write the agreement. */
export const noMentors: PlacementMentors = { mentor: null, tutor: null, personIds: [] }

/**
 * The mentors who have accepted to stand beside the student while the placement lasts: the academic one, and the industry
 * one where they are of the host. A mentor from elsewhere is no tutor of this host.
 */
export async function mentorsFor(work: Work, placement: PlacementRow): Promise<PlacementMentors> {
  const { academic, industry } = await mentorsBeside(work, {
    personId: placement.person_id,
    organisationId: placement.enrolled_organisation_id,
    startsOn: placement.startsOn,
    endsOn: placement.endsOn,
  })
  const form = formOfCountry(placement.country)
  const [language] = languagesOf(form, languageOfCountry(placement.homeCountry))
  const party = (mentor: { name: PersonName; email: string | null } | undefined) =>
    mentor ? { name: displayName(mentor.name, language), email: mentor.email ?? '' } : null
  const tutor = industry?.organisationId === placement.hostOrganisationId ? industry : undefined
  return {
    mentor: party(academic),
    tutor: party(tutor),
    personIds: [academic, tutor].flatMap((each) => each?.mentorId ?? []),
  }
}

/** A text that names the mentors of now; where there is none, whoever it names stays. */
export function withMentors(text: AgreementText, mentors: PlacementMentors): AgreementText {
  return {
    ...text,
    parties: {
      ...text.parties,
      mentor: mentors.mentor ?? text.parties.mentor,
      tutor: mentors.tutor ?? text.parties.tutor,
    },
  }
}

/** Which of the mentors of now an agreement does not name; an address says who somebody is. */
export function unnamedMentors(
  text: AgreementText,
  mentors: PlacementMentors,
): { as: 'mentor' | 'tutor'; name: string }[] {
  return (['mentor', 'tutor'] as const).flatMap((as) => {
    const mentor = mentors[as]
    const isNamed = mentor?.email.toLowerCase() === text.parties[as]?.email.toLowerCase()
    return mentor === null || isNamed ? [] : [{ as, name: mentor.name }]
  })
}

import type { MentorshipNews } from '../entries.ts'
import type { MentorKind } from '../schema.ts'

/** What an entry about a mentorship names: it is the student's story, at the school and where the mentor is. */
export function aboutMentorship(mentorship: {
  id: string
  person_id: string
  organisation_id: string
  mentor_organisation_id: string
}) {
  const { id, person_id: personId, organisation_id, mentor_organisation_id } = mentorship
  return {
    object: { kind: 'mentorship', id },
    personId,
    organisationIds: [...new Set([organisation_id, mentor_organisation_id])],
  }
}

/** The facts that every entry about a mentorship holds. */
export function newsOf(mentorship: {
  kind: MentorKind
  subject_kind: string
  subject_id: string
}): MentorshipNews {
  const { kind, subject_kind: subjectKind, subject_id: subjectId } = mentorship
  return { kind, subjectKind, subjectId }
}

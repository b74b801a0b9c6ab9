import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

/** A cohort in which somebody takes part today, with what its programme joins and asks. */
export interface Participation {
  memberId: string
  joinedOn: DateOnly
  /** The kinds of step that the programme has. */
  steps: string[]
  /** The credit scheme in which completion counts credit; null where it asks for none, or for no scheme. */
  creditScheme: string | null
  /** The organisations that the programme joins, the leading one too. */
  organisationIds: string[]
}

/** The cohorts in which a person takes part with an enrolment, or without having said with which; two queries. */
export async function participationsOf(
  work: Work,
  { personId, enrolmentId }: { personId: string; enrolmentId: string },
): Promise<Participation[]> {
  const members = await work.read
    .selectFrom('cohort_members as c')
    .innerJoin('alliance_programmes as p', 'p.id', 'c.programme_id')
    .select(['c.id', 'c.joined_on', 'p.id as programme_id', 'p.steps', 'p.completion'])
    .select('p.lead_organisation_id')
    .where('c.person_id', '=', personId)
    .where('c.state', '=', 'active')
    .where((eb) =>
      eb.or([eb('c.enrolment_id', 'is', null), eb('c.enrolment_id', '=', enrolmentId)]),
    )
    .orderBy('c.joined_on')
    .execute()
  if (members.length === 0) return []
  const partners = await work.read
    .selectFrom('programme_partners')
    .select(['programme_id', 'organisation_id'])
    .where(
      'programme_id',
      'in',
      members.map((member) => member.programme_id),
    )
    .execute()
  return members.map((member) => ({
    memberId: member.id,
    joinedOn: member.joined_on,
    steps: member.steps.map(({ kind }) => kind),
    creditScheme: member.completion.creditScheme ?? null,
    organisationIds: [
      member.lead_organisation_id,
      ...partners.flatMap((each) =>
        each.programme_id === member.programme_id ? [each.organisation_id] : [],
      ),
    ],
  }))
}

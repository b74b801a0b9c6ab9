import { sql } from 'kysely'
import { isRefused, type Work } from '#kernel/database'
import { dateInZone, type DateOnly, Fraction } from '#kernel/values'
import { participationsOf, recordCredit, recordSteps } from '#modules/alliance'
import { exact } from '../stored.ts'

/** What a programme's steps are called that a final decision shows to have been reached. */
const shownSteps = ['transcript', 'recognition']

/**
 * Records a final decision where the student takes part in a programme of the alliance that joins both institutions: the
 * steps that it shows, with the case as evidence, and the credit that all of the student's final decisions within
 * the programme recognise. Where the programme counts in another scheme
 * than the degree no credit is recorded. Done again it changes nothing.
 */
export async function recordOnCohort(work: Work, caseId: string): Promise<void> {
  const found = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .innerJoin('enrolments as e', 'e.id', 'c.enrolment_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select('d.credit_scheme')
    .select(['c.id', 'c.person_id', 'c.enrolment_id', 'c.host_organisation_id'])
    .select(['c.home_organisation_id', 'c.created_at', 'c.decided_at', 'home.time_zone'])
    .where('c.id', '=', caseId)
    .where('c.state', '=', 'decided')
    .executeTakeFirst()
  if (!found?.decided_at) return
  const zone = found.time_zone ?? 'UTC'
  const on = {
    transcript: dateInZone(found.created_at, zone),
    recognition: dateInZone(found.decided_at, zone),
  }
  const taking = await participationsOf(work, {
    personId: found.person_id,
    enrolmentId: found.enrolment_id,
  })
  for (const { memberId, joinedOn, steps, creditScheme, organisationIds } of taking) {
    const joins = [found.home_organisation_id, found.host_organisation_id].every((id) =>
      organisationIds.includes(id),
    )
    if (!joins || on.recognition < joinedOn) continue
    const reached = shownSteps
      .filter((kind) => steps.includes(kind))
      .map((kind) => ({
        kind,
        on: on[kind as keyof typeof on],
        source: 'record' as const,
        evidence: { kind: 'recognition-case', id: caseId },
      }))
    // Credit first: the last step may complete the participation, which then changes no more.
    const isSameScheme = creditScheme === null || creditScheme === found.credit_scheme
    const credited = isSameScheme
      ? await recordCredit(
          work,
          memberId,
          await creditWithin(work, found, { organisationIds, since: joinedOn }),
        )
      : null
    const stepped = isRefused(credited) ? credited : await recordSteps(work, memberId, reached)
    if (isRefused(stepped))
      throw new Error(`participation ${memberId} takes no record of ${caseId}`)
  }
}

/**
 * The credit of all of a student's final decisions between institutions of the programme since they joined, whichever
 * enrolment they rest on: duplicates that were merged bring two.
 */
async function creditWithin(
  work: Work,
  { person_id }: { person_id: string },
  within: { organisationIds: readonly string[]; since: DateOnly },
): Promise<Fraction> {
  const ids = [...within.organisationIds]
  const rows = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .select('c.recognised_credit')
    .where('c.person_id', '=', person_id)
    .where('c.host_organisation_id', 'in', ids)
    .where('c.home_organisation_id', 'in', ids)
    .where('c.state', '=', 'decided')
    .where((eb) => eb.or([eb('c.released_at', 'is', null), eb('c.released_at', '<=', work.now)]))
    .where(
      sql<boolean>`(c.decided_at at time zone coalesce(home.time_zone, 'UTC'))::date >= ${within.since}`,
    )
    .execute()
  return Fraction.sum(rows.map((row) => exact(row.recognised_credit ?? '0')))
}

import { sql } from 'kysely'
import type { Work, Writer } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { cohortCreditRecorded, cohortStateChanged } from '../entries.ts'
import type { CohortState } from '../schema.ts'
import { settleParticipation } from './cohorts.ts'

/**
 * Moves what the alliance holds from one person to the other who is the same. Where both took part in one year, the
 * participations become one, with the steps, the credit and the state of both.
 */
export async function mergePersons(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    // Two who were told apart and are one after all; what was said of the former with others goes with it.
    await tx
      .deleteFrom('persons_told_apart')
      .where((eb) => eb.or([eb('one_person_id', '=', from), eb('other_person_id', '=', from)]))
      .execute()
    await tx
      .updateTable('persons_told_apart')
      .set({ decided_by: into })
      .where('decided_by', '=', from)
      .execute()
    await tx
      .updateTable('appointments')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    await tx
      .updateTable('appointments')
      .set({ appointed_by: into })
      .where('appointed_by', '=', from)
      .execute()
    await tx
      .updateTable('enrolments')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    await mergeParticipations(work, tx, from, into)
    await tx
      .updateTable('cohort_members')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
  })
}

async function mergeParticipations(
  work: Work,
  tx: Writer,
  from: string,
  into: string,
): Promise<void> {
  const taking = await tx
    .selectFrom('cohort_members as m')
    .innerJoin('alliance_programmes as p', 'p.id', 'm.programme_id')
    .selectAll('m')
    .select('p.lead_organisation_id')
    .where('m.person_id', 'in', [from, into])
    .orderBy('m.id')
    .forUpdate('m')
    .execute()
  for (const former of taking.filter((each) => each.person_id === from)) {
    const staying = taking.find(
      (each) => each.person_id === into && each.programme_year_id === former.programme_year_id,
    )
    if (staying === undefined) continue
    await moveSteps(tx, former.id, staying.id)
    await tx.deleteFrom('cohort_members').where('id', '=', former.id).execute()
    await joinInto(work, former, staying)
    await settleParticipation(work, staying.id)
  }
}

async function moveSteps(tx: Writer, formerId: string, stayingId: string): Promise<void> {
  await tx
    .updateTable('cohort_steps as s')
    .set({ cohort_member_id: stayingId })
    .where('s.cohort_member_id', '=', formerId)
    .where(
      sql<boolean>`not exists (select 1 from cohort_steps t where t.cohort_member_id = ${stayingId} and t.kind = s.kind)`,
    )
    .execute()
  await tx.deleteFrom('cohort_steps').where('cohort_member_id', '=', formerId).execute()
}

interface Participation {
  id: string
  programme_id: string
  organisation_id: string
  lead_organisation_id: string
  person_id: string
  enrolment_id: string | null
  state: CohortState
  recognised_credit: string | null
  joined_on: string
}

/** Writes what the former participation adds to the one that stays, each with its entry: what became of both can be read. */
async function joinInto(work: Work, former: Participation, staying: Participation): Promise<void> {
  const state = further(former.state, staying.state)
  const credit = creditOfBoth(former, staying)
  const about = {
    object: { kind: 'cohort-member', id: staying.id },
    organisationIds: [staying.organisation_id, staying.lead_organisation_id],
    personId: staying.person_id,
  }
  const programmeId = staying.programme_id
  const entries = [
    ...(state === staying.state
      ? []
      : [cohortStateChanged({ ...about, data: { programmeId, state } })]),
    ...(credit === null || credit === staying.recognised_credit
      ? []
      : [
          cohortCreditRecorded({
            ...about,
            data: {
              programmeId,
              credit,
              merged: { former: former.recognised_credit, staying: staying.recognised_credit },
            },
          }),
        ]),
  ]
  await work.write(entries, (tx) =>
    tx
      .updateTable('cohort_members')
      .set({
        state,
        recognised_credit: credit,
        enrolment_id: staying.enrolment_id ?? former.enrolment_id,
        joined_on: former.joined_on < staying.joined_on ? former.joined_on : staying.joined_on,
      })
      .where('id', '=', staying.id)
      .execute(),
  )
}

const completeness: readonly CohortState[] = ['left', 'active', 'completed']

function further(one: CohortState, other: CohortState): CohortState {
  return completeness.indexOf(one) > completeness.indexOf(other) ? one : other
}

/**
 * Credit recognised on two enrolments is of different cases and adds up. Where the enrolment is the same, or one is not
 * known (a list of an earlier year), the two may tell of the same credit: the greater counts, and nothing twice.
 */
function creditOfBoth(former: Participation, staying: Participation): string | null {
  if (former.recognised_credit === null || staying.recognised_credit === null) {
    return staying.recognised_credit ?? former.recognised_credit
  }
  const [one, other] = [former, staying].map((each) => Fraction.parse(each.recognised_credit!)!)
  const areDistinct =
    former.enrolment_id !== null &&
    staying.enrolment_id !== null &&
    former.enrolment_id !== staying.enrolment_id
  if (areDistinct) return one!.add(other!).toString()
  return (one!.compare(other!) > 0 ? one! : other!).toString()
}

import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { type DateOnly, Fraction } from '#kernel/values'
import {
  cohortCreditRecorded,
  cohortJoined,
  cohortStateChanged,
  cohortStepReached,
} from '../entries.ts'
import {
  cohortMemberSchema,
  type CohortMemberInput,
  participantSchema,
  type ParticipantInput,
} from '../inputs.ts'
import { standing } from '../rules/completion.ts'
import type { CohortState, CohortStepsTable } from '../schema.ts'
import { isActivePerson, personsByAddress } from './imported-people.ts'
import { absent, faulty, taken } from './refusals.ts'

/** Takes a person into the cohort of a year, sent by an organisation. */
export async function joinCohort(
  work: Work,
  programmeYearId: string,
  given: CohortMemberInput & { id?: string },
  imported = false,
): Promise<{ id: string } | Refusal> {
  const input = readValue(cohortMemberSchema, given)
  if (isRefused(input)) return input
  const year = await work.read
    .selectFrom('programme_years as y')
    .innerJoin('alliance_programmes as p', 'p.id', 'y.programme_id')
    .leftJoin('cohort_members as c', (join) =>
      join.onRef('c.programme_year_id', '=', 'y.id').on('c.person_id', '=', input.personId),
    )
    .leftJoin('organisations as o', (join) => join.on('o.id', '=', input.organisationId))
    .select([
      'y.year',
      'y.programme_id',
      'p.lead_organisation_id',
      'c.id as member_id',
      'o.id as organisation_id',
    ])
    .where('y.id', '=', programmeYearId)
    .executeTakeFirst()
  if (!year || !work.may('alliance.cohort.change', { id: year.programme_id })) return absent()
  if (year.organisation_id === null) return faulty('organisationId', 'fault.unknown-organisation')
  if (!(await isActivePerson(work, input.personId)))
    return faulty('personId', 'fault.unknown-person')
  if (year.member_id !== null) return taken('personId', 'fault.in-cohort-already')
  const id = given.id ?? randomUUIDv7()
  const entry = cohortJoined({
    object: { kind: 'cohort-member', id },
    organisationIds: [input.organisationId, year.lead_organisation_id],
    personId: input.personId,
    data: { programmeYearId, year: year.year, imported },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('cohort_members')
      .values({
        id,
        programme_id: year.programme_id,
        programme_year_id: programmeYearId,
        person_id: input.personId,
        organisation_id: input.organisationId,
        enrolment_id: input.enrolmentId ?? null,
        recognised_credit: null,
        joined_on: input.joinedOn,
      })
      .onConflict((conflict) => conflict.columns(['programme_year_id', 'person_id']).doNothing())
      .executeTakeFirst()
    // Another tab may have been faster.
    return added.numInsertedOrUpdatedRows === 0n
      ? taken('personId', 'fault.in-cohort-already')
      : { id }
  })
}

/**
 * Takes one person into the cohort of a year by hand, found by their student number at the organisation that sends them
 * or by their address. A number that two people have is refused, and so is somebody who is not registered yet.
 */
export async function addParticipant(
  work: Work,
  programmeYearId: string,
  given: ParticipantInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(participantSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.cohort.change', {})) return absent()
  const enrolments = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.person_id'])
    .where('e.organisation_id', '=', input.organisationId)
    .where('e.student_number', '=', input.who)
    .where('p.state', '=', 'active')
    .orderBy('e.starts_on', 'desc')
    .execute()
  if (new Set(enrolments.map((each) => each.person_id)).size > 1) {
    return faulty('who', 'fault.several-people')
  }
  const byAddress = await personsByAddress(work, [input.who])
  const personId = enrolments[0]?.person_id ?? [...byAddress.values()][0]
  if (personId === undefined) return faulty('who', 'fault.unknown-participant')
  const { organisationId, joinedOn } = input
  const enrolmentId = enrolments[0]?.id
  const joined = await joinCohort(work, programmeYearId, {
    personId,
    organisationId,
    joinedOn,
    ...(enrolmentId === undefined ? {} : { enrolmentId }),
  })
  return isRefused(joined) ? asked(joined) : joined
}

/** The person was asked for by a number or an address: that is the field that a refusal is about. */
function asked(refusal: Refusal): Refusal {
  const { personId, ...fields } = refusal.fields
  return personId ? { ...refusal, fields: { ...fields, who: personId } } : refusal
}

/** A step that a participant has reached, and by whose word. */
export interface ReachedStep {
  kind: string
  on: DateOnly | null
  source: CohortStepsTable['source']
  /** The record of another module that shows it; with `source: 'record'` and only then. */
  evidence?: { kind: string; id: string }
  note?: string
}

/**
 * Records steps that a participant has reached, and completes the participation when nothing is missing any more.
 * Steps that stand already are left as they are; a step that the programme does not have is refused.
 */
export async function recordSteps(
  work: Work,
  memberId: string,
  steps: readonly ReachedStep[],
): Promise<{ recorded: number; state: CohortState } | Refusal> {
  const member = await memberForUpdate(work, memberId)
  if (!member || !work.may('alliance.cohort.change', member)) return absent()
  const known = new Map(member.steps.map((step) => [step.kind, step]))
  if (steps.some((step) => !known.has(step.kind))) return faulty('kind', 'fault.unknown-step')
  const fresh = steps.filter((step) => !member.reached.has(step.kind))
  if (fresh.length > 0) {
    const entries = fresh.map((step) =>
      cohortStepReached({
        object: { kind: 'cohort-member', id: memberId },
        organisationIds: [member.organisation_id, member.lead_organisation_id],
        personId: member.person_id,
        data: {
          programmeId: member.programme_id,
          step: step.kind,
          source: step.source,
          names: known.get(step.kind)!.names,
        },
      }),
    )
    await work.write(entries, (tx) =>
      tx
        .insertInto('cohort_steps')
        .values(
          fresh.map((step) => ({
            id: randomUUIDv7(),
            cohort_member_id: memberId,
            kind: step.kind,
            reached_on: step.on,
            source: step.source,
            evidence_kind: step.evidence?.kind ?? null,
            evidence_id: step.evidence?.id ?? null,
            note: step.note ?? null,
            recorded_at: work.now,
          })),
        )
        .execute(),
    )
  }
  for (const step of fresh) member.reached.add(step.kind)
  return { recorded: fresh.length, state: await settle(work, member) }
}

/** Records how much credit of a participant's stay was recognised: exact, in the scheme that the programme names. */
export async function recordCredit(
  work: Work,
  memberId: string,
  credit: Fraction,
): Promise<{ state: CohortState } | Refusal> {
  const member = await memberForUpdate(work, memberId)
  if (!member || !work.may('alliance.cohort.change', member)) return absent()
  if (credit.isNegative()) return faulty('credit', 'fault.not-a-number')
  const entry = cohortCreditRecorded({
    object: { kind: 'cohort-member', id: memberId },
    organisationIds: [member.organisation_id, member.lead_organisation_id],
    personId: member.person_id,
    data: { programmeId: member.programme_id, credit: credit.toString() },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('cohort_members')
      .set({ recognised_credit: credit.toString() })
      .where('id', '=', memberId)
      .execute(),
  )
  return { state: await settle(work, { ...member, credit }) }
}

/** Says where participants stand, when an office knows more than the steps: left, taken up again, completed. */
export async function setCohortStates(
  work: Work,
  programmeYearId: string,
  memberIds: readonly string[],
  state: CohortState,
): Promise<{ changed: number } | Refusal> {
  if (memberIds.length === 0) return faulty('keys', 'fault.nothing-chosen')
  let changed = 0
  for (const memberId of new Set(memberIds)) {
    const member = await memberForUpdate(work, memberId)
    if (!member || member.programme_year_id !== programmeYearId) return absent()
    if (!work.may('alliance.cohort.change', member)) return absent()
    if (member.state === state) continue
    await changeState(work, member, state)
    changed += 1
  }
  return { changed }
}

type Member = NonNullable<Awaited<ReturnType<typeof memberForUpdate>>>

/** Completes a participation that has come to have all that its programme wants: two may have been merged into one. */
export async function settleParticipation(work: Work, memberId: string): Promise<void> {
  const member = await memberForUpdate(work, memberId)
  if (member) await settle(work, member)
}

async function settle(work: Work, member: Member): Promise<CohortState> {
  if (member.state !== 'active') return member.state
  const { complete } = standing(member, { reached: member.reached, credit: member.credit })
  if (complete) await changeState(work, member, 'completed')
  return complete ? 'completed' : 'active'
}

async function changeState(work: Work, member: Member, state: CohortState): Promise<void> {
  const entry = cohortStateChanged({
    object: { kind: 'cohort-member', id: member.id },
    organisationIds: [member.organisation_id, member.lead_organisation_id],
    personId: member.person_id,
    data: { programmeId: member.programme_id, state },
  })
  await work.write(entry, (tx) =>
    tx.updateTable('cohort_members').set({ state }).where('id', '=', member.id).execute(),
  )
}

async function memberForUpdate(work: Work, id: string) {
  const member = await work.read
    .selectFrom('cohort_members')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!member) return null
  const programme = await work.read
    .selectFrom('alliance_programmes')
    .select(['steps', 'completion', 'lead_organisation_id'])
    .where('id', '=', member.programme_id)
    .executeTakeFirstOrThrow()
  const reached = await work.read
    .selectFrom('cohort_steps')
    .select('kind')
    .where('cohort_member_id', '=', id)
    .execute()
  return {
    ...member,
    ...programme,
    reached: new Set(reached.map((step) => step.kind)),
    credit: member.recognised_credit === null ? null : Fraction.parse(member.recognised_credit),
  }
}

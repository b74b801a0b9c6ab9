import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { enrolmentEnded, personEnrolled } from '../entries.ts'
import {
  enrolmentEndSchema,
  enrolmentSchema,
  type EnrolmentEndInput,
  type EnrolmentInput,
} from '../inputs.ts'
import { isActivePerson } from './imported-people.ts'
import { absent, faulty, taken } from './refusals.ts'

/** Enrols a person in a degree programme of the organisation; its student number is used once a programme. */
export async function enrol(
  work: Work,
  node: string,
  organisationId: string,
  given: EnrolmentInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = readValue(enrolmentSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.enrolment.change', { organisation_id: organisationId })) return absent()
  const programme = await work.read
    .selectFrom('degree_programmes as d')
    .leftJoin('enrolments as e', (join) =>
      join
        .onRef('e.degree_programme_id', '=', 'd.id')
        .on('e.student_number', '=', input.studentNumber),
    )
    .select(['d.closed_on', 'e.id as enrolment_id'])
    .where('d.id', '=', input.degreeProgrammeId)
    .where('d.organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!programme) return faulty('degreeProgrammeId', 'fault.unknown-degree-programme')
  if (programme.closed_on !== null && programme.closed_on <= input.startsOn) {
    return faulty('degreeProgrammeId', 'fault.closed-degree-programme')
  }
  if (programme.enrolment_id !== null) return taken('studentNumber', 'fault.student-number-taken')
  if (!(await isActivePerson(work, input.personId)))
    return faulty('personId', 'fault.unknown-person')
  const id = given.id ?? randomUUIDv7()
  const entry = personEnrolled({
    object: { kind: 'enrolment', id },
    organisationIds: [organisationId],
    personId: input.personId,
    data: {
      degreeProgrammeId: input.degreeProgrammeId,
      intakeYear: input.intakeYear,
      startsOn: input.startsOn,
    },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('enrolments')
      .values({
        id,
        origin: node,
        person_id: input.personId,
        organisation_id: organisationId,
        degree_programme_id: input.degreeProgrammeId,
        student_number: input.studentNumber,
        intake_year: input.intakeYear,
        intake_term: input.intakeTerm,
        starts_on: input.startsOn,
        ends_on: null,
        outcome: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'student_number', 'degree_programme_id']).doNothing(),
      )
      .executeTakeFirst()
    // Another tab may have been faster.
    return added.numInsertedOrUpdatedRows === 0n
      ? taken('studentNumber', 'fault.student-number-taken')
      : { id }
  })
}

/** Ends an enrolment with its outcome; one that has ended already keeps what was said of it. */
export async function endEnrolment(
  work: Work,
  organisationId: string,
  id: string,
  given: EnrolmentEndInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(enrolmentEndSchema, given)
  if (isRefused(input)) return input
  const row = await work.read
    .selectFrom('enrolments')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !work.may('alliance.enrolment.change', row)) return absent()
  if (row.outcome !== null) return taken('outcome', 'fault.enrolment-ended')
  if (input.endsOn < row.starts_on) return faulty('endsOn', 'fault.ends-before-start')
  const entry = enrolmentEnded({
    object: { kind: 'enrolment', id },
    organisationIds: [organisationId],
    personId: row.person_id,
    data: input,
  })
  return work.write(entry, async (tx) => {
    const change = { outcome: input.outcome, ends_on: input.endsOn }
    await tx.updateTable('enrolments').set(change).where('id', '=', id).execute()
    return { id }
  })
}

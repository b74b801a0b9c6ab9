import type { Reader } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'
import type { EnrolmentOutcome } from '../schema.ts'

/** An enrolment with what other modules need of it: the school, the degree programme and its rules' inputs. */
export interface EnrolmentRecord {
  id: string
  personId: string
  organisation: { id: string; names: LocalText }
  degreeProgramme: {
    id: string
    code: string
    names: LocalText
    level: string
    totalCredit: string
    creditScheme: string
  }
  studentNumber: string
  intakeYear: number
  startsOn: DateOnly
  endsOn: DateOnly | null
  outcome: EnrolmentOutcome | null
}

/** The enrolments of a person, the newest first. The caller has asked whether the actor may see the person. */
export async function enrolmentsOf(read: Reader, personId: string): Promise<EnrolmentRecord[]> {
  const rows = await read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select([
      'e.id',
      'e.person_id',
      'e.student_number',
      'e.intake_year',
      'e.starts_on',
      'e.ends_on',
      'e.outcome',
      'o.id as organisation_id',
      'o.names as organisation_names',
      'd.id as degree_programme_id',
      'd.code',
      'd.names',
      'd.level',
      'd.total_credit',
      'd.credit_scheme',
    ])
    .where('e.person_id', '=', personId)
    .orderBy('e.starts_on', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    organisation: { id: row.organisation_id, names: row.organisation_names },
    degreeProgramme: {
      id: row.degree_programme_id,
      code: row.code,
      names: row.names,
      level: row.level,
      totalCredit: row.total_credit,
      creditScheme: row.credit_scheme,
    },
    studentNumber: row.student_number,
    intakeYear: row.intake_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    outcome: row.outcome,
  }))
}

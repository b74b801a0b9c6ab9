import type { Database } from '#kernel/database'
import { idOf, insert } from './rows.ts'
import { enrolmentOf, places, subjects } from './viewers.ts'

/** A student's plan of the world. */
export interface WorldPlan {
  id: string
  label: string
  person: string
  organisation: string
  programme: string
}

/** Plans of students of the right programme, of another one, of another school, and of one who works here too. */
export async function insertPlans(database: Database, now: Date): Promise<WorldPlan[]> {
  const students = [
    ['of the programme', subjects.student],
    ['of another programme', subjects.studentOfWrong],
    ['of another school', subjects.studentElsewhere],
    ['of an evaluator', subjects.evaluatorWhoStudies],
  ] as const
  const plans: WorldPlan[] = []
  for (const [number, [label, person]] of students.entries()) {
    const [enrolment] = (
      await database.execute('select * from enrolments where id = $1', [enrolmentOf(person)])
    ).rows
    const organisation = String(enrolment!['organisation_id'])
    const programme = String(enrolment!['degree_programme_id'])
    const id = idOf(12, number + 1)
    await insert(database, 'recognition_plans', [
      {
        id,
        origin: 'test',
        person_id: person,
        enrolment_id: enrolmentOf(person),
        home_organisation_id: organisation,
        host_organisation_id: places.host,
        degree_programme_id: programme,
        created_at: now,
        updated_at: now,
      },
    ])
    plans.push({ id, label, person, organisation, programme })
  }
  return plans
}

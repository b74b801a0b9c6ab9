import type { Work } from '#kernel/database'
import type { LocalText, PersonName } from '#kernel/values'
import type { QueueFacts } from './queues.ts'

/** An open case of which rules and precedents have settled every line, and no person any. */
export interface ReadyCase {
  id: string
  number: string
  /** What its evaluation was made of: a decision must name it. */
  basis: string
  personId: string
  student: PersonName
  hostNames: LocalText
  programmeNames: LocalText
  credit: string | null
}

/** So many are decided together at most: what nobody reads is not decided. */
export const mostTogether = 50

/**
 * The cases that the actor may decide and of which no line waits for a person or has a person's word, the most urgent
 * first; of one queue where one is named. One query.
 */
export async function readyCases(work: Work, queue: QueueFacts | null): Promise<ReadyCase[]> {
  const rows = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('organisations as h', 'h.id', 'recognition_cases.host_organisation_id')
    .innerJoin('degree_programmes as g', 'g.id', 'recognition_cases.degree_programme_id')
    .select(['recognition_cases.id', 'recognition_cases.number', 'recognition_cases.person_id'])
    .select(['recognition_cases.input_hash', 'recognition_cases.recognised_credit', 'p.name'])
    .select(['h.names as host_names', 'g.names as programme_names'])
    .where(work.scope('recognition.case.decide', 'recognition_cases'))
    .where('recognition_cases.state', '=', 'open')
    .where('recognition_cases.lines_open', '=', 0)
    .where('recognition_cases.input_hash', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('case_lines as l')
            .select('l.id')
            .whereRef('l.case_id', '=', 'recognition_cases.id')
            .where('l.changed_by', 'is not', null),
        ),
      ),
    )
    .$if(queue !== null, (query) =>
      query
        .where('recognition_cases.home_organisation_id', '=', queue!.organisation_id)
        .where('recognition_cases.unit_id', 'is not distinct from', queue!.unit_id),
    )
    .orderBy('recognition_cases.due_on')
    .orderBy('recognition_cases.created_at')
    .orderBy('recognition_cases.id')
    .limit(mostTogether)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    basis: row.input_hash!,
    personId: row.person_id,
    student: row.name,
    hostNames: row.host_names,
    programmeNames: row.programme_names,
    credit: row.recognised_credit,
  }))
}

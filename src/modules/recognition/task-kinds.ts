import { sql } from 'kysely'
import type { TaskKind } from '#kernel/http'
import { displayName, isUuid, localised } from '#kernel/values'
import { m } from './messages/index.ts'

/** The kind of task by which evaluators learn of a case that waits for a decision. */
export const caseDecision = 'recognition.case-decision'

/** The kinds of task that recognition opens, with whom and what each is about. */
export const recognitionTasks: readonly TaskKind[] = [
  {
    kind: caseDecision,
    label: m('task.kind.case-decision'),
    async about(work, caseIds, language) {
      const rows = await work.read
        .selectFrom('recognition_cases')
        .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
        // Whoever was given the task and may not read the case reads no student's name.
        .leftJoin('persons as student', (join) =>
          join
            .onRef('student.id', '=', 'recognition_cases.person_id')
            .on((eb) => work.scope('recognition.case.read', 'recognition_cases')(eb) as never),
        )
        .select(['recognition_cases.id', 'host.names as host', 'student.name as student'])
        .where(sql<boolean>`recognition_cases.id = any(${caseIds.filter(isUuid)}::uuid[])`)
        .execute()
      return new Map(
        rows.map((row) => [
          row.id,
          {
            who: row.student && displayName(row.student, language),
            what: localised(row.host, language).text,
          },
        ]),
      )
    },
  },
]

import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Actor, Grant, Tables } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

type TaskBuilder = ExpressionBuilder<Tables, 'tasks'>

/**
 * What waits for an actor: tasks for the person; tasks for a role at an organisation for which they hold the grant;
 * and tasks for those for whom they stand in today, as far as the stand-in goes.
 */
export function waitsFor(actor: Actor, today: DateOnly) {
  return (eb: TaskBuilder): Expression<SqlBool> => {
    if (actor.kind === 'system') return sql<SqlBool>`true`
    if (actor.kind !== 'person') return sql<SqlBool>`false`
    return eb.or([
      eb('tasks.assignee_person_id', '=', actor.personId),
      ...roleTasks(eb, actor.grants),
      eb.and([
        eb('tasks.assignee_person_id', 'is not', null),
        eb.exists(standsInFor(eb, actor.personId, today)),
      ]),
    ])
  }
}

function roleTasks(eb: TaskBuilder, grants: readonly Grant[]): Expression<SqlBool>[] {
  const places = new Map<string, Grant>()
  for (const grant of grants) {
    if (grant.objectId === null) places.set(`${grant.role} ${grant.organisationId}`, grant)
  }
  return [...places.values()].map((grant) =>
    eb.and([
      eb('tasks.assignee_person_id', 'is', null),
      eb('tasks.assignee_role', '=', grant.role),
      grant.organisationId === null
        ? eb('tasks.organisation_id', 'is', null)
        : eb('tasks.organisation_id', '=', grant.organisationId),
    ]),
  )
}

function standsInFor(eb: TaskBuilder, personId: string, today: DateOnly) {
  return eb
    .selectFrom('stand_ins')
    .select('stand_ins.id')
    .whereRef('stand_ins.person_id', '=', 'tasks.assignee_person_id')
    .where('stand_ins.stand_in_id', '=', personId)
    .where('stand_ins.valid_from', '<=', today)
    .where('stand_ins.valid_until', '>=', today)
    .where((or) =>
      or.or([
        or('stand_ins.organisation_id', 'is', null),
        or('stand_ins.organisation_id', '=', or.ref('tasks.organisation_id')),
      ]),
    )
    .where(
      sql<SqlBool>`(cardinality(stand_ins.roles) = 0 or tasks.assignee_role = any (stand_ins.roles))`,
    )
}

import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Actor, Grant, Tables } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

type TaskBuilder = ExpressionBuilder<Tables, 'tasks'>

/**
 * What waits for an actor: tasks for the person; tasks for a role at an organisation for which they hold the grant, of
 * the programme and the units to which it is limited, unless it leaves them out; and tasks for those for whom they stand in today, as
 * far as the stand-in goes.
 */
export function waitsFor(actor: Actor, today: DateOnly) {
  return (eb: TaskBuilder): Expression<SqlBool> => {
    if (actor.kind === 'system') return sql<SqlBool>`true`
    if (actor.kind !== 'person') return sql<SqlBool>`false`
    return eb.or([
      eb('tasks.assignee_person_id', '=', actor.personId),
      ...roleTasks(eb, actor.personId, actor.grants),
      eb.and([
        eb('tasks.assignee_person_id', 'is not', null),
        leavesOutNone([actor.personId]),
        eb.exists(standsInFor(eb, actor.personId, today)),
      ]),
    ])
  }
}

/** What the person means to do on a later day, unless its own day has passed meanwhile. */
export function isForLater(personId: string, today: DateOnly) {
  return (eb: TaskBuilder): Expression<SqlBool> =>
    eb.and([
      sql<SqlBool>`coalesce(tasks.due_on >= ${today}, true)`,
      eb.exists(
        eb
          .selectFrom('task_plans')
          .select('task_plans.task_id')
          .whereRef('task_plans.task_id', '=', 'tasks.id')
          .where('task_plans.person_id', '=', personId)
          .where('task_plans.planned_on', '>', today),
      ),
    ])
}

function roleTasks(
  eb: TaskBuilder,
  personId: string,
  grants: readonly Grant[],
): Expression<SqlBool>[] {
  const places = new Map<string, Grant>()
  for (const grant of grants) {
    if (grant.objectId !== null) continue
    const { role, organisationId, programmeId, unitIds = null, onBehalfOf = null } = grant
    places.set(JSON.stringify([role, organisationId, programmeId, unitIds, onBehalfOf]), grant)
  }
  return [...places.values()].map((grant) =>
    eb.and([
      eb('tasks.assignee_person_id', 'is', null),
      eb('tasks.assignee_role', '=', grant.role),
      grant.organisationId === null
        ? eb('tasks.organisation_id', 'is', null)
        : eb('tasks.organisation_id', '=', grant.organisationId),
      ...(grant.programmeId === null ? [] : [eb('tasks.programme_id', '=', grant.programmeId)]),
      isOfUnits(grant),
      leavesOutNone([personId, ...(grant.onBehalfOf ? [grant.onBehalfOf] : [])]),
    ]),
  )
}

/** None of these is somebody whom the task leaves out: nobody does by standing in what they may not do themselves. */
function leavesOutNone(personIds: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`not (tasks.left_out_ids && ${[...personIds]}::uuid[])`
}

/** Where units decide: what is of the grant's units, and for a grant of the whole organisation what is of none. */
function isOfUnits({ unitIds }: Grant): Expression<SqlBool> {
  return unitIds == null
    ? sql<SqlBool>`(not tasks.by_unit or tasks.unit_id is null)`
    : sql<SqlBool>`(not tasks.by_unit or tasks.unit_id = any(${[...unitIds]}::uuid[]))`
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
/** The open task of the same kind, object and assignee as one that is closed: both cannot be open. */
export function openTwin(eb: ExpressionBuilder<Tables, 'tasks'>) {
  return eb
    .selectFrom('tasks as twin')
    .select('twin.id')
    .whereRef('twin.id', '<>', 'tasks.id')
    .whereRef('twin.kind', '=', 'tasks.kind')
    .whereRef('twin.object_kind', '=', 'tasks.object_kind')
    .whereRef('twin.object_id', '=', 'tasks.object_id')
    .whereRef('twin.assignee_person_id', 'is not distinct from', 'tasks.assignee_person_id')
    .whereRef('twin.assignee_role', 'is not distinct from', 'tasks.assignee_role')
    .whereRef('twin.organisation_id', 'is not distinct from', 'tasks.organisation_id')
    .where('twin.done_at', 'is', null)
    .where('twin.cancelled_at', 'is', null)
}

import { sql, type SqlBool } from 'kysely'
import type { PersonalData, Work, Writer } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** What tasks tell of what they hold of a person. */
export const taskData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { tasks, standIns } = await tasksAndLeaves(work, personId)
    const open = tasks.filter(({ done_at }) => done_at === null)
    const correct = '/inbox/leave'
    return [
      { what: m('held.open'), count: open.length, stays: null },
      {
        what: m('held.done'),
        count: tasks.length - open.length,
        stays: m('held.done-stays'),
      },
      { what: m('held.leaves'), count: standIns.length, stays: null, correct },
    ]
  },
}

/** What is kept of a person's tasks and leaves, for the person who asks for it. */
export async function exportPersonTasks(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  return { ...(await tasksAndLeaves(work, personId)) }
}

async function tasksAndLeaves(work: Work, personId: string) {
  const tasks = await work.read
    .selectFrom('tasks')
    .select(['id', 'kind', 'href', 'due_on', 'created_at', 'done_at', 'cancelled_at'])
    .where('assignee_person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  const standIns = await work.read
    .selectFrom('stand_ins')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('stand_in_id', '=', personId)]))
    .orderBy('valid_from')
    .execute()
  const plans = await work.read
    .selectFrom('task_plans')
    .select(['task_id', 'planned_on', 'said_at'])
    .where('person_id', '=', personId)
    .orderBy('said_at')
    .execute()
  return { tasks, standIns, plans }
}

/** Cancels what still waits for the person and removes their leaves; done tasks stay under their id without a name. */
export async function erasePersonTasks(work: Work, personId: string): Promise<{ kept: Message[] }> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('tasks')
      .set({ cancelled_at: work.now })
      .where('assignee_person_id', '=', personId)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .execute()
    await tx.deleteFrom('task_plans').where('person_id', '=', personId).execute()
    await tx
      .deleteFrom('stand_ins')
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('stand_in_id', '=', personId)]))
      .execute()
  })
  return { kept: [] }
}

/** Gives one person's tasks and leaves to another when they turn out to be the same; what both have open stays once. */
export async function mergePersonTasks(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('tasks')
      .set({ cancelled_at: work.now })
      .where('tasks.assignee_person_id', '=', from)
      .where('tasks.done_at', 'is', null)
      .where('tasks.cancelled_at', 'is', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('tasks as other')
            .select('other.id')
            .where('other.assignee_person_id', '=', into)
            .where('other.done_at', 'is', null)
            .where('other.cancelled_at', 'is', null)
            .whereRef('other.kind', '=', 'tasks.kind')
            .whereRef('other.object_kind', '=', 'tasks.object_kind')
            .whereRef('other.object_id', '=', 'tasks.object_id')
            .whereRef('other.assignee_role', 'is not distinct from', 'tasks.assignee_role')
            .whereRef('other.organisation_id', 'is not distinct from', 'tasks.organisation_id'),
        ),
      )
      .execute()
    await tx
      .updateTable('tasks')
      .set({ assignee_person_id: into })
      .where('assignee_person_id', '=', from)
      .execute()
    await tx
      .updateTable('tasks')
      .set({
        left_out_ids: sql<string[]>`array_replace(left_out_ids, ${from}::uuid, ${into}::uuid)`,
      })
      .where(sql<SqlBool>`${from}::uuid = any (left_out_ids)`)
      .execute()
    await movePlans(tx, from, into)
    await tx
      .deleteFrom('stand_ins')
      .where('person_id', 'in', [from, into])
      .where('stand_in_id', 'in', [from, into])
      .execute()
    await tx
      .updateTable('stand_ins')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    await tx
      .updateTable('stand_ins')
      .set({ stand_in_id: into })
      .where('stand_in_id', '=', from)
      .execute()
  })
}

/** Where both mean to do the same task, the day of the one who stays counts. */
async function movePlans(tx: Writer, from: string, into: string): Promise<void> {
  await tx
    .insertInto('task_plans')
    .columns(['task_id', 'person_id', 'planned_on', 'said_at', 'reminded_at'])
    .expression((eb) =>
      eb
        .selectFrom('task_plans')
        .select([
          'task_id',
          sql<string>`${into}::uuid`.as('person_id'),
          'planned_on',
          'said_at',
          'reminded_at',
        ])
        .where('person_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.deleteFrom('task_plans').where('person_id', '=', from).execute()
}

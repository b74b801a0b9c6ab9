import { z } from 'zod'
import { type Call, operation, pageNumber, type Route } from '#kernel/http'
import { type Task, tasksFor } from '#kernel/tasks'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import { readerDay } from '../reader.ts'

const pageSize = 100
const states = ['open', 'overdue', 'later', 'done'] as const
const day = z.iso.date()

const task = z.object({
  id: z.uuid(),
  kind: z.string(),
  subject: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }),
  href: z.string().describe('The page on which it is done'),
  organisationId: z.uuid().nullable(),
  role: z.string().nullable().describe('For whom it waits, where that is not the person'),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  plannedOn: day.nullable(),
  asStandIn: z.boolean(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
})

const listed = z.object({
  total: z.number().int(),
  pageSize: z.number().int(),
  counts: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    dueSoon: z.number().int(),
    later: z.number().int(),
  }),
  tasks: z.array(task),
})

/** What waits for the reader, over JSON; it names nobody. */
export const taskOperations: readonly Route[] = [
  operation('GET', '/tasks', {
    action: 'tasks.task.list',
    api: {
      summary: m('operation.tasks'),
      tag: m('frame.inbox'),
      query: z.object({
        state: z.enum(states).optional(),
        organisation: z.uuid().optional(),
        page: z.number().int().min(1).optional(),
      }),
      answer: listed,
    },
    handle: list,
  }),
]

async function list(call: Call) {
  const { query, t } = call
  const organisation = query.get('organisation') ?? ''
  const { tasks, total, counts } = await tasksFor(call.work, {
    state: states.find((each) => each === query.get('state')) ?? 'open',
    today: readerDay(call).today,
    ...(isUuid(organisation) ? { organisationId: organisation } : {}),
    limit: pageSize,
    offset: (pageNumber(call) - 1) * pageSize,
  })
  const data: z.output<typeof listed> = {
    total,
    pageSize,
    counts,
    tasks: tasks.map((each) => taskDocument(each, t(each.subject), call.href(each.href))),
  }
  return { kind: 'json' as const, data }
}

function taskDocument(row: Task, subject: string, href: string): z.output<typeof task> {
  return {
    id: row.id,
    kind: row.kind,
    subject,
    object: row.object,
    href,
    organisationId: row.organisationId,
    role: row.assigneeRole,
    dueOn: row.dueOn,
    overdue: row.overdue,
    plannedOn: row.plannedOn,
    asStandIn: row.asStandIn,
    createdAt: row.createdAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
  }
}

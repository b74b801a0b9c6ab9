import type { Work, WorkContext, WorkRunner } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { openTask } from '#kernel/tasks'
import { addWorkingDays, type Country, dateInZone } from '#kernel/values'
import { caseEscalated } from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import { type LateThing, lateThings } from '../../queries/office/late.ts'

/** The kind of task by which a named role learns of what is late. */
export const overdueTask = (what: LateThing['what']) => `recognition.overdue-${what}`

/** Looks every hour for what is late by the institutions' own working days, and lets the named role know, once for each day. */
export const escalationJob = jobType('recognition.escalate-late', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 600,
  async run({ runner, context, signal }) {
    await escalateLate({ runner, context, signal })
  },
})

/** Lets the named roles know of everything that is late now. Gives back how much it was. */
export async function escalateLate(parts: {
  runner: WorkRunner
  context: WorkContext
  signal?: AbortSignal
}): Promise<number> {
  const { runner, context, signal } = parts
  let count = 0
  for (const late of await lateThings(runner.reading(context))) {
    if (signal?.aborted) break
    if (isForgiven(late, context.now)) continue
    if (await runner.perform(context, (work) => escalate(work, late))) count += 1
  }
  return count
}

/** Whether the working days that the institution waits after a day are not over yet. */
function isForgiven({ dueOn, settings, country, timeZone }: LateThing, now: Date): boolean {
  const last =
    settings.escalationDays === 0
      ? dueOn
      : addWorkingDays(dueOn, settings.escalationDays, country as Country).date
  return dateInZone(now, timeZone) <= last
}

async function escalate(work: Work, late: LateThing): Promise<boolean> {
  const role = late.settings.escalationRole
  const row = { case_id: late.caseId, what: late.what, due_on: late.dueOn, role }
  const fresh = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('case_escalations')
      .values({ ...row, escalated_at: work.now })
      .onConflict((conflict) => conflict.columns(['case_id', 'what', 'due_on']).doNothing())
      .returning('case_id')
      .executeTakeFirst(),
  )
  // Another process was faster.
  if (!fresh) return false
  const entry = caseEscalated({
    object: { kind: 'recognition-case', id: late.caseId },
    organisationIds: [late.organisationId],
    personId: late.personId,
    data: { number: late.number, what: late.what, dueOn: late.dueOn, role },
  })
  await work.write(entry, async () => {})
  await openTask(work, {
    kind: overdueTask(late.what),
    assignee: { role, organisationId: late.organisationId },
    object: objectOf(late),
    subject: m(`task.overdue.${late.what}`, { number: late.number }),
    href: `/recognition/cases/${late.caseId}`,
    closesWithAct: true,
    programmeId: late.programmeId,
    unitId: null,
    leavesOut: [late.personId],
    dueOn: late.dueOn,
  })
  return true
}

/** What closes the task: the case's decision, the unit's answer, the registrar's confirmation. */
function objectOf({ what, caseId, referralId }: LateThing) {
  if (referralId !== null) return { kind: 'line-referral', id: referralId }
  return { kind: what === 'posting' ? 'case-posting' : 'recognition-case', id: caseId }
}

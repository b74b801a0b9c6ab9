import { isRefused, type Refusal, type Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { addDays, addWorkingDays, dateInZone, displayName } from '#kernel/values'
import { evidenceOverdue } from '../entries-evidence.ts'
import { m } from '../messages/index.ts'
import {
  evidenceById,
  type EvidenceRow,
  requestsOverdue,
  requestsToRemind,
} from '../queries/evidence.ts'
import { defaultSettings } from '../rules/settings.ts'
import { resumeCase } from './case-clock.ts'
import { aboutCase } from './evidence.ts'
import { sendRequest } from './evidence-mail.ts'

/** That the time for an answer is over, told to whom it was asked of and to whoever asked. */
export const overdueNotice = noticeKind(
  'recognition.evidence-overdue',
  m('notice.kind.evidence-overdue'),
  'immediate',
)

/** Notes which answers are overdue: the time for their cases runs on, and both sides are told. Gives back how many. */
export async function noteOverdue(work: Work, limit: number): Promise<number> {
  const ids = await requestsOverdue(work, limit)
  for (const id of ids) {
    const request = await evidenceById(work, id, 'lock')
    if (request?.state !== 'open' || request.overdue_at !== null) continue
    const entry = evidenceOverdue({
      ...aboutCase(request),
      data: { request: request.id, kind: request.kind, party: request.party },
    })
    await work.write(entry, (tx) =>
      tx
        .updateTable('evidence_requests')
        .set({ overdue_at: work.now })
        .where('id', '=', id)
        .execute(),
    )
    await resumeCase(work, request.case_id)
    await tellOverdue(work, request)
  }
  return ids.length
}

async function tellOverdue(work: Work, request: EvidenceRow): Promise<void> {
  const { number, id } = request
  const href = `/recognition/evidence/${id}`
  const asked = request.asked_person_id && (await personById(work, request.asked_person_id))
  if (asked && asked.state === 'active') {
    const message = m('notice.evidence-overdue', { number })
    await notify(work, { personId: asked.id, kind: overdueNotice, message, href })
  }
  const asker = await personById(work, request.asked_by)
  if (asker?.state !== 'active') return
  const name = request.asked_name ?? displayName(request.student, asker.preferredLanguage)
  const message = m('notice.evidence-overdue-asker', { name, number })
  await notify(work, { personId: asker.id, kind: overdueNotice, message, href })
}

/** The requests that are to be brought to mind now: as many working days before their end as their institution says. */
export async function remindersDue(work: Work): Promise<string[]> {
  const longest = addDays(dateInZone(work.now, 'UTC'), 120)
  const rows = await requestsToRemind(work, longest)
  return rows
    .filter((row) => {
      const days = row.reminder_working_days ?? defaultSettings.reminderWorkingDays
      if (days === 0) return false
      const today = dateInZone(work.now, row.time_zone)
      return row.due_on >= today && addWorkingDays(today, days, row.country).date >= row.due_on
    })
    .map(({ id }) => id)
}

/** Sends a request again, once: with a new link, beside which the first goes on counting. */
export async function remindOfEvidence(
  work: Work,
  id: string,
): Promise<'sent' | 'closed' | Refusal> {
  const request = await evidenceById(work, id, 'lock')
  if (request?.state !== 'open') return 'closed'
  const taken = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('evidence_requests')
      .set({ reminded_at: work.now })
      .where('id', '=', id)
      .where('reminded_at', 'is', null)
      .executeTakeFirst(),
  )
  if (taken.numUpdatedRows === 0n) return 'closed'
  const sent = await sendRequest(work, request, true)
  return isRefused(sent) ? sent : 'sent'
}

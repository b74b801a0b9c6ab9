import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { addDays, dateInZone, type DateOnly, type Language } from '#kernel/values'
import { weekAnswered } from '../entries.ts'
import { answerWeekByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { type WeekRow, weekById, weekOn } from '../queries/journal.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { aboutPlacement } from './about.ts'
import { askToWrite, minutesIn } from './journal.ts'
import { inField } from './refusing.ts'

/** A week of a journal is late, or came back from the host. */
export const weekNotice = noticeKind('internships.week', m('notice.kind.week'), 'immediate')

/** Days in which a week that came back is to be sent again. */
const daysToMend = 3

/** What a tutor says to a week by the link of a mail. */
export interface AnswerWeek {
  weekId: string
  answer: string
  /** The minutes that the page showed. */
  minutes: string
  remark: string
  language: Language
}

/**
 * The host's tutor confirms the hours of a week, or writes back what is wrong with them. Confirmed is what the page showed:
 * where the student has changed the hours meanwhile, the page is shown anew.
 */
export async function answerWeek(work: Work, input: AnswerWeek): Promise<true | Refusal> {
  const first = await weekById(work, input.weekId)
  const placement = first && (await placementById(work, first.placementId, 'lock'))
  const week = await weekById(work, input.weekId)
  if (!placement || !week || !work.may(answerWeekByLinkAction, week)) {
    return refuse(404, m('refusal.no-week'))
  }
  if (week.state !== 'sent') return refuse(409, m('refusal.week-answered'))
  const used = await useActLink(work)
  if (isRefused(used)) return used
  if (input.answer === 'return') return returnWeek(work, placement, week, input)
  if (input.answer !== 'confirm') return refuse(422, m('refusal.week-answer'))
  const minutes = await minutesIn(work, placement, week.week)
  if (input.minutes !== String(minutes)) return refuse(409, m('refusal.week-changed'))
  await confirm(work, placement, week, { minutes, by: 'tutor', remark: '', language: null })
  return true
}

async function returnWeek(
  work: Work,
  placement: PlacementRow,
  week: WeekRow,
  input: AnswerWeek,
): Promise<true | Refusal> {
  const remark = input.remark.trim().slice(0, 2000)
  if (remark === '') return inField('remark', m('refusal.week-remark'))
  const dueOn = addDays(dateInZone(work.now, placement.timeZone), daysToMend)
  const data = { week: week.week, state: 'returned', minutes: null, by: 'tutor' }
  await work.write(weekAnswered({ ...aboutPlacement(placement), data }), (tx) =>
    tx
      .updateTable('internship_weeks')
      .set({
        state: 'returned',
        answered_by: 'tutor',
        answered_at: work.now,
        remark,
        remark_language: input.language,
        due_on: dueOn,
        reminders: 0,
      })
      .where('id', '=', week.id)
      .execute(),
  )
  await askToWrite(work, placement, { ...week, dueOn })
  await notify(work, {
    personId: placement.person_id,
    kind: weekNotice,
    message: m('notice.week-returned'),
    href: `/internships/placements/${placement.id}/journal/${week.week}`,
  })
  return true
}

/** An office confirms the hours of a week with the host's word on paper: where nobody there uses links. */
export async function confirmForHost(
  work: Work,
  input: { placementId: string; week: DateOnly; remark: string; language: Language },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const week = await weekOn(work, placement.id, input.week)
  if (week?.state !== 'sent') return refuse(409, m('refusal.week-answered'))
  const remark = input.remark.trim().slice(0, 2000)
  if (remark === '') return inField('remark', m('refusal.week-how'))
  const minutes = await minutesIn(work, placement, week.week)
  const { language } = input
  await confirm(work, placement, week, { minutes, by: 'office', remark, language })
  await revokeActLinks(work, { objectIds: [week.id], action: answerWeekByLinkAction }, 'done')
  return true
}

async function confirm(
  work: Work,
  placement: PlacementRow,
  week: WeekRow,
  said: { minutes: number; by: 'tutor' | 'office'; remark: string; language: Language | null },
): Promise<void> {
  const { minutes, by } = said
  const data = { week: week.week, state: 'confirmed', minutes, by }
  await work.write(weekAnswered({ ...aboutPlacement(placement), data }), (tx) =>
    tx
      .updateTable('internship_weeks')
      .set({
        state: 'confirmed',
        minutes,
        answered_by: by,
        answered_at: work.now,
        remark: said.remark,
        remark_language: said.language,
      })
      .where('id', '=', week.id)
      .execute(),
  )
}

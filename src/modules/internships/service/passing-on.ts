import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { addDays, dateInZone } from '#kernel/values'
import {
  answerWeekByLinkAction,
  evaluateByLinkAction,
  reportByLinkAction,
  visitByLinkAction,
} from '../link-actions.ts'
import { agreementOf } from '../queries/agreements.ts'
import { evaluationById, evaluationsOf } from '../queries/evaluations.ts'
import { journalOf, weekById } from '../queries/journal.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { visitById, visitsOf } from '../queries/visits.ts'
import { languageOfCountry } from '../rules/agreement.ts'
import { daysToEvaluate } from '../rules/evaluation.ts'
import type { ReportingParty } from '../schema-incidents.ts'
import { mailEvaluator } from './evaluator-mail.ts'
import { minutesIn } from './journal.ts'
import { mailTutor } from './journal-mail.ts'
import { type HostTutor, tutorIn } from './tutor.ts'
import { mailVisitor } from './visit-mail.ts'

/** After so many reminders the morning asks nobody any more. */
const remindedEnough = 2

type Asked = Record<ReportingParty, HostTutor | null>

/**
 * What waits for a tutor or an academic mentor whom the agreement that counts does not name any more waits for whom it names:
 * the links of whoever left do nothing from now on, and whoever came is written to. Where nobody came it waits for the office.
 */
export async function passOn(work: Work, placement: PlacementRow): Promise<void> {
  const agreement = await agreementOf(work, placement.id)
  const mentor = agreement?.agreed?.parties.mentor ?? null
  const language = languageOfCountry(placement.homeCountry)
  const asked: Asked = {
    tutor: tutorIn(agreement, placement),
    mentor: mentor && { ...mentor, language },
  }
  await endReporting(work, placement.id, (party, email) => isFor(asked[party], email))
  await passEvaluations(work, placement, asked)
  await passWeeks(work, placement, asked.tutor)
  await passVisits(work, placement, asked.mentor)
}

/**
 * A mentor has left a student: nothing that was asked of them by a link is theirs to do any more. It waits until an agreement
 * names who comes after.
 */
export async function closeLinksOf(
  work: Work,
  placement: PlacementRow,
  addresses: readonly string[],
): Promise<void> {
  const left = (email: string) => addresses.some((each) => isSame(each, email))
  await endReporting(work, placement.id, (_party, email) => !left(email))
  const evaluations = (await evaluationsOf(work, placement.id)).filter(
    ({ email, givenAt }) => givenAt === null && email !== null && left(email),
  )
  for (const { id } of evaluations) await pauseEvaluation(work, id)
  const visits = (await visitsOf(work, placement.id)).filter(
    ({ state, mentorEmail }) => state !== 'done' && left(mentorEmail),
  )
  for (const { id } of visits) await pauseVisit(work, id)
}

const isSame = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase()
const isFor = (party: HostTutor | null, email: string) =>
  party !== null && isSame(party.email, email)

async function passEvaluations(work: Work, placement: PlacementRow, asked: Asked): Promise<void> {
  const soon = addDays(dateInZone(work.now, placement.timeZone), daysToEvaluate)
  for (const { id, party, email, givenAt, dueOn } of await evaluationsOf(work, placement.id)) {
    if (party === 'student' || givenAt !== null || email === null) continue
    const next = asked[party]
    if (isFor(next, email)) continue
    await pauseEvaluation(work, id)
    if (next === null || next.email === '') continue
    const set = {
      name: next.name,
      email: next.email,
      language: next.language,
      asked_at: work.now,
      due_on: dueOn > soon ? dueOn : soon,
      reminders: 0,
    }
    await work.writeUnchronicled((tx) =>
      tx.updateTable('internship_evaluations').set(set).where('id', '=', id).execute(),
    )
    await mailEvaluator(work, (await evaluationById(work, id))!, 'first')
  }
}

async function pauseEvaluation(work: Work, id: string): Promise<void> {
  await revokeActLinks(work, { objectIds: [id], action: evaluateByLinkAction }, 'given-away')
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_evaluations')
      .set({ reminders: remindedEnough })
      .where('id', '=', id)
      .execute(),
  )
}

async function passWeeks(
  work: Work,
  placement: PlacementRow,
  tutor: HostTutor | null,
): Promise<void> {
  for (const { id, state, week, tutorEmail } of await journalOf(work, placement.id)) {
    if (state !== 'sent' || isFor(tutor, tutorEmail ?? '')) continue
    await revokeActLinks(work, { objectIds: [id], action: answerWeekByLinkAction }, 'given-away')
    if (tutor === null) continue
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('internship_weeks')
        .set({
          tutor_name: tutor.name,
          tutor_email: tutor.email,
          tutor_language: tutor.language,
          nudges: 0,
        })
        .where('id', '=', id)
        .execute(),
    )
    const minutes = await minutesIn(work, placement, week)
    await mailTutor(work, (await weekById(work, id))!, minutes, 'first')
  }
}

async function passVisits(
  work: Work,
  placement: PlacementRow,
  mentor: HostTutor | null,
): Promise<void> {
  for (const { id, state, mentorEmail } of await visitsOf(work, placement.id)) {
    if (state === 'done' || isFor(mentor, mentorEmail)) continue
    await pauseVisit(work, id)
    if (mentor === null || mentor.email === '') continue
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('internship_visits')
        .set({
          mentor_name: mentor.name.slice(0, 120),
          mentor_email: mentor.email,
          mentor_language: mentor.language,
          reminders: 0,
        })
        .where('id', '=', id)
        .execute(),
    )
    await mailVisitor(work, (await visitById(work, id))!, 'plan')
  }
}

async function pauseVisit(work: Work, id: string): Promise<void> {
  await revokeActLinks(work, { objectIds: [id], action: visitByLinkAction }, 'given-away')
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_visits')
      .set({ reminders: remindedEnough })
      .where('id', '=', id)
      .execute(),
  )
}

async function endReporting(
  work: Work,
  placementId: string,
  stays: (party: ReportingParty, email: string) => boolean,
): Promise<void> {
  const rows = await work.read
    .selectFrom('internship_reporters')
    .select(['id', 'party', 'email'])
    .where(sql<SqlBool>`placement_id = ${placementId}::uuid`)
    .execute()
  const objectIds = rows.filter((row) => !stays(row.party, row.email)).map(({ id }) => id)
  await revokeActLinks(work, { objectIds, action: reportByLinkAction }, 'given-away')
}

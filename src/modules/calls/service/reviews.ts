import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { personByEmail } from '#kernel/identity'
import { displayName } from '#kernel/values'
import { affiliationsOf } from '#modules/alliance'
import { assign } from '#modules/matching'
import {
  conflictSaid,
  reviewDeclined,
  reviewersAssigned,
  reviewGiven,
  waiverGiven,
} from '../entries.ts'
import { m } from '../messages/index.ts'
import { type ApplicationRow, applicationsTo } from '../queries/applications.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { pairsOf, reviewById, reviewersOf, type ReviewRow } from '../queries/reviews.ts'
import { assigningRound } from '../rules/assigning.ts'
import { forbids } from '../rules/conflicts.ts'
import { graceEnd, stageOf } from '../rules/timeline.ts'
import { type SaidConflict, saidConflicts } from '../schema-reviews.ts'
import { about } from './about.ts'
import { conflictsIn } from './conflicts.ts'
import { askForReviews, closeTaskIfDone } from './review-tasks.ts'

/** The longest remark of a review. */
export const longestRemark = 4000

/** The roles at an institution from which it chooses its reviewers. */
export const reviewingRoles = [
  'evaluator',
  'academic-mentor',
  'industry-mentor',
  'curator',
  'officer',
]

/** Who of the institution may be asked to review. */
export async function possibleReviewers(work: Work, organisationId: string) {
  const all = await affiliationsOf(work, { organisationIds: [organisationId] })
  const found = all.filter(({ role }) => reviewingRoles.includes(role))
  return [...new Map(found.map(({ person }) => [person.id, person])).values()]
}

/** The call whose reviewers may be named, locked: it is published and not decided. */
async function reviewable(work: Work, callId: string): Promise<CallRow | Refusal> {
  const call = await undecided(work, callId)
  if (isRefused(call)) return call
  return call.definition.review ? call : refuse(409, m('refusal.no-rubric'))
}

/** The call about whose judges something may be said, locked. */
async function undecided(work: Work, callId: string): Promise<CallRow | Refusal> {
  const call = await callById(work, callId, 'lock')
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  return call.state === 'published' ? call : refuse(409, m('refusal.decided-already'))
}

/** Names reviewers, of the institution or by the address of their account, with the most that each reads. */
export async function addReviewers(
  work: Work,
  input: { callId: string; personIds: readonly string[]; address: string; most: number },
): Promise<{ added: number } | Refusal> {
  const call = await reviewable(work, input.callId)
  if (isRefused(call)) return call
  if (!(input.most >= 1 && input.most <= 1000)) {
    return refuse(422, m('refusal.load'), { most: m('refusal.load') })
  }
  const possible = await possibleReviewers(work, call.organisation_id)
  const ids = new Set(input.personIds.filter((id) => possible.some((each) => each.id === id)))
  if (input.address !== '') {
    const found = await personByEmail(work, input.address)
    if (!found?.verified) {
      return refuse(422, m('refusal.no-account'), { address: m('refusal.no-account') })
    }
    ids.add(found.id)
  }
  if (ids.size === 0) {
    return refuse(422, m('refusal.no-reviewer'), { reviewer: m('refusal.no-reviewer') })
  }
  const added = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('call_reviewers')
      .values(
        [...ids].map((person_id) => ({
          id: randomUUIDv7(),
          call_id: call.id,
          organisation_id: call.organisation_id,
          person_id,
          most: input.most,
          added_by: personOf(work.actor)!,
          added_at: work.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['call_id', 'person_id']).doUpdateSet({ most: input.most }),
      )
      .returning('id')
      .execute(),
  )
  return { added: added.length }
}

/** Lifts the soft conflict of the same institution for a call, with a reason that is kept. */
export async function waiveInstitution(
  work: Work,
  input: { callId: string; reason: string },
): Promise<true | Refusal> {
  const call = await undecided(work, input.callId)
  if (isRefused(call)) return call
  if (input.reason === '' || input.reason.length > 2000) {
    return refuse(422, m('refusal.no-waiver'), { waiver: m('refusal.no-waiver') })
  }
  const entry = waiverGiven({ ...about(call), data: {}, personal: { reason: input.reason } })
  const row = { reason: input.reason, waived_by: personOf(work.actor)!, waived_at: work.now }
  await work.write(entry, (tx) =>
    tx
      .insertInto('call_waivers')
      .values({ call_id: call.id, ...row })
      .onConflict((conflict) => conflict.column('call_id').doUpdateSet(row))
      .execute(),
  )
  return true
}

/** A review that is to be. */
interface NewReview {
  applicationId: string
  reviewerId: string
}

/**
 * Gives every application as many reviewers as the call says, at the least cost, within everybody's load and never
 * against a conflict; those who have reviewers already keep them. Tells how many could not be given.
 */
export async function assignReviewers(
  work: Work,
  callId: string,
): Promise<{ assigned: number; lacking: number } | Refusal> {
  const call = await reviewable(work, callId)
  if (isRefused(call)) return call
  const isOver = stageOf(call, work.now) === 'closed' && graceEnd(call.closes_at!) <= work.now
  if (!isOver) return refuse(409, m('refusal.still-open'))
  const all = { outcome: null, wish: null, q: '', withdrawn: false }
  const applications = (await applicationsTo(work, call.id, all, null)).rows
  const reviewers = await reviewersOf(work, call.id)
  if (reviewers.length === 0) return refuse(409, m('refusal.no-reviewer'))
  const pairs = await pairsOf(work, call.id)
  const { between, isWaived } = await conflictsIn(work, call, {
    applications,
    reviewerIds: reviewers.map(({ person_id }) => person_id),
  })
  const taken = new Set(pairs.map((each) => `${each.application_id} ${each.reviewer_id}`))
  const has = Map.groupBy(
    pairs.filter(({ state }) => state !== 'declined'),
    (each) => each.application_id,
  )
  const room = new Map(reviewers.map(({ person_id: id, most, asked }) => [id, most - asked]))
  const byId = new Map(applications.map((each) => [each.id, each]))
  const costOf = (applicationId: string, reviewerId: string) => {
    if (taken.has(`${applicationId} ${reviewerId}`)) return null
    const conflict = between(byId.get(applicationId)!, reviewerId)
    if (forbids(conflict, isWaived)) return null
    return conflict === null ? ('free' as const) : ('waived' as const)
  }
  const made: NewReview[] = []
  const { each } = call.definition.review!
  const needs = new Map(applications.map(({ id }) => [id, each - (has.get(id)?.length ?? 0)]))
  for (let turn = 0; turn < each; turn += 1) {
    for (const isLevelled of [true, false]) {
      const wanting = [...needs].flatMap(([id, count]) => (count > each - turn - 1 ? [id] : []))
      for (const pair of oneRound(wanting, room, costOf, isLevelled)) {
        made.push(pair)
        taken.add(`${pair.applicationId} ${pair.reviewerId}`)
        room.set(pair.reviewerId, room.get(pair.reviewerId)! - 1)
        needs.set(pair.applicationId, needs.get(pair.applicationId)! - 1)
      }
    }
  }
  await insertReviews(work, call, made, false)
  const lacking = [...needs.values()].reduce((sum, count) => sum + Math.max(0, count), 0)
  return { assigned: made.length, lacking }
}

function oneRound(
  wanting: readonly string[],
  room: ReadonlyMap<string, number>,
  costOf: Parameters<typeof assigningRound>[2],
  isLevelled: boolean,
): NewReview[] {
  const readers = [...room].map(([id, left]) => ({ id, room: left }))
  const { problem, rows, columns } = assigningRound(wanting, readers, costOf, isLevelled)
  if (problem.rows === 0 || problem.columns === 0) return []
  const { arcs } = assign(problem)
  return rows.flatMap((applicationId, row) => {
    const arc = arcs[row]!
    return arc < 0 ? [] : [{ applicationId, reviewerId: columns[problem.column[arc]!]! }]
  })
}

async function insertReviews(
  work: Work,
  call: CallRow,
  made: readonly NewReview[],
  byHand: boolean,
): Promise<void> {
  if (made.length === 0) return
  const entry = reviewersAssigned({ ...about(call), data: { count: made.length, byHand } })
  await work.write(entry, async (tx) => {
    for (let from = 0; from < made.length; from += 1000) {
      await tx
        .insertInto('call_reviews')
        .values(
          made.slice(from, from + 1000).map(({ applicationId, reviewerId }) => ({
            id: randomUUIDv7(),
            call_id: call.id,
            organisation_id: call.organisation_id,
            application_id: applicationId,
            reviewer_id: reviewerId,
            assigned_by: personOf(work.actor)!,
            assigned_at: work.now,
            by_hand: byHand,
            given_at: null,
          })),
        )
        .execute()
    }
  })
  await askForReviews(
    work,
    call,
    made.map(({ reviewerId }) => reviewerId),
  )
}

/** Gives one application a reviewer by hand, with the same conflicts and the same load. */
export async function assignByHand(
  work: Work,
  input: { callId: string; number: number; reviewerId: string },
): Promise<true | Refusal> {
  const call = await reviewable(work, input.callId)
  if (isRefused(call)) return call
  const all = { outcome: null, wish: null, q: String(input.number), withdrawn: false }
  const found = (await applicationsTo(work, call.id, all, null)).rows
  const application = found.find(({ number }) => number === input.number)
  if (!application) {
    return refuse(422, m('refusal.no-application'), { number: m('refusal.no-application') })
  }
  const reviewer = (await reviewersOf(work, call.id)).find(
    ({ person_id: id }) => id === input.reviewerId,
  )
  if (!reviewer) {
    return refuse(422, m('refusal.no-reviewer'), { assignee: m('refusal.no-reviewer') })
  }
  const { between, isWaived } = await conflictsIn(work, call, {
    applications: [application],
    reviewerIds: [reviewer.person_id],
  })
  const conflict = between(application, reviewer.person_id)
  if (conflict !== null && forbids(conflict, isWaived)) {
    const fault = m('refusal.conflict', { conflict: m(`conflict.${conflict}`) })
    return refuse(409, fault, { assignee: fault })
  }
  if (reviewer.asked >= reviewer.most) {
    const name = displayName(reviewer.name, work.language)
    return refuse(409, m('refusal.full-load', { name }), {
      assignee: m('refusal.full-load', { name }),
    })
  }
  const pairs = await pairsOf(work, call.id)
  const isTwice = pairs.some(
    (each) => each.application_id === application.id && each.reviewer_id === reviewer.person_id,
  )
  if (isTwice) return refuse(409, m('refusal.reads-already'))
  await insertReviews(
    work,
    call,
    [{ applicationId: application.id, reviewerId: reviewer.person_id }],
    true,
  )
  return true
}

/** Keeps what a reviewer says stands between them and the applicant. */
async function writeConflict(work: Work, review: ReviewRow, kind: SaidConflict): Promise<void> {
  const entry = conflictSaid({
    object: { kind: 'call-application', id: review.application_id },
    organisationIds: [review.organisation_id],
    data: { kind },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('call_conflicts')
      .values({
        id: randomUUIDv7(),
        application_id: review.application_id,
        person_id: review.reviewer_id,
        kind,
        said_by: personOf(work.actor)!,
        said_at: work.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Gives a review: points for every criterion, and a remark. It may be given anew until the decisions are closed. */
export async function giveReview(
  work: Work,
  input: { reviewId: string; points: Record<string, string>; remark: string },
): Promise<true | Refusal> {
  const review = await ownReview(work, input.reviewId)
  if (isRefused(review)) return review
  const fields: Record<string, ReturnType<typeof m>> = {}
  const points: Record<string, number> = {}
  for (const { id, most } of review.definition.review?.criteria ?? []) {
    const typed = input.points[id] ?? ''
    if (/^\d{1,3}$/.test(typed) && Number(typed) <= most) points[id] = Number(typed)
    else fields[`points.${id}`] = m('refusal.points', { most })
  }
  if (input.remark.length > longestRemark) {
    fields['remark'] = m('answer.fault.long', { most: longestRemark, length: input.remark.length })
  }
  const first = Object.values(fields)[0]
  if (first) return refuse(422, first, fields)
  const entry = reviewGiven({ ...aboutReview(review), data: { again: review.state === 'given' } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_reviews')
      .set({
        state: 'given',
        points: JSON.stringify(points),
        remark: input.remark,
        given_at: work.now,
      })
      .where('id', '=', review.id)
      .execute(),
  )
  await closeTaskIfDone(work, review)
  return true
}

async function ownReview(work: Work, id: string): Promise<ReviewRow | Refusal> {
  const review = await reviewById(work, id, 'lock')
  if (!review || !work.may('calls.review.give', review)) return refuse(404, m('refusal.no-review'))
  return review.call_state === 'published' ? review : refuse(409, m('refusal.review-late'))
}

function aboutReview(review: ReviewRow) {
  return {
    object: { kind: 'call-review', id: review.id },
    organisationIds: [review.organisation_id],
  }
}

/** Hands a review back because of what stands between: the conflict is kept, and nobody asks again. */
export async function declineReview(
  work: Work,
  input: { reviewId: string; conflict: string },
): Promise<true | Refusal> {
  const review = await ownReview(work, input.reviewId)
  if (isRefused(review)) return review
  const kind = saidConflicts.find((each) => each === input.conflict)
  if (!kind) return refuse(422, m('refusal.no-conflict'), { conflict: m('refusal.no-conflict') })
  await writeConflict(work, review, kind)
  const entry = reviewDeclined({ ...aboutReview(review), data: {} })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_reviews')
      .set({ state: 'declined', given_at: null })
      .where('id', '=', review.id)
      .execute(),
  )
  await closeTaskIfDone(work, review)
  return true
}

/** Takes away the reviews that still wait of an application that was withdrawn: nobody reads it any more. */
export async function dropReviews(
  work: Work,
  application: Pick<ApplicationRow, 'id' | 'call_id'>,
): Promise<void> {
  const dropped = await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('call_reviews')
      .where('application_id', '=', application.id)
      .where('state', '=', 'open')
      .returning('reviewer_id')
      .execute(),
  )
  for (const { reviewer_id } of dropped) {
    await closeTaskIfDone(work, { call_id: application.call_id, reviewer_id })
  }
}

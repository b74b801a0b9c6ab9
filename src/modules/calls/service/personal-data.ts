import { sql, type SqlBool } from 'kysely'
import type { HeldFile, PersonalData, Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { fileOwner } from './applications.ts'
import {
  countAskedOf,
  eraseReferee,
  exportReferencesBy,
  filesOfReferee,
  isReadStill,
  mailsOf,
  removeTraces,
} from './referees-personal-data.ts'
import { eraseFromSittings, minutesAbout, satIn } from './sittings-personal-data.ts'
import {
  conflictsAbout,
  eraseReviewer,
  reviewingOf,
  reviewsGivenBy,
} from './reviewers-personal-data.ts'

/** What calls tell of what they hold of a person. */
export const callsData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { drafts, sent } = await countsOf(work, personId)
    const given = await reviewsGivenBy(work, personId)
    return [
      { what: m('held.drafts'), count: drafts, stays: null, correct: '/calls' },
      { what: m('held.applications'), count: sent, stays: m('held.decisions-stay') },
      { what: m('held.reviews'), count: given.length, stays: m('held.reviews-stay') },
      {
        what: m('held.sittings'),
        count: (await satIn(work, personId)).length,
        stays: m('held.minutes-stay'),
      },
      { what: m('held.reviewing'), count: await countReviewing(work, personId), stays: null },
      {
        what: m('held.references'),
        count: await countAskedOf(work, personId),
        stays: m('held.references-stay'),
      },
    ]
  },
  files: async (work, personId) => [
    ...(await filesAsHeld(work, personId)),
    ...(await filesOfReferee(work, personId)),
  ],
  async hinders(work, personId) {
    const row = await work.read
      .selectFrom('call_applications as a')
      .innerJoin('calls as c', 'c.id', 'a.call_id')
      .select('a.id')
      .where('a.person_id', '=', personId)
      .where('a.state', '=', 'submitted')
      .where('c.state', '<>', 'told')
      .executeTakeFirst()
    return [
      ...(row ? [m('held.open-application')] : []),
      ...((await isReadStill(work, personId)) ? [m('held.open-reference')] : []),
    ]
  },
}

async function countReviewing(work: Work, personId: string): Promise<number> {
  const held = await reviewingOf(work, personId)
  return Object.values(held).reduce((sum, each) => sum + each.length, 0)
}

async function countsOf(work: Work, personId: string) {
  const row = await work.read
    .selectFrom('call_applications')
    .select([
      sql<bigint>`count(*) filter (where number is null)`.as('drafts'),
      sql<bigint>`count(*) filter (where number is not null)`.as('sent'),
    ])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { drafts: Number(row.drafts), sent: Number(row.sent) }
}

/** Every application of the person with what hangs on it, what was decided once it was told, and what they gave for others'. */
export async function exportPersonCalls(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const rows = await work.read
    .selectFrom('call_applications as a')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .select(['a.id', 'c.titles', 'c.definition', 'c.state as call_state', 'a.number', 'a.answers'])
    .select(['a.state', 'a.begun_at', 'a.submitted_at', 'a.withdrawn_at', 'a.outcome'])
    .select(['a.destination_id', 'a.reason', 'a.reason_note', 'a.reply', 'a.replied_at'])
    .where('a.person_id', '=', personId)
    .orderBy('a.begun_at')
    .execute()
  const reviews = await reviewsAbout(work, personId)
  const references = await referencesAbout(work, personId)
  const appeals = await appealsOf(work, personId)
  const conflicts = await conflictsAbout(work, personId)
  const minutes = await minutesAbout(work, personId)
  const mails = await mailsOf(
    work,
    references.map(({ id }) => id),
  )
  return {
    reviewsGiven: await reviewsGivenBy(work, personId),
    sittings: await satIn(work, personId),
    ...(await reviewingOf(work, personId)),
    referencesAsked: await exportReferencesBy(work, personId),
    applications: rows.map((row) => {
      const { id, definition, outcome, destination_id, reason, reason_note, call_state, ...rest } =
        row
      const isTold = call_state === 'told'
      return {
        ...rest,
        // Who gave them stays with the office: what was said is the applicant's to have.
        ...(isTold
          ? {
              committee: minutes
                .filter((each) => each.application_id === id)
                .map(({ application_id: _id, ...each }) => each),
              reviews: reviews
                .filter((each) => each.application_id === id)
                .map(({ points, remark }) => ({ points, remark })),
            }
          : {}),
        appeal: appeals
          .filter((each) => each.application_id === id)
          .map(({ grounds, state, made_at, reason }) => ({ grounds, state, made_at, reason })),
        conflicts: conflicts
          .filter((each) => each.application_id === id)
          .map(({ kind, said_at }) => ({ kind, said_at })),
        references: references
          .filter((each) => each.application_id === id)
          .map(({ id: referenceId, name, state, asked_at, answered_at, rating, text }) => ({
            name,
            state,
            asked_at,
            answered_at,
            // What was given in confidence is the referee's to show, and so is what they wrote beside it.
            mails: definition.references?.shown
              ? mails(referenceId)
              : { sent: mails(referenceId).sent },
            ...(definition.references?.shown ? { rating, text } : {}),
          })),
        questions: definition.questions.map(({ id, label }) => ({ id, label })),
        ...(isTold ? { outcome, destination_id, reason, reason_note } : {}),
      }
    }),
  }
}

async function reviewsAbout(work: Work, personId: string) {
  return work.read
    .selectFrom('call_reviews as v')
    .innerJoin('call_applications as a', 'a.id', 'v.application_id')
    .select(['v.application_id', 'v.points', 'v.remark'])
    .where('a.person_id', '=', personId)
    .where('v.state', '=', 'given')
    .orderBy('v.given_at')
    .execute()
}

async function appealsOf(work: Work, personId: string) {
  return work.read
    .selectFrom('call_appeals as x')
    .innerJoin('call_applications as a', 'a.id', 'x.application_id')
    .select(['x.application_id', 'x.grounds', 'x.state', 'x.made_at', 'x.reason'])
    .where('a.person_id', '=', personId)
    .execute()
}

async function referencesAbout(work: Work, personId: string) {
  return work.read
    .selectFrom('call_references as r')
    .innerJoin('call_applications as a', 'a.id', 'r.application_id')
    .select(['r.id', 'r.application_id', 'r.name', 'r.state', 'r.asked_at', 'r.answered_at'])
    .select(['r.rating', 'r.text', 'a.number'])
    .where('a.person_id', '=', personId)
    .orderBy('r.asked_at')
    .execute()
}

/** Removes who was asked and what they wrote; of an application that was sent, that a reference was given stays. */
async function eraseReferences(work: Work, personId: string): Promise<void> {
  const references = await referencesAbout(work, personId)
  const ids = references.map(({ id }) => id)
  if (ids.length === 0) return
  await removeTraces(work, ids)
  const bare = references.filter(({ number, state }) => number === null || state === 'asked')
  await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('call_references')
      .where(sql<SqlBool>`id = any(${bare.map(({ id }) => id)}::uuid[])`)
      .execute(),
  )
}

/** Removes drafts, answers, files and notes; that somebody applied and what was decided stays, for the seats to add up. */
export async function erasePersonCalls(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const files = await filesAsHeld(work, personId)
  const { sent } = await countsOf(work, personId)
  await eraseReferences(work, personId)
  const referee = await eraseReferee(work, personId)
  await eraseReviewer(work, personId)
  await eraseFromSittings(work, personId)
  await work.writeUnchronicled(async (tx) => {
    const own = tx.selectFrom('call_applications').select('id').where('person_id', '=', personId)
    await tx
      .updateTable('call_decisions')
      .set({ reason_note: '{}' })
      .where('application_id', 'in', own)
      .execute()
    await tx
      .updateTable('call_reviews')
      .set({ remark: '' })
      .where((eb) => eb.or([eb('reviewer_id', '=', personId), eb('application_id', 'in', own)]))
      .execute()
    await tx
      .updateTable('call_appeals')
      .set({ grounds: '', reason: '' })
      .where('application_id', 'in', own)
      .execute()
    await tx
      .deleteFrom('call_conflicts')
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('application_id', 'in', own)]))
      .execute()
    await tx
      .deleteFrom('call_applications')
      .where('person_id', '=', personId)
      .where('number', 'is', null)
      .execute()
    await tx
      .updateTable('call_applications')
      .set({ answers: '{}', reason_note: '{}' })
      .where('person_id', '=', personId)
      .execute()
  })
  for (const { fileId } of files) await removeFile(work, fileId)
  const given = await reviewsGivenBy(work, personId)
  return {
    kept: [
      ...(sent > 0 ? [m('held.decisions-stay')] : []),
      ...(given.length > 0 ? [m('held.reviews-stay')] : []),
      ...(referee.given > 0 ? [m('held.references-stay')] : []),
    ],
  }
}

async function filesAsHeld(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('files as f')
    .innerJoin('call_applications as a', (join) => join.on(sql<SqlBool>`f.owner_id = a.id::text`))
    .select(['f.id', 'f.name', 'f.sha256', 'f.size_bytes'])
    .where('f.owner_kind', '=', fileOwner)
    .where('a.person_id', '=', personId)
    .execute()
  return rows.map(({ id, name, sha256, size_bytes }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size_bytes),
  }))
}

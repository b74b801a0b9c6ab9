import { sql, type SqlBool } from 'kysely'
import type { HeldFile, PersonalData, Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import { eraseMailsAbout } from '#kernel/mail'
import { revokeActLinks } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { filesOfReferences } from '../queries/references.ts'
import { fileOwner } from './applications.ts'
import { referenceAction, referenceOwner } from './references.ts'

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
    ]
  },
  files: filesAsHeld,
  async hinders(work, personId) {
    const row = await work.read
      .selectFrom('call_applications as a')
      .innerJoin('calls as c', 'c.id', 'a.call_id')
      .select('a.id')
      .where('a.person_id', '=', personId)
      .where('a.state', '=', 'submitted')
      .where('c.state', '<>', 'told')
      .executeTakeFirst()
    return row ? [m('held.open-application')] : []
  },
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

/** Every application of the person with its questions and answers, and what was decided once it was told. */
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
  return {
    reviewsGiven: await reviewsGivenBy(work, personId),
    applications: rows.map((row) => {
      const { id, definition, outcome, destination_id, reason, reason_note, call_state, ...rest } =
        row
      const isTold = call_state === 'told'
      return {
        ...rest,
        // Who gave them stays with the office: what was said is the applicant's to have.
        ...(isTold
          ? {
              reviews: reviews
                .filter((each) => each.application_id === id)
                .map(({ points, remark }) => ({ points, remark })),
            }
          : {}),
        appeal: appeals
          .filter((each) => each.application_id === id)
          .map(({ grounds, state, made_at, reason }) => ({ grounds, state, made_at, reason })),
        references: references
          .filter((each) => each.application_id === id)
          .map(({ name, state, asked_at, answered_at, rating, text }) => ({
            name,
            state,
            asked_at,
            answered_at,
            // What was given in confidence is the referee's to show.
            ...(definition.references?.shown ? { rating, text } : {}),
          })),
        questions: definition.questions.map(({ id, label }) => ({ id, label })),
        ...(isTold ? { outcome, destination_id, reason, reason_note } : {}),
      }
    }),
  }
}

/** What a person gave as a reviewer. */
async function reviewsGivenBy(work: Work, personId: string) {
  return work.read
    .selectFrom('call_reviews')
    .select(['call_id', 'state', 'points', 'remark', 'given_at'])
    .where('reviewer_id', '=', personId)
    .where('state', '=', 'given')
    .orderBy('given_at')
    .execute()
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
  const files = await filesOfReferences(work, referenceOwner, ids)
  await revokeActLinks(work, { objectIds: ids, action: referenceAction }, 'withdrawn')
  await eraseMailsAbout(work, referenceOwner, ids)
  const bare = references.filter(({ number, state }) => number === null || state === 'asked')
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('call_references')
      .set({ name: '', address: '', text: '' })
      .where('id', 'in', ids)
      .execute()
    await tx
      .deleteFrom('call_references')
      .where(sql<SqlBool>`id = any(${bare.map(({ id }) => id)}::uuid[])`)
      .execute()
  })
  for (const { id } of [...files.values()].flat()) await removeFile(work, id)
}

/** Removes drafts, answers, files and notes; that somebody applied and what was decided stays, for the seats to add up. */
export async function erasePersonCalls(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const files = await filesAsHeld(work, personId)
  const { sent } = await countsOf(work, personId)
  await eraseReferences(work, personId)
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

import { createHash, randomUUIDv7 } from 'node:crypto'
import { canonicalJson } from '#kernel/chronicle'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { holdersOfRole } from '#modules/alliance'
import {
  exhibitionPublished,
  exhibitionReviewed,
  exhibitionTakenBack,
  reviewAsked,
  reviewTakenBack,
} from '../entries-exhibitions.ts'
import { m } from '../messages/index.ts'
import { exhibitionById, type ExhibitionRow } from '../queries/exhibitions.ts'
import { holderRoles } from '../policy.ts'
import { type Approval, approvalsOf, draftOf, type Draft } from '../queries/drafts.ts'
import { editableExhibition } from './editing.ts'

/** The task of an owner to look at an exhibition before it is published. */
export const ownerReviewTask = 'exhibitions.owner-review'
/** The task of a mentor to look at student work before its institutions do. */
export const mentorReviewTask = 'exhibitions.mentor-review'

/** Sends an exhibition to its owners, student work first to its mentor: until they have spoken it stands still. */
export async function askReview(work: Work, exhibitionId: string): Promise<true | Refusal> {
  const exhibition = await editableExhibition(work, exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const draft = await draftOf(work, exhibition)
  const fault = lacking(draft)
  if (fault) return fault
  const first = exhibition.kind === 'student' ? 'mentor' : 'review'
  if (first === 'mentor' && exhibition.mentor_id === null) {
    return refuse(422, m('refusal.no-mentor'), { mentor: m('refusal.no-mentor') })
  }
  const entry = reviewAsked({ ...about(exhibition), data: { version: exhibition.version } })
  await setState(work, exhibition, entry, first)
  await openReviews(work, exhibition, first)
  return true
}

function lacking(draft: Draft): Refusal | null {
  if (draft.content.rooms.every(({ placements }) => placements.length === 0)) {
    return refuse(422, m('refusal.nothing-hangs'))
  }
  const [text] = draft.heldBack
  if (text) return refuse(422, m('refusal.texts-missing', { count: draft.heldBack.length }))
  const [object] = draft.notShowable
  return object
    ? refuse(422, m('refusal.objects-closed', { count: draft.notShowable.length }))
    : null
}

async function openReviews(
  work: Work,
  exhibition: ExhibitionRow,
  stage: 'mentor' | 'review',
): Promise<void> {
  const shared = {
    object: { kind: 'exhibition', id: exhibition.id },
    subject: m(stage === 'mentor' ? 'task.mentor-review' : 'task.owner-review'),
    href: `/exhibitions/${exhibition.id}/review`,
    closesWithAct: true,
  }
  if (stage === 'mentor') {
    const assignee = { personId: exhibition.mentor_id! }
    await openTask(work, { ...shared, kind: mentorReviewTask, assignee })
    return
  }
  for (const { id } of exhibition.owners) {
    const assignee = { role: await reviewingRole(work, id), organisationId: id }
    await openTask(work, {
      ...shared,
      kind: ownerReviewTask,
      assignee,
      leavesOut: [exhibition.author_id],
    })
  }
}

/** Who looks at exhibitions for an institution: its curators, and where it has none its coordinators. */
async function reviewingRole(work: Work, organisationId: string): Promise<string> {
  for (const role of holderRoles) {
    const place = { role, organisationId, programmeId: null }
    if ((await holdersOfRole(work.read, place, work.now)).length > 0) return role
  }
  return holderRoles[0]
}

/** Takes an exhibition back to work on it: what its owners had said no longer counts once something changes. */
export async function endReview(work: Work, exhibitionId: string): Promise<true | Refusal> {
  const exhibition = await exhibitionById(work, exhibitionId, 'lock')
  if (!exhibition || !work.may('exhibitions.exhibition.edit', exhibition)) {
    return refuse(404, m('refusal.no-exhibition'))
  }
  if (exhibition.state === 'draft') return true
  await setState(work, exhibition, reviewTakenBack({ ...about(exhibition), data: {} }), 'draft')
  await completeTasksOf(work, { object: { kind: 'exhibition', id: exhibition.id } })
  return true
}

/** What an owner or the mentor says of an exhibition: it may be shown, or it goes back with a reason. */
export async function giveReview(
  work: Work,
  input: { exhibitionId: string; version: number; verdict: 'approved' | 'returned'; note: string },
): Promise<true | Refusal> {
  const exhibition = await exhibitionById(work, input.exhibitionId, 'lock')
  const by = exhibition && reviewsAs(work, exhibition)
  if (!exhibition || !by) return refuse(404, m('refusal.no-exhibition'))
  if (exhibition.version !== input.version) return refuse(409, m('refusal.changed-meanwhile'))
  if (input.verdict === 'returned' && input.note === '') {
    return refuse(422, m('refusal.no-reason'), { note: m('refusal.no-reason') })
  }
  const { version, verdict, note } = input
  const ownerId = by === 'owner' ? await ownerToSpeakFor(work, exhibition) : null
  const entry = exhibitionReviewed({ ...about(exhibition), data: { version, verdict, by } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('exhibition_reviews')
      .values({
        id: randomUUIDv7(),
        exhibition_id: exhibition.id,
        organisation_id: ownerId,
        of_version: version,
        verdict,
        note,
        person_id: personOf(work.actor),
        given_at: work.now,
      })
      .execute(),
  )
  await moveOn(work, exhibition, { verdict, by })
  return true
}

/** The owner for which somebody speaks: of several that they work for the first that has not agreed yet. */
async function ownerToSpeakFor(work: Work, exhibition: ExhibitionRow): Promise<string> {
  const waiting = await waitingOwners(work, exhibition)
  const own = exhibition.owners.filter(({ id }) =>
    work.may('exhibitions.exhibition.review', { ...exhibition, organisation_id: id }),
  )
  return (own.find(({ id }) => waiting.includes(id)) ?? own[0])?.id ?? exhibition.organisation_id
}

/** As whom somebody may speak now: the mentor of student work first, then each owner for itself. */
export function reviewsAs(work: Work, exhibition: ExhibitionRow): 'owner' | 'mentor' | null {
  if (exhibition.state === 'draft' || !work.may('exhibitions.exhibition.review', exhibition))
    return null
  return exhibition.state === 'mentor' ? 'mentor' : 'owner'
}

async function moveOn(
  work: Work,
  exhibition: ExhibitionRow,
  { verdict, by }: { verdict: 'approved' | 'returned'; by: 'owner' | 'mentor' },
): Promise<void> {
  const object = { kind: 'exhibition', id: exhibition.id }
  const waiting = verdict === 'approved' ? await waitingOwners(work, exhibition) : []
  if (verdict === 'returned') {
    await updateState(work, exhibition, 'draft')
    await completeTasksOf(work, { object })
  } else if (by === 'mentor') {
    await updateState(work, exhibition, 'review')
    await completeTasksOf(work, { object, kinds: [mentorReviewTask] })
    await openReviews(work, exhibition, 'review')
  } else {
    // Each owner has spoken for itself: its task is done, whoever else is still waited for.
    for (const owner of exhibition.owners) {
      if (waiting.includes(owner.id)) continue
      const organisationId = owner.id
      await completeTasksOf(work, { object, kinds: [ownerReviewTask], organisationId })
    }
  }
}

/** The owners that have not yet agreed to the exhibition as it stands. */
async function waitingOwners(work: Work, exhibition: ExhibitionRow): Promise<string[]> {
  return waitingAfter(await approvalsOf(work, exhibition.id), exhibition)
}

/** The same, after what has been said. */
export function waitingAfter(approvals: readonly Approval[], exhibition: ExhibitionRow): string[] {
  return exhibition.owners.map(({ id }) => id).filter((id) => !hasAgreed(approvals, exhibition, id))
}

function hasAgreed(
  approvals: readonly Approval[],
  { version }: ExhibitionRow,
  ownerId: string,
): boolean {
  const last = approvals.findLast(
    ({ organisation_id, of_version }) => organisation_id === ownerId && of_version === version,
  )
  return last?.verdict === 'approved'
}

/** Makes a version of an exhibition to which every owner has agreed, and shows it to everybody. */
export async function publishExhibition(
  work: Work,
  input: { exhibitionId: string; version: number },
): Promise<{ number: number } | Refusal> {
  const exhibition = await exhibitionById(work, input.exhibitionId, 'lock')
  if (!exhibition || !work.may('exhibitions.exhibition.publish', exhibition)) {
    return refuse(404, m('refusal.no-exhibition'))
  }
  if (exhibition.version !== input.version) return refuse(409, m('refusal.changed-meanwhile'))
  if (exhibition.state !== 'review') return refuse(409, m('refusal.not-reviewed'))
  const waiting = await waitingOwners(work, exhibition)
  if (waiting.length > 0) return refuse(409, m('refusal.owners-wait', { count: waiting.length }))
  const draft = await draftOf(work, exhibition)
  const fault = lacking(draft)
  if (fault) return fault
  const known = await lastNumber(work, exhibition.id)
  const number = known + 1
  const content = canonicalJson(draft.content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const entry = exhibitionPublished({ ...about(exhibition), data: { number, sha256 } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('exhibition_versions')
      .values({
        id: randomUUIDv7(),
        exhibition_id: exhibition.id,
        number,
        content,
        sha256,
        published_by: personOf(work.actor),
        published_at: work.now,
      })
      .execute()
    await tx
      .updateTable('exhibitions')
      .set({ public_number: number, state: 'draft' })
      .where('id', '=', exhibition.id)
      .execute()
  })
  await tellOthers(
    work,
    exhibition,
    exhibition.public_number === null ? 'Create' : 'Update',
    number,
  )
  return { number }
}

/** Takes an exhibition back from the public; its versions stay, and an earlier one can be shown again. */
export async function takeBackExhibition(
  work: Work,
  exhibitionId: string,
): Promise<true | Refusal> {
  const exhibition = await exhibitionById(work, exhibitionId, 'lock')
  if (!exhibition || !work.may('exhibitions.exhibition.publish', exhibition)) {
    return refuse(404, m('refusal.no-exhibition'))
  }
  const number = exhibition.public_number
  if (number === null) return true
  await work.write(exhibitionTakenBack({ ...about(exhibition), data: { number } }), (tx) =>
    tx
      .updateTable('exhibitions')
      .set({ public_number: null })
      .where('id', '=', exhibition.id)
      .execute(),
  )
  await tellOthers(work, exhibition, 'Delete', number)
  return true
}

/** Shows a version that was public before: every owner had agreed to it. */
export async function showVersion(
  work: Work,
  input: { exhibitionId: string; number: number },
): Promise<true | Refusal> {
  const exhibition = await exhibitionById(work, input.exhibitionId, 'lock')
  if (!exhibition || !work.may('exhibitions.exhibition.publish', exhibition)) {
    return refuse(404, m('refusal.no-exhibition'))
  }
  const version = await work.read
    .selectFrom('exhibition_versions')
    .select(['number', 'sha256'])
    .where('exhibition_id', '=', exhibition.id)
    .where('number', '=', input.number)
    .executeTakeFirst()
  if (!version) return refuse(422, m('refusal.no-version'))
  if (exhibition.public_number === version.number) return true
  await work.write(exhibitionPublished({ ...about(exhibition), data: version }), (tx) =>
    tx
      .updateTable('exhibitions')
      .set({ public_number: version.number })
      .where('id', '=', exhibition.id)
      .execute(),
  )
  const kind = exhibition.public_number === null ? 'Create' : 'Update'
  await tellOthers(work, exhibition, kind, version.number)
  return true
}

async function lastNumber(work: Work, exhibitionId: string): Promise<number> {
  const row = await work.read
    .selectFrom('exhibition_versions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('exhibition_id', '=', exhibitionId)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

async function tellOthers(
  work: Work,
  { id }: ExhibitionRow,
  kind: 'Create' | 'Update' | 'Delete',
  number: number,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('exhibition_activities')
      .values({ id: randomUUIDv7(), exhibition_id: id, kind, number, happened_at: work.now })
      .execute(),
  )
}

type State = ExhibitionRow['state']

async function setState(
  work: Work,
  exhibition: ExhibitionRow,
  entry: Parameters<Work['write']>[0],
  state: State,
): Promise<void> {
  await work.write(entry, (tx) =>
    tx.updateTable('exhibitions').set({ state }).where('id', '=', exhibition.id).execute(),
  )
}

async function updateState(work: Work, { id }: ExhibitionRow, state: State): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx.updateTable('exhibitions').set({ state }).where('id', '=', id).execute(),
  )
}

function about({ id, owners }: ExhibitionRow) {
  return { object: { kind: 'exhibition', id }, organisationIds: owners.map((owner) => owner.id) }
}

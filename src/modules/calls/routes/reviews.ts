import { show } from '#ui'
import { isRefused, personOf, type Work } from '#kernel/database'
import { fileById, fileKinds, filesOf, streamFile } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import { normaliseDigits } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { AnswerFile } from '../pages/application-words.tsx'
import { ReviewPage, ReviewsPage } from '../pages/reviews.tsx'
import { referenceById } from '../queries/references.ts'
import { reviewById, type ReviewRow, reviewsBy } from '../queries/reviews.ts'
import { fileOwner } from '../service/applications.ts'
import { referenceOwner } from '../service/references.ts'
import { declineReview, giveReview } from '../service/reviews.ts'
import { shownReferences } from './references.ts'

const read = { action: 'calls.review.read', load: loadReview }
const give = { action: 'calls.review.give', load: loadReview }

type ReviewCall = Call<ReviewRow>

/** What a reviewer reads and gives; where the call is blind no page and no file says whose it is. */
export const reviewRoutes: readonly Route[] = [
  page('GET', '/reviews', { action: 'calls.review.open', handle: list }),
  page<ReviewRow>('GET', '/reviews/:id', {
    ...read,
    handle: (call) => showReview(call, null, 200),
  }),
  page<ReviewRow>('GET', '/reviews/:id/file', { ...read, handle: sendFile }),
  page<ReviewRow>('POST', '/reviews/:id', { ...give, handle: giveIt }),
  page<ReviewRow>('POST', '/reviews/:id/decline', { ...give, handle: decline }),
]

/** The review that an address names. */
export function loadReview(work: Work, params: Record<string, string>): Promise<ReviewRow | null> {
  return reviewById(work, params['id'] ?? '')
}

async function list(call: Call): Promise<Answer> {
  const self = personOf(call.actor)
  const reviews = self === null ? [] : await reviewsBy(call.work, self)
  call.shows(reviews.filter(({ blind }) => !blind).map(({ person_id }) => person_id))
  return show(ReviewsPage({ scene: sceneOf(call), reviews }))
}

async function showReview(
  given: ReviewCall,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const review = (await reviewById(call.work, given.object.id)) ?? given.object
  const values = Object.fromEntries(
    Object.entries(review.points).map(([id, points]) => [`points.${id}`, String(points)]),
  )
  const shown = ReviewPage({
    scene: sceneOf(call),
    review,
    files: await filesFor(call, review),
    references: await shownReferences(
      call.work,
      { id: review.application_id, isReferred: isReferred(review) },
      (file) => call.href(`/reviews/${review.id}/file`, { file }),
    ),
    form: form ?? freshForm({ ...values, remark: review.remark }),
  })
  return show(shown, status)
}

/** The files of the application under the names that this reviewer may read. */
async function filesFor(call: Call, review: ReviewRow): Promise<Map<string, AnswerFile>> {
  const files = await filesOf(call.work, fileOwner, review.application_id)
  return new Map(
    files.map((file, place) => [
      file.id,
      {
        id: file.id,
        name: review.blind ? blindName(call, review, place, file.kind) : file.name,
        href: call.href(`/reviews/${review.id}/file`, { file: file.id }),
      },
    ]),
  )
}

function blindName(
  call: Call,
  review: ReviewRow,
  place: number,
  kind: keyof typeof fileKinds,
): string {
  const name = call.t(m('review.file', { number: review.number, place: place + 1 }))
  return `${name}.${fileKinds[kind].extension}`
}

async function sendFile(given: ReviewCall): Promise<Answer> {
  const call = given as Call
  const review = given.object
  const wanted = await fileById(call.work, call.query.get('file') ?? '')
  if (!wanted || !(await isReadable(call.work, review, wanted))) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, wanted.id)
  if (isRefused(found)) return { kind: 'absent' }
  const files = await filesFor(call, review)
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[found.file.kind].mediaType,
    name: files.get(wanted.id)?.name ?? wanted.name,
  }
}

/** References are a reviewer's to read unless the call is blind. */
function isReferred({ blind, definition }: ReviewRow): boolean {
  return !blind && definition.references !== undefined
}

async function isReadable(
  work: Work,
  review: ReviewRow,
  file: { owner_kind: string; owner_id: string },
): Promise<boolean> {
  if (file.owner_kind === fileOwner) return file.owner_id === review.application_id
  if (file.owner_kind !== referenceOwner || !isReferred(review)) return false
  const reference = await referenceById(work, file.owner_id)
  return reference?.application_id === review.application_id
}

async function giveIt(given: ReviewCall): Promise<Answer> {
  const call = given as Call
  const points = Object.fromEntries(
    Object.keys(call.form.values).flatMap((name) => {
      const id = /^points\.(c\d{1,2})$/.exec(name)?.[1]
      return id === undefined ? [] : [[id, normaliseDigits(valueOf(call, name))]]
    }),
  )
  const done = await call.perform((work) =>
    giveReview(work, { reviewId: given.object.id, points, remark: valueOf(call, 'remark') }),
  )
  if (isRefused(done)) return showReview(given, refusedForm(call, done), done.status)
  return call.redirect('/reviews', m('review.done'))
}

async function decline(given: ReviewCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) =>
    declineReview(work, { reviewId: given.object.id, conflict: valueOf(call, 'conflict') }),
  )
  if (isRefused(done)) return showReview(given, refusedForm(call, done), done.status)
  return call.redirect('/reviews', m('review.declined'))
}

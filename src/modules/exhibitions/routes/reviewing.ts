import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { AuthorReviewPage } from '../pages/author-review.tsx'
import { approvalsOf } from '../queries/drafts.ts'
import { type ExhibitionRow, loadExhibition } from '../queries/exhibitions.ts'
import { versionsOf, visitsOf } from '../queries/versions.ts'
import {
  askReview,
  endReview,
  giveReview,
  publishExhibition,
  reviewsAs,
  showVersion,
  takeBackExhibition,
  waitingAfter,
} from '../service/publishing.ts'
import { type WorkCall, workProps } from './authoring.ts'

const edit = { action: 'exhibitions.exhibition.edit', load: loadExhibition }
const look = { action: 'exhibitions.exhibition.preview', load: loadExhibition }
const reviewing = { action: 'exhibitions.exhibition.review', load: loadExhibition }
const publishing = { action: 'exhibitions.exhibition.publish', load: loadExhibition }

/** What the owners say of an exhibition, its publication, and its versions. */
export const reviewingRoutes: readonly Route[] = [
  page<ExhibitionRow>('GET', '/exhibitions/:id/review', {
    ...look,
    handle: (call) => showReview(call, freshForm(), 200),
  }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/review-request', { ...edit, handle: ask }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/review-end', { ...edit, handle: end }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/reviews', { ...reviewing, handle: speak }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/publication', { ...publishing, handle: publish }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/taking-back', { ...publishing, handle: takeBack }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/shown-version', {
    ...publishing,
    handle: showOlder,
  }),
]

async function showReview(given: WorkCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const props = await workProps(given, form)
  const { exhibition } = props
  const approvals = await approvalsOf(call.work, exhibition.id)
  const shown = AuthorReviewPage({
    ...props,
    approvals,
    waiting: waitingAfter(approvals, exhibition),
    versions: await versionsOf(call.work, exhibition.id),
    visits: await visitsOf(call.work, exhibition.id),
    speaksAs: reviewsAs(call.work, exhibition),
    mayEdit: call.may('exhibitions.exhibition.edit', exhibition),
    mayPublish: call.may('exhibitions.exhibition.publish', exhibition),
  })
  return show(shown, status)
}

function refused(given: WorkCall, refusal: Refusal): Promise<Answer> {
  return showReview(given, refusedForm(given as Call, refusal), refusal.status)
}

function here({ object }: WorkCall): string {
  return `/exhibitions/${object.id}/review`
}

async function ask(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => askReview(work, given.object.id))
  return isRefused(done) ? refused(given, done) : call.redirect(here(given), m('review.asked'))
}

async function end(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => endReview(work, given.object.id))
  return isRefused(done) ? refused(given, done) : call.redirect(here(given), m('review.ended'))
}

async function speak(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const verdict = valueOf(call, 'verdict') === 'returned' ? 'returned' : 'approved'
  const done = await call.perform((work) =>
    giveReview(work, {
      exhibitionId: given.object.id,
      version: countOf(call, 'version'),
      verdict,
      note: valueOf(call, 'note').slice(0, 4000),
    }),
  )
  if (isRefused(done)) return refused(given, done)
  return call.redirect(
    here(given),
    m(verdict === 'approved' ? 'review.agreed-now' : 'review.returned-now'),
  )
}

async function publish(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const version = countOf(call, 'version')
  const done = await call.perform((work) =>
    publishExhibition(work, { exhibitionId: given.object.id, version }),
  )
  if (isRefused(done)) return refused(given, done)
  return call.redirect(
    `/exhibitions/${given.object.id}`,
    m('review.published', { number: done.number }),
  )
}

async function takeBack(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => takeBackExhibition(work, given.object.id))
  return isRefused(done)
    ? refused(given, done)
    : call.redirect(here(given), m('versions.taken-back'))
}

async function showOlder(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const number = countOf(call, 'number')
  const done = await call.perform((work) =>
    showVersion(work, { exhibitionId: given.object.id, number }),
  )
  return isRefused(done)
    ? refused(given, done)
    : call.redirect(here(given), m('versions.shown-now', { number }))
}

function countOf(call: Call, name: string): number {
  const typed = valueOf(call, name)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

import { show } from '#ui'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  valueOf,
  localOf,
  sceneOf,
} from '#kernel/http'
import { localised } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { EditObjectPage, objectValues } from '../pages/edit-object.tsx'
import { mostFormBytes } from '../service/receiving.ts'
import { barOf } from '../pages/object-media.tsx'
import { NewObjectPage, OfficeObjectsPage } from '../pages/office-objects.tsx'
import { forgetImages } from '../queries/images.ts'
import { makingOf, mediaOf, mediumById } from '../queries/media.ts'
import { loadObject, objectById, type ObjectRow, withdrawalOf } from '../queries/objects.ts'
import { officeObjects } from '../queries/office-objects.ts'
import { describeMedium, removeMedium } from '../service/media.ts'
import { changeObject, makeObject, releaseObject } from '../service/objects.ts'
import { ownUploads } from '../service/uploads.ts'
import { returnObject, withdrawObject } from '../service/withdrawing.ts'
import { holdersOf } from './holders.ts'
import { detailsFrom, emptyDetails } from './object-details.ts'
import { takeManifestAt } from './take-manifest.ts'
import { takeMedia } from './take-media.ts'

const pageSize = 50
const edit = { action: 'exhibitions.object.edit', load: loadObject }
const medium = { action: 'exhibitions.object.edit', load: loadOfMedium }

/** Where a holder's curators describe what they hold, send its pictures, release it and take it back. */
export const officeObjectRoutes: readonly Route[] = [
  page('GET', '/objects/office', { action: 'exhibitions.object.edit', handle: office }),
  page('GET', '/objects/new', {
    action: 'exhibitions.object.edit',
    handle: (call) => showNew(call, freshForm(), 200),
  }),
  page('POST', '/objects/new', { action: 'exhibitions.object.edit', handle: begin }),
  page<ObjectRow>('GET', '/objects/:id/edit', {
    ...edit,
    handle: (call) => showEdit(call, freshForm(objectValues(call.object)), 200),
  }),
  page<ObjectRow>('POST', '/objects/:id/edit', { ...edit, handle: save }),
  page<ObjectRow>('GET', '/objects/:id/making', { ...edit, handle: tellMaking }),
  page<ObjectRow>('POST', '/objects/:id/media', {
    ...edit,
    maxBytes: mostFormBytes,
    handle: takeFiles,
  }),
  page<ObjectRow>('POST', '/objects/:id/manifest', { ...edit, perMinute: 20, handle: takeForeign }),
  page<ObjectRow>('POST', '/objects/media/:medium/words', {
    ...medium,
    maxBytes: 4 * 1024 * 1024,
    handle: describe,
  }),
  page<ObjectRow>('POST', '/objects/media/:medium/removal', { ...medium, handle: remove }),
  page<ObjectRow>('POST', '/objects/:id/release', { ...edit, handle: release }),
  page<ObjectRow>('POST', '/objects/:id/withdrawal', { ...edit, handle: withdraw }),
  page<ObjectRow>('POST', '/objects/:id/return', { ...edit, handle: giveBack }),
]

type ObjectCall = Call<ObjectRow>

async function loadOfMedium(work: Work, params: Record<string, string>): Promise<ObjectRow | null> {
  return (await mediumById(work, params['medium'] ?? ''))?.object ?? null
}

async function office(call: Call): Promise<Answer> {
  const at = pageNumber(call)
  const { objects, total } = await officeObjects(call.work, { page: at, size: pageSize })
  return show(OfficeObjectsPage({ scene: sceneOf(call), objects, page: at, pageSize, total }))
}

async function showNew(call: Call, form: FormState, status: number): Promise<Answer> {
  const ids = holdersOf(call)
  const names = await organisationNames(call.work, ids)
  const organisations = ids.map((value) => ({
    value,
    label: localised(names.get(value) ?? {}, call.language).text,
  }))
  return show(NewObjectPage({ scene: sceneOf(call), organisations, form }), status)
}

async function begin(call: Call): Promise<Answer> {
  const organisationId = valueOf(call, 'organisation')
  const wrong = m('refusal.no-holder')
  const made = holdersOf(call).includes(organisationId)
    ? await call.perform((work) =>
        makeObject(work, {
          organisationId,
          details: { ...emptyDetails, titles: localOf(call, 'title') },
          node: call.services.node,
        }),
      )
    : refuse(422, wrong, { organisation: wrong })
  if (isRefused(made)) return showNew(call, refusedForm(call, made), made.status)
  return call.redirect(`/objects/${made.objectId}/edit`, m('new.done'))
}

async function showEdit(given: ObjectCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const object = (await objectById(call.work, given.object.id)) ?? given.object
  const media = (await mediaOf(call.work, [object.id])).get(object.id) ?? []
  const reason = object.state === 'withdrawn' ? await withdrawalOf(call.work, object.id) : null
  const uploads = await ownUploads(call.work, object)
  const props = { scene: sceneOf(call), object, media, uploads, reason, form }
  return show(EditObjectPage(props), status)
}

/** How many of the pictures are ready, for the bar that follows it. */
async function tellMaking(call: ObjectCall): Promise<Answer> {
  const { object, work, href } = call
  const media = (await mediaOf(work, [object.id])).get(object.id) ?? []
  const making = makingOf(media)
  if (making === null)
    return {
      kind: 'json',
      data: { done: true, href: `${href(`/objects/${object.id}/edit`)}#media` },
    }
  return { kind: 'json', data: barOf(call, making) }
}

/** The page again after a refusal; what a form does not ask for is as it stands. */
function refused(call: ObjectCall, refusal: Refusal): Promise<Answer> {
  const form = refusedForm(call as Call, refusal)
  const values = { ...objectValues(call.object), ...form.values }
  return showEdit(call, { ...form, values }, refusal.status)
}

function versionOf(call: ObjectCall): number {
  const typed = valueOf(call as Call, 'version')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

async function save(given: ObjectCall): Promise<Answer> {
  const call = given as Call
  const objectId = given.object.id
  const details = detailsFrom(call)
  const done = isRefused(details)
    ? details
    : await call.perform((work) =>
        changeObject(work, { objectId, version: versionOf(given), details }),
      )
  if (isRefused(done)) return refused(given, done)
  forgetImages(call.work)
  return call.redirect(`/objects/${objectId}/edit`, m('edit.saved'))
}

async function takeFiles(given: ObjectCall): Promise<Answer> {
  const call = given as Call
  const taken = await takeMedia(call, given.object.id)
  if (isRefused(taken)) return refused(given, taken)
  return call.redirect(
    `/objects/${given.object.id}/edit`,
    m('media.sent', { count: taken }),
    'info',
  )
}

async function takeForeign(given: ObjectCall): Promise<Answer> {
  const taken = await takeManifestAt(given as Call, given.object.id)
  if (isRefused(taken)) return refused(given, taken)
  return given.redirect(`/objects/${given.object.id}/edit`, m('foreign.taken-now'))
}

async function describe(given: ObjectCall): Promise<Answer> {
  const call = given as Call
  const mediaId = call.params['medium'] ?? ''
  const done = await call.perform((work) =>
    describeMedium(work, {
      mediaId,
      alts: localOf(call, 'alt'),
      ...(valueOf(call, 'has-transcript') ? { transcripts: localOf(call, 'transcript') } : {}),
    }),
  )
  if (isRefused(done)) return refused(given, done)
  return call.redirect(`/objects/${given.object.id}/edit`, m('media.described'))
}

async function remove(given: ObjectCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => removeMedium(work, call.params['medium'] ?? ''))
  if (isRefused(done)) return refused(given, done)
  forgetImages(call.work)
  return call.redirect(`/objects/${given.object.id}/edit`, m('media.removed'))
}

async function release(given: ObjectCall): Promise<Answer> {
  const objectId = given.object.id
  const version = versionOf(given)
  const done = await given.perform((work) => releaseObject(work, { objectId, version }))
  return stood(given, done, m('release.done'))
}

async function withdraw(given: ObjectCall): Promise<Answer> {
  const reason = valueOf(given as Call, 'reason')
  const done = await given.perform((work) =>
    withdrawObject(work, { objectId: given.object.id, reason }),
  )
  return stood(given, done, m('withdraw.done'))
}

async function giveBack(given: ObjectCall): Promise<Answer> {
  const done = await given.perform((work) => returnObject(work, given.object.id))
  return stood(given, done, m('return.done'))
}

function stood(
  given: ObjectCall,
  done: true | Refusal,
  told: ReturnType<typeof m>,
): Promise<Answer> | Answer {
  if (isRefused(done)) return refused(given, done)
  forgetImages(given.work)
  return given.redirect(`/objects/${given.object.id}/edit`, told)
}

import { show } from '#ui'
import { type Answer, type Call, page, pageNumber, plain, type Route, sceneOf } from '#kernel/http'
import { ObjectPage } from '../pages/object.tsx'
import { ObjectsPage } from '../pages/objects.tsx'
import { mediaOf } from '../queries/media.ts'
import { loadObject, openObjects, type ObjectRow } from '../queries/objects.ts'
import { loadMedium } from './captions.ts'
import { type MediumOfObject, sendMedium } from './send-medium.ts'
import { foreignOf } from './visit.ts'

const pageSize = 48

/** What institutions hold, for everybody: the list, one object, and its files. */
export const objectRoutes: readonly Route[] = [
  page('GET', '/objects', { action: 'exhibitions.object.browse', handle: browse }),
  page<ObjectRow>('GET', '/objects/:id', {
    action: 'exhibitions.object.read',
    load: loadObject,
    handle: showObject,
  }),
  plain<MediumOfObject>('GET', '/objects/media/:medium', {
    action: 'exhibitions.object.read',
    load: loadMedium,
    handle: sendMedium,
  }),
]

async function browse(call: Call): Promise<Answer> {
  const at = pageNumber(call)
  const { objects, total } = await openObjects(call.work, { page: at, size: pageSize })
  const media = await mediaOf(
    call.work,
    objects.map(({ id }) => id),
  )
  return show(
    ObjectsPage({
      scene: sceneOf(call),
      objects,
      media,
      page: at,
      pageSize,
      total,
      mayOffice: call.may('exhibitions.object.edit'),
    }),
  )
}

async function showObject(given: Call<ObjectRow>): Promise<Answer> {
  const { object } = given
  const call = given as Call
  const media = (await mediaOf(call.work, [object.id])).get(object.id) ?? []
  const mayEdit = call.may('exhibitions.object.edit', object)
  const foreign = await foreignOf(call, media)
  return show(ObjectPage({ scene: sceneOf(call), object, media, foreign, mayEdit }))
}

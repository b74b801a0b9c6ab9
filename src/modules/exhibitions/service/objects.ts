import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import { objectMade, objectReleased } from '../entries.ts'
import { m } from '../messages/index.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'
import type { AccessKind, Maker, ObjectKind } from '../schema.ts'

/** What is told of an object; texts by language, years as numbers. */
export interface ObjectDetails {
  kind: ObjectKind
  inventory_number: string | null
  titles: LocalText
  descriptions: LocalText
  makers: Maker[]
  made_from: number | null
  made_until: number | null
  made_about: boolean
  periods: LocalText
  places: LocalText
  materials: LocalText
  dimensions: string | null
  provenances: LocalText
  credit_lines: LocalText
  rights_uri: string | null
  rights_holder: string | null
  access: AccessKind
  season_from: string | null
  season_until: string | null
}

/** Describes an object of an institution; it stays a draft until its holder releases it. */
export async function makeObject(
  work: Work,
  input: { organisationId: string; details: ObjectDetails; node: string; id?: string },
): Promise<{ objectId: string } | Refusal> {
  const self = personOf(work.actor)
  const place = { organisation_id: input.organisationId }
  if (self === null || !isUuid(input.organisationId) || !work.may('exhibitions.object.edit', place))
    return refuse(404, m('refusal.no-object'))
  if (!Object.values(input.details.titles).some((each) => each.trim() !== '')) {
    const missing = m('refusal.no-title')
    return refuse(422, missing, { title: missing })
  }
  const id = input.id ?? randomUUIDv7()
  const entry = objectMade({
    object: { kind: 'exhibition-object', id },
    organisationIds: [input.organisationId],
    data: {},
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('exhibition_objects')
      .values({
        id,
        origin: input.node,
        organisation_id: input.organisationId,
        ...storedDetails(input.details),
        created_by: self,
        created_at: work.now,
        changed_at: work.now,
        released_at: null,
        withdrawn_at: null,
      })
      .execute(),
  )
  return { objectId: id }
}

/** Lets an object be shown: the holder says so once its terms are named. */
export async function releaseObject(
  work: Work,
  input: { objectId: string; version: number },
): Promise<true | Refusal> {
  const object = await editableObject(work, input.objectId)
  if (!object) return refuse(404, m('refusal.no-object'))
  if (object.version !== input.version) return refuse(409, m('refusal.changed'))
  if (object.state !== 'draft') return true
  const { rights_uri: rightsUri, access } = object
  if (rightsUri === null) {
    const missing = m('refusal.no-rights')
    return refuse(422, missing, { rights_uri: missing })
  }
  await work.write(objectReleased({ ...aboutObject(object), data: { rightsUri, access } }), (tx) =>
    tx
      .updateTable('exhibition_objects')
      .set({
        state: 'available',
        released_at: work.now,
        changed_at: work.now,
        version: object.version + 1,
      })
      .where('id', '=', object.id)
      .execute(),
  )
  return true
}

/** The object locked for a change by whoever may change it; null for everybody else. */
export async function editableObject(work: Work, id: string): Promise<ObjectRow | null> {
  const object = await objectById(work, id, 'lock')
  return object && work.may('exhibitions.object.edit', object) ? object : null
}

/** What an entry about an object names. */
export function aboutObject(object: Pick<ObjectRow, 'id' | 'organisation_id'>) {
  return {
    object: { kind: 'exhibition-object', id: object.id },
    organisationIds: [object.organisation_id],
  }
}

function storedDetails(details: ObjectDetails) {
  return {
    ...details,
    titles: JSON.stringify(details.titles),
    descriptions: JSON.stringify(details.descriptions),
    makers: JSON.stringify(details.makers),
    periods: JSON.stringify(details.periods),
    places: JSON.stringify(details.places),
    materials: JSON.stringify(details.materials),
    provenances: JSON.stringify(details.provenances),
    credit_lines: JSON.stringify(details.credit_lines),
  }
}

import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import { objectChanged, objectMade, objectReleased } from '../entries.ts'
import { m } from '../messages/index.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'
import { type CommunityLabel, type Heritage, heritageFault } from '../rules/community.ts'
import type { AccessKind, Maker, ObjectKind, ObjectState } from '../schema.ts'

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
  heritage?: Heritage
  community_labels?: CommunityLabel[]
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
  const about = { id: null, state: 'draft', ...place } as const
  const fault = await detailsFault(work, input.details, about)
  if (fault) return fault
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

/** Changes what is told of an object. Whoever began from an older state is told so, and nothing happens. */
export async function changeObject(
  work: Work,
  input: { objectId: string; version: number; details: ObjectDetails },
): Promise<true | Refusal> {
  const object = await editableObject(work, input.objectId)
  if (!object) return refuse(404, m('refusal.no-object'))
  if (object.version !== input.version) return refuse(409, m('refusal.changed'))
  const fault = await detailsFault(work, input.details, object)
  if (fault) return fault
  const { details } = input
  const { access, rights_uri: rightsUri } = details
  await work.write(objectChanged({ ...aboutObject(object), data: { rightsUri, access } }), (tx) =>
    tx
      .updateTable('exhibition_objects')
      .set({ ...storedDetails(details), changed_at: work.now, version: object.version + 1 })
      .where('id', '=', object.id)
      .execute(),
  )
  return true
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
  const ungranted = grantFault(object)
  if (ungranted) return ungranted
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

/** A practice is not shown without the grant of its community, and the holder's word that custom allows it. */
function grantFault({ kind, heritage = {} }: Pick<ObjectDetails, 'kind' | 'heritage'>) {
  const fault = heritageFault(kind, heritage)
  if (fault === null) return null
  const missing = m(fault === 'no-grant' ? 'refusal.no-grant' : 'refusal.not-certified')
  return refuse(422, missing, { [fault === 'no-grant' ? 'granted_by' : 'certified']: missing })
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
    heritage: JSON.stringify(details.heritage ?? {}),
    community_labels: JSON.stringify(details.community_labels ?? []),
  }
}

const longestText = 20_000

async function detailsFault(
  work: Work,
  details: ObjectDetails,
  object: { id: string | null; organisation_id: string; state: ObjectState },
): Promise<Refusal | null> {
  if (!Object.values(details.titles).some((each) => each.trim() !== '')) {
    const missing = m('refusal.no-title')
    return refuse(422, missing, { title: missing })
  }
  const texts = [details.titles, details.descriptions, details.provenances, details.materials]
  const long = texts
    .flatMap((each) => Object.values(each))
    .find((each) => each.length > longestText)
  if (long !== undefined)
    return refuse(422, m('refusal.long', { most: longestText, length: long.length }))
  const { made_from: from, made_until: until } = details
  if (from !== null && until !== null && from > until) {
    const turned = m('refusal.years-turned')
    return refuse(422, turned, { made_until: turned })
  }
  if ((details.season_from === null) !== (details.season_until === null)) {
    const half = m('refusal.half-season')
    return refuse(422, half, { season_until: half })
  }
  if (object.state !== 'draft' && details.rights_uri === null) {
    const missing = m('refusal.no-rights')
    return refuse(422, missing, { rights_uri: missing })
  }
  const ungranted = object.state === 'draft' ? null : grantFault(details)
  if (ungranted) return ungranted
  return (await isNumberTaken(work, details, object)) ? taken() : null
}

/** What stands against an object of these details at an institution, before anything is made; null where nothing does. */
export function newObjectFault(
  work: Work,
  organisationId: string,
  details: ObjectDetails,
): Promise<Refusal | null> {
  const place = { id: null, organisation_id: organisationId, state: 'draft' } as const
  return detailsFault(work, details, place)
}

function taken(): Refusal {
  const fault = m('refusal.number-taken')
  return refuse(422, fault, { inventory_number: fault })
}

async function isNumberTaken(
  work: Work,
  { inventory_number: number }: ObjectDetails,
  object: { id: string | null; organisation_id: string },
): Promise<boolean> {
  if (number === null) return false
  const row = await work.read
    .selectFrom('exhibition_objects')
    .select('id')
    .where('organisation_id', '=', object.organisation_id)
    .where('inventory_number', '=', number)
    .executeTakeFirst()
  return row !== undefined && row.id !== object.id
}

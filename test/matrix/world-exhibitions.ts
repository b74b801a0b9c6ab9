import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects, viewers } from './viewers.ts'

const origin = 'matrix.example'

/** An object of the world: whose, and to whom it shows. */
const objects = [
  { label: 'draft here', id: idOf(61, 1), organisation: places.home, shown: 'holder' },
  { label: 'for everybody', id: idOf(61, 2), organisation: places.home, shown: 'everybody' },
  { label: 'for the signed in', id: idOf(61, 3), organisation: places.home, shown: 'signed-in' },
  { label: 'restricted elsewhere', id: idOf(61, 4), organisation: places.other, shown: 'holder' },
  { label: 'withdrawn here', id: idOf(61, 5), organisation: places.home, shown: 'holder' },
] as const

const states: Readonly<Record<string, { state: string; access: string }>> = {
  'draft here': { state: 'draft', access: 'open' },
  'for everybody': { state: 'available', access: 'open' },
  'for the signed in': { state: 'available', access: 'signed-in' },
  'restricted elsewhere': { state: 'available', access: 'holder' },
  'withdrawn here': { state: 'withdrawn', access: 'open' },
}

const mediumOf = (number: number) => idOf(62, number + 1)

/** Objects of both schools in every state, each with a picture. */
export async function insertObjects(database: Database, now: Date): Promise<void> {
  for (const [number, { label, id, organisation }] of objects.entries()) {
    const { state, access } = states[label]!
    await insert(database, 'exhibition_objects', [
      {
        id,
        origin,
        organisation_id: organisation,
        titles: { en: 'A cloth' },
        rights_uri: 'http://creativecommons.org/publicdomain/zero/1.0/',
        state,
        access,
        created_by: subjects.evaluatorWhoStudies,
        created_at: now,
        changed_at: now,
        released_at: state === 'draft' ? null : now,
        withdrawn_at: state === 'withdrawn' ? now : null,
      },
    ])
    await insertMedium(database, now, number)
  }
  for (const { id, object, by } of uploads) {
    const row = { id, person_id: by, owner_kind: 'exhibitions.object', owner_id: object.id }
    const file = { name: 'scan.tif', length_bytes: 100, state: 'open' }
    const times = { begun_at: now, changed_at: now, expires_at: new Date('2099-01-01T00:00:00Z') }
    await insert(database, 'open_uploads', [{ ...row, ...file, ...times }])
  }
}

const personOf = (label: string) => viewers.find((each) => each.label === label)!.who.person!

/** Large files that are under way: of those who look after the object, and of some who do not or no longer. */
const uploads = [
  { object: objects[0], by: personOf('curator here') },
  { object: objects[4], by: personOf('coordinator here') },
  { object: objects[3], by: personOf('coordinator elsewhere') },
  { object: objects[3], by: personOf('curator here') },
  { object: objects[1], by: personOf('coordinator until yesterday') },
  { object: objects[1], by: subjects.evaluatorWhoStudies },
].map((each, number) => ({ ...each, id: idOf(64, number + 1) }))

/** What the addresses of large files lead to. */
function ofUploads() {
  return uploads.map(({ id, object, by }, number) => ({
    label: `upload ${number + 1} of ${object.label}`,
    params: { upload: id },
    what: { ...nothing, id, organisation: object.organisation, creator: by } as What,
  }))
}

async function insertMedium(database: Database, now: Date, number: number): Promise<void> {
  const sha256 = 'd'.repeat(64)
  const file = {
    id: idOf(63, number + 1),
    origin,
    sha256,
    name: 'loom.jpg',
    kind: 'jpeg',
    size_bytes: 10,
    owner_kind: 'exhibitions.object',
    owner_id: objects[number]!.id,
    created_at: now,
  }
  await insert(database, 'files', [file])
  await insert(database, 'exhibition_media', [
    {
      id: mediumOf(number),
      origin,
      object_id: objects[number]!.id,
      position: 1,
      kind: 'image',
      file_id: file.id,
      sha256,
      media_type: 'image/jpeg',
      file_name: file.name,
      size_bytes: 10,
      width: 1000,
      height: 800,
      pyramid_file_id: file.id,
      pyramid_sha256: sha256,
      state: 'ready',
      created_by: subjects.evaluatorWhoStudies,
      created_at: now,
      ready_at: now,
    },
  ])
}

/** What the addresses of objects and their media lead to. */
export function ofExhibitions(path: string) {
  if (path.startsWith('/objects/uploads/')) return ofUploads()
  return objects.map(({ label, id, organisation, shown }, number) => ({
    label: `object ${label}`,
    params: {
      id,
      medium: mediumOf(number),
      image: mediumOf(number),
      region: 'full',
      size: 'max',
      rotation: '0',
      file: 'default.jpg',
      language: 'en',
    },
    what: { ...nothing, id, organisation, state: shown } as What,
  }))
}

/** Puts back what a form may have changed. */
export async function restoreObjects(database: Database): Promise<void> {
  const ids = objects.map(({ id }) => id)
  await database.execute(`delete from exhibition_withdrawals where object_id = any($1::uuid[])`, [
    ids,
  ])
  await database.execute(
    `update exhibition_media set removed_at = null where object_id = any($1::uuid[])`,
    [ids],
  )
  await database.execute(
    `update open_uploads set state = 'open', fault = null, received_bytes = 0 where id = any($1::uuid[])`,
    [uploads.map(({ id }) => id)],
  )
  for (const { id, label } of objects) {
    const { state, access } = states[label]!
    await database.execute(
      `update exhibition_objects set state = $2::text, access = $3,
         rights_uri = 'http://creativecommons.org/publicdomain/zero/1.0/',
         released_at = case when $2::text = 'draft' then null else created_at end,
         withdrawn_at = case when $2::text = 'withdrawn' then created_at end
       where id = $1`,
      [id, state, access],
    )
  }
}

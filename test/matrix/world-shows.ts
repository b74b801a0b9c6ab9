import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects, viewers } from './viewers.ts'

const origin = 'matrix.example'
const mentor = viewers.find(({ label }) => label === 'academic-mentor here')!.who.person!

/** An exhibition of the world: whose, where its working copy stands, and whether something of it is public. */
const shows = [
  { label: 'worked on here', id: idOf(64, 1), at: places.home, state: 'draft' },
  { label: 'public elsewhere', id: idOf(64, 3), at: places.other, state: 'draft', isPublic: true },
  {
    label: 'of somebody who studies, with the mentor',
    id: idOf(64, 4),
    at: places.home,
    state: 'mentor',
    author: subjects.principal,
  },
  {
    label: 'of somebody who studies',
    id: idOf(64, 5),
    at: places.home,
    state: 'review',
    author: subjects.principal,
  },
] as const

/** No stop has such a number: an address of an absent exhibition looks the same. */
const absentStop = idOf(99, 1)

type Show = (typeof shows)[number]

const authorOf = (show: Show) => ('author' in show ? show.author : null)
const roomOf = ({ id }: Show) => id.replace('-0040-', '-0041-')
const pieceOf = ({ id }: Show) => id.replace('-0040-', '-0042-')
const stepOf = ({ id }: Show) => id.replace('-0040-', '-0043-')

/** What hangs everywhere: an object that everybody may see. */
const hung = idOf(61, 2)

/** Exhibitions of both schools, each with a room, a piece in it and a stop of its tour. */
export async function insertShows(database: Database, now: Date): Promise<void> {
  for (const [number, show] of shows.entries()) {
    const author = authorOf(show)
    await insert(database, 'exhibitions', [
      {
        id: show.id,
        origin,
        organisation_id: show.at,
        kind: author ? 'student' : 'institution',
        author_id: author,
        mentor_id: author ? mentor : null,
        source_language: 'en',
        languages: ['en'],
        gate: 'present',
        state: show.state,
        created_by: subjects.evaluatorWhoStudies,
        created_at: now,
        changed_at: now,
      },
    ])
    await insert(database, 'exhibition_owners', [
      {
        id: idOf(66, number + 1),
        exhibition_id: show.id,
        organisation_id: show.at,
        position: 1,
      },
    ])
    await insertParts(database, show, now)
    if ('isPublic' in show) await publish(database, show, now)
  }
}

async function insertParts(database: Database, show: Show, now: Date): Promise<void> {
  const part = { exhibition_id: show.id, position: 1, created_at: now }
  const place = { column: 1, row: 1, width: 4, height: 4 }
  await insert(database, 'exhibition_parts', [
    { ...part, id: show.id, kind: 'exhibition' },
    { ...part, id: roomOf(show), kind: 'room', parent_id: show.id },
    {
      ...part,
      id: pieceOf(show),
      kind: 'placement',
      parent_id: roomOf(show),
      object_id: hung,
      settings: { place },
    },
    { ...part, id: stepOf(show), kind: 'step', parent_id: pieceOf(show) },
  ])
}

async function publish(database: Database, show: Show, now: Date): Promise<void> {
  const text = { en: 'A cloth' }
  const step = { id: stepOf(show), title: text, text, target: { kind: 'whole' } }
  const piece = {
    id: pieceOf(show),
    objectId: hung,
    title: text,
    text,
    place: { column: 1, row: 1, width: 4, height: 4 },
    steps: [step],
  }
  const room = {
    id: roomOf(show),
    title: text,
    text,
    wall: 'silk',
    layout: 'grid',
    placements: [piece],
  }
  await insert(database, 'exhibition_versions', [
    {
      id: idOf(65, 1),
      exhibition_id: show.id,
      number: 1,
      content: {
        title: text,
        subtitle: {},
        text,
        credits: {},
        sourceLanguage: 'en',
        languages: ['en'],
        owners: [],
        authorId: null,
        mentorId: null,
        coverObjectId: hung,
        rooms: [room],
      },
      sha256: 'a'.repeat(64),
      published_at: now,
    },
  ])
  await database.execute('update exhibitions set public_number = 1 where id = $1', [show.id])
}

/** Puts the states back that a form may have changed. */
export async function restoreShows(database: Database): Promise<void> {
  for (const show of shows) {
    await database.execute(
      `update exhibitions set state = $1, public_number = $2, author_id = $3, mentor_id = $4,
         organisation_id = $5 where id = $6`,
      [
        show.state,
        'isPublic' in show ? 1 : null,
        authorOf(show),
        authorOf(show) ? mentor : null,
        show.at,
        show.id,
      ],
    )
    await database.execute(
      'update exhibition_parts set removed_at = null where exhibition_id = $1',
      [show.id],
    )
  }
}

/** What the addresses of exhibitions lead to: visitors come to what is public only. */
export function ofShows(path: string) {
  const isVisit =
    /^(\/iiif)?\/exhibitions\/:id(\/(rooms|pieces|tour|manifest|labels|poster|bundle|schema|linked-art)\b.*)?$/.test(
      path,
    )
  return shows
    .filter((show) => !isVisit || 'isPublic' in show)
    .map((show) => ({
      label: `exhibition ${show.label}`,
      params: {
        id: show.id,
        room: roomOf(show),
        piece: pieceOf(show),
        stop: absentStop,
        part: roomOf(show),
      },
      what: {
        ...nothing,
        id: show.id,
        organisation: show.at,
        state: show.state,
        creator: authorOf(show),
        asked: authorOf(show) ? mentor : null,
      } as What,
    }))
}

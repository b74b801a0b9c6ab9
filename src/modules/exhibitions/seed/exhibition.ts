import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { languages, type LocalText } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { exhibitionById } from '../queries/exhibitions.ts'
import { workingCopy } from '../queries/parts.ts'
import type { TextField } from '../rules/parts.ts'
import { addOwner, changeSettings, makeExhibition } from '../service/exhibitions.ts'
import { addPart } from '../service/parts.ts'
import { askReview, giveReview, publishExhibition } from '../service/publishing.ts'
import { saveTexts, type SentText } from '../service/texts.ts'
import { seededExhibition, seededRooms } from './memory.ts'
import { seededPieces } from './beside.ts'

const { organisations, people } = cast
const exhibitionId = seededExhibition.id

/** The exhibition of two institutions: hung by one, agreed to by both, and public. */
export async function seedExhibition(seeding: Seeding): Promise<void> {
  const row = await seeding.database.kysely
    .selectFrom('exhibitions')
    .select(['public_number', 'state'])
    .where('id', '=', exhibitionId)
    .executeTakeFirst()
  if (row?.public_number) return
  if (!row) await hang(seeding)
  if (!row || row.state === 'draft')
    await by(seeding, people.curator, 8, (work) => askReview(work, exhibitionId))
  for (const personId of [people.curator, people.coordinatorPku]) {
    await by(seeding, personId, 7, async (work) => {
      const version = await versionOf(work)
      return giveReview(work, { exhibitionId, version, verdict: 'approved', note: '' })
    })
  }
  await by(seeding, people.curator, 6, async (work) =>
    publishExhibition(work, { exhibitionId, version: await versionOf(work) }),
  )
}

async function versionOf(work: Work): Promise<number> {
  return (await exhibitionById(work, exhibitionId))?.version ?? 0
}

/** Hangs everything in one transaction: a seed that is cut off leaves nothing half hung. */
async function hang(seeding: Seeding): Promise<void> {
  await by(seeding, people.curator, 9, async (work) => {
    const made = await makeExhibition(work, {
      organisationId: organisations.museum,
      titles: seededExhibition.title,
      sourceLanguage: 'en',
      node: seeding.services.node,
      id: exhibitionId,
    })
    if (isRefused(made)) return made
    const joined = await addOwner(work, { exhibitionId, organisationId: organisations.pku })
    if (isRefused(joined)) return joined
    const texts: Written[] = [
      { partId: exhibitionId, field: 'title', text: seededExhibition.title },
      { partId: exhibitionId, field: 'subtitle', text: seededExhibition.subtitle },
      { partId: exhibitionId, field: 'text', text: seededExhibition.text },
      { partId: exhibitionId, field: 'credits', text: seededExhibition.credits },
    ]
    for (const room of seededRooms) {
      const hung = await hangRoom(work, room)
      if (isRefused(hung)) return hung
      texts.push(...hung)
    }
    const cover = weaveId('standing-water')
    const set = await changeSettings(work, {
      exhibitionId,
      languages: [...languages],
      gate: 'reviewed',
      coverObjectId: cover,
    })
    return isRefused(set) ? set : write(work, texts)
  })
}

interface Written {
  partId: string
  field: TextField
  text: LocalText
}

async function hangRoom(
  work: Work,
  room: (typeof seededRooms)[number],
): Promise<Written[] | Refusal> {
  const { wall, layout } = room
  const made = await addPart(work, {
    exhibitionId,
    parentId: exhibitionId,
    settings: { wall, layout },
  })
  if (isRefused(made)) return made
  const texts: Written[] = [
    { partId: made.partId, field: 'title', text: room.title },
    { partId: made.partId, field: 'text', text: room.text },
  ]
  for (const piece of room.pieces) {
    const hung = await addPart(work, {
      exhibitionId,
      parentId: made.partId,
      objectId: weaveId(piece.weave),
      settings: { place: piece.place },
    })
    if (isRefused(hung)) return hung
    texts.push({ partId: hung.partId, field: 'text', text: piece.text })
    for (const step of piece.steps) {
      const added = await addPart(work, {
        exhibitionId,
        parentId: hung.partId,
        settings: { target: step.target },
      })
      if (isRefused(added)) return added
      texts.push({ partId: added.partId, field: 'title', text: step.title })
      texts.push({ partId: added.partId, field: 'text', text: step.text })
    }
  }
  return texts
}

function weaveId(name: string): string {
  return seededPieces.find((each) => each.name === name)!.id
}

/** Writes the texts, and has somebody read them again: what was written is marked as reviewed by a second saving. */
async function write(work: Work, texts: readonly Written[]): Promise<true | Refusal> {
  for (const reviewed of [false, true]) {
    const { texts: stored } = await workingCopy(work, exhibitionId)
    const sent = texts.flatMap(({ partId, field, text }) =>
      languages.flatMap((language): SentText[] => {
        const value = text[language]
        if (!value) return []
        const known = stored.find(
          (each) => each.partId === partId && each.field === field && each.language === language,
        )
        const seen = known?.value ?? ''
        return [{ partId, field, language, value, seen, version: known?.version ?? 0, reviewed }]
      }),
    )
    const saved = await saveTexts(work, { exhibitionId, texts: sent })
    if (isRefused(saved)) return saved
  }
  return true
}

function by<T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'en' }, verb)
}

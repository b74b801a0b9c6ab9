import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { isUuid, type Language, languages, type LocalText } from '#kernel/values'
import { enrolledAt } from '#modules/alliance'
import { exhibitionMade, ownerAdded, ownerLeft } from '../entries-exhibitions.ts'
import { m } from '../messages/index.ts'
import { mentorIds } from '../queries/mentors.ts'
import type { PublishingGate } from '../rules/texts.ts'
import { countChange, editableExhibition } from './editing.ts'
import { writeFirstTexts } from './texts.ts'

/** Begins an exhibition at an institution, or as a student's own work; nothing of it is public. */
export async function makeExhibition(
  work: Work,
  input: {
    organisationId: string
    titles: LocalText
    sourceLanguage: Language
    node: string
    /** Of student work: who signs it. */
    authorId?: string | null
    id?: string
  },
): Promise<{ exhibitionId: string } | Refusal> {
  const self = personOf(work.actor)
  const authorId = input.authorId ?? null
  const place = { organisation_id: input.organisationId, author_id: authorId }
  const isStudent =
    authorId === null || (await enrolledAt(work, authorId)).includes(input.organisationId)
  if (
    self === null ||
    !isStudent ||
    !isUuid(input.organisationId) ||
    !work.may('exhibitions.exhibition.edit', place)
  ) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { organisation: missing })
  }
  const title = input.titles[input.sourceLanguage]?.trim() ?? ''
  if (title === '') {
    const missing = m('refusal.no-source-title')
    return refuse(422, missing, { title: missing })
  }
  const id = input.id ?? randomUUIDv7()
  const kind = authorId ? 'student' : 'institution'
  const entry = exhibitionMade({
    object: { kind: 'exhibition', id },
    organisationIds: [input.organisationId],
    data: { kind },
  })
  const { organisationId, sourceLanguage, node: origin } = input
  const row = { id, origin, organisationId, sourceLanguage, kind, authorId, self } as const
  await work.write(entry, (tx) => insertExhibition(tx, work, row))
  await writeFirstTexts(work, { exhibitionId: id, field: 'title', titles: input.titles })
  return { exhibitionId: id }
}

/** The row, its first owner, and the part that everything else stands in. */
async function insertExhibition(
  tx: Writer,
  work: Work,
  row: {
    id: string
    origin: string
    organisationId: string
    sourceLanguage: Language
    kind: 'institution' | 'student'
    authorId: string | null
    self: string
  },
): Promise<void> {
  const { id, organisationId, authorId } = row
  await tx
    .insertInto('exhibitions')
    .values({
      id,
      origin: row.origin,
      organisation_id: organisationId,
      kind: row.kind,
      author_id: authorId,
      mentor_id: null,
      source_language: row.sourceLanguage,
      languages: [...languages],
      cover_object_id: null,
      public_number: null,
      created_by: row.self,
      created_at: work.now,
      changed_at: work.now,
    })
    .execute()
  const owner = {
    id: randomUUIDv7(),
    exhibition_id: id,
    organisation_id: organisationId,
    position: 1,
  }
  await tx.insertInto('exhibition_owners').values(owner).execute()
  await tx
    .insertInto('exhibition_parts')
    .values({
      id,
      exhibition_id: id,
      kind: 'exhibition',
      parent_id: null,
      position: 1,
      object_id: null,
      settings: '{}',
      created_at: work.now,
      removed_at: null,
    })
    .execute()
}

/** Says in which languages an exhibition is published, how far its texts must be for that, and what stands on its poster. */
export async function changeSettings(
  work: Work,
  input: {
    exhibitionId: string
    languages: Language[]
    gate: PublishingGate
    coverObjectId: string | null
    /** Of student work. */
    mentorId?: string | null
  },
): Promise<true | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const wanted = languages.filter(
    (each) => each === exhibition.source_language || input.languages.includes(each),
  )
  const hangs = input.coverObjectId
    ? await work.read
        .selectFrom('exhibition_parts')
        .select('id')
        .where('exhibition_id', '=', exhibition.id)
        .where('object_id', '=', input.coverObjectId)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
    : undefined
  const mentorId = exhibition.kind === 'student' ? (input.mentorId ?? null) : null
  if (mentorId !== null && !(await mentorIds(work, exhibition)).includes(mentorId)) {
    return refuse(422, m('refusal.no-mentor'), { mentor: m('refusal.no-mentor') })
  }
  await countChange(work, exhibition, {
    languages: wanted,
    gate: input.gate,
    cover_object_id: hangs ? input.coverObjectId : null,
    mentor_id: mentorId,
  })
  return true
}

/** Lets another institution own an exhibition too: it works on it, and nothing is published without it. */
export async function addOwner(
  work: Work,
  input: { exhibitionId: string; organisationId: string },
): Promise<true | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const known = isUuid(input.organisationId)
    ? await work.read
        .selectFrom('organisations')
        .select('id')
        .where('id', '=', input.organisationId)
        .executeTakeFirst()
    : undefined
  if (!known) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { owner: missing })
  }
  if (exhibition.owners.some(({ id }) => id === input.organisationId)) return true
  const entry = ownerAdded({
    object: { kind: 'exhibition', id: exhibition.id },
    organisationIds: [...exhibition.owners.map(({ id }) => id), input.organisationId],
    data: { ownerId: input.organisationId },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('exhibition_owners')
      .values({
        id: randomUUIDv7(),
        exhibition_id: exhibition.id,
        organisation_id: input.organisationId,
        position: sql<number>`(select coalesce(max(position), 0) + 1 from exhibition_owners
          where exhibition_id = ${exhibition.id})`,
      })
      .execute(),
  )
  await countChange(work, exhibition)
  return true
}

/** An institution leaves an exhibition; the last one cannot, and what was published with it stays as it is. */
export async function leaveExhibition(
  work: Work,
  input: { exhibitionId: string; organisationId: string },
): Promise<true | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const owner = exhibition.owners.find(({ id }) => id === input.organisationId)
  if (!owner || !work.may('exhibitions.exhibition.list', { organisation_id: owner.id })) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { owner: missing })
  }
  const rest = exhibition.owners.filter(({ id }) => id !== owner.id)
  const [next] = rest
  if (!next) return refuse(409, m('refusal.last-owner'))
  const entry = ownerLeft({
    object: { kind: 'exhibition', id: exhibition.id },
    organisationIds: exhibition.owners.map(({ id }) => id),
    data: { ownerId: owner.id },
  })
  await work.write(entry, (tx) =>
    tx
      .deleteFrom('exhibition_owners')
      .where('exhibition_id', '=', exhibition.id)
      .where('organisation_id', '=', owner.id)
      .execute(),
  )
  await countChange(work, exhibition, { organisation_id: next.id })
  return true
}

import { z } from 'zod'
import { operation, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { manifestAddress } from './formats/addresses.ts'
import { m } from './messages/index.ts'
import { loadPublic, type PublicExhibition, publicExhibitions } from './queries/exhibitions.ts'

const tag = m('exhibitions.title')
const text = z.partialRecord(z.enum(languages), z.string())

const listed = z.object({
  id: z.uuid(),
  version: z.number().int(),
  publishedAt: z.iso.datetime(),
  title: text,
  subtitle: text,
  languages: z.array(z.enum(languages)),
  owners: z.array(z.object({ id: z.uuid(), names: text })),
  manifest: z.url().describe('IIIF Presentation 3: everything that hangs in it'),
})

const whole = listed.extend({
  text,
  credits: text,
  rooms: z.array(
    z.object({
      id: z.string(),
      title: text,
      text,
      pieces: z.array(
        z.object({
          id: z.string(),
          objectId: z.uuid(),
          title: text,
          text,
          steps: z.number().int(),
        }),
      ),
    }),
  ),
})

/** Public exhibitions over JSON, as visitors see them; their pictures are in the IIIF manifest. */
export const exhibitionOperations: readonly Route[] = [
  operation('GET', '/exhibitions', {
    action: 'exhibitions.exhibition.browse',
    api: {
      summary: m('operation.exhibitions'),
      tag,
      answer: z.object({ exhibitions: z.array(listed) }),
    },
    async handle(call) {
      const found = await publicExhibitions(call.work)
      const exhibitions = found.map((each) => listedDocument(each, call.services.origin))
      return { kind: 'json', data: { exhibitions } }
    },
  }),
  operation<PublicExhibition>('GET', '/exhibitions/:id', {
    action: 'exhibitions.exhibition.visit',
    load: loadPublic,
    api: { summary: m('operation.exhibition'), tag, answer: whole },
    handle: async (call) => ({
      kind: 'json',
      data: wholeDocument(call.object, call.services.origin),
    }),
  }),
]

function listedDocument(row: PublicExhibition, origin: string): z.output<typeof listed> {
  const { id, number, content } = row
  return {
    id,
    version: number,
    publishedAt: row.published_at.toISOString(),
    title: content.title,
    subtitle: content.subtitle,
    languages: content.languages,
    owners: content.owners.map((owner) => ({ id: owner.id, names: owner.names })),
    manifest: manifestAddress(origin, id),
  }
}

function wholeDocument(row: PublicExhibition, origin: string): z.output<typeof whole> {
  const { content } = row
  return {
    ...listedDocument(row, origin),
    text: content.text,
    credits: content.credits,
    rooms: content.rooms.map((room) => ({
      id: room.id,
      title: room.title,
      text: room.text,
      pieces: room.placements.map((piece) => ({
        id: piece.id,
        objectId: piece.objectId,
        title: piece.title,
        text: piece.text,
        steps: piece.steps.length,
      })),
    })),
  }
}

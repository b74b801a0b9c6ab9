import { isRefused, type Refusal, type Work } from '#kernel/database'
import { receiveFile, type ReceivedFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { languages, type LocalText } from '#kernel/values'
import { seedAs } from '#modules/alliance'
import sharp from 'sharp'
import { manifestIn } from '../formats/read-manifest.ts'
import { recordingFacts } from '../formats/recording.ts'
import { mediumById } from '../queries/media.ts'
import { captionMedium } from '../service/captions.ts'
import { takeManifest } from '../service/foreign-manifests.ts'
import { addGiven, describeMedium, type GivenMedium, takeImageFor } from '../service/media.ts'
import { growingCloth } from '../weaving/growing-cloth.ts'
import { writeGlb } from '../weaving/glb.ts'
import { loomMeshes } from '../weaving/loom.ts'
import { treadlesHeard } from '../weaving/treadles-heard.ts'
import { filmTranscript } from './beside.ts'
import { notebookAddress, notebookLeaves, notebookManifest } from './foreign.ts'
import { filmCaptions, treadlesAlt, treadlesCaptions } from './told-in-time.ts'
import type { SeededObject } from './woven.ts'

/** What an object of the demonstration has beside its picture: all of it in one go, or nothing. */
export async function seedMedia(
  seeding: Seeding,
  object: SeededObject,
  name: string,
): Promise<void> {
  if (name === 'loom') await addLoom(seeding, object)
  if (name === 'film') await addFilm(seeding, object)
  if (name === 'draft') await addTreadles(seeding, object)
  if (name === 'notebook') await addNotebook(seeding, object)
}

/** The loom itself, beside its picture: a model that says in its file what it is and on which terms. */
async function addLoom(seeding: Seeding, object: SeededObject): Promise<void> {
  const title = object.details.titles.en ?? ''
  const bytes = writeGlb(loomMeshes(), { title, license: object.details.rights_uri ?? '' })
  const original = await received(seeding, { name: 'loom.glb', bytes })
  const given = { ...nothing, original, kind: 'model', embedded: { title } } as const
  await add(seeding, object, given, { alts: object.alts })
}

async function addFilm(seeding: Seeding, object: SeededObject): Promise<void> {
  const given = await recorded(seeding, { name: 'twenty-eight-picks.mp4', bytes: growingCloth() })
  await add(seeding, object, given, {
    alts: object.details.titles,
    transcripts: filmTranscript,
    captions: filmCaptions,
  })
}

async function addTreadles(seeding: Seeding, object: SeededObject): Promise<void> {
  const given = await recorded(seeding, { name: 'treadling.wav', bytes: treadlesHeard() })
  await add(seeding, object, given, { alts: treadlesAlt, captions: treadlesCaptions })
}

/** What another house published of it, with the pictures that its manifest names, as if they had been fetched. */
async function addNotebook(seeding: Seeding, object: SeededObject): Promise<void> {
  const node = seeding.services.node
  const leaves = await Promise.all(
    (await notebookLeaves()).map(async (leaf) => {
      const { width, height } = await sharp(leaf.bytes).metadata()
      return { ...leaf, width, height, original: await received(seeding, leaf) }
    }),
  )
  const bytes = notebookManifest(leaves)
  const manifest = manifestIn(bytes)
  const stored = await seeding.services.blobs.put(new Blob([bytes as never]).stream())
  if ('other' in manifest || isRefused(stored)) throw new Error('the manifest is none')
  const kind = { kind: 'json', mediaType: 'application/json', name: 'manifest.json' } as const
  const fetched = { original: { ...stored, ...kind }, manifest, sourceUrl: notebookAddress }
  await by(seeding, object, async (work) => {
    const taken = await takeManifest(work, { objectId: object.id, fetched, node })
    if (isRefused(taken)) return taken
    const found = await mediumById(work, taken.mediaId)
    for (const { original, label, address } of leaves) {
      const alts = Object.fromEntries(
        Object.entries(label).map(([language, [text]]) => [language, text!]),
      )
      const input = { original, alts, sourceUrl: address, node }
      const kept = await takeImageFor(work, found!.medium, input)
      if (isRefused(kept)) return kept
    }
    return true
  })
}

interface Sent {
  name: string
  bytes: Uint8Array
}

const nothing = {
  width: null,
  height: null,
  durationMs: null,
  embedded: {},
  rightsUri: null,
} as const

async function recorded(seeding: Seeding, upload: Sent): Promise<GivenMedium> {
  const original = await received(seeding, upload)
  const bytes = Buffer.from(upload.bytes)
  const facts = await recordingFacts(
    async (offset, length) => bytes.subarray(offset, offset + length),
    bytes.length,
  )
  const kind = original.kind === 'mp4' ? 'video' : 'audio'
  return { ...nothing, ...facts, original, kind }
}

async function received({ services }: Seeding, upload: Sent): Promise<ReceivedFile> {
  const rules = { allow: ['glb', 'mp4', 'wav', 'png'], maxBytes: 16 * 1024 * 1024 } as const
  const file = await receiveFile(services.blobs, upload, rules)
  if (isRefused(file)) throw new Error(`${upload.name} is refused`)
  return file
}

/** Adds a medium with its words, and its captions in every language that has them. */
async function add(
  seeding: Seeding,
  object: SeededObject,
  given: GivenMedium,
  words: { alts: LocalText; transcripts?: LocalText; captions?: LocalText },
): Promise<void> {
  await by(seeding, object, async (work) => {
    const added = await addGiven(work, { objectId: object.id, given, node: seeding.services.node })
    if (isRefused(added)) return added
    const { mediaId } = added
    for (const language of languages) {
      const captions = words.captions?.[language]
      const done = captions ? await captionMedium(work, { mediaId, language, captions }) : true
      if (isRefused(done)) return done
    }
    return describeMedium(work, { mediaId, ...words })
  })
}

function by<T>(
  seeding: Seeding,
  { personId }: SeededObject,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo: 9, language: 'th' }, verb)
}

import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { type BlobStore, type FileKind, receiveFile, streamFile } from '#kernel/files'
import { enqueue, jobType } from '#kernel/jobs'
import type { Outbound } from '#kernel/outbound'
import { languages, type LocalText } from '#kernel/values'
import { type ForeignCanvas, type ForeignManifest, manifestIn } from '../formats/read-manifest.ts'
import { mostPixels } from '../images/pyramid.ts'
import { m } from '../messages/index.ts'
import { type MediaRow, mediaOf, mediumById } from '../queries/media.ts'
import type { ReceivedFile } from '#kernel/files'
import { type LanguageMap, shownValues } from '../rules/language-map.ts'
import { rightsFrom } from '../rules/rights.ts'
import { insertMedium, mediumTaken, removeMedium, takeImageFor } from './media.ts'

/** The longest manifest that is kept. */
export const longestManifest = 8 * 1024 * 1024

/** A manifest of another house as it was fetched. */
export interface FetchedManifest {
  original: ReceivedFile
  /** Where it was at last, after redirects. */
  sourceUrl: string
  manifest: ForeignManifest
}

/**
 * Keeps what another house published of an object as it is today, by its hash, so that nothing is lost when its address is;
 * its pictures are fetched by a job. What was kept from the same address before makes room and stays in the record.
 */
export async function takeManifest(
  work: Work,
  input: { objectId: string; fetched: FetchedManifest; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const { objectId, fetched, node } = input
  const { original, sourceUrl, manifest } = fetched
  const present = (await mediaOf(work, [objectId])).get(objectId) ?? []
  const before = present.find(
    ({ kind, source_url: url }) => kind === 'manifest' && url === sourceUrl,
  )
  if (before?.sha256 === original.sha256) {
    const known = m('refusal.manifest-known')
    return refuse(409, known, { address: known })
  }
  const removed = before ? await removeMedium(work, before.id) : true
  if (isRefused(removed)) return removed
  const added = await insertMedium(
    work,
    { objectId, original, alts: {}, node },
    {
      kind: 'manifest',
      state: 'ready',
      ready_at: work.now,
      source_url: sourceUrl,
      rights_uri: rightsFrom(manifest.rights ?? '')?.uri ?? null,
    },
  )
  if (!isRefused(added)) await enqueue(work, keepPictures, { mediaId: added.mediaId })
  return added
}

/** What the job needs of the running program. */
interface KeepingServices {
  blobs: BlobStore
  node: string
  outbound: Outbound
}

const mostPictures = 24
const mostPictureBytes = 64 * 1024 * 1024
const pictureKinds: readonly FileKind[] = ['jpeg', 'png', 'tiff', 'webp', 'avif']

/**
 * Fetches the pictures of a manifest and keeps them with its object, each once: they are shown from here, and no reader's
 * browser asks another house. What cannot be had is passed over; where it is, the manifest says.
 */
export const keepPictures = jobType<{ mediaId: string }, KeepingServices>(
  'exhibitions.keep-pictures',
  {
    timeoutSeconds: 1800,
    retries: 2,
    async run({ runner, context, services, signal }, { mediaId }) {
      const reading = runner.reading(context)
      const found = await mediumById(reading, mediaId)
      if (!found || found.medium.kind !== 'manifest') return
      const manifest = await manifestOf(reading, services.blobs, found.medium)
      for (const { canvas, address } of picturesOf(manifest)) {
        if (signal.aborted) return
        if (await mediumTaken(reading, found.object.id, address)) continue
        const original = await fetchPicture(services, address, signal)
        if (original === null) continue
        const taken = await runner.perform(context, (work) =>
          takeImageFor(work, found.medium, {
            original,
            alts: wordsOf(canvas.label),
            sourceUrl: address,
            node: services.node,
          }),
        )
        if (isRefused(taken)) return
      }
    },
  },
)

/** The manifest that was kept as a medium; null where its content is gone or no manifest. */
export async function manifestOf(
  work: Work,
  blobs: BlobStore,
  { file_id: fileId, size_bytes: size }: Pick<MediaRow, 'file_id' | 'size_bytes'>,
): Promise<ForeignManifest | null> {
  if (size > longestManifest) return null
  const found = await streamFile(work, blobs, fileId)
  if (isRefused(found)) return null
  const read = manifestIn(new Uint8Array(await new Response(found.stream).arrayBuffer()))
  return 'other' in read ? null : read
}

/** The first picture of each canvas. */
function picturesOf(manifest: ForeignManifest | null) {
  const all = (manifest?.canvases ?? []).flatMap((canvas) => {
    const [picture] = canvas.pictures
    return picture ? [{ canvas, address: picture.id }] : []
  })
  const once = new Map(all.map((each) => [each.address, each]))
  return [...once.values()].slice(0, mostPictures)
}

async function fetchPicture(
  { outbound, blobs }: KeepingServices,
  address: string,
  signal: AbortSignal,
): Promise<ReceivedFile | null> {
  const options = { personal: null, maxBytes: mostPictureBytes, timeoutMs: 60_000, signal }
  const answer = await outbound.fetch(address, options)
  if (!answer.ok || answer.status !== 200) return null
  const name = new URL(answer.url).pathname.split('/').at(-1) || 'picture'
  const rules = { allow: pictureKinds, maxBytes: mostPictureBytes, maxPixels: mostPixels }
  const received = await receiveFile(blobs, { name, bytes: answer.body }, rules)
  return isRefused(received) ? null : received
}

/** The words of a canvas in the languages of the house, for whoever does not see its picture. */
function wordsOf(label: ForeignCanvas['label']): LocalText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = ownWords(label, language)
      return text === '' ? [] : [[language, text.slice(0, 1000)]]
    }),
  )
}

function ownWords(label: LanguageMap, language: string): string {
  const found = shownValues(label, [language])
  const isOwn = found.language?.split('-')[0] === language.split('-')[0]
  return isOwn ? found.values.join(' · ') : ''
}

import { isRefused, type Work } from '#kernel/database'
import { addFile, type BlobStore } from '#kernel/files'
import { jobType } from '#kernel/jobs'
import { checkPicture, type PictureFault } from '../images/check.ts'
import { makePyramid, type ReadyImage } from '../images/pyramid.ts'
import { mediaChecked } from '../entries.ts'
import { mediumById } from '../queries/media.ts'
import { rightsFrom } from '../rules/rights.ts'
import { rightsWith } from '../rules/strictest-rights.ts'
import { aboutObject } from './objects.ts'

const mostRetries = 24
/** Why a medium is not shown: what is wrong with it, or that there was no room to make it ready. */
type MediaFault = PictureFault | 'room'

/** What the job needs of the running program. */
interface IngestServices {
  blobs: BlobStore
  node: string
}

/** Makes a picture ready for the image server, or says why it cannot be; the same again where it was cut off. */
export const ingestImage = jobType<{ mediaId: string }, IngestServices>(
  'exhibitions.ingest-image',
  {
    timeoutSeconds: 3600,
    // A disk that is full is made room on by somebody who must first notice: tried for most of a day.
    retries: mostRetries,
    async run({ runner, context, services, attempt }, { mediaId }) {
      const perform = (verb: (work: Work) => Promise<void>) => runner.perform(context, verb)
      const found = await mediumById(runner.reading(context), mediaId)
      if (!found || found.medium.state !== 'processing') return
      const path = await services.blobs.pathOf(found.medium.sha256)
      const checked = path === null ? 'broken' : await checkPicture(path)
      if (typeof checked === 'string') {
        await perform((work) => tellFault(work, mediaId, checked))
        return
      }
      const progress = tellEach((percent) => perform((work) => tellMade(work, mediaId, percent)))
      const made = await pyramidOf(services.blobs, path!, progress.tell).catch((error: unknown) => {
        if (attempt <= mostRetries) throw error
        // Nobody will try again: who waits for the picture must be told.
        return 'room' as const
      })
      await progress.told()
      await perform((work) =>
        typeof made === 'string'
          ? tellFault(work, mediaId, made)
          : tellReady(work, { mediaId, made, embedded: checked.embedded, node: services.node }),
      )
    },
  },
)

/** How a full disk is told: by the system's code, and by libvips in the system's words. */
const full = /ENOSPC|EDQUOT|No space left|quota exceeded/i

/** A picture whose header promised more than it holds is broken; a full store or disk is tried again. */
async function pyramidOf(blobs: BlobStore, path: string, tell: (share: number) => void) {
  const made = await makePyramid(blobs, path, tell).catch((error: unknown) => {
    if (error instanceof Error && full.test(error.message)) throw error
    return 'broken' as const
  })
  if (typeof made !== 'string' && isRefused(made)) throw new Error('the file store is full')
  return made
}

/** Has it written how far a picture is, one word after the other; those that come meanwhile are passed over. */
function tellEach(write: (percent: number) => Promise<void>) {
  let percent = 0
  let writing: Promise<void> | null = null
  const tell = (share: number) => {
    const reached = Math.floor(share * 100)
    if (writing || reached <= percent) return
    percent = reached
    // It helps whoever waits; a picture is no worse made where it could not be said.
    writing = write(percent)
      .catch(() => {})
      .finally(() => {
        writing = null
      })
  }
  return { tell, told: async () => writing }
}

async function tellMade(work: Work, mediaId: string, percent: number): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('exhibition_media')
      .set({ made_percent: percent })
      .where('id', '=', mediaId)
      .where('state', '=', 'processing')
      .execute(),
  )
}

async function tellFault(work: Work, mediaId: string, fault: MediaFault): Promise<void> {
  const found = await mediumById(work, mediaId)
  if (!found) return
  const data = { mediaId, state: 'failed' as const, fault }
  await work.write(mediaChecked({ ...aboutObject(found.object), data }), (tx) =>
    tx
      .updateTable('exhibition_media')
      .set({ state: 'failed', fault })
      .where('id', '=', mediaId)
      .where('state', '=', 'processing')
      .execute(),
  )
}

async function tellReady(
  work: Work,
  input: {
    mediaId: string
    made: Pick<ReadyImage, 'pyramid' | 'width' | 'height'>
    embedded: Record<string, string>
    node: string
  },
): Promise<void> {
  const { mediaId, made, embedded, node } = input
  const found = await mediumById(work, mediaId)
  if (!found || found.medium.state !== 'processing') return
  const owner = { ownerKind: 'exhibitions.pyramid', ownerId: found.object.id, origin: node }
  const tiles = await addFile(work, made.pyramid, owner)
  const data = { mediaId, state: 'ready' as const, fault: null }
  const said = { rights_uri: rightsFrom(embedded['copyright'] ?? '')?.uri ?? null }
  await work.write(mediaChecked({ ...aboutObject(found.object), data }), (tx) =>
    tx
      .updateTable('exhibition_media')
      .set({
        state: 'ready',
        ready_at: work.now,
        width: made.width,
        height: made.height,
        pyramid_file_id: tiles.id,
        pyramid_sha256: made.pyramid.sha256,
        embedded: JSON.stringify(embedded),
        rights_uri: rightsWith(found.medium, [said]),
      })
      .where('id', '=', mediaId)
      .execute(),
  )
}

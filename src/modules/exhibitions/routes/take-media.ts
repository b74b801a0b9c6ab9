import { isRefused, refuse, type Refusal } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import type { Call } from '#kernel/http'
import { m } from '../messages/index.ts'
import { addGiven, type GivenMedium, takeImage } from '../service/media.ts'
import { receiveMedium } from '../service/receiving.ts'

/** Takes the files of a form to an object, all of them or none; gives their number. What a file is, its content says. */
export async function takeMedia(call: Call, objectId: string): Promise<number | Refusal> {
  const uploads = (call.form.uploads['pictures'] ?? []).filter(({ bytes }) => bytes.byteLength > 0)
  if (uploads.length === 0) return wrong(refuse(422, m('refusal.no-pictures')))
  const { blobs, node } = call.services
  const received: (ReceivedFile | GivenMedium)[] = []
  for (const upload of uploads) {
    const given = await receiveMedium(blobs, upload)
    if (isRefused(given)) return wrong(given)
    received.push(given)
  }
  const done = await call.perform(async (work) => {
    for (const each of received) {
      const taken = await ('original' in each
        ? addGiven(work, { objectId, given: each, node })
        : takeImage(work, { objectId, original: each, alts: {}, node }))
      if (isRefused(taken)) return taken
    }
    return received.length
  })
  return isRefused(done) ? wrong(done) : done
}

/** A refusal that stands at the field of the files. */
function wrong({ status, message }: Refusal): Refusal {
  return refuse(status, message, { pictures: message })
}

import { isRefused, refuse, type Refusal } from '#kernel/database'
import { type FileKind, receiveFile } from '#kernel/files'
import { type Call, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { outboundMessage } from '#kernel/outbound'
import { manifestIn } from '../formats/read-manifest.ts'
import { m } from '../messages/index.ts'
import {
  type FetchedManifest,
  longestManifest,
  takeManifest,
} from '../service/foreign-manifests.ts'

const accept =
  'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json", application/ld+json, application/json;q=0.9'
const kinds: readonly FileKind[] = ['json', 'jsonl']
const longestAddress = 2000

/** Fetches the manifest at the address of a form and keeps it with an object. Nothing stays open while the network answers. */
export async function takeManifestAt(call: Call, objectId: string): Promise<true | Refusal> {
  const fetched = await fetchManifest(call, valueOf(call, 'address').trim())
  if (isRefused(fetched)) return fetched
  const { node } = call.services
  const taken = await call.perform((work) => takeManifest(work, { objectId, fetched, node }))
  return isRefused(taken) ? taken : true
}

async function fetchManifest(call: Call, address: string): Promise<FetchedManifest | Refusal> {
  if (address === '' || address.length > longestAddress) return wrong(m('refusal.no-address'))
  const { outbound, blobs } = call.services
  const answer = await outbound.fetch(address, {
    headers: { accept },
    personal: null,
    maxBytes: longestManifest,
    timeoutMs: 20_000,
  })
  if (!answer.ok) return wrong(outboundMessage(answer))
  if (answer.status !== 200) return wrong(m('refusal.manifest-status', { status: answer.status }))
  const manifest = manifestIn(answer.body)
  if ('other' in manifest) return wrong(m('refusal.no-manifest', { found: manifest.other }))
  const rules = { allow: kinds, maxBytes: longestManifest }
  const upload = { name: 'manifest.json', bytes: answer.body }
  const received = await receiveFile(blobs, upload, rules)
  if (isRefused(received)) return wrong(received.message)
  const original = { ...received, kind: 'json', mediaType: 'application/json' } as const
  return { original, manifest, sourceUrl: answer.url.slice(0, longestAddress) }
}

/** A refusal that stands at the field of the address. */
function wrong(message: Message): Refusal {
  return refuse(422, message, { address: message })
}

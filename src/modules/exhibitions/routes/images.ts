import type { Work } from '#kernel/database'
import { type Answer, type Call, plain, type Route } from '#kernel/http'
import { withPyramid } from '../images/opened.ts'
import { pictureOf } from '../images/picture.ts'
import { imageMedium, type ImageObject } from '../queries/images.ts'
import {
  canonicalOf,
  imageFormats,
  type ImageFault,
  type ImageParameters,
  planImage,
} from '../rules/image-request.ts'
import { imageInfo, profileOf } from '../rules/image-info.ts'
import { keptFor } from './kept-for.ts'

/** A page of deep zoom asks for dozens of tiles at once, and a class stands behind one address. */
const perMinute = 30_000

/** Pictures over the IIIF Image API 3.0, level 2 and what of the rest viewers use. */
export const imageRoutes: readonly Route[] = [
  image('/iiif/3/:image', toInfo),
  image('/iiif/3/:image/info.json', sendInfo),
  image('/iiif/3/:image/:region/:size/:rotation/:file', sendImage),
]

type ImageCall = Call<ImageObject>

function image(path: string, handle: (call: ImageCall) => Promise<Answer>): Route {
  const rest = { action: 'exhibitions.object.read', load: loadImage, perMinute, handle }
  return plain<ImageObject>('GET', path, rest)
}

function loadImage(work: Work, params: Record<string, string>): Promise<ImageObject | null> {
  return imageMedium(work, params['image'] ?? '')
}

async function toInfo({ object, params }: ImageCall): Promise<Answer> {
  const to = `/iiif/3/${params['image']}/info.json`
  return { kind: 'redirect', to, headers: kept(object) }
}

async function sendInfo(call: ImageCall): Promise<Answer> {
  const { object, params, headers, services } = call
  const etag = `"${object.image.sha256.slice(0, 24)}-info"`
  const told = { ...kept(object), vary: 'accept', etag }
  if (isKnown(headers, etag)) return unchanged(told)
  const id = `${services.origin}/iiif/3/${params['image']}`
  const accepts = headers.get('accept') ?? ''
  const isPlain = accepts.includes('application/json') && !accepts.includes('application/ld+json')
  return {
    kind: 'json',
    data: imageInfo(id, object.image, object.rights_uri),
    headers: {
      ...told,
      'content-type': isPlain
        ? 'application/json'
        : 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
      link: `<${profileOf}>;rel="profile"`,
    },
  }
}

async function sendImage(call: ImageCall): Promise<Answer> {
  const { object, params, headers, services } = call
  const plan = planImage(params as unknown as ImageParameters, object.image)
  if ('status' in plan) return fault(plan)
  const canonical = canonicalOf(plan, object.image)
  const etag = `"${object.image.sha256.slice(0, 24)}-${canonical.replaceAll('"', '')}"`
  const told = { ...kept(object), etag }
  // Before anything is read: the address and the hash of the pyramid say what the answer would be.
  if (isKnown(headers, etag)) return unchanged(told)
  const made = await withPyramid(services.blobs, object.image.sha256, (pyramid) =>
    pictureOf(pyramid, plan).then((bytes) => ({ bytes })),
  )
  if (made === null) return { kind: 'absent' }
  if (made.bytes === null) return busy()
  const base = `${services.origin}/iiif/3/${params['image']}`
  return {
    kind: 'file',
    body: made.bytes,
    type: imageFormats[plan.format],
    name: `${object.image.id}.${plan.format}`,
    inline: true,
    headers: {
      ...told,
      link: `<${profileOf}>;rel="profile",<${base}/${canonical}>;rel="canonical"`,
    },
  }
}

/** Caches ask again so often whether a picture is still shown. */
const seconds = 600

function kept({ isHashed, ...object }: ImageObject): Record<string, string> {
  return keptFor([object], { seconds, isHashed })
}

/** Of what is wrong with an address every page may hear. */
const open = { 'access-control-allow-origin': '*' }

function isKnown(headers: Headers, etag: string): boolean {
  const known = headers.get('if-none-match')
  return (
    known !== null &&
    known
      .split(/\s*,\s*(?=W?\/?"|\*)/)
      .some((each) => each.replace(/^W\//, '') === etag || each === '*')
  )
}

function unchanged(headers: Record<string, string>): Answer {
  return { kind: 'empty', status: 304, headers }
}

/** What is wrong with an address, for whoever writes a viewer; in English, as the specification's own words are. */
function fault({ status, parameter }: ImageFault): Answer {
  const title =
    status === 404 ? 'The size is beyond the limits of info.json.' : `Invalid ${parameter}.`
  const data = { type: 'about:blank', status, title, parameter }
  return {
    kind: 'json',
    status,
    data,
    headers: { ...open, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  }
}

function busy(): Answer {
  const data = { type: 'about:blank', status: 503, title: 'Too many renderings at once.' }
  return {
    kind: 'json',
    status: 503,
    data,
    headers: { ...open, 'content-type': 'application/problem+json', 'retry-after': '2' },
  }
}

/** What a content-state link opens: a manifest, a canvas of it, or a region of that canvas in pixels. */
export interface ContentState {
  manifest: string
  canvas: string | null
  /** x, y, width, height in the canvas's pixels. */
  region: readonly [number, number, number, number] | null
  /** Seconds into a film or a sound. */
  time: readonly [number, number | null] | null
}

/** IIIF Content State 1.0, §6: `encodeURIComponent`, UTF-8, and base64url without padding. */
export function encodeContentState(text: string): string {
  return Buffer.from(encodeURIComponent(text), 'utf8').toString('base64url')
}

/** The reverse of `encodeContentState`; null for what is no encoded text. */
export function decodeContentState(encoded: string): string | null {
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(encoded) || encoded.length > longestState) return null
  try {
    return decodeURIComponent(Buffer.from(encoded, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const longestState = 20_000

/** The annotation of Content State 1.0, §2: a canvas names the manifest that it is part of. */
export function contentStateOf(state: ContentState, id?: string): Record<string, unknown> {
  const fragment = fragmentOf(state)
  const target =
    state.canvas === null
      ? { id: state.manifest, type: 'Manifest' }
      : {
          id: state.canvas + fragment,
          type: 'Canvas',
          partOf: [{ id: state.manifest, type: 'Manifest' }],
        }
  if (!id) return target
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id,
    type: 'Annotation',
    motivation: ['contentState'],
    target,
  }
}

function fragmentOf({ region, time }: ContentState): string {
  const parts = [
    ...(region ? [`xywh=${region.map(Math.round).join(',')}`] : []),
    ...(time ? [`t=${time[0]}${time[1] === null ? '' : `,${time[1]}`}`] : []),
  ]
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}

/**
 * Reads what stands in an `iiif-content` parameter: a plain address, the annotation or its target as JSON, or either encoded
 * (Content State 1.0, §3). Null for everything else; a canvas without its manifest opens nothing.
 */
export function readContentState(given: string): ContentState | null {
  const text = given.trim()
  if (text.length === 0 || text.length > longestState) return null
  if (/^https?:\/\//.test(text)) return stateOfAddress(text)
  const json = text.startsWith('{') ? text : decodeContentState(text)
  if (json === null) return null
  if (/^https?:\/\//.test(json)) return stateOfAddress(json)
  try {
    return stateOfJson(JSON.parse(json))
  } catch {
    return null
  }
}

function stateOfAddress(address: string): ContentState | null {
  return URL.canParse(address)
    ? { manifest: address, canvas: null, region: null, time: null }
    : null
}

function stateOfJson(given: unknown): ContentState | null {
  const record = asRecord(given)
  if (!record) return null
  const target = record['type'] === 'Annotation' ? firstOf(record['target']) : record
  const found = typeof target === 'string' ? { id: target } : asRecord(target)
  if (!found) return null
  const source = found['type'] === 'SpecificResource' ? sourceOf(found) : found
  if (!source) return null
  return stateOfTarget(source)
}

function sourceOf(specific: Record<string, unknown>): Record<string, unknown> | null {
  const source = asRecord(firstOf(specific['source'])) ?? { id: specific['source'], type: 'Canvas' }
  const selector = asRecord(firstOf(specific['selector']))
  const value = typeof selector?.['value'] === 'string' ? selector['value'] : ''
  const id = typeof source['id'] === 'string' ? source['id'] : null
  if (id === null) return null
  return { ...source, id: value && !id.includes('#') ? `${id}#${value}` : id }
}

function stateOfTarget(target: Record<string, unknown>): ContentState | null {
  const id = target['id']
  if (typeof id !== 'string' || !URL.canParse(id) || !/^https?:/.test(id)) return null
  const partOf = asRecord(firstOf(target['partOf']))
  const isCanvas = target['type'] === 'Canvas' || partOf !== null
  if (!isCanvas) return { manifest: id, canvas: null, region: null, time: null }
  const manifest =
    partOf?.['id'] ??
    (typeof firstOf(target['partOf']) === 'string' ? firstOf(target['partOf']) : null)
  if (typeof manifest !== 'string' || !URL.canParse(manifest)) return null
  const [canvas = id, fragment = ''] = id.split('#')
  return { manifest, canvas, region: regionOf(fragment), time: timeOf(fragment) }
}

function regionOf(fragment: string): ContentState['region'] {
  const found =
    /xywh=(?:pixel:)?(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)/.exec(fragment)
  if (!found) return null
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number)
  return width > 0 && height > 0 ? [x, y, width, height] : null
}

function timeOf(fragment: string): ContentState['time'] {
  const found = /(?:^|&)t=(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?/.exec(fragment)
  return found ? [Number(found[1]), found[2] === undefined ? null : Number(found[2])] : null
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

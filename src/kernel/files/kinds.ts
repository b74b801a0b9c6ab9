/** What a file is, by its content. */
export type FileKind =
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'avif'
  | 'tiff'
  | 'svg'
  | 'xlsx'
  | 'docx'
  | 'csv'
  | 'json'
  | 'jsonl'
  | 'xml'
  | 'text'
  | 'zip'
  | 'mp3'
  | 'm4a'
  | 'mp4'
  | 'ogg'
  | 'wav'
  | 'webm'
  | 'glb'

interface KindFacts {
  readonly mediaType: string
  readonly extension: string
  readonly label: string
}

/** The media type to serve each kind with, the extension for downloads, and the name that readers know. */
export const fileKinds: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf', label: 'PDF' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg', label: 'JPEG' },
  png: { mediaType: 'image/png', extension: 'png', label: 'PNG' },
  webp: { mediaType: 'image/webp', extension: 'webp', label: 'WebP' },
  avif: { mediaType: 'image/avif', extension: 'avif', label: 'AVIF' },
  tiff: { mediaType: 'image/tiff', extension: 'tiff', label: 'TIFF' },
  svg: { mediaType: 'image/svg+xml', extension: 'svg', label: 'SVG' },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    label: 'XLSX',
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    label: 'DOCX',
  },
  csv: { mediaType: 'text/csv', extension: 'csv', label: 'CSV' },
  json: { mediaType: 'application/json', extension: 'json', label: 'JSON' },
  jsonl: { mediaType: 'application/jsonl', extension: 'jsonl', label: 'JSON Lines' },
  xml: { mediaType: 'application/xml', extension: 'xml', label: 'XML' },
  text: { mediaType: 'text/plain', extension: 'txt', label: 'TXT' },
  mp3: { mediaType: 'audio/mpeg', extension: 'mp3', label: 'MP3' },
  m4a: { mediaType: 'audio/mp4', extension: 'm4a', label: 'M4A' },
  mp4: { mediaType: 'video/mp4', extension: 'mp4', label: 'MP4' },
  ogg: { mediaType: 'audio/ogg', extension: 'ogg', label: 'Ogg' },
  wav: { mediaType: 'audio/wav', extension: 'wav', label: 'WAV' },
  webm: { mediaType: 'video/webm', extension: 'webm', label: 'WebM' },
  glb: { mediaType: 'model/gltf-binary', extension: 'glb', label: 'GLB' },
  // Only made here, never taken in.
  zip: { mediaType: 'application/zip', extension: 'zip', label: 'ZIP' },
}

export function labelsOf(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => fileKinds[kind].label).join(', ')
}

import { refuse, type Refusal } from '#kernel/database'
import { m } from './messages/index.ts'

/** One stored file of a scan, as its check on the way in described it. */
export interface ScanFile {
  readonly sha256: string
  readonly kind: 'pdf' | 'jpeg' | 'png' | 'webp' | 'tiff'
  readonly sizeBytes: number
  /** Pages of a PDF; a picture is one page. */
  readonly pages?: number
  /** Pixels of a picture. */
  readonly width?: number
  readonly height?: number
}

/** One side of paper: the file that shows it, the page within that file, and the turn that sets it upright. */
export interface ScanPage {
  readonly sha256: string
  readonly page: number
  readonly turnDegrees: 0 | 90 | 180 | 270
}

/** A paper original as it was scanned: its files in reading order, and its sides one after the other. */
export interface Scan {
  readonly files: readonly ScanFile[]
  readonly pages: readonly ScanPage[]
  readonly sizeBytes: number
}

const mostPages = 100
/** An A4 side at 100 dots an inch is 827 pixels wide; below that, stamps and small print cannot be read. */
const fewestPixels = 820

/**
 * Puts the files of one paper original together in the order given. Refuses a scan without files,
 * one of more than 100 sides, a file given twice, and a picture too coarse to read.
 */
export function scanOf(files: readonly ScanFile[]): Scan | Refusal {
  if (files.length === 0) return refuse(422, m('scan-empty'))
  if (new Set(files.map((file) => file.sha256)).size < files.length)
    return refuse(422, m('scan-repeated'))
  const coarse = files.findIndex(isCoarse)
  if (coarse >= 0) return refuse(422, m('scan-coarse', { number: coarse + 1 }))
  const pages = files.flatMap(pagesOf)
  if (pages.length > mostPages)
    return refuse(422, m('scan-long', { pages: pages.length, most: mostPages }))
  return { files, pages, sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) }
}

/** Turns one side clockwise by a quarter, for a page that was laid on the glass sideways. */
export function turnPage(scan: Scan, index: number): Scan {
  const pages = scan.pages.map((page, at) =>
    at === index
      ? { ...page, turnDegrees: ((page.turnDegrees + 90) % 360) as ScanPage['turnDegrees'] }
      : page,
  )
  return { ...scan, pages }
}

function isCoarse(file: ScanFile): boolean {
  if (file.width === undefined || file.height === undefined) return false
  return Math.min(file.width, file.height) < fewestPixels
}

function pagesOf(file: ScanFile): ScanPage[] {
  const count = Math.min(file.pages ?? 1, mostPages + 1)
  return Array.from({ length: count }, (_, index) => ({
    sha256: file.sha256,
    page: index + 1,
    turnDegrees: 0 as const,
  }))
}

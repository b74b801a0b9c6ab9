import { Fraction, normaliseDigits } from '#kernel/values'
import type { DraftStep } from '../rules/check-scale.ts'
import { plainText } from './plain-text.ts'

/** A line of a pasted scale: what stands there, what it was read as, and which cell could not be read. */
export interface ScaleLine {
  text: string
  step: DraftStep
  unread: 'cells' | 'points' | 'pass' | 'range' | null
}

const passWords = new Set(
  'pass passed yes p 通过 合格 及格 ผ่าน 합격 이수 admis validé réussi oui'.split(' '),
)
const failWords = new Set(
  'fail failed no f 不通过 未通过 不合格 不及格 ไม่ผ่าน 불합격 미이수 ajourné échec échoué non'.split(
    ' ',
  ),
)

/**
 * Reads pasted lines: label, points, pass or fail; for a numeric scale label, from–to (in one cell or two), points.
 * Cells are parted by tabs, as a spreadsheet gives them, or by semicolons.
 */
export function readScaleLines(text: string, kind: 'steps' | 'range'): ScaleLine[] {
  return linesOf(text).map((line) => (kind === 'steps' ? readStep(line) : readBand(line)))
}

/** Reads the words that stand outside the order, one a line: word, pass or fail. */
export function readWordLines(text: string): { label: string; pass: boolean | null }[] {
  return linesOf(text).map((line) => {
    const [label = '', pass = ''] = cellsOf(line)
    return { label, pass: readPass(pass) }
  })
}

/** Reads remarks, parted by commas, semicolons or lines. */
export function readRemarks(text: string): string[] {
  return text
    .split(/[\n,;，；、]/)
    .map(plainText)
    .filter((each) => each !== '')
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : /[;；]/).map(plainText)
}

function empty(label: string): DraftStep {
  return { label, points: null, pass: null, from: null, to: null }
}

function readStep(line: string): ScaleLine {
  const cells = cellsOf(line)
  const [label = '', points = '', pass = ''] = cells
  const step = { ...empty(label), points: readNumber(points), pass: readPass(pass) }
  const unread = cells.slice(3).some((cell) => cell !== '')
    ? 'cells'
    : points !== '' && step.points === null
      ? 'points'
      : pass !== '' && step.pass === null
        ? 'pass'
        : null
  return { text: cells.join(' · '), step, unread }
}

function readBand(line: string): ScaleLine {
  const cells = cellsOf(line)
  const [label = '', first = '', ...rest] = cells
  const both = /^(\S+)\s*(?:[-–—−~～至]|to)\s*(\S+)$/.exec(first)
  const [from, to] = both ? [both[1]!, both[2]!] : [first, rest.shift() ?? '']
  const [points = '', ...more] = rest
  const step = {
    ...empty(label),
    from: readNumber(from),
    to: readNumber(to),
    points: readNumber(points),
  }
  const unread = more.some((cell) => cell !== '')
    ? 'cells'
    : step.from === null || step.to === null
      ? 'range'
      : points !== '' && step.points === null
        ? 'points'
        : null
  return { text: cells.join(' · '), step, unread }
}

function readNumber(text: string): Fraction | null {
  return Fraction.parse(normaliseDigits(text).replace(',', '.').replace('−', '-'))
}

function readPass(text: string): boolean | null {
  const word = text.normalize('NFC').toLowerCase()
  if (passWords.has(word)) return true
  return failWords.has(word) ? false : null
}

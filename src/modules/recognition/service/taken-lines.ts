import { type Refusal, refuse } from '#kernel/database'
import type { DraftLine } from '../formats/read-transcript.ts'
import { m } from '../messages/index.ts'
import type { TranscriptLine } from '../rules/types.ts'

/** The most characters of each part of a line; a form may send no more, and a file is not believed beyond it. */
export const longest = { code: 60, title: 500, grade: 60, term: 60 } as const

/**
 * The lines of a draft that are to be taken. Lines that nobody typed into are left out; a line without a
 * code is refused, and so is one that is too long to be read on a page.
 */
export function takenLines(
  lines: readonly DraftLine[],
): { lines: Omit<TranscriptLine, 'id'>[] } | Refusal {
  const taken = lines.filter((line) => line.take && !isBlank(line))
  const withoutCode = [...lines.entries()].filter(
    ([, line]) => line.take && !isBlank(line) && line.code.trim() === '',
  )
  if (withoutCode.length > 0) {
    const missing = m('table.missing-code')
    const fields = withoutCode.slice(0, 100).map(([place]) => [`line.${place}.code`, missing])
    return refuse(
      422,
      m('refusal.line-without-code', { count: withoutCode.length }),
      Object.fromEntries(fields),
    )
  }
  const long = taken.find(isTooLong)
  if (long)
    return refuse(422, m('refusal.line-too-long', { code: long.code.slice(0, longest.code) }))
  return { lines: taken.map(({ take: _take, id: _id, ...line }) => line) }
}

/** A line that nobody typed into. */
function isBlank(line: DraftLine): boolean {
  return (
    line.code.trim() === '' &&
    Object.values(line.title).every((title) => !title?.trim()) &&
    line.credit === null &&
    !line.grade
  )
}

/** Whether a part of a line is longer than a page can show. */
export function isTooLong(
  line: Pick<TranscriptLine, 'code' | 'title' | 'grade' | 'term'>,
): boolean {
  return (
    line.code.length > longest.code ||
    Object.values(line.title).some((title) => (title?.length ?? 0) > longest.title) ||
    (line.grade?.length ?? 0) > longest.grade ||
    (line.term?.length ?? 0) > longest.term
  )
}

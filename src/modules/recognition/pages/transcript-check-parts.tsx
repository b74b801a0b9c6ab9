import type { Call } from '#kernel/http'
import { formatNumber } from '#kernel/values'

import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { CheckedLine, CheckSummary, LineToCheck } from '../queries/transcript-checks.ts'
import type { LineReading } from '../rules/second-reading.ts'
import { titleOf } from './words.ts'

/** What the page of a second person's check shows. */
export interface TranscriptCheckPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  lines: readonly LineToCheck[]
  /** Null while nobody has typed it again. */
  check: { summary: CheckSummary; lines: readonly CheckedLine[] } | null
  /** Whether the institution lets nobody decide the case before. */
  isDemanded: boolean
  /** The scan or PDF of the original, where a browser can show it. */
  original: { href: string; isImage: boolean } | null
  /** What was typed, by field name, where a form was refused. */
  typed: Readonly<Record<string, string>>
  may: { check: boolean; correct: boolean }
  refusal: { message: string; fields: Record<string, string> } | null
}

/** A course as it was typed first, without what is typed again; its code leads to its correction, as blind as the check. */
export function Course({
  call,
  found,
  line,
  mayCorrect = false,
}: Pick<TranscriptCheckPageProps, 'call' | 'found'> & {
  line: LineToCheck
  mayCorrect?: boolean
}) {
  const { t, language, href } = call
  const title = titleOf(line.titles, language)
  return (
    <>
      {mayCorrect ? (
        <a
          href={href(`/recognition/cases/${found.id}/lines/${line.lineId}/correction`, {
            blind: 1,
          })}
          title={t(m('correction.title', { code: line.code }))}
        >
          {line.code}
        </a>
      ) : (
        line.code
      )}{' '}
      <span lang={title.language === language ? undefined : title.language}>{title.text}</span>
      {line.term && <span class="quiet"> {line.term}</span>}
    </>
  )
}

/** A reading in words: credit and grade, a dash for what is not there. */
export function readingText(
  reading: LineReading,
  { t, language }: Pick<Call, 't' | 'language'>,
): string {
  return t(
    m('check.reading', {
      credit: reading.credit ? formatNumber(reading.credit, language, 3) : '–',
      grade: reading.grade || '–',
    }),
  )
}

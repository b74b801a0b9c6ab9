import { Fraction, type PersonName } from '#kernel/values'
import type { Call } from '#kernel/http'
import type { ComparisonRow, Content } from '#ui'
import type { CaseLine } from '../queries/cases.ts'
import type { RecordedCourse, SetEvaluation, Verdict } from '../rules/types.ts'
import {
  creditMethodText,
  creditText,
  gradeMethodText,
  nameOf,
  reasonsOf,
  titleOf,
} from './words.ts'
import { whatIfsOf } from './what-ifs.ts'

/** Lines that count together with what was found of them, or one line alone. */
export interface LineGroup {
  lines: readonly CaseLine[]
  set: SetEvaluation | null
}

/**
 * The lines of a case in the transcript's order, those of a set together at its first line. A set on one of
 * whose lines a person has put their word has fallen apart: its lines stand alone, unless the word was on all of them together.
 */
export function groupsOf(lines: readonly CaseLine[]): LineGroup[] {
  const members = new Map<number, CaseLine[]>()
  const words = new Map<number, CaseLine[]>()
  for (const line of lines) {
    if (typeof line.wordSet === 'number') {
      words.set(line.wordSet, [...(words.get(line.wordSet) ?? []), line])
    }
    if (line.setPosition === null) continue
    const known = members.get(line.setPosition)
    if (known) known.push(line)
    else members.set(line.setPosition, [line])
  }
  const whole = (position: number) => !members.get(position)!.some((line) => line.changedBy)
  return lines.flatMap((line): LineGroup[] => {
    if (typeof line.wordSet === 'number') {
      return line.wordSet === line.position ? [worded(words.get(line.wordSet)!)] : []
    }
    if (line.setPosition === null || !whole(line.setPosition)) return [{ lines: [line], set: null }]
    return line.set ? [{ lines: members.get(line.setPosition)!, set: line.set }] : []
  })
}

/** Lines on which a person put one word together: their home courses are that word's, whatever the rules find. */
function worded(lines: readonly CaseLine[]): LineGroup {
  const [line] = lines as [CaseLine]
  const homeCourses = line.wordCourses ?? []
  const set: SetEvaluation = {
    ...(line.set ?? line.engine),
    id: line.engine.lineId,
    lineIds: lines.map(({ engine }) => engine.lineId),
    verdict: line.verdict,
    homeCourses,
    homeCredit: Fraction.sum(homeCourses.map(({ recorded }) => recorded)),
    recordedGrade: line.recordedGrade,
  }
  return { lines, set }
}

/** Home courses as one side of a comparison shows them; what is not recognised has neither credit nor an entry. */
export function homeCoursesSide(
  courses: readonly RecordedCourse[],
  recordedGrade: string | null,
  language: Call['language'],
  verdict: Verdict,
): ComparisonRow['to'] {
  const isRefused = verdict === 'refused'
  return courses.map((course) => {
    const title = titleOf(course.title, language)
    return {
      title: title.text,
      titleLanguage: title.language,
      code: course.code,
      credit: creditText(isRefused ? null : course.recorded, language),
      ...(recordedGrade === null ? {} : { grade: isRefused ? '–' : recordedGrade }),
    }
  })
}

/** A set as one row: these host courses together, these home courses together, one verdict. */
export function setRow(
  { lines, set }: { lines: readonly CaseLine[]; set: SetEvaluation },
  call: Pick<Call, 't' | 'language'>,
  judges: ReadonlyMap<string, PersonName>,
  parts: {
    from: (line: CaseLine) => ComparisonRow['from'][number]
    verdict: ComparisonRow['verdict']
    actions: Content | undefined
    /** A person's word on all of it. */
    word: ComparisonRow['reasons']
    open: boolean
  },
): ComparisonRow {
  const { t, language } = call
  const judge = (id: string) => nameOf(judges, id, language)
  const credits = lines.map((line) => Fraction.parse(line.credit ?? ''))
  const known = credits.flatMap((credit) => credit ?? [])
  const credit = known.length < credits.length ? null : Fraction.sum(known)
  const together = reasonsOf({ engine: set }, t, judge)
  const own = lines.flatMap((line) =>
    reasonsOf(line, t, judge)
      .slice(1)
      .map((reason) => ({ ...reason, detail: line.code })),
  )
  const reasons = [...parts.word, ...together, ...own]
  const tone = set.verdict === 'refused' ? 'harm' : 'attention'
  const gist = reasons.find((reason) => reason.tone === tone)
  return {
    id: `line-${lines[0]!.position + 1}`,
    from: lines.map(parts.from),
    to: homeCoursesSide(set.homeCourses, set.recordedGrade, language, set.verdict),
    verdict: parts.verdict,
    ...(set.verdict === 'refused'
      ? {}
      : { creditMethod: creditMethodText({ engine: set, credit }, t, language) }),
    whatIfs: parts.word.length > 0 ? [] : whatIfsOf(lines[0]!.whatIfs, t, language),
    ...(set.verdict === 'refused' ? {} : { gradeMethod: gradeMethodText({ engine: set }, t) }),
    reasons,
    ...(set.verdict === 'recognised' || parts.word.length > 0 || !gist ? {} : { gist: gist.text }),
    open: parts.open,
    ...(parts.actions ? { actions: parts.actions } : {}),
  }
}

import type { Call } from '#kernel/http'
import { displayName, formatDate, Fraction } from '#kernel/values'
import { ButtonLink, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { Precedent, Precedents } from '../queries/precedents.ts'
import { type TakenCourse, takenElsewhere } from '../queries/taken-courses.ts'
import { courseKey } from '../rules/context.ts'
import { hasTitle } from '../rules/titles.ts'
import { creditText } from './words.ts'

/** What was decided of a line's course before, for whoever decides it now. */
export function precedentsOf(line: CaseLine, precedents: Precedents): readonly Precedent[] {
  const asked = line.verdict === 'needs-decision' && !line.changedBy && hasTitle(line.titles)
  return asked ? (precedents.get(courseKey(line.code)) ?? []) : []
}

/** Precedents among the reasons of a line: who decided what, and when. */
export function precedentReasons(
  found: readonly Precedent[],
  { t, language }: Pick<Call, 't' | 'language'>,
): { tone: Tone; text: string }[] {
  return found.map((each) => {
    const said = {
      number: each.caseNumber,
      judge: displayName(each.decidedBy, language),
      day: formatDate(each.decidedOn, language),
      reason: each.reason,
    }
    const text =
      each.verdict === 'recognised'
        ? m('page.case.precedent', {
            ...said,
            home: each.homeCourse ?? '',
            credit: creditText(each.homeCredit, language),
          })
        : m('page.case.precedent-refused', said)
    return { tone: 'info', text: t(text) }
  })
}

/** What can be made of an open line: the latest word on the same course, or a judgement for all later cases. */
export function PrecedentActions({
  line,
  found,
  precedents,
  taken,
  call,
}: {
  line: CaseLine
  found: CasePageRow
  precedents: Precedents
  taken: readonly TakenCourse[]
  call: Pick<Call, 't' | 'href'>
}) {
  const { t, href } = call
  if (line.verdict !== 'needs-decision' || line.changedBy) return null
  const [latest] = precedentsOf(line, precedents)
  const home = latest?.verdict === 'recognised' ? latest.homeCourse : null
  const isFree = home === null || !takenElsewhere(taken, home, line)
  return (
    <>
      {latest && isFree && (
        <ButtonLink
          look="secondary"
          small
          href={href(`/recognition/cases/${found.id}/lines/${line.id}`, {
            verdict: latest.verdict,
            homeCourse: latest.homeCourse,
            homeCredit: decimal(latest.homeCredit),
            recordedGrade: latest.recordedGrade,
            reason: latest.reason,
          })}
        >
          {t(m('page.case.take-precedent'))}
        </ButtonLink>
      )}
      {line.engine.equivalenceId === null && (
        <ButtonLink
          look="quiet"
          small
          href={href('/recognition/equivalences/new', {
            home: found.home_organisation_id,
            host: found.host_organisation_id,
            hostCourse: line.code,
            homeCourse: home,
          })}
        >
          {t(m('page.case.make-equivalence'))}
        </ButtonLink>
      )}
    </>
  )
}

function decimal(credit: string | null): string | null {
  return credit === null ? null : (Fraction.parse(credit)?.toDecimal(6) ?? null)
}

import type { Call } from '#kernel/http'
import { Row } from '#ui'
import { m } from '../messages/index.ts'

/** Where a case can be looked at more closely: how its figures were calculated. */
export function CaseLinks({
  call: { t, href },
  caseId,
  mayRoute,
  mayCorrect,
}: {
  call: Pick<Call, 't' | 'href'>
  caseId: string
  mayRoute: boolean
  mayCorrect: boolean
}) {
  return (
    <Row>
      <a href={href(`/recognition/cases/${caseId}/calculations`)}>{t(m('calculation.title'))}</a>
      {mayRoute && (
        <a href={href(`/recognition/cases/${caseId}/routing`)}>{t(m('office.who-evaluates'))}</a>
      )}
      {mayCorrect && <a href={href(`/recognition/cases/${caseId}/stay`)}>{t(m('stay.title'))}</a>}
    </Row>
  )
}

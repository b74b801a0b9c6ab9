import type { Call } from '#kernel/http'
import { Row } from '#ui'
import { m } from '../messages/index.ts'

/** Where a case can be looked at more closely: how its figures were calculated. */
export function CaseLinks({
  call: { t, href },
  caseId,
}: {
  call: Pick<Call, 't' | 'href'>
  caseId: string
}) {
  return (
    <Row>
      <a href={href(`/recognition/cases/${caseId}/calculations`)}>{t(m('calculation.title'))}</a>
    </Row>
  )
}

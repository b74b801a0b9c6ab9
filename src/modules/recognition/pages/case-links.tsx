import type { Call } from '#kernel/http'
import { ButtonLink, Notice, Row, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'

interface CaseLinksProps {
  call: Pick<Call, 't' | 'href'>
  caseId: string
  lines: readonly CaseLine[]
  mayRoute: boolean
  mayCorrect: boolean
}

/** Where a case can be looked at more closely: how its figures were calculated, who evaluates it, its facts. */
export function CaseLinks(props: CaseLinksProps) {
  const {
    call: { t, href },
    caseId,
  } = props
  return (
    <Stack gap="tight">
      <FactsAsked {...props} />
      <Row>
        <a href={href(`/recognition/cases/${caseId}/calculations`)}>{t(m('calculation.title'))}</a>
        {props.mayRoute && (
          <a href={href(`/recognition/cases/${caseId}/routing`)}>{t(m('office.who-evaluates'))}</a>
        )}
        {props.mayCorrect && (
          <a href={href(`/recognition/cases/${caseId}/facts`)}>{t(m('case-facts.title'))}</a>
        )}
      </Row>
    </Stack>
  )
}

/** What an evaluation says where rules ask for a fact that nobody has stated. */
const asking: ReadonlySet<string> = new Set([
  'reason.kind.evidence',
  'reason.home-term.unknown',
  'reason.stay.unknown',
  'reason.stay.suspension-unknown',
  'reason.deadline.unknown',
])

/** That courses wait for facts, with the way to them. */
function FactsAsked({ call: { t, href }, caseId, lines, mayCorrect }: CaseLinksProps) {
  const waiting = lines.filter(
    ({ verdict, engine }) =>
      verdict === 'needs-decision' && engine.reasons.some(({ key }) => asking.has(key)),
  )
  if (!mayCorrect || waiting.length === 0) return null
  return (
    <Notice
      tone="attention"
      title={t(m('case-facts.asked', { count: waiting.length }))}
      action={
        <ButtonLink look="secondary" href={href(`/recognition/cases/${caseId}/facts`)}>
          {t(m('case-facts.state'))}
        </ButtonLink>
      }
    />
  )
}

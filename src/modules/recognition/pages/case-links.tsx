import { ButtonLink, Notice, Row, Stack } from '#ui'
import { m } from '../messages/index.ts'
import { factsAskedOf } from './case-facts-asked.tsx'
import type { CasePageProps } from './case-props.ts'

type CaseLinksProps = Pick<CasePageProps, 'call' | 'found' | 'lines' | 'may' | 'isOwn'>

/** Where a case can be looked at more closely: how its figures were calculated, who evaluates it, its facts. */
export function CaseLinks(props: CaseLinksProps) {
  const {
    call: { t, href },
    found: { id: caseId, state },
    may,
  } = props
  // How figures came about is told to the student with them.
  if (props.isOwn && state !== 'decided') return null
  return (
    <Stack gap="tight">
      <FactsAsked {...props} />
      <Row>
        <a href={href(`/recognition/cases/${caseId}/calculations`)}>{t(m('calculation.title'))}</a>
        {may.route && (
          <a href={href(`/recognition/cases/${caseId}/routing`)}>{t(m('office.who-evaluates'))}</a>
        )}
        {may.correct && (
          <a href={href(`/recognition/cases/${caseId}/facts`)}>{t(m('case-facts.title'))}</a>
        )}
      </Row>
    </Stack>
  )
}

/** That courses wait for facts, with the way to them. */
function FactsAsked({ call: { t, href }, found, lines, may }: CaseLinksProps) {
  const waiting = lines.filter((line) => factsAskedOf(line).length > 0)
  if (!may.correct || waiting.length === 0) return null
  return (
    <Notice
      tone="attention"
      title={t(m('case-facts.asked', { count: waiting.length }))}
      action={
        <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/facts`)}>
          {t(m('case-facts.state'))}
        </ButtonLink>
      }
    />
  )
}

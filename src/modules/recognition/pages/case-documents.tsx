import type { Call } from '#kernel/http'
import { displayName, type Language, localised } from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Form, Heading, Notice, Page, Section, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import { listTrail } from './case-trail.ts'
import { LanguagePair } from './language-pair.tsx'

/** What the page of a case's documents shows. */
export interface CaseDocumentsProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  /** The two languages of the statement unless others are chosen. */
  pair: readonly [Language, Language]
  /** Whether the reader is the student. */
  isOwn: boolean
  may: { statement: boolean; original: boolean }
  /** From when on the statement can be had, where it cannot yet. */
  statementFrom: string | null
}

/** Everything on paper or as a file about a case: what came in, and what goes out of it. */
export function CaseDocumentsPage(props: CaseDocumentsProps) {
  const { call, found, may } = props
  const { t, language, href } = call
  const path = `/recognition/cases/${found.id}`
  const title = t(m('documents.title', { number: found.number }))
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[...listTrail(call, props.isOwn), { href: href(path), label: found.number }]}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={`${displayName(found.student, language)} · ${localised(found.host_names, language).text}`}
          actions={
            may.original && (
              <ButtonLink look="secondary" href={href(`${path}/original`)}>
                {t(m('page.case.original'))}
              </ButtonLink>
            )
          }
        >
          {title}
        </Heading>
        {may.statement && <Statement {...props} path={path} />}
        {props.statementFrom && (
          <Notice
            tone="info"
            title={t(m('undo.statement-later', { until: props.statementFrom }))}
          />
        )}
        <Section title={t(m('documents.table'))} lead={t(m('documents.table.lead'))}>
          <ButtonGroup>
            {(['xlsx', 'csv', 'json'] as const).map((format) => (
              <ButtonLink
                key={format}
                look="secondary"
                icon="download"
                href={href(`${path}/table`, { format })}
              >
                {format.toUpperCase()}
              </ButtonLink>
            ))}
            {may.statement && (
              <ButtonLink look="secondary" icon="download" href={href(`${path}/elmo`)}>
                ELMO 2.1.1
              </ButtonLink>
            )}
          </ButtonGroup>
        </Section>
      </Stack>
    </Page>
  )
}

function Statement({ call, pair, path }: CaseDocumentsProps & { path: string }) {
  const { t, href } = call
  return (
    <Section title={t(m('page.statement.title'))} lead={t(m('documents.statement.lead'))}>
      <Form action={href(`${path}/statement`)} method="get">
        <LanguagePair call={call} pair={pair} />
        <Button icon="download">{t(m('page.case.statement'))}</Button>
      </Form>
    </Section>
  )
}

import type { Call } from '#kernel/http'
import { Button, ButtonGroup, ButtonLink, ErrorSummary, Field, Form, Heading, Page } from '#ui'
import { m } from '../messages/index.ts'
import type { EquivalenceRow } from '../queries/equivalences.ts'
import { EquivalenceTable } from './equivalence-table.tsx'

/** What the page asks before equivalences are renewed together. */
export interface RenewalPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>
  equivalences: readonly EquivalenceRow[]
  until: string
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Renewing equivalences together: until when, and which they are. */
export function RenewalPage({ call, equivalences, until, refusal }: RenewalPageProps) {
  const { t, language, href } = call
  const path = '/recognition/equivalences'
  const title = t(m('equivalence.renewal.title', { count: equivalences.length }))
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[{ href: href(path), label: t(m('equivalence.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('equivalence.renewal.lead'))}>
        {title}
      </Heading>
      <Form action={href(`${path}/renewal`)} csrf={call.frame.csrf}>
        {equivalences.map((row) => (
          <input key={row.id} type="hidden" name="keys" value={row.id} />
        ))}
        <Field
          kind="date"
          language={language}
          name="until"
          label={t(m('equivalence.renewal.until'))}
          width="short"
          required
          value={until}
          error={refusal?.fields['until']}
        />
        <ButtonGroup>
          <Button>{t(m('equivalence.renew'))}</Button>
          <ButtonLink look="quiet" href={href(path, { state: 'ending' })}>
            {t(m('equivalence.form.cancel'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <EquivalenceTable call={call} equivalences={equivalences} />
    </Page>
  )
}

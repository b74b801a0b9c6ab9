import { localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AskedStep } from '../queries/steps.ts'
import { Capacity, type FormState, Hash, type PageCall, Title } from './words.tsx'

interface BulkProps {
  call: PageCall
  steps: readonly AskedStep[]
  isFresh: boolean
  prove: string
  form: FormState
  /** Why some were not signed, by their step. */
  faults: ReadonlyMap<string, string>
}

/** Several documents signed together: each with its own hash, after proving once who one is. */
export function BulkPage(props: BulkProps) {
  const { call, steps, form } = props
  const { t, href, language, frame } = call
  const title = t(m('bulk.title'))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: href('/signing/to-sign'), label: t(m('to-sign.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <Heading level={1} lead={t(m('bulk.lead'))}>
        {title}
      </Heading>
      <Stack gap="wide">
        <Chosen {...props} />
        {steps.length > 0 && <SignAll {...props} />}
      </Stack>
    </Page>
  )
}

function Chosen({ call, steps, faults }: BulkProps) {
  const { t, href, language } = call
  return (
    <Table
      language={language}
      caption={t(m('bulk.chosen'))}
      captionHidden
      rows={steps}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t(m('documents.document')),
          primary: true,
          cell: (step) => (
            <a href={href(`/signing/steps/${step.id}/file`)}>
              <Title titles={step.titles} language={language} />
            </a>
          ),
        },
        {
          key: 'from',
          label: t(m('documents.keeper')),
          cell: ({ keeper }) => localised(keeper, language).text,
        },
        {
          key: 'as',
          label: t(m('signers.as')),
          cell: (step) => <Capacity t={t} language={language} step={step} />,
        },
        {
          key: 'hash',
          label: t(m('what.hash')),
          cell: (step) => (
            <>
              <Hash sha256={step.document_sha256} />
              {faults.has(step.id) && <p class="late">{faults.get(step.id)}</p>}
            </>
          ),
        },
      ]}
      empty={<EmptyState title={t(m('bulk.none'))} why={t(m('bulk.none-why'))} />}
    />
  )
}

function SignAll({ call, steps, isFresh, prove, form }: BulkProps) {
  const { t, href, frame, language } = call
  if (!isFresh) {
    return (
      <Section title={t(m('sign.title'))} id="sign" lead={t(m('sign.prove-lead'))}>
        <ButtonLink href={prove} icon="key">
          {t(m('sign.prove'))}
        </ButtonLink>
      </Section>
    )
  }
  return (
    <Section title={t(m('sign.title'))} id="sign">
      <Form action={href('/signing/bulk')} csrf={frame.csrf}>
        {steps.map((step) => (
          <input
            key={step.id}
            type="hidden"
            name="signed"
            value={`${step.id}:${step.document_sha256}`}
          />
        ))}
        <Field
          language={language}
          kind="checkbox"
          name="confirm"
          value="yes"
          label={t(m('bulk.confirm', { count: steps.length }))}
          error={form.errors['confirm']}
          required
        />
        <Button icon="check">{t(m('bulk.do', { count: steps.length }))}</Button>
        <p class="quiet">{t(m('claim'))}</p>
      </Form>
    </Section>
  )
}

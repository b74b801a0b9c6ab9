import type { Call } from '#kernel/http'
import { countryName } from '#kernel/values'
import {
  Button,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ProviderRow } from '../queries/emrex.ts'

/** Where the secretariat keeps the data providers of EMREX. */
export const providersPath = '/recognition/emrex/providers'

interface ProvidersPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  providers: readonly ProviderRow[]
  countries: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The data providers from which transcripts can be fetched, and the form for another. */
export function ProvidersPage(props: ProvidersPageProps) {
  const { call, refusal, providers } = props
  const { t, language } = call
  const title = t(m('emrex.providers'))
  return (
    <Page
      frame={call.frame}
      title={title}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('emrex.providers-lead'))}>
          {title}
        </Heading>
        <Table
          language={language}
          caption={title}
          captionHidden
          columns={columnsOf(call)}
          rows={providers}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(m('emrex.none'))} why={t(m('emrex.providers-lead'))} />}
        />
        <AddForm {...props} />
      </Stack>
    </Page>
  )
}

function columnsOf(call: ProvidersPageProps['call']): Column<ProviderRow>[] {
  const { t, language, href, frame } = call
  return [
    {
      key: 'name',
      label: t(m('emrex.name')),
      primary: true,
      cell: ({ name }) => <Typed>{name}</Typed>,
    },
    {
      key: 'country',
      label: t(m('emrex.country')),
      cell: ({ country }) => countryName(country as never, language),
    },
    { key: 'url', label: t(m('emrex.url')), cell: ({ url }) => <code>{url}</code> },
    {
      key: 'serves',
      label: t(m('emrex.serves')),
      cell: ({ serves }) => <Typed>{serves}</Typed>,
    },
    {
      key: 'actions',
      label: t(m('emrex.withdraw')),
      kind: 'actions',
      cell: ({ id }) => (
        <Form action={href(`${providersPath}/${id}/withdrawal`)} csrf={frame.csrf} inline>
          <Button look="quiet" small>
            {t(m('emrex.withdraw'))}
          </Button>
        </Form>
      ),
    },
  ]
}

function AddForm({ call, countries, values, refusal }: ProvidersPageProps) {
  const { t, language, href, frame } = call
  const text = (name: 'name' | 'url' | 'serves', hint?: string) => (
    <Field
      kind="text"
      language={language}
      name={name}
      maxlength={name === 'url' ? 500 : 200}
      required={name !== 'serves'}
      label={t(m(`emrex.${name}`))}
      hint={hint}
      value={values[name]}
      error={refusal?.fields[name]}
    />
  )
  return (
    <Section title={t(m('emrex.add'))}>
      <Form action={href(providersPath)} csrf={frame.csrf}>
        {text('name')}
        <Field
          kind="select"
          language={language}
          name="country"
          required
          label={t(m('emrex.country'))}
          options={countries}
          value={values['country']}
          error={refusal?.fields['country']}
        />
        {text('url', t(m('emrex.url-hint')))}
        {text('serves')}
        <Button>{t(m('emrex.add'))}</Button>
      </Form>
    </Section>
  )
}

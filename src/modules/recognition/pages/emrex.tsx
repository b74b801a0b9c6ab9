import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  type NoticeTone,
  type Option,
  Page,
  Stack,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RequestRow } from '../queries/emrex.ts'
import { providersPath } from './emrex-providers.tsx'
import { StudentSearch } from './transcript-new.tsx'

/** Where a transcript is fetched from a data provider. */
export const emrexPath = '/recognition/emrex'
const newPath = '/recognition/transcripts/new'

interface EmrexPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  providers: readonly Option[]
  enrolments: readonly Option[]
  hosts: readonly Option[]
  search: { value: string; hasMore: boolean } | null
  values: Record<string, string>
  /** Whether the reader keeps the list of providers. */
  mayKeep: boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The beginning of a request: whose results, of which institution, from which provider. */
export function EmrexPage(props: EmrexPageProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('emrex.title'))}
      trail={[{ href: href(newPath), label: t(m('page.new.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('emrex.lead'))}
          actions={
            props.mayKeep && (
              <ButtonLink look="secondary" href={href(providersPath)}>
                {t(m('emrex.providers'))}
              </ButtonLink>
            )
          }
        >
          {t(m('emrex.title'))}
        </Heading>
        {props.search && (
          <StudentSearch call={call} path={emrexPath} search={props.search} values={props.values} />
        )}
        {props.providers.length === 0 ? (
          <EmptyState
            title={t(m('emrex.none'))}
            why={t(m('emrex.none-why'))}
            action={<ButtonLink href={href(newPath)}>{t(m('emrex.file-instead'))}</ButtonLink>}
          />
        ) : (
          <BeginForm {...props} />
        )}
      </Stack>
    </Page>
  )
}

function BeginForm({ call, refusal, values, ...props }: EmrexPageProps) {
  const { t, language, href } = call
  const select = (name: string, label: string, options: readonly Option[]) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      options={options}
      noEmpty={options.length === 1}
      value={values[name]}
      error={refusal?.fields[name]}
      required
    />
  )
  const none = { value: 'none', label: t(m('issuer.none-of-these')) }
  return (
    <Form action={href(emrexPath)} csrf={call.frame.csrf}>
      {select('enrolment', t(m('page.new.student')), props.enrolments)}
      {select('host', t(m('page.new.host')), [...props.hosts, none])}
      {select('provider', t(m('emrex.provider')), props.providers)}
      <ButtonGroup>
        <Button>{t(m('emrex.continue'))}</Button>
        <ButtonLink look="quiet" href={href(newPath)}>
          {t(m('emrex.file-instead'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

interface EmrexGoProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  provider: { name: string; url: string }
  token: string
  returnUrl: string
}

/** The step to the provider: a form that a person sends, so that nobody leaves this site unawares. */
export function EmrexGoPage({ call, provider, token, returnUrl }: EmrexGoProps) {
  const { t, href } = call
  const { name, url } = provider
  return (
    <Page
      frame={call.frame}
      title={t(m('emrex.go-title', { provider: name }))}
      trail={[{ href: href(emrexPath), label: t(m('emrex.title')) }]}
    >
      <Heading level={1} lead={t(m('emrex.go-lead', { host: new URL(url).host }))}>
        {t(m('emrex.go-title', { provider: name }))}
      </Heading>
      {/* Not the form of this site: it carries nothing of ours but the two fields of the protocol. */}
      <form action={url} method="post" class="form">
        <input type="hidden" name="sessionId" value={token} />
        <input type="hidden" name="returnUrl" value={returnUrl} />
        <ButtonGroup>
          <Button icon="arrow">{t(m('emrex.go', { provider: name }))}</Button>
          <ButtonLink look="quiet" href={href(emrexPath)}>
            {t(m('signer.back'))}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  )
}

const tones: Record<NonNullable<RequestRow['result']> | 'sent', NoticeTone> = {
  sent: 'info',
  ok: 'done',
  cancelled: 'info',
  'no-results': 'attention',
  error: 'harm',
}

interface EmrexAnswerProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  request: RequestRow
  host: string | null
  mayTake: boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

/** What came back from a provider: results, a cancellation, nothing, or an error; each says what to do next. */
export function EmrexAnswerPage({ call, request, host, mayTake, refusal }: EmrexAnswerProps) {
  const { t, language, href } = call
  const state = request.result ?? 'sent'
  const { provider } = request
  const again = {
    enrolment: request.enrolment_id,
    host: request.host_organisation_id ?? 'none',
    provider: request.provider_id,
  }
  return (
    <Page
      frame={call.frame}
      title={t(m(`emrex.state.${state}`))}
      trail={[{ href: href(emrexPath), label: t(m('emrex.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={[provider, host].filter(Boolean).join(' · ')}>
          {t(m(`emrex.state.${state}`))}
        </Heading>
        <Notice tone={tones[state]} title={t(m(`emrex.what.${state}`, { provider }))}>
          {request.message !== '' && (
            <p>
              {t(m('emrex.said'))}: <Typed>{request.message}</Typed>
            </p>
          )}
        </Notice>
        {mayTake ? (
          <Form
            action={href(`${emrexPath}/requests/${request.id}/draft`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button icon="check">{t(m('emrex.take'))}</Button>
          </Form>
        ) : (
          <ButtonGroup>
            <ButtonLink look="secondary" href={href(emrexPath, again)}>
              {t(m('emrex.again'))}
            </ButtonLink>
            <ButtonLink look="quiet" href={href(newPath)}>
              {t(m('emrex.file-instead'))}
            </ButtonLink>
          </ButtonGroup>
        )}
      </Stack>
    </Page>
  )
}

/** An answer to no request that waits: made up, late, or sent a second time. */
export function UnknownAnswerPage({ call }: { call: Pick<Call, 'frame' | 't' | 'href'> }) {
  const { t, href } = call
  return (
    <Page frame={call.frame} title={t(m('emrex.unknown'))}>
      <Stack gap="wide">
        <Heading level={1} lead={t(m('emrex.unknown-why'))}>
          {t(m('emrex.unknown'))}
        </Heading>
        <ButtonLink look="secondary" href={href(emrexPath)}>
          {t(m('emrex.again'))}
        </ButtonLink>
      </Stack>
    </Page>
  )
}

import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import type { CertificateFacts } from '../formats/certificate.ts'
import { m } from '../messages/index.ts'
import type { SignerRow } from '../queries/signers.ts'
import { LocalName } from './local-name.tsx'
import { CertificateList, fingerprintText } from './signature-notice.tsx'

/** Where the certificates of those who sign transcripts are kept. */
export const signersPath = '/recognition/signers'

/** What the page of known signers shows. */
export interface SignersPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'timeZone'>
  signers: readonly SignerRow[]
  /** For whom the reader may add one; the form is left out where there is nobody. */
  keepers: readonly Option[]
  issuers: readonly Option[]
  /** A certificate that a document brought, to be looked at and added. */
  found: CertificateFacts | null
  /** The draft or case to which one goes back. */
  hidden: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  mayWithdraw: (signer: SignerRow) => boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The certificates by which signed transcripts are known, and the form for another. */
export function SignersPage(props: SignersPageProps) {
  const { call, refusal } = props
  const { t, language } = call
  const form = props.keepers.length > 0 && <AddForm {...props} />
  return (
    <Page
      frame={call.frame}
      title={t(m('signer.title'))}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('signer.lead'))}>
          {t(m('signer.title'))}
        </Heading>
        {props.found && form}
        <Table
          language={language}
          caption={t(m('signer.title'))}
          captionHidden
          columns={columnsOf(props)}
          rows={props.signers}
          rowKey={({ id }) => id}
          rowTone={(signer) => (signer.withdrawn_at ? 'quiet' : undefined)}
          empty={<EmptyState title={t(m('signer.none'))} why={t(m('signer.none-why'))} />}
        />
        {!props.found && form}
      </Stack>
    </Page>
  )
}

function columnsOf(props: SignersPageProps): Column<SignerRow>[] {
  const { call, mayWithdraw } = props
  const { t, language } = call
  const day = (date: string) => formatDate(date, language, 'medium')
  return [
    {
      key: 'issuer',
      label: t(m('signer.issuer')),
      primary: true,
      cell: ({ issuer_names: names, service_name }) =>
        names ? <LocalName names={names} language={language} /> : <Typed>{service_name}</Typed>,
    },
    {
      key: 'keeper',
      label: t(m('signer.keeper')),
      cell: ({ keeper_names: names }) =>
        names ? <LocalName names={names} language={language} /> : t(m('signer.whole-alliance')),
    },
    {
      key: 'valid',
      label: t(m('signer.valid')),
      cell: ({ valid_from: from, valid_to: to }) =>
        t(m('signer.from-to', { from: day(from), to: day(to) })),
    },
    {
      key: 'state',
      label: t(m('signer.state')),
      kind: 'state',
      cell: (signer) => (
        <StateTag tone={signer.withdrawn_at ? 'quiet' : 'done'}>
          {t(m(signer.withdrawn_at ? 'signer.state.withdrawn' : 'signer.state.known'))}
        </StateTag>
      ),
    },
    {
      key: 'evidence',
      label: t(m('signer.how-known')),
      cell: (signer) => <Evidence signer={signer} call={call} />,
    },
    {
      key: 'actions',
      label: t(m('signer.withdraw')),
      kind: 'actions',
      cell: (signer) => !signer.withdrawn_at && mayWithdraw(signer) && withdrawal(signer, call),
    },
  ]
}

function Evidence({
  signer,
  call,
}: {
  signer: SignerRow
  call: Pick<Call, 't' | 'language' | 'timeZone'>
}) {
  const { t, language, timeZone } = call
  const on = (instant: Date) => formatDate(dateInZone(instant, timeZone), language, 'medium')
  const name = (person: SignerRow['adder']) => (person ? displayName(person, language) : '–')
  return (
    <div>
      <Typed>{signer.evidence}</Typed>
      <p class="quiet">
        {t(m('signer.added-by', { by: name(signer.adder), day: on(signer.added_at) }))}
      </p>
      {signer.withdrawn_at && (
        <p class="quiet">
          {t(
            m('signer.withdrawn-by', {
              by: name(signer.withdrawer),
              day: on(signer.withdrawn_at),
            }),
          )}{' '}
          <Typed>{signer.withdrawal_reason ?? ''}</Typed>
        </p>
      )}
      <Fold summary={<code>{fingerprintText(signer.fingerprint).slice(0, 23)}…</code>}>
        <CertificateList call={call} certificate={signer.certificate} />
      </Fold>
    </div>
  )
}

function withdrawal(signer: SignerRow, call: SignersPageProps['call']) {
  const { t, language, href, frame } = call
  return (
    <Fold summary={t(m('signer.withdraw'))}>
      <Form action={href(`${signersPath}/${signer.id}/withdrawal`)} csrf={frame.csrf}>
        <Field
          kind="text"
          language={language}
          id={`reason-${signer.id}`}
          name="reason"
          maxlength={1000}
          required
          label={t(m('signer.withdraw-why'))}
          hint={t(m('signer.withdraw-hint'))}
        />
        <Button look="secondary">{t(m('signer.withdraw'))}</Button>
      </Form>
    </Fold>
  )
}

function AddForm(props: SignersPageProps) {
  const { call, found, hidden, refusal } = props
  const { t, language, href } = call
  const back = hidden['draft']
    ? `/recognition/drafts/${hidden['draft']}`
    : hidden['case'] && `/recognition/cases/${hidden['case']}`
  const [certificate, facts] = found
    ? [<CertificateList key="facts" call={call} certificate={found} />, { certificate: found.pem }]
    : [<CertificateFields key="fields" {...props} />, {}]
  return (
    <Section title={t(m('signer.add'))} lead={t(m('signer.add-lead'))}>
      <Form
        action={href(signersPath)}
        csrf={call.frame.csrf}
        files
        hidden={{ ...hidden, ...facts }}
      >
        {certificate}
        {found && refusal?.fields['certificate'] && (
          <Notice tone="harm" title={refusal.fields['certificate']} />
        )}
        <WhoseFields {...props} />
        <Field
          kind="textarea"
          language={language}
          name="evidence"
          rows={3}
          maxlength={1000}
          required
          label={t(m('signer.evidence'))}
          hint={t(m('signer.evidence-hint'))}
          value={props.values['evidence']}
          error={refusal?.fields['evidence']}
        />
        <Button icon="check">{t(m('signer.add'))}</Button>
        {back && (
          <ButtonLink look="quiet" href={href(back)}>
            {t(m('signer.back'))}
          </ButtonLink>
        )}
      </Form>
    </Section>
  )
}

function CertificateFields({ call, values, refusal }: SignersPageProps) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="file"
        language={language}
        name="file"
        label={t(m('signer.file'))}
        hint={t(m('signer.file-hint'))}
        accept=".pem,.crt,.cer,.der"
        error={refusal?.fields['file']}
        required={false}
      />
      <Field
        kind="textarea"
        language={language}
        name="certificate"
        rows={5}
        label={t(m('signer.paste'))}
        hint={t(m('signer.paste-hint'))}
        value={values['certificate']}
        error={refusal?.fields['certificate']}
        required={false}
      />
    </>
  )
}

function WhoseFields({ call, keepers, issuers, values, refusal }: SignersPageProps) {
  const { t, language } = call
  const day = (name: 'validFrom' | 'validTo') => (
    <Field
      kind="text"
      language={language}
      name={name}
      width="short"
      required={false}
      label={t(m(`signer.${name}`))}
      hint={t(m('signer.days-hint'))}
      value={values[name]}
      error={refusal?.fields[name]}
    />
  )
  return (
    <>
      <Field
        kind="select"
        language={language}
        name="issuer"
        required
        label={t(m('signer.issuer'))}
        options={[...issuers, { value: 'service', label: t(m('signer.service')) }]}
        value={values['issuer']}
        error={refusal?.fields['issuer']}
      />
      <Field
        kind="text"
        language={language}
        name="serviceName"
        maxlength={200}
        required={false}
        label={t(m('signer.service-name'))}
        hint={t(m('signer.service-hint'))}
        value={values['serviceName']}
        error={refusal?.fields['serviceName']}
      />
      <Field
        kind="select"
        language={language}
        name="keeper"
        required
        noEmpty={keepers.length === 1}
        label={t(m('signer.keeper'))}
        options={keepers}
        value={values['keeper']}
        error={refusal?.fields['keeper']}
      />
      {day('validFrom')}
      {day('validTo')}
    </>
  )
}

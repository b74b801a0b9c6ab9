import { type Language, localised } from '#kernel/values'
import { type AppointmentRole, roleLabel } from '#modules/alliance'
import type { Capacity } from '#modules/signing'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Local,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { AgreementSigning } from '../queries/signings.ts'
import type { WholeCopy } from '../queries/whole.ts'
import { languageOptions } from './partner-links.tsx'
import { base, dayOf, type PageCall, type Shown } from './words.ts'

const tones: Record<AgreementSigning['document']['state'], Tone> = {
  draft: 'quiet',
  open: 'attention',
  signed: 'done',
  refused: 'harm',
  expired: 'harm',
  withdrawn: 'quiet',
}

interface SignaturesProps {
  call: PageCall
  ownId: string
  signing: AgreementSigning | null
  copies: readonly WholeCopy[]
  /** Whether the document itself may be opened. */
  mayOpen: boolean
  /** Whether a version waits that can be put to signature. */
  mayBegin: boolean
}

/** Where the signing of an agreement stands, and the way to it. */
export function Signatures({ call, ownId, signing, copies, mayOpen, mayBegin }: SignaturesProps) {
  const { t, href } = call
  if (!signing && !mayBegin) return null
  const document = signing?.document
  return (
    <Section
      title={t(m('sign.title'))}
      id="signatures"
      lead={document ? undefined : t(m('sign.lead'))}
      actions={
        <>
          {document && mayOpen && (
            <ButtonLink
              look="secondary"
              icon="file"
              href={href(`/signing/documents/${document.documentId}`)}
            >
              {t(m('sign.open'))}
            </ButtonLink>
          )}
          {mayBegin && (
            <ButtonLink
              look={document ? 'secondary' : 'primary'}
              icon="draft"
              href={href(`${base}/${ownId}/signature`)}
            >
              {t(m(document ? 'sign.again' : 'sign.begin'))}
            </ButtonLink>
          )}
        </>
      }
    >
      {document && <SignerTable call={call} document={document} copies={copies} />}
    </Section>
  )
}

function SignerTable({
  call,
  document,
  copies,
}: {
  call: PageCall
  document: AgreementSigning['document']
  copies: readonly WholeCopy[]
}) {
  const { t, language } = call
  return (
    <Stack>
      <p>
        <StateTag tone={tones[document.state]}>{t(m(`sign.state.${document.state}`))}</StateTag>
      </p>
      <Table
        language={language}
        caption={t(m('sign.title'))}
        captionHidden
        rows={document.signers}
        rowKey={({ stepId }) => stepId}
        columns={[
          {
            key: 'of',
            label: t(m('agreement.partner')),
            primary: true,
            cell: ({ label }) => <Partner label={label} copies={copies} language={language} />,
          },
          {
            key: 'who',
            label: t(m('sign.who')),
            cell: ({ guestName, role }) =>
              guestName === null ? (
                <>{role === null ? '–' : t(roleLabel(role as AppointmentRole))}</>
              ) : (
                <Typed>{guestName}</Typed>
              ),
          },
          {
            key: 'state',
            label: t(m('sign.step')),
            kind: 'state',
            cell: ({ state, doneAt }) => (
              <>
                <StateTag
                  tone={state === 'done' ? 'done' : state === 'refused' ? 'harm' : 'attention'}
                >
                  {t(m(`sign.step.${state}`))}
                </StateTag>
                {doneAt && <span class="quiet"> {dayOf(doneAt, call)}</span>}
              </>
            ),
          },
        ]}
      />
    </Stack>
  )
}

/** For which partner somebody signs. */
function Partner({
  label,
  copies,
  language,
}: {
  label: Capacity
  copies: readonly WholeCopy[]
  language: Language
}) {
  if (label.kind === 'words') return <Typed>{label.words}</Typed>
  const of =
    label.kind === 'organisation'
      ? copies.find(({ organisationId }) => organisationId === label.organisationId)
      : undefined
  return of ? <Local language={language} text={of.names} /> : <>–</>
}

/** One partner's signer on the form, as it begins. */
export interface SignerOfPartner {
  copy: WholeCopy
  /** The roles that can be asked here; none where nobody of the partner works here. */
  roles: readonly Option[]
  values: { by: string; name: string; address: string; language: string; means: string }
}

interface SignatureFormProps {
  call: PageCall
  row: CopyRow
  versionId: string
  partners: readonly SignerOfPartner[]
  languages: readonly [Language, Language]
  values: Readonly<Record<string, string>>
  refusal: Shown | null
}

/** Who signs for each partner, in which order, how, and in which two languages the paper is. */
export function SignatureForm(props: SignatureFormProps) {
  const { call, row, refusal, partners, versionId, values } = props
  const { t, language, href, frame } = call
  return (
    <Page
      frame={frame}
      title={t(m('sign.begin'))}
      trail={[
        { href: href(base), label: t(m('agreements.title')) },
        { href: href(`${base}/${row.id}`), label: row.title },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('sign.lead'))}>
        {t(m('sign.begin'))}
      </Heading>
      <Form
        action={href(`${base}/${row.id}/signature`)}
        csrf={frame.csrf}
        hidden={{ version: versionId }}
      >
        <FieldSet legend={t(m('sign.languages'))} columns>
          {(['first', 'second'] as const).map((name, at) => (
            <Field
              key={name}
              language={language}
              kind="select"
              name={name}
              label={t(m(`paper.${name}`))}
              value={values[name] ?? props.languages[at]}
              options={languageOptions()}
              error={refusal?.fields[name]}
              noEmpty
            />
          ))}
        </FieldSet>
        {partners.map((partner, at) => (
          <SignerFields key={partner.copy.id} {...props} partner={partner} at={at} />
        ))}
        <Field
          language={language}
          kind="radio"
          name="order"
          label={t(m('sign.order'))}
          value={values['order'] ?? 'in-turn'}
          options={(['in-turn', 'together'] as const).map((value) => ({
            value,
            label: t(m(`sign.order.${value}`)),
          }))}
          required
        />
        <Field
          language={language}
          kind="date"
          name="dueOn"
          label={t(m('sign.due'))}
          hint={t(m('sign.due-hint'))}
          value={values['dueOn'] ?? ''}
          error={refusal?.fields['dueOn']}
          required={false}
        />
        <Button icon="arrow">{t(m('sign.do'))}</Button>
      </Form>
    </Page>
  )
}

function SignerFields({
  call,
  partner,
  at,
  values,
  refusal,
}: SignatureFormProps & { partner: SignerOfPartner; at: number }) {
  const { t, language } = call
  const given = (name: keyof SignerOfPartner['values']) =>
    values[`${name}-${at}`] ?? partner.values[name]
  const text = (name: 'name' | 'address', kind: 'text' | 'email') => (
    <Field
      language={language}
      kind={kind}
      name={`${name}-${at}`}
      label={t(m(`sign.signer-${name}`))}
      value={given(name)}
      error={refusal?.fields[`${name}-${at}`]}
      maxlength={200}
      required={false}
    />
  )
  return (
    <FieldSet legend={localised(partner.copy.names, language).text} columns>
      <Field
        language={language}
        kind="select"
        name={`by-${at}`}
        label={t(m('sign.who'))}
        value={given('by')}
        options={[...partner.roles, { value: 'guest', label: t(m('sign.by-mail')) }]}
        noEmpty
      />
      <Field
        language={language}
        kind="select"
        name={`means-${at}`}
        label={t(m('sign.means'))}
        value={given('means')}
        options={(['electronic', 'paper', 'either'] as const).map((value) => ({
          value,
          label: t(m(`sign.means.${value}`)),
        }))}
        noEmpty
      />
      {text('name', 'text')}
      {text('address', 'email')}
      <Field
        language={language}
        kind="select"
        name={`language-${at}`}
        label={t(m('sign.signer-language'))}
        value={given('language')}
        options={languageOptions()}
        noEmpty
      />
    </FieldSet>
  )
}

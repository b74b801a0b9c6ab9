import { languages, nativeName } from '#kernel/values'
import { appointmentRoles, roleLabel } from '#modules/alliance'
import {
  Button,
  type Column,
  EmptyState,
  Field,
  FieldSet,
  Fold,
  Form,
  type Option,
  Section,
  Stack,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import { signerLabels, stepMeans } from '../schema.ts'
import { Capacity, type FormState, type PageCall, StepTag, Who } from './words.tsx'

interface SignersProps {
  call: PageCall
  document: DocumentRow
  /** Of the latest version. */
  steps: readonly StepRow[]
  organisations: readonly Option[]
  form: FormState
}

/** Who signs the latest version and in which order; of a draft they can be changed. */
export function SignersSection(props: SignersProps) {
  const { call, document, steps } = props
  const { t, language } = call
  const isDraft = document.state === 'draft'
  return (
    <Section
      title={t(m('signers.title'))}
      id="signers"
      lead={isDraft ? t(m('signers.lead')) : undefined}
    >
      <Stack>
        <Table
          language={language}
          caption={t(m('signers.title'))}
          captionHidden
          columns={columnsFor(props)}
          rows={steps}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(m('signers.none'))} why={t(m('signers.none-why'))} />}
        />
        {isDraft && <AddSigner {...props} />}
      </Stack>
    </Section>
  )
}

function columnsFor({ call, document }: SignersProps): Column<StepRow>[] {
  const { t, href, frame, language } = call
  const columns: Column<StepRow>[] = [
    {
      key: 'who',
      label: t(m('signers.who')),
      primary: true,
      cell: (step) => <Who call={call} step={step} />,
    },
    {
      key: 'as',
      label: t(m('signers.as')),
      cell: (step) => <Capacity t={t} language={language} step={step} />,
    },
    {
      key: 'act',
      label: t(m('signers.act')),
      cell: ({ act, means }) =>
        means === 'electronic' ? t(m(`act.${act}`)) : t(m(`act.${means}`)),
    },
    { key: 'group', label: t(m('signers.group')), kind: 'number', cell: (s) => s.group_number },
  ]
  if (document.state !== 'draft') {
    const state: Column<StepRow> = {
      key: 'state',
      label: t(m('documents.state')),
      kind: 'state',
      cell: (step) => <StepTag t={t} step={step} />,
    }
    return [...columns, state]
  }
  const remove: Column<StepRow> = {
    key: 'remove',
    label: t(m('signers.remove')),
    kind: 'actions',
    cell: (step) =>
      step.repeats === null ? (
        <Form
          action={href(`/signing/documents/${document.id}/signers/${step.id}/removal`)}
          csrf={frame.csrf}
          inline
        >
          <Button look="quiet" small>
            {t(m('signers.remove'))}
          </Button>
        </Form>
      ) : (
        <span class="quiet">{t(m('signers.original'))}</span>
      ),
  }
  return [...columns, remove]
}

function AddSigner(props: SignersProps) {
  const { call, document, steps, form } = props
  const { t, language, href, frame } = call
  const value = (name: string, otherwise = '') => form.values[name] ?? otherwise
  return (
    <Fold
      summary={t(m('signers.add'))}
      open={steps.length === 0 || Object.keys(form.errors).length > 0}
    >
      <Form action={href(`/signing/documents/${document.id}/signers`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="radio"
          name="who"
          label={t(m('add.who'))}
          value={value('who', 'email')}
          options={[
            { value: 'email', label: t(m('add.by-email')), hint: t(m('add.by-email-hint')) },
            { value: 'role', label: t(m('add.by-role')), hint: t(m('add.by-role-hint')) },
          ]}
          error={form.errors['who']}
          required
        />
        <ByEmail {...props} />
        <ByRole {...props} />
        <AsAndHow {...props} />
        <Button look="secondary">{t(m('add.do'))}</Button>
      </Form>
    </Fold>
  )
}

function AsAndHow({ call, steps, form }: SignersProps) {
  const { t, language } = call
  const value = (name: string, otherwise = '') => form.values[name] ?? otherwise
  const shared = { language }
  const group = Math.max(1, ...steps.map((step) => step.group_number + 1))
  return (
    <>
      <FieldSet legend={t(m('add.as'))} columns>
        <Field
          {...shared}
          kind="select"
          name="label"
          label={t(m('signers.as'))}
          value={value('label')}
          options={signerLabels.map((name) => ({ value: name, label: t(m(`label.${name}`)) }))}
          error={form.errors['label']}
          required={false}
        />
        <Field
          {...shared}
          kind="text"
          name="words"
          label={t(m('add.words'))}
          hint={t(m('add.words-hint'))}
          value={value('words')}
          maxlength={120}
          required={false}
        />
      </FieldSet>
      <FieldSet legend={t(m('add.how'))} columns>
        <Field
          {...shared}
          kind="select"
          name="act"
          label={t(m('signers.act'))}
          value={value('act', 'sign')}
          noEmpty
          options={(['sign', 'approve'] as const).map((act) => ({
            value: act,
            label: t(m(`act.${act}`)),
          }))}
        />
        <Field
          {...shared}
          kind="select"
          name="means"
          label={t(m('add.means'))}
          value={value('means', 'electronic')}
          noEmpty
          options={stepMeans.map((means) => ({ value: means, label: t(m(`means.${means}`)) }))}
          error={form.errors['means']}
        />
        <Field
          {...shared}
          kind="number"
          name="group"
          label={t(m('signers.group'))}
          hint={t(m('add.group-hint'))}
          value={value('group', String(group))}
          width="short"
          inputmode="numeric"
          error={form.errors['group']}
          required
        />
      </FieldSet>
    </>
  )
}

function ByEmail({ call, form }: SignersProps) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('add.by-email'))} columns>
      <Field
        language={language}
        kind="text"
        name="name"
        label={t(m('add.name'))}
        value={form.values['name'] ?? ''}
        error={form.errors['name']}
        maxlength={120}
        required={false}
      />
      <Field
        language={language}
        kind="email"
        name="email"
        label={t(m('add.email'))}
        value={form.values['email'] ?? ''}
        error={form.errors['email']}
        required={false}
      />
      <Field
        language={language}
        kind="select"
        name="language"
        label={t(m('add.language'))}
        value={form.values['language'] ?? language}
        noEmpty
        options={languages.map((each) => ({
          value: each,
          label: nativeName(each),
          labelLanguage: each,
        }))}
      />
    </FieldSet>
  )
}

function ByRole({ call, form, organisations }: SignersProps) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('add.by-role'))} columns>
      <Field
        language={language}
        kind="select"
        name="role"
        label={t(m('add.role'))}
        value={form.values['role'] ?? ''}
        options={appointmentRoles
          .filter((role) => role !== 'secretariat')
          .map((role) => ({ value: role, label: t(roleLabel(role)) }))}
        error={form.errors['role']}
        required={false}
      />
      <Field
        language={language}
        kind="select"
        name="at"
        label={t(m('add.organisation'))}
        value={form.values['at'] ?? ''}
        options={organisations}
        error={form.errors['at']}
        required={false}
      />
    </FieldSet>
  )
}

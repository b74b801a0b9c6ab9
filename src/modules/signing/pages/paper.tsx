import { sizeText } from '#kernel/files'
import { displayName } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  Field,
  FieldSet,
  Fold,
  Form,
  type Option,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import type { SigningOriginalsTable } from '../schema.ts'
import { capacityName } from '../service/party-names.ts'
import { dayWords, type FormState, freshForm, type PageCall } from './words.tsx'

interface PaperProps {
  call: PageCall
  document: DocumentRow
  /** Of the latest version. */
  steps: readonly StepRow[]
  originals: readonly SigningOriginalsTable[]
  refused: { which: string; form: FormState } | null
  maxBytes: number
}

/** Signing on paper: the sheet to print, the form that takes down the signed paper, and where the originals are. */
export function PaperSection(props: PaperProps) {
  const { call, document, steps, originals } = props
  const { t, href } = call
  const onPaper = steps.filter((step) => step.state === 'asked' && step.means !== 'electronic')
  const isOpen = document.state === 'open' && onPaper.length > 0
  const hasPaper = steps.some(({ means }) => means !== 'electronic') || originals.length > 0
  if (!hasPaper || document.state === 'draft') return null
  return (
    <Section title={t(m('paper.title'))} id="paper" lead={isOpen ? t(m('paper.lead')) : undefined}>
      <Stack>
        {isOpen && (
          <ButtonLink
            look="secondary"
            icon="download"
            href={href(`/signing/documents/${document.id}/sheet`)}
            download
          >
            {t(m('paper.sheet'))}
          </ButtonLink>
        )}
        {isOpen && <Record {...props} steps={onPaper} />}
        <Originals {...props} />
      </Stack>
    </Section>
  )
}

function Record({ call, document, steps, refused, maxBytes }: PaperProps) {
  const { t, href, frame, language } = call
  const form = refused?.which === 'paper' ? refused.form : freshForm()
  const text = (name: string, otherwise = '') => ({
    language,
    name,
    value: form.values[name] ?? otherwise,
    error: form.errors[name],
  })
  const options: Option[] = steps.map((step) => ({ value: step.id, label: nameOf(call, step) }))
  return (
    <Fold summary={t(m('paper.record'))} open={refused?.which === 'paper'}>
      <Form action={href(`/signing/documents/${document.id}/paper`)} csrf={frame.csrf} files>
        <Field
          {...text('step', steps.length === 1 ? steps[0]!.id : '')}
          kind="select"
          label={t(m('paper.whose'))}
          options={options}
          required
        />
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('paper.scan'))}
          hint={t(m('paper.scan-hint', { size: sizeText(maxBytes) }))}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff"
          staged={form.staged}
          maxBytes={maxBytes}
          error={form.errors['file']}
          required
        />
        <Field
          {...text('code')}
          kind="text"
          label={t(m('paper.code'))}
          hint={t(m('paper.code-hint'))}
          width="medium"
          autocomplete="off"
          required
        />
        <AboutPaper call={call} form={form} />
        <Field
          language={language}
          kind="checkbox"
          name="compared"
          value="yes"
          label={t(m('paper.compared'))}
          error={form.errors['compared']}
          required
        />
        <Button>{t(m('paper.do'))}</Button>
      </Form>
    </Fold>
  )
}

function AboutPaper({ call, form }: { call: PageCall; form: FormState }) {
  const { t, language } = call
  const text = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <FieldSet legend={t(m('paper.about'))} columns>
      <Field {...text('signedOn')} kind="date" label={t(m('paper.signed'))} required />
      <Field
        {...text('name')}
        kind="text"
        label={t(m('paper.name'))}
        hint={t(m('paper.name-hint'))}
        required={false}
      />
      <Field
        {...text('original')}
        kind="text"
        label={t(m('paper.original'))}
        hint={t(m('paper.original-hint'))}
        required
      />
    </FieldSet>
  )
}

function nameOf({ t, language }: PageCall, step: StepRow): string {
  const label = capacityName(step, t, language)
  const name = step.person ? displayName(step.person, language) : step.guest_name
  return name === null ? label : `${label} · ${name}`
}

function Originals({ call, document, originals, refused }: PaperProps) {
  const { t, href, frame, language } = call
  const form = refused?.which === 'original' ? refused.form : freshForm()
  const text = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <>
      {originals.length > 0 && (
        <Table
          language={language}
          caption={t(m('original.title'))}
          columns={originalColumns(call, document)}
          rows={originals}
          rowKey={({ id }) => id}
        />
      )}
      <Fold summary={t(m('original.enter'))} open={refused?.which === 'original'}>
        <Form action={href(`/signing/documents/${document.id}/originals`)} csrf={frame.csrf}>
          <FieldSet legend={t(m('original.which'))} columns>
            <Field
              {...text('copy')}
              kind="text"
              label={t(m('original.copy'))}
              hint={t(m('original.copy-hint'))}
              required
            />
            <Field {...text('place')} kind="text" label={t(m('original.place'))} required />
          </FieldSet>
          <FieldSet legend={t(m('original.courier'))} columns>
            <Field
              {...text('carrier')}
              kind="text"
              label={t(m('original.carrier'))}
              required={false}
            />
            <Field
              {...text('tracking')}
              kind="text"
              label={t(m('original.tracking'))}
              required={false}
            />
            <Field {...text('sentOn')} kind="date" label={t(m('original.sent'))} required={false} />
          </FieldSet>
          <Button look="secondary">{t(m('original.do'))}</Button>
        </Form>
      </Fold>
    </>
  )
}

function originalColumns(call: PageCall, document: DocumentRow): Column<SigningOriginalsTable>[] {
  const { t, href, frame } = call
  return [
    ...registerColumns(call),
    {
      key: 'receive',
      label: t(m('original.receive')),
      kind: 'actions',
      cell: (row) =>
        row.sent_on !== null && row.received_on === null ? (
          <Form
            action={href(`/signing/documents/${document.id}/originals/${row.id}/receipt`)}
            csrf={frame.csrf}
            inline
          >
            <Button look="secondary" small>
              {t(m('original.receive'))}
            </Button>
          </Form>
        ) : (
          ''
        ),
    },
  ]
}

/** The columns that say which copy it is, where it is and how it travels. */
export function registerColumns(call: PageCall): Column<SigningOriginalsTable>[] {
  const { t } = call
  return [
    {
      key: 'copy',
      label: t(m('original.copy')),
      primary: true,
      cell: ({ copy }) => <Typed>{copy}</Typed>,
    },
    { key: 'place', label: t(m('original.place')), cell: ({ place }) => <Typed>{place}</Typed> },
    {
      key: 'courier',
      label: t(m('original.courier')),
      cell: ({ carrier, tracking }) => (
        <Typed>{[carrier, tracking].filter(Boolean).join(' ')}</Typed>
      ),
    },
    {
      key: 'state',
      label: t(m('documents.state')),
      kind: 'state',
      cell: (row) => {
        if (row.received_on !== null) {
          return (
            <StateTag tone="done">
              {t(m('original.received', { day: dayWords(call, row.received_on) }))}
            </StateTag>
          )
        }
        return row.sent_on === null ? (
          <StateTag tone="neutral">{t(m('original.kept'))}</StateTag>
        ) : (
          <StateTag tone="attention">
            {t(m('original.on-the-way', { day: dayWords(call, row.sent_on) }))}
          </StateTag>
        )
      },
    },
  ]
}

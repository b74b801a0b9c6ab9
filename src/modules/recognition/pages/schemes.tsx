import type { Call } from '#kernel/http'
import { formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  Row,
  Section,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ScaleRow, SchemeRow, SchemeUse } from '../queries/scales.ts'
import { agreedPath, gradingPath } from './grading-words.ts'
import { intakeText } from './rule-set-words.ts'
import { aboutScale, definitionName, hoursText, ownerText, scaleSummary } from './scale-words.ts'

/** What the page of schemes and scales shows. */
export interface SchemesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The reader's institutions, with what each uses, the latest intake first. */
  institutions: readonly { id: string; name: string; uses: readonly SchemeUse[] }[]
  schemes: readonly SchemeRow[]
  scales: readonly ScaleRow[]
  /** The institutions for which the reader may choose. */
  edits: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Where the pages of credit schemes and grade scales are. */
export const schemesPath = '/recognition/schemes'
export const scalesPath = '/recognition/scales'

/** What credit and grades stand for: at the reader's institutions by intake, and wherever else. */
export function SchemesPage(props: SchemesPageProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('scheme.title'))}
      trail={[{ href: href('/recognition/rule-sets'), label: t(m('rule-set.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
      wide
    >
      <Heading
        level={1}
        lead={t(m('scheme.lead'))}
        actions={
          <>
            <ButtonLink href={href('/recognition/correspondences')} look="secondary">
              {t(m('correspondence.title'))}
            </ButtonLink>
            <ButtonLink href={href(gradingPath)} look="secondary">
              {t(m('grading.title'))}
            </ButtonLink>
            <ButtonLink href={href(agreedPath)} look="secondary">
              {t(m('agreed.title'))}
            </ButtonLink>
          </>
        }
      >
        {t(m('scheme.title'))}
      </Heading>
      {props.institutions.map((institution) => (
        <Uses key={institution.id} call={call} institution={institution} />
      ))}
      {props.edits.length > 0 && <Choice {...props} />}
      <Schemes {...props} />
      <Scales {...props} />
    </Page>
  )
}

function Uses({
  call,
  institution,
}: {
  call: SchemesPageProps['call']
  institution: SchemesPageProps['institutions'][number]
}) {
  const { t, language, href } = call
  const title = t(m('scheme.own', { institution: institution.name }))
  const columns: Column<SchemeUse>[] = [
    {
      key: 'intakes',
      label: t(m('scheme.intakes')),
      primary: true,
      cell: (row) => intakeText(call, row),
    },
    {
      key: 'scheme',
      label: t(m('scheme.scheme')),
      cell: (row) => (
        <a href={href(`${schemesPath}/${row.schemeId}`)}>
          {localised(row.schemeName, language).text}
        </a>
      ),
    },
    {
      key: 'scale',
      label: t(m('scheme.scale')),
      cell: (row) => (
        <a href={href(`${scalesPath}/${row.scaleId}`)}>{localised(row.scaleName, language).text}</a>
      ),
    },
  ]
  return (
    <Section title={title} id={`uses-${institution.id}`} lead={t(m('scheme.own-lead'))}>
      <Table
        language={language}
        caption={title}
        captionHidden
        columns={columns}
        rows={institution.uses}
        rowKey={(row) => String(row.intakeFrom)}
        empty={<EmptyState title={t(m('scheme.none'))} why={t(m('scheme.none-why'))} />}
      />
    </Section>
  )
}

function Choice(props: SchemesPageProps) {
  const { call, edits, values, refusal } = props
  const { t, language, href } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  const year = { kind: 'year' } as const
  return (
    <Section title={t(m('scheme.set'))} id="choice" lead={t(m('scheme.set-hint'))}>
      <Form action={href(`${schemesPath}/use`)} csrf={call.frame.csrf}>
        <FieldSet legend={t(m('scheme.intakes'))} columns>
          <Field {...shared('intakeFrom')} {...year} label={t(m('scheme.from'))} />
          <Field
            {...shared('intakeTo')}
            {...year}
            label={t(m('scheme.to'))}
            hint={t(m('scheme.to-hint'))}
            required={false}
          />
        </FieldSet>
        {edits.length > 1 ? (
          <Field
            {...shared('organisation')}
            kind="select"
            label={t(m('scheme.institution'))}
            options={edits}
          />
        ) : (
          <input type="hidden" name="organisation" value={edits[0]?.value} />
        )}
        <Field
          {...shared('scheme')}
          kind="select"
          label={t(m('scheme.scheme'))}
          options={schemeOptions(props)}
        />
        <Field
          {...shared('scale')}
          kind="select"
          label={t(m('scheme.scale'))}
          options={scaleOptions(props)}
        />
        <Row>
          <Button>{t(m('scheme.set-submit'))}</Button>
        </Row>
      </Form>
    </Section>
  )
}

/** Whether one of the reader's institutions may use it: what is shared, and what is its own. */
function isOpenTo(edits: readonly Option[], row: SchemeRow | ScaleRow): boolean {
  return row.organisation_id === null || edits.some(({ value }) => value === row.organisation_id)
}

function schemeOptions({ call, schemes, edits }: SchemesPageProps): Option[] {
  return schemes
    .filter((row) => isOpenTo(edits, row))
    .map((row) => ({
      value: row.id,
      label: definitionName(row, call.language),
      group: ownerText(call, row),
    }))
}

function scaleOptions({ call, scales, edits }: SchemesPageProps): Option[] {
  return scales
    .filter((row) => isOpenTo(edits, row))
    .map((row) => ({
      value: row.id,
      label: `${definitionName(row, call.language)} (${aboutScale(call, row.definition)})`,
      group: ownerText(call, row),
    }))
}

function Schemes({ call, schemes, edits }: SchemesPageProps) {
  const { t, language, href } = call
  const columns: Column<SchemeRow>[] = [
    {
      key: 'name',
      label: t(m('scheme.name')),
      primary: true,
      cell: (row) => definitionName(row, language),
    },
    {
      key: 'hours',
      label: t(m('scheme.hours-short')),
      cell: (row) => hoursText(call, row.definition.hoursPerCredit.lecture),
    },
    {
      key: 'year',
      label: t(m('scheme.year')),
      kind: 'number',
      cell: (row) =>
        row.definition.creditsPerYear
          ? formatNumber(row.definition.creditsPerYear, language, 4)
          : t(m('scheme.open')),
    },
    { key: 'owner', label: t(m('scheme.institution')), cell: (row) => ownerText(call, row) },
  ]
  return (
    <Section
      title={t(m('scheme.schemes'))}
      id="schemes"
      actions={
        edits.length > 0 && (
          <ButtonLink href={href(`${schemesPath}/new`)} look="secondary" icon="plus">
            {t(m('scheme.new'))}
          </ButtonLink>
        )
      }
    >
      <Table
        language={language}
        caption={t(m('scheme.schemes'))}
        captionHidden
        columns={columns}
        rows={schemes}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${schemesPath}/${row.id}`)}
      />
    </Section>
  )
}

function Scales({ call, scales, edits }: SchemesPageProps) {
  const { t, language, href } = call
  const columns: Column<ScaleRow>[] = [
    {
      key: 'name',
      label: t(m('scheme.name')),
      primary: true,
      cell: (row) => definitionName(row, language),
    },
    {
      key: 'summary',
      label: t(m('scale.label')),
      cell: (row) => scaleSummary(call, row.definition),
    },
    {
      key: 'intakes',
      label: t(m('scheme.intakes')),
      cell: (row) => intakeText(call, row.definition),
    },
    { key: 'owner', label: t(m('scheme.institution')), cell: (row) => ownerText(call, row) },
  ]
  return (
    <Section
      title={t(m('scheme.scales'))}
      id="scales"
      actions={
        edits.length > 0 && (
          <ButtonLink href={href(`${scalesPath}/new`)} look="secondary" icon="plus">
            {t(m('scale.new'))}
          </ButtonLink>
        )
      }
    >
      <Table
        language={language}
        caption={t(m('scheme.scales'))}
        captionHidden
        columns={columns}
        rows={scales}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${scalesPath}/${row.id}`)}
      />
    </Section>
  )
}

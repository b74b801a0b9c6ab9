import type { Call } from '#kernel/http'
import { localised } from '#kernel/values'
import {
  Button,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CorrespondenceRow } from '../queries/scales.ts'
import { intakeText } from './rule-set-words.ts'
import { SourceLink } from './rule-set.tsx'
import { scalesPath, schemesPath } from './schemes.tsx'

/** What the page of correspondences shows. */
export interface CorrespondencesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may'>
  correspondences: readonly CorrespondenceRow[]
  /** The institutions for which the reader may record one. */
  organisations: readonly Option[]
  hostScales: readonly Option[]
  homeScales: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Where the correspondences of grades are. */
export const correspondencesPath = '/recognition/correspondences'

/** Which grade abroad is at least which grade at home. */
export function CorrespondencesPage(props: CorrespondencesPageProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('correspondence.title'))}
      trail={[
        { href: href('/recognition/rule-sets'), label: t(m('rule-set.title')) },
        { href: href(schemesPath), label: t(m('scheme.title')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
      wide
    >
      <Heading level={1} lead={t(m('correspondence.lead'))}>
        {t(m('correspondence.title'))}
      </Heading>
      <Section title={t(m('correspondence.recorded'))} id="recorded">
        <Table
          language={language}
          caption={t(m('correspondence.title'))}
          captionHidden
          columns={columnsOf(call)}
          rows={props.correspondences}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(m('correspondence.none'))} why={t(m('correspondence.none-why'))} />
          }
        />
      </Section>
      {props.organisations.length > 0 && <Add {...props} />}
    </Page>
  )
}

function columnsOf(call: CorrespondencesPageProps['call']): Column<CorrespondenceRow>[] {
  const { t, language, href } = call
  const scale = (id: string, name: CorrespondenceRow['hostScaleName']) => (
    <a href={href(`${scalesPath}/${id}`)}>{localised(name, language).text}</a>
  )
  return [
    {
      key: 'host-scale',
      label: t(m('correspondence.host-scale')),
      primary: true,
      cell: (row) => scale(row.hostScaleId, row.hostScaleName),
    },
    { key: 'intakes', label: t(m('scheme.intakes')), cell: (row) => intakeText(call, row) },
    {
      key: 'host',
      label: t(m('correspondence.host')),
      cell: (row) => <span lang="">{row.host}</span>,
    },
    {
      key: 'home',
      label: t(m('correspondence.home')),
      cell: (row) => <span lang="">{row.home}</span>,
    },
    {
      key: 'home-scale',
      label: t(m('correspondence.home-scale')),
      cell: (row) => scale(row.homeScaleId, row.homeScaleName),
    },
    {
      key: 'source',
      label: t(m('correspondence.source')),
      cell: (row) =>
        row.source ? (
          <SourceLink source={row.source} />
        ) : (
          <span class="quiet">{t(m('correspondence.no-source'))}</span>
        ),
    },
    {
      key: 'actions',
      label: t(m('correspondence.remove')),
      kind: 'actions',
      cell: (row) =>
        call.may('recognition.scale.edit', row) && (
          <Form
            action={href(`${correspondencesPath}/${row.id}/removal`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="quiet" small>
              {t(m('correspondence.remove'))}{' '}
              <span class="hidden-visually">
                {row.host} {row.home}
              </span>
            </Button>
          </Form>
        ),
    },
  ]
}

function Add({
  call,
  organisations,
  hostScales,
  homeScales,
  values,
  refusal,
}: CorrespondencesPageProps) {
  const { t, language, href } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  return (
    <Section title={t(m('correspondence.add'))} id="add" lead={t(m('correspondence.add-hint'))}>
      <Form action={href(correspondencesPath)} csrf={call.frame.csrf}>
        {organisations.length > 1 ? (
          <Field
            {...shared('organisation')}
            kind="select"
            label={t(m('scheme.institution'))}
            options={organisations}
          />
        ) : (
          <input type="hidden" name="organisation" value={organisations[0]?.value} />
        )}
        <FieldSet legend={t(m('equivalence.host'))} columns>
          <Field
            {...shared('hostScale')}
            kind="select"
            label={t(m('correspondence.host-scale'))}
            options={hostScales}
          />
          <Field {...shared('host')} kind="text" label={t(m('correspondence.host'))} />
        </FieldSet>
        <FieldSet legend={t(m('equivalence.home'))} columns>
          <Field
            {...shared('homeScale')}
            kind="select"
            label={t(m('correspondence.home-scale'))}
            options={homeScales}
          />
          <Field {...shared('home')} kind="text" label={t(m('correspondence.home'))} />
        </FieldSet>
        <Field
          {...shared('source')}
          kind="text"
          label={t(m('correspondence.source'))}
          hint={t(m('correspondence.source-hint'))}
          required={false}
        />
        <Button>{t(m('correspondence.submit'))}</Button>
      </Form>
    </Section>
  )
}

import type { Call } from '#kernel/http'
import { displayName, formatInstant, localised } from '#kernel/values'
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
} from '#ui'
import { m } from '../messages/index.ts'
import type { ListedPlan } from '../queries/plans.ts'

/** What the list of plans shows: a student's own with the way to begin one, or those of a school's students. */
export interface PlansPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  plans: readonly ListedPlan[]
  total: number
  page: number
  pageSize: number
  /** Null for whoever does not study. */
  begin: { enrolments: readonly Option[]; hosts: readonly Option[] } | null
  values: { enrolment: string; host: string }
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/plans'

/** Plans of study abroad. */
export function PlansPage(props: PlansPageProps) {
  const { call, begin, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('plan.title'))}
      wide
      alert={refusal && <ErrorSummary language={language} {...refusal} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m(begin ? 'plan.lead' : 'plan.lead-staff'))}>
          {t(m('plan.title'))}
        </Heading>
        {begin && <Begin {...props} begin={begin} />}
        <Table
          language={language}
          caption={t(m('plan.title'))}
          captionHidden
          keyboard
          columns={columnsOf(props)}
          rows={props.plans}
          rowKey={(row) => row.id}
          rowHref={(row) => href(`${path}/${row.id}`)}
          pagination={{
            page: props.page,
            pageSize: props.pageSize,
            total: props.total,
            href: (page) => href(path, { page: page === 1 ? null : page }),
          }}
          empty={
            <EmptyState
              title={t(m('plan.none'))}
              why={t(m(begin ? 'plan.none-why' : 'plan.none-why-staff'))}
            />
          }
        />
      </Stack>
    </Page>
  )
}

function Begin({
  call,
  begin,
  values,
  refusal,
}: PlansPageProps & { begin: Required<PlansPageProps>['begin'] }) {
  const { t, language, href } = call
  if (begin === null) return null
  return (
    <Section title={t(m('plan.begin'))}>
      <Form action={href(path)} csrf={call.frame.csrf}>
        {begin.enrolments.length !== 1 && (
          <Field
            kind="select"
            language={language}
            name="enrolment"
            label={t(m('plan.enrolment'))}
            value={values.enrolment}
            options={begin.enrolments}
            error={refusal?.fields['enrolment']}
            required
          />
        )}
        <Field
          kind="select"
          language={language}
          name="host"
          label={t(m('plan.host'))}
          hint={t(m('plan.host-hint'))}
          value={values.host}
          options={begin.hosts}
          error={refusal?.fields['host']}
          required
        />
        <Button icon="arrow">{t(m('plan.begin-button'))}</Button>
      </Form>
    </Section>
  )
}

function columnsOf({ call, begin }: PlansPageProps): Column<ListedPlan>[] {
  const { t, language } = call
  const host: Column<ListedPlan> = {
    key: 'host',
    label: t(m('plan.host')),
    primary: begin !== null,
    cell: (row) => localised(row.host_names, language).text,
  }
  const student: Column<ListedPlan> = {
    key: 'student',
    label: t(m('plan.student')),
    primary: true,
    cell: (row) => displayName(row.student, language),
  }
  return [
    ...(begin ? [host] : [student, host]),
    {
      key: 'programme',
      label: t(m('plan.programme')),
      cell: (row) => localised(row.programme_names, language).text,
    },
    { key: 'courses', label: t(m('plan.courses')), kind: 'number', cell: (row) => row.courses },
    {
      key: 'updated',
      label: t(m('plan.updated')),
      kind: 'date',
      cell: (row) => formatInstant(row.updated_at, row.home_time_zone, language, 'medium'),
    },
  ]
}

import type { Call } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  localised,
  type LocalText,
  relativeDays,
  withAside,
} from '#kernel/values'
import {
  Button,
  type Column,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../../messages/index.ts'
import { caseTrail } from '../case-trail.ts'
import type { CaseLine, CasePageRow } from '../../queries/cases.ts'
import type { listsForCase } from '../../queries/office/committee.ts'
import type { ReferralRow } from '../../queries/office/queues.ts'
import { creditText, titleOf, verdictMessage, verdictTones } from '../words.ts'
import { sittingsPath } from './committee-words.ts'
import { referralsPath } from './queues.tsx'

/** What the page shows of who evaluates a case. */
export interface RoutingPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  found: CasePageRow
  lines: readonly CaseLine[]
  referrals: readonly ReferralRow[]
  /** The unit that evaluates it; null is the office. */
  unitNames: LocalText | null
  /** Each with whether anybody evaluates there. */
  units: readonly { value: string; label: string; isStaffed: boolean }[]
  /** The committee's sittings to come, and what of the case stands on their lists. */
  lists: Awaited<ReturnType<typeof listsForCase>>
  may: { route: boolean; ask: boolean }
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Who evaluates a case, and which units are asked about its lines. */
export function RoutingPage(props: RoutingPageProps) {
  const { call, found, refusal } = props
  const { t, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('office.who-evaluates'))}
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('office.routing-lead'))}>
          {t(m('office.who-evaluates'))}
        </Heading>
        <Where {...props} />
        {props.may.ask && <Ask {...props} />}
        <Referrals {...props} />
        {props.may.route && <Committee {...props} />}
      </Stack>
    </Page>
  )
}

function Where(props: RoutingPageProps) {
  const { call, found, unitNames, units, may, values, refusal } = props
  const { t, language, href } = call
  const institution = localised(found.home_names, language).text
  const name = unitNames ? localised(unitNames, language).text : t(m('office.of', { institution }))
  return (
    <Section title={name} lead={t(m(`office.routed-by.${found.routed_by}`))}>
      {may.route && (
        <Form action={href(`/recognition/cases/${found.id}/routing`)} csrf={call.frame.csrf}>
          <Field
            kind="select"
            language={language}
            name="unit"
            label={t(m('office.give-to'))}
            value={values['unit'] ?? found.unit_id ?? 'office'}
            options={[
              { value: 'office', label: t(m('office.of', { institution })) },
              ...unitOptions(units, call),
            ]}
            noEmpty
            error={refusal?.fields['unit']}
          />
          <Field
            kind="text"
            language={language}
            name="reason"
            label={t(m('office.route-reason'))}
            value={values['reason']}
            required={false}
            maxlength={500}
          />
          <Button look="secondary">{t(m('office.give'))}</Button>
        </Form>
      )}
    </Section>
  )
}

/** The units of a choice, those where somebody evaluates first; of the others it is said. */
function unitOptions(units: RoutingPageProps['units'], { t }: Pick<Call, 't'>): Option[] {
  const [staffed, empty] = [true, false].map((is) => units.filter((each) => each.isStaffed === is))
  return [
    ...staffed!.map(({ value, label }) => ({ value, label })),
    ...empty!.map(({ value, label }) => ({
      value,
      label: t(m('taken.unit-nobody', { unit: label })),
    })),
  ]
}

function Ask({ call, found, lines, referrals, units, values, refusal }: RoutingPageProps) {
  const { t, language, href } = call
  const asked = new Set(
    referrals.filter((each) => each.state === 'open').map((each) => each.lineId),
  )
  const free = lines.filter((line) => !asked.has(line.id))
  // Whoever evaluates the case need not ask themselves.
  const others = units.filter(({ value }) => value !== found.unit_id)
  if (free.length === 0 || others.length === 0) return null
  return (
    <Section title={t(m('office.ask'))} lead={t(m('office.ask-lead'))}>
      <Form action={href(`/recognition/cases/${found.id}/referrals`)} csrf={call.frame.csrf}>
        <Field
          kind="select"
          language={language}
          name="line"
          label={t(m('office.line'))}
          value={values['line']}
          options={free.map((line) => ({
            value: line.id,
            label: `${line.code} ${titleOf(line.titles, language).text}`,
          }))}
          error={refusal?.fields['line']}
        />
        <Field
          kind="select"
          language={language}
          name="to"
          label={t(m('office.unit'))}
          value={values['to']}
          options={unitOptions(others, call)}
          error={refusal?.fields['to']}
        />
        <Field
          kind="textarea"
          language={language}
          name="question"
          label={t(m('office.question'))}
          hint={t(m('office.question-hint'))}
          rows={3}
          value={values['question']}
          required={false}
          maxlength={2000}
          error={refusal?.fields['question']}
        />
        <Button>{t(m('office.ask'))}</Button>
      </Form>
    </Section>
  )
}

function Committee({ call, found, lines, lists, values, refusal }: RoutingPageProps) {
  const { t, language, href } = call
  const sittings = [...new Map(lists.map((each) => [each.id, each])).values()]
  const standing = lists.filter((each) => each.item_id !== null)
  if (sittings.length === 0) return null
  const what = (lineId: string | null) =>
    lines.find(({ id }) => id === lineId)?.code ?? t(m('committee.whole-case'))
  return (
    <Section title={t(m('committee.put'))} lead={t(m('committee.put-lead'))}>
      {standing.length > 0 && (
        <ul>
          {standing.map((each) => (
            <li key={each.item_id}>
              <a href={href(`${sittingsPath}/${each.id}`)}>
                {t(
                  m('committee.stands-on', {
                    day: formatDate(each.held_on, language),
                    what: what(each.case_line_id),
                  }),
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Form action={href(`/recognition/cases/${found.id}/sitting`)} csrf={call.frame.csrf}>
        <Field
          kind="select"
          language={language}
          name="sitting"
          label={t(m('committee.day'))}
          value={values['sitting'] ?? sittings[0]?.id}
          noEmpty
          options={sittings.map((each) => ({
            value: each.id,
            label: [formatDate(each.held_on, language), each.place].filter(Boolean).join(' · '),
          }))}
          error={refusal?.fields['sitting']}
        />
        <Field
          kind="select"
          language={language}
          name="listed"
          label={t(m('committee.put-what'))}
          value={values['listed'] ?? 'case'}
          noEmpty
          options={[
            { value: 'case', label: t(m('committee.whole-case')) },
            ...lines.map((line) => ({
              value: line.id,
              label: `${line.code} ${titleOf(line.titles, language).text}`,
            })),
          ]}
        />
        <Field
          kind="textarea"
          language={language}
          name="proposal"
          label={t(m('committee.proposal'))}
          rows={3}
          maxlength={2000}
          required={false}
          value={values['proposal']}
        />
        <Button look="secondary">{t(m('committee.put'))}</Button>
      </Form>
    </Section>
  )
}

const tones: Record<ReferralRow['state'], Tone> = {
  open: 'attention',
  answered: 'done',
  withdrawn: 'quiet',
}

function Referrals(props: RoutingPageProps) {
  const { call, referrals } = props
  const { t, language, href } = call
  if (referrals.length === 0) return null
  return (
    <Section title={t(m('office.referrals'))}>
      <Table
        language={language}
        caption={t(m('office.referrals'))}
        captionHidden
        columns={referralColumns(props)}
        rows={referrals}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${referralsPath}/${row.id}`)}
      />
    </Section>
  )
}

function referralColumns({ call, found, may }: RoutingPageProps): Column<ReferralRow>[] {
  const { t, language, href } = call
  const today = dateInZone(call.now, found.home_time_zone)
  return [
    {
      key: 'line',
      label: t(m('office.line')),
      primary: true,
      cell: (row) => `${row.code} ${titleOf(row.titles, language).text}`,
    },
    {
      key: 'unit',
      label: t(m('office.unit')),
      cell: (row) => localised(row.unitNames, language).text,
    },
    { key: 'question', label: t(m('office.question')), cell: (row) => row.question || '–' },
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={tones[row.state]}>{t(m(`office.referral.${row.state}`))}</StateTag>
      ),
    },
    {
      key: 'answer',
      label: t(m('office.answer')),
      cell: (row) => <AnswerText call={call} row={row} today={today} />,
    },
    ...(may.ask
      ? [
          {
            key: 'withdraw',
            label: t(m('office.withdraw')),
            kind: 'actions' as const,
            cell: (row: ReferralRow) =>
              row.state === 'open' && (
                <Form
                  action={href(`${referralsPath}/${row.id}/withdrawal`)}
                  csrf={call.frame.csrf}
                  inline
                >
                  <Button look="quiet" small>
                    {t(m('office.withdraw'))}
                  </Button>
                </Form>
              ),
          },
        ]
      : []),
  ]
}

/** What a unit answered, or until when it is asked. */
export function AnswerText({
  call,
  row,
  today,
}: {
  call: Pick<Call, 't' | 'language'>
  row: ReferralRow
  today: string
}) {
  const { t, language } = call
  if (row.state === 'open') {
    const day = formatDate(row.dueOn, language, 'medium')
    return <>{withAside(day, relativeDays(row.dueOn, today, language), language)}</>
  }
  if (row.verdict === null) return <>–</>
  return (
    <>
      <StateTag tone={verdictTones[row.verdict]}>{t(verdictMessage(row.verdict))}</StateTag>{' '}
      {row.homeCourseCode} {row.homeCredit && creditText(row.homeCredit, language)}
      <br />
      {row.reason}
      {row.closedBy && <span class="quiet"> {displayName(row.closedBy, language)}</span>}
    </>
  )
}

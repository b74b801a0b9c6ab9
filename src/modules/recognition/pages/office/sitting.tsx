import type { Call } from '#kernel/http'
import { displayName, formatDate, localised, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  type ComparisonRow,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { CaseLine } from '../../queries/cases.ts'
import type { CommitteeItem, Member, SittingRow } from '../../queries/office/committee.ts'
import { wordOf } from '../case-rows.tsx'
import { homeCoursesSide } from '../case-sets.tsx'
import { ReasonGiven } from '../local-name.tsx'
import { ReasonFields } from '../word-fields.tsx'
import {
  creditText,
  decidingText,
  nameOf,
  reasonsOf,
  titleOf,
  verdictMessage,
  verdictTones,
} from '../words.ts'
import {
  institutionOf,
  itemSubject,
  linesOfItem,
  outcomeTones,
  sittingName,
  sittingsPath,
} from './committee-words.ts'

/** What the page of a sitting shows. */
export interface SittingPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  sitting: SittingRow
  members: readonly Member[]
  items: readonly CommitteeItem[]
  lines: ReadonlyMap<string, readonly CaseLine[]>
  judges: ReadonlyMap<string, PersonName>
  may: { record: boolean; approve: boolean }
  /** What was typed into the minutes and not taken. */
  typed: string | null
  refusal: { message: string; fields: Record<string, string> } | null
}

/** A sitting: who is there, the list with lines, reasons and proposals, the outcomes, the minutes. */
export function SittingPage(props: SittingPageProps) {
  const { call, sitting, refusal, may } = props
  const { t, language, href } = call
  const title = sittingName(call, sitting)
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[{ href: href(sittingsPath), label: t(m('committee.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} title={title} />
        <Presence {...props} />
        <Agenda {...props} />
        {props.items.map((item) => (
          <Item key={item.id} {...props} item={item} />
        ))}
        <Minutes {...props} />
        {may.approve && <Approval {...props} />}
      </Stack>
    </Page>
  )
}

function Strip({ call, sitting, title }: SittingPageProps & { title: string }) {
  const { t, language, href } = call
  const path = `${sittingsPath}/${sitting.id}`
  return (
    <ObjectStrip
      language={language}
      kind={institutionOf(call, sitting)}
      title={title}
      detail={sitting.place || undefined}
      state={{
        tone: sitting.state === 'approved' ? 'done' : 'attention',
        label: t(m(`committee.state.${sitting.state}`)),
      }}
      next={t(m(`committee.next.${sitting.state}`))}
      who={displayName(sitting.chair, language)}
      actions={
        <ButtonGroup>
          <ButtonLink look="secondary" icon="download" href={href(`${path}/agenda`)}>
            {t(m('committee.agenda-xlsx'))}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={href(`${path}/minutes`)}>
            {t(m('committee.minutes-pdf'))}
          </ButtonLink>
        </ButtonGroup>
      }
    />
  )
}

function Presence({ call, sitting, members, may }: SittingPageProps) {
  const { t, language, href } = call
  const present = members.filter((each) => each.isPresent)
  const lead = t(m('committee.presence-lead', { present: present.length, quorum: sitting.quorum }))
  const role = (id: string) =>
    id === sitting.chair_id
      ? ` · ${t(m('committee.chair'))}`
      : id === sitting.secretary_id
        ? ` · ${t(m('committee.secretary'))}`
        : ''
  const options = members.map(({ id, name }) => ({
    value: id,
    label: `${displayName(name, language)}${role(id)}`,
  }))
  return (
    <Section title={t(m('committee.presence'))} lead={lead}>
      {may.record ? (
        <Form action={href(`${sittingsPath}/${sitting.id}/presence`)} csrf={call.frame.csrf}>
          <Field
            kind="checkboxes"
            language={language}
            name="present"
            label={t(m('committee.present'))}
            labelHidden
            value={present.map(({ id }) => id)}
            options={options}
          />
          <Button look="secondary">{t(m('committee.presence-save'))}</Button>
        </Form>
      ) : (
        <ul>
          {options.map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Agenda({ call, sitting, items, lines, may }: SittingPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('committee.agenda'))}>
      <Table
        language={language}
        caption={t(m('committee.agenda'))}
        captionHidden
        keyboard
        rows={items}
        rowKey={(row) => row.id}
        rowHref={(row) => `#item-${row.id}`}
        rowLabel={(row) => row.number}
        empty={
          <EmptyState
            title={t(m('committee.agenda-none'))}
            why={t(m('committee.agenda-none-why'))}
          />
        }
        {...(may.record
          ? {
              select: {
                action: href(`${sittingsPath}/${sitting.id}/outcomes`),
                csrf: call.frame.csrf,
                actions: [
                  { name: 'act', value: 'as-proposed', label: t(m('committee.record-selected')) },
                ],
                without: (row: CommitteeItem) => row.state !== 'open',
              },
            }
          : {})}
        columns={[
          {
            key: 'student',
            label: t(m('committee.student')),
            primary: true,
            cell: (row) => displayName(row.student, language),
          },
          { key: 'case', label: t(m('committee.case')), nowrap: true, cell: (row) => row.number },
          {
            key: 'what',
            label: t(m('committee.put-what')),
            cell: (row) => itemSubject(call, row, lines.get(row.caseId) ?? []),
          },
          {
            key: 'host',
            label: t(m('committee.host')),
            cell: (row) => localised(row.hostNames, language).text,
          },
          {
            key: 'outcome',
            label: t(m('committee.outcome')),
            kind: 'state',
            cell: (row) => <Outcome call={call} item={row} />,
          },
        ]}
      />
    </Section>
  )
}

function Outcome({ call, item }: { call: Pick<Call, 't'>; item: CommitteeItem }) {
  const outcome = item.outcome ?? 'none'
  return (
    <StateTag tone={outcomeTones[outcome]}>{call.t(m(`committee.outcome.${outcome}`))}</StateTag>
  )
}

function Item(props: SittingPageProps & { item: CommitteeItem }) {
  const { call, sitting, item, may } = props
  const { t, language, href } = call
  const lines = props.lines.get(item.caseId) ?? []
  const path = `${sittingsPath}/${sitting.id}/items/${item.id}`
  const title = m('committee.item', {
    position: item.position,
    number: item.number,
    what: displayName(item.student, language),
  })
  return (
    <Section
      id={`item-${item.id}`}
      title={t(title)}
      lead={localised(item.programmeNames, language).text}
      actions={
        may.record && item.state === 'open' ? (
          <ButtonGroup>
            <ButtonLink look="secondary" small href={href(path)}>
              {t(m('committee.record'))}
            </ButtonLink>
            {item.outcome === null && (
              <Form action={href(`${path}/removal`)} csrf={call.frame.csrf} inline>
                <Button look="quiet" small>
                  {t(m('committee.take-off'))}
                </Button>
              </Form>
            )}
          </ButtonGroup>
        ) : undefined
      }
    >
      {item.proposal && (
        <Notice tone="info" title={t(m('committee.proposal'))}>
          <Typed>{item.proposal}</Typed>{' '}
          <span class="quiet">
            {t(m('committee.put-by', { name: displayName(item.putBy, language) }))}
          </span>
        </Notice>
      )}
      <Comparison
        language={language}
        fromLabel={localised(item.hostNames, language).text}
        toLabel={localised(item.homeNames, language).text}
        rows={linesOfItem(item, lines).map((line) => lineRow(line, props))}
      />
      {item.outcome !== null && (
        <p>
          <Outcome call={call} item={item} /> <ReasonGiven reason={item} language={language} />
        </p>
      )}
    </Section>
  )
}

/** A line as it stands: a person's word where there is one, else what the rules found. */
function lineRow(line: CaseLine, { call, judges }: SittingPageProps): ComparisonRow {
  const { t, language } = call
  const title = titleOf(line.titles, language)
  const reasons = reasonsOf(line, t, (id) => nameOf(judges, id, language))
  const own = line.homeCourseCode && [
    {
      title: titleOf(line.homeCourseTitles, language).text,
      code: line.homeCourseCode,
      credit: creditText(line.homeCredit, language),
      grade: line.recordedGrade ?? undefined,
    },
  ]
  return {
    id: `line-${line.id}`,
    from: [
      {
        title: title.text,
        titleLanguage: title.language,
        code: line.code,
        credit: creditText(line.credit, language),
        grade: line.grade ?? '–',
      },
    ],
    to: line.changedBy
      ? own || []
      : homeCoursesSide(
          (line.set ?? line.engine).homeCourses,
          line.recordedGrade,
          language,
          line.verdict,
        ),
    noCounterpart: t(m('page.case.no-counterpart')),
    verdict: { tone: verdictTones[line.verdict], label: t(verdictMessage(line.verdict)) },
    reasons: [...wordOf(line, call), ...reasons],
    gist: line.changedBy ? undefined : decidingText(line.verdict, reasons),
  }
}

function Minutes({ call, sitting, may, typed }: SittingPageProps) {
  const { t, language, href } = call
  if (!may.record) {
    return sitting.minutes === '' ? null : (
      <Section title={t(m('committee.minutes'))}>
        <Typed>{sitting.minutes}</Typed>
      </Section>
    )
  }
  return (
    <Section title={t(m('committee.minutes'))} lead={t(m('committee.minutes-lead'))}>
      <Form action={href(`${sittingsPath}/${sitting.id}/minutes`)} csrf={call.frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="text"
          label={t(m('committee.minutes-text'))}
          rows={8}
          maxlength={20_000}
          required={false}
          value={typed ?? sitting.minutes}
        />
        <Button look="secondary">{t(m('committee.minutes-save'))}</Button>
      </Form>
    </Section>
  )
}

function Approval({ call, sitting }: SittingPageProps) {
  const { t, href } = call
  return (
    <Section title={t(m('committee.approve'))} lead={t(m('committee.approve-lead'))}>
      <Form action={href(`${sittingsPath}/${sitting.id}/approval`)} csrf={call.frame.csrf}>
        <Button>{t(m('committee.approve'))}</Button>
      </Form>
    </Section>
  )
}

/** The form on which one outcome is recorded. */
export interface OutcomePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  sitting: SittingRow
  item: CommitteeItem
  lines: readonly CaseLine[]
  homeOrganisationId: string
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** What the committee made of one thing on its list. */
export function OutcomePage(props: OutcomePageProps) {
  const { call, sitting, item, lines, values, refusal } = props
  const { t, language, href } = call
  const path = `${sittingsPath}/${sitting.id}`
  const title = `${item.number} ${displayName(item.student, language)}`
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        { href: href(sittingsPath), label: t(m('committee.title')) },
        { href: href(path), label: formatDate(sitting.held_on, language) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={itemSubject(call, item, lines)}>
        {title}
      </Heading>
      {item.proposal && (
        <Notice tone="info" title={t(m('committee.proposal'))}>
          <Typed>{item.proposal}</Typed>
        </Notice>
      )}
      <Form action={href(`${path}/items/${item.id}`)} csrf={call.frame.csrf}>
        <Field
          kind="radio"
          language={language}
          name="outcome"
          label={t(m('committee.outcome'))}
          required
          value={values['outcome'] ?? item.outcome ?? ''}
          error={refusal?.fields['outcome']}
          options={(['as-proposed', 'otherwise', 'postponed'] as const).map((outcome) => ({
            value: outcome,
            label: t(m(`committee.outcome.${outcome}`)),
          }))}
        />
        <ReasonFields
          call={call}
          values={values}
          refusal={refusal}
          asked={{ label: t(m('committee.reason')), hint: t(m('committee.reason-hint')) }}
        />
        {linesOfItem(item, lines).map((line) => (
          <LineVerdict key={line.id} {...props} line={line} />
        ))}
        <Button>{t(m('committee.record'))}</Button>
      </Form>
    </Page>
  )
}

function LineVerdict({
  call,
  homeOrganisationId,
  line,
  values,
  refusal,
}: OutcomePageProps & { line: CaseLine }) {
  const { t, language, href } = call
  const title = titleOf(line.titles, language).text
  return (
    <Section
      level={3}
      title={`${line.code} ${title}`}
      lead={`${t(verdictMessage(line.verdict))}${line.homeCourseCode ? ` · ${line.homeCourseCode}` : ''}`}
    >
      <Field
        kind="radio"
        language={language}
        inline
        name={`verdict.${line.id}`}
        label={t(m('committee.verdict-of', { code: line.code }))}
        value={values[`verdict.${line.id}`] ?? ''}
        error={refusal?.fields[`verdict.${line.id}`]}
        required={false}
        options={[
          { value: '', label: t(m('committee.verdict-stays')) },
          ...(['recognised', 'refused'] as const).map((verdict) => ({
            value: verdict,
            label: t(verdictMessage(verdict)),
          })),
        ]}
      />
      <Field
        kind="combobox"
        language={language}
        name={`homeCourse.${line.id}`}
        label={t(m('committee.course-of', { code: line.code }))}
        value={values[`homeCourse.${line.id}`] ?? ''}
        valueLabel={values[`homeCourse.${line.id}-text`] ?? values[`homeCourse.${line.id}`]}
        required={false}
        source={href('/recognition/courses/options', { organisation: homeOrganisationId })}
        error={refusal?.fields[`homeCourse.${line.id}`] ?? refusal?.fields[`homeCredit.${line.id}`]}
      />
    </Section>
  )
}

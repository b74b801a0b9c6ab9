import type { Call } from '#kernel/http'
import { displayName, localised, type PersonName } from '#kernel/values'
import { ButtonGroup, EmptyState, Heading, Notice, Page, Stack, StateTag, Table } from '#ui'
import { m } from '../../messages/index.ts'
import type { CaseLine } from '../../queries/cases.ts'
import type { ReadyCase } from '../../queries/office/ready.ts'
import { groupsOf, type LineGroup } from '../case-sets.tsx'
import { TableLinks } from '../table-links.tsx'
import { credits, creditText, nameOf, reasonsOf, verdictMessage, verdictTones } from '../words.ts'

/** The way to what can be decided together. */
export const readyPath = '/recognition/ready'

/** What the page shows; `outcome` is what became of those that were just sent. */
export interface ReadyPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The queue that is looked at; null for everything that the reader may decide. */
  queueId: string | null
  cases: readonly ReadyCase[]
  lines: ReadonlyMap<string, readonly CaseLine[]>
  judges: ReadonlyMap<string, PersonName>
  outcome: { decided: readonly string[]; left: readonly { number: string; why: string }[] } | null
}

/** Cases that rules and precedents have settled line by line: what each recognises, and on what it stands. */
export function ReadyPage(props: ReadyPageProps) {
  const { call, cases, outcome, queueId } = props
  const { t, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('ready.title'))}
      wide
      trail={[{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('ready.lead'))}
          actions={
            cases.length > 0 && (
              <ButtonGroup>
                <TableLinks
                  call={call}
                  href={(format) => href(`${readyPath}/table`, { queue: queueId, format })}
                />
              </ButtonGroup>
            )
          }
        >
          {t(m('ready.title'))}
        </Heading>
        {outcome && <Outcome {...props} outcome={outcome} />}
        <Cases {...props} />
      </Stack>
    </Page>
  )
}

function Cases(props: ReadyPageProps) {
  const { call, cases, queueId } = props
  const { t, language, href } = call
  return (
    <Table
      language={language}
      caption={t(m('ready.title'))}
      captionHidden
      keyboard
      rows={cases}
      rowKey={(row) => row.id}
      rowHref={(row) => href(`/recognition/cases/${row.id}`)}
      rowLabel={(row) => row.number}
      empty={<EmptyState title={t(m('ready.none'))} why={t(m('ready.none-why'))} />}
      select={{
        action: href(readyPath, { queue: queueId }),
        csrf: call.frame.csrf,
        // What was seen of each: what changed meanwhile is left out.
        hidden: Object.fromEntries(cases.map(({ id, basis }) => [`basis.${id}`, basis])),
        actions: [{ name: 'act', value: 'decide', label: t(m('ready.decide')) }],
      }}
      columns={[
        {
          key: 'student',
          label: t(m('page.column.student')),
          primary: true,
          cell: (row) => displayName(row.student, language),
        },
        {
          key: 'number',
          label: t(m('page.column.number')),
          nowrap: true,
          cell: (row) => row.number,
        },
        {
          key: 'host',
          label: t(m('page.column.host')),
          cell: (row) => localised(row.hostNames, language).text,
        },
        {
          key: 'lines',
          label: t(m('ready.stands-on')),
          cell: (row) => <Lines {...props} lines={props.lines.get(row.id) ?? []} />,
        },
        {
          key: 'credit',
          label: t(m('page.column.credit')),
          kind: 'number',
          cell: (row) => t(credits(row.credit, language)),
        },
      ]}
    />
  )
}

function Outcome({
  call: { t },
  outcome: { decided, left },
}: ReadyPageProps & { outcome: NonNullable<ReadyPageProps['outcome']> }) {
  return (
    <Stack gap="tight">
      {decided.length > 0 && (
        <Notice tone="done" title={t(m('ready.decided', { count: decided.length }))}>
          {decided.join(', ')}. {t(m('ready.undo'))}
        </Notice>
      )}
      {left.length > 0 && (
        <Notice tone="attention" title={t(m('ready.left', { count: left.length }))}>
          <ul>
            {left.map(({ number, why }) => (
              <li key={number}>
                {number}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Stack>
  )
}

function Lines({
  call,
  judges,
  lines,
}: Pick<ReadyPageProps, 'call' | 'judges'> & { lines: readonly CaseLine[] }) {
  return (
    <ul>
      {groupsOf(lines).map((group) => (
        <Line key={group.lines[0]!.id} call={call} judges={judges} group={group} />
      ))}
    </ul>
  )
}

/** Host courses, what they become, and the precedent or the rule by which they do. */
function Line({
  call,
  judges,
  group,
}: Pick<ReadyPageProps, 'call' | 'judges'> & { group: LineGroup }) {
  const { t, language } = call
  const [first] = group.lines as [CaseLine]
  const found = group.set ?? first.engine
  const hosts = group.lines.map(({ code }) => code).join(' + ')
  const homes = found.homeCourses
    .map(({ code, credit }) => `${code} (${creditText(credit, language)})`)
    .join(' + ')
  // What is recognised stands on a precedent, what is not on what speaks against it.
  const deciding = found.reasons.filter(({ args, outcome }) =>
    first.verdict === 'recognised' ? typeof args['judge'] === 'string' : outcome === 'against',
  )
  const speaking = deciding.length > 0 ? deciding : found.reasons.slice(0, 1)
  const reasons = reasonsOf({ engine: { reasons: speaking } }, t, (id) =>
    nameOf(judges, id, language),
  )
  return (
    <li>
      {hosts}{' '}
      {first.verdict === 'recognised' ? (
        `→ ${homes}`
      ) : (
        <StateTag tone={verdictTones[first.verdict]}>{t(verdictMessage(first.verdict))}</StateTag>
      )}
      <br />
      <span class="quiet">{reasons.map(({ text }) => text).join(' ')}</span>
    </li>
  )
}

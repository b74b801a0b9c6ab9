import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, localised, type PersonName } from '#kernel/values'
import {
  type Column,
  DescriptionList,
  Fold,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { PastRevision } from '../queries/decision-history.ts'
import type { DecidedLine, LineDifference } from '../rules/compare-decisions.ts'
import { creditText, nameOf, reasonsOf, titleOf, verdictMessage } from './words.ts'

type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href'>

/** A decision with what it has differently from the one before it. */
export interface ShownRevision extends PastRevision {
  differences: readonly LineDifference[] | null
}

/** What is being evaluated now, against the decision that was opened again. */
export interface RunningRevision {
  revision: number
  against: PastRevision
  differences: readonly LineDifference[]
  ruleName: PastRevision['ruleName'] | null
  ruleVersion: number | null
}

/** What the page of all decisions shows. */
export interface DecisionHistoryProps {
  call: PageCall
  found: CasePageRow
  /** The earliest first. */
  revisions: readonly ShownRevision[]
  running: RunningRevision | null
  judges: ReadonlyMap<string, PersonName>
}

/** All decisions of a case, the latest first: what each holds, and line by line what changed and why. */
export function DecisionHistoryPage(props: DecisionHistoryProps) {
  const { call, found, revisions, running } = props
  const { t, href } = call
  const title = t(m('history.title', { number: found.number }))
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[
        {
          href: href(`/recognition/cases/${found.id}`),
          label: t(m('page.case.kind', { number: found.number })),
        },
      ]}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('history.lead'))}>
          {title}
        </Heading>
        {running && <Running {...props} running={running} />}
        {revisions
          .map((revision, place) => (
            <Revision
              key={revision.id}
              {...props}
              revision={revision}
              before={revisions[place - 1] ?? null}
              after={revisions[place + 1] ?? null}
            />
          ))
          .toReversed()}
      </Stack>
    </Page>
  )
}

/** What the revision that is being evaluated has differently so far. */
export function Running(props: DecisionHistoryProps & { running: RunningRevision }) {
  const { call, running } = props
  return (
    <Section title={call.t(m('history.now', { revision: running.revision }))}>
      <RulesChange
        call={call}
        before={running.against}
        after={
          running.ruleName && running.ruleVersion !== null
            ? { ruleName: running.ruleName, ruleVersion: running.ruleVersion }
            : null
        }
      />
      <Differences {...props} differences={running.differences} against={running.against} />
    </Section>
  )
}

interface RevisionProps extends DecisionHistoryProps {
  revision: ShownRevision
  before: ShownRevision | null
  after: ShownRevision | null
}

function Revision(props: RevisionProps) {
  const { call, found, revision, before, after } = props
  const { t, language } = call
  const day = formatDate(dateInZone(revision.decidedAt, found.home_time_zone), language)
  const { tone, label } = standing(props)
  return (
    <Section
      title={t(m('history.revision', { revision: revision.revision, day }))}
      lead={<StateTag tone={tone}>{t(label)}</StateTag>}
      id={`revision-${revision.revision}`}
    >
      <DescriptionList
        items={[
          { term: t(m('history.by')), value: displayName(revision.decider, language) },
          { term: t(m('history.rules')), value: rulesText(call, revision) },
          { term: t(m('history.credit')), value: creditText(revision.credit, language) },
          ...(before?.reopened
            ? [
                {
                  term: t(m('history.why')),
                  value: (
                    <>
                      <Typed>{before.reopened.reasons}</Typed>{' '}
                      <span class="quiet">{displayName(before.reopened.by, language)}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {before && revision.differences && (
        <>
          <RulesChange call={call} before={before} after={revision} />
          <Differences {...props} differences={revision.differences} against={before} />
        </>
      )}
      <Fold summary={t(m('history.lines'))} open={!after && !before}>
        <Lines {...props} />
      </Fold>
    </Section>
  )
}

function standing({ found, after }: RevisionProps): { tone: Tone; label: Message } {
  if (after) {
    return { tone: 'quiet', label: m('history.replaced', { revision: after.revision }) }
  }
  return found.state === 'decided'
    ? { tone: 'done', label: m('history.stands') }
    : { tone: 'attention', label: m('history.reopened') }
}

type Rules = Pick<PastRevision, 'ruleName' | 'ruleVersion'>

function rulesText({ t, language }: Pick<Call, 't' | 'language'>, rules: Rules): string {
  return t(
    m('page.statement.rules-version', {
      name: localised(rules.ruleName, language).text,
      version: rules.ruleVersion,
    }),
  )
}

function RulesChange({
  call,
  before,
  after,
}: {
  call: Pick<Call, 't' | 'language'>
  before: Rules
  after: Rules | null
}) {
  if (!after) return null
  const [was, is] = [rulesText(call, before), rulesText(call, after)]
  return was === is ? null : <p>{call.t(m('history.rules-changed', { before: was, after: is }))}</p>
}

/** Line by line what came out differently, and why. */
export function Differences({
  call,
  differences,
  against,
  judges,
}: Pick<DecisionHistoryProps, 'call' | 'judges'> & {
  differences: readonly LineDifference[]
  against: Pick<PastRevision, 'revision'>
}) {
  const { t, language } = call
  const caption = t(m('history.changes', { revision: against.revision }))
  const columns: Column<LineDifference>[] = [
    {
      key: 'line',
      label: t(m('history.line')),
      primary: true,
      cell: ({ after }) => <LineName call={call} line={after} />,
    },
    {
      key: 'before',
      label: t(m('history.before')),
      cell: ({ before }) => <LineOutcome call={call} line={before} />,
    },
    {
      key: 'after',
      label: t(m('history.after')),
      cell: ({ after }) => <LineOutcome call={call} line={after} />,
    },
    {
      key: 'why',
      label: t(m('history.because')),
      cell: (difference) => <Why call={call} difference={difference} judges={judges} />,
    },
  ]
  return (
    <Table
      language={language}
      caption={caption}
      columns={columns}
      rows={differences}
      rowKey={({ after }) => String(after.position)}
      empty={
        <p>
          {caption}: {t(m('history.no-changes'))}
        </p>
      }
    />
  )
}

function Lines({ call, revision }: RevisionProps) {
  const { t, language } = call
  return (
    <Table
      language={language}
      caption={t(m('history.lines'))}
      captionHidden
      columns={[
        {
          key: 'line',
          label: t(m('history.line')),
          primary: true,
          cell: (line) => <LineName call={call} line={line} />,
        },
        {
          key: 'outcome',
          label: t(m('history.outcome')),
          cell: (line) => <LineOutcome call={call} line={line} />,
        },
        {
          key: 'why',
          label: t(m('history.because')),
          cell: (line) => (line.word ? <Typed>{line.word}</Typed> : '–'),
        },
      ]}
      rows={revision.lines}
      rowKey={(line) => String(line.position)}
    />
  )
}

function LineName({ call, line }: { call: Pick<Call, 'language'>; line: DecidedLine }) {
  const title = titleOf(line.titles, call.language)
  return (
    <span>
      <span lang="">{line.code}</span> <span lang={title.language}>{title.text}</span>
    </span>
  )
}

/** A verdict with the home courses, their credit and entries. */
function LineOutcome({ call, line }: { call: Pick<Call, 't' | 'language'>; line: DecidedLine }) {
  const { t, language } = call
  return (
    <div>
      {t(verdictMessage(line.verdict))}
      {line.verdict === 'recognised' &&
        line.homeCourses.map((course) => (
          <span key={course.code}>
            <br />
            {[course.code, creditText(course.credit, language), course.grade]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ))}
    </div>
  )
}

function Why({
  call,
  difference,
  judges,
}: {
  call: Pick<Call, 't' | 'language'>
  difference: LineDifference
  judges: ReadonlyMap<string, PersonName>
}) {
  const { before, after, newReasons } = difference
  const { t, language } = call
  const isCorrected =
    before.code !== after.code || before.credit !== after.credit || before.grade !== after.grade
  const reasons = after.word
    ? []
    : reasonsOf({ engine: { reasons: [...newReasons] } }, t, (id) => nameOf(judges, id, language))
  return (
    <div>
      {isCorrected && <p>{t(m('history.corrected'))}</p>}
      {after.word && (
        <p>
          <Typed>{after.word}</Typed>
        </p>
      )}
      {reasons.map(({ text }, place) => (
        <p key={place}>{text}</p>
      ))}
      {!isCorrected && !after.word && reasons.length === 0 && '–'}
    </div>
  )
}

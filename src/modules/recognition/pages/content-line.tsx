import type { Call } from '#kernel/http'
import { displayName, formatDate, formatPercent, dateInZone, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Columns,
  EmptyState,
  ErrorSummary,
  Form,
  ObjectStrip,
  Page,
  Row,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { ComparisonRow, LineContent } from '../queries/content.ts'
import type { QuestionRow } from '../queries/content-questions.ts'
import { CourseNames } from './content-sides.tsx'
import { answerWords, shareOfAnswer, shareWords } from './content-words.ts'

interface ContentLineProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'timeZone'>
  found: CasePageRow
  content: LineContent
  comparisons: readonly ComparisonRow[]
  questions: readonly QuestionRow[]
  refusal: { message: string; fields: Record<string, string> } | null
}

/** What is known of a line's content, and the two ways to find out: compare it oneself, or ask who knows. */
export function ContentLinePage(props: ContentLineProps) {
  const { call, found, content, refusal } = props
  const { t, language, href } = call
  const at = `/recognition/cases/${found.id}`
  const hasHome = content.homeCourses.length > 0
  return (
    <Page
      frame={call.frame}
      title={t(m('content.line.title', { code: content.line.code }))}
      wide
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} />
        <Columns>
          <Section title={localised(found.home_names, language).text} id="home-course">
            {hasHome ? (
              <CourseNames call={call} courses={content.homeCourses} />
            ) : (
              <EmptyState
                title={t(m('content.line.no-home'))}
                why={t(m('content.line.no-home-why'))}
                action={
                  <ButtonLink look="secondary" href={href(`${at}/lines/${content.line.id}`)}>
                    {t(m('page.case.change'))}
                  </ButtonLink>
                }
              />
            )}
          </Section>
          <Section title={localised(found.host_names, language).text} id="host-course">
            <CourseNames call={call} courses={content.hostCourses} />
          </Section>
        </Columns>
        {hasHome && <Comparisons {...props} />}
        {hasHome && <Questions {...props} />}
        <Row>
          <a href={href(`${at}/routing`, { line: content.line.id })}>{t(m('office.ask'))}</a>
        </Row>
      </Stack>
    </Page>
  )
}

function Strip({ call, found, content }: ContentLineProps) {
  const { t, language } = call
  const { share, required } = content
  const isEnough = share !== null && required !== null && share.compare(required) >= 0
  const tone = share === null ? 'attention' : required === null || isEnough ? 'done' : 'harm'
  const percent = share && formatPercent(share, language, 1)
  return (
    <ObjectStrip
      language={language}
      kind={t(m('page.case.kind', { number: found.number }))}
      title={t(m('content.line.title', { code: content.line.code }))}
      state={{
        tone,
        label: percent ? t(m('content.line.share', { percent })) : t(m('content.line.unknown')),
      }}
      next={required && t(m('content.line.required', { share: shareWords(required, language) }))}
    />
  )
}

function Comparisons({ call, found, content, comparisons }: ContentLineProps) {
  const { t, language, href } = call
  const path = `/recognition/cases/${found.id}/lines/${content.line.id}`
  return (
    <Section
      title={t(m('content.comparisons'))}
      id="comparisons"
      lead={t(m('content.comparisons.lead'))}
      actions={
        <ButtonLink icon="plus" href={href(`${path}/comparisons`)}>
          {t(m('content.compare'))}
        </ButtonLink>
      }
    >
      {comparisons.length > 0 && (
        <Table
          language={language}
          caption={t(m('content.comparisons'))}
          captionHidden
          rows={comparisons}
          rowKey={(row) => row.id}
          rowHref={(row) => href(`/recognition/comparisons/${row.id}`)}
          columns={[
            {
              key: 'share',
              label: t(m('equivalence.share')),
              primary: true,
              cell: (row) =>
                row.share ? formatPercent(row.share, language, 1) : t(m('content.not-judged')),
            },
            {
              key: 'by',
              label: t(m('equivalence.judged')),
              cell: (row) =>
                `${displayName(row.madeBy, language)}, ${formatDate(dateInZone(row.madeAt, call.timeZone), language, 'medium')}`,
            },
            {
              key: 'use',
              label: t(m('content.use')),
              kind: 'actions',
              cell: (row) =>
                row.share && <UseForm call={call} path={path} evidence={`comparison:${row.id}`} />,
            },
          ]}
        />
      )}
    </Section>
  )
}

function Questions({ call, found, content, questions }: ContentLineProps) {
  const { t, language, href } = call
  const path = `/recognition/cases/${found.id}/lines/${content.line.id}`
  return (
    <Section
      title={t(m('content.questions'))}
      id="questions"
      lead={t(m('content.questions.lead'))}
      actions={
        <ButtonLink look="secondary" icon="plus" href={href(`${path}/questions`)}>
          {t(m('content.ask'))}
        </ButtonLink>
      }
    >
      {questions.length > 0 && (
        <Table
          language={language}
          caption={t(m('content.questions'))}
          captionHidden
          rows={questions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'who',
              label: t(m('content.column.asked')),
              primary: true,
              cell: (row) => row.name,
            },
            {
              key: 'answer',
              label: t(m('content.column.answer')),
              cell: (row) => <Answer call={call} row={row} />,
            },
            {
              key: 'due',
              label: t(m('content.column.due')),
              cell: (row) => formatDate(row.dueOn, language, 'medium'),
            },
            {
              key: 'actions',
              label: t(m('content.use')),
              kind: 'actions',
              cell: (row) => <QuestionActions call={call} path={path} row={row} />,
            },
          ]}
        />
      )}
    </Section>
  )
}

function Answer({ call, row }: { call: ContentLineProps['call']; row: QuestionRow }) {
  const { t, language } = call
  if (!row.answer) {
    return (
      <StateTag tone={row.state === 'open' ? 'attention' : 'quiet'}>
        {t(m(row.state === 'open' ? 'content.state.open' : 'content.state.withdrawn'))}
      </StateTag>
    )
  }
  const tone = { enough: 'done', half: 'attention', less: 'harm', unknown: 'quiet' } as const
  return (
    <div>
      <StateTag tone={tone[row.answer.choice]}>
        {t(answerWords(row.answer.choice, row.threshold, language))}
      </StateTag>{' '}
      <span class="quiet">
        {formatDate(dateInZone(row.answer.at, call.timeZone), language, 'medium')}
      </span>
      {row.answer.remark && (
        <p>
          <Typed>{row.answer.remark}</Typed>
        </p>
      )}
    </div>
  )
}

function QuestionActions({
  call,
  path,
  row,
}: {
  call: ContentLineProps['call']
  path: string
  row: QuestionRow
}) {
  const { t, href } = call
  if (row.state === 'open') {
    return (
      <Form
        action={href(`/recognition/questions/${row.id}/withdrawal`)}
        csrf={call.frame.csrf}
        inline
      >
        <Button look="quiet" small>
          {t(m('content.withdraw'))} <span class="hidden-visually">{row.name}</span>
        </Button>
      </Form>
    )
  }
  if (!row.answer || !shareOfAnswer(row.answer.choice, row.threshold)) return null
  return <UseForm call={call} path={path} evidence={`question:${row.id}`} />
}

function UseForm({
  call,
  path,
  evidence,
}: {
  call: ContentLineProps['call']
  path: string
  evidence: string
}) {
  return (
    <Row>
      <Form
        action={call.href(`${path}/content`)}
        csrf={call.frame.csrf}
        hidden={{ evidence }}
        inline
      >
        <Button look="secondary" small>
          {call.t(m('content.use'))}
        </Button>
      </Form>
    </Row>
  )
}

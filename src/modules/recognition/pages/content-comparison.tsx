import type { Call } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatNumber,
  formatPercent,
  type Fraction,
  localised,
  type PersonName,
} from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  FileList,
  Heading,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Timeline,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ComparisonRow } from '../queries/content.ts'
import { contentShare, type JudgedTopic } from '../rules/content-share.ts'
import { coursesText } from '../service/content-mail.ts'
import { CoursesInLine, SyllabusSides, unitWords } from './content-sides.tsx'

type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'timeZone'>

interface ComparisonPageProps {
  call: PageCall
  comparison: ComparisonRow
  versions: readonly { version: number; share: Fraction | null; madeAt: Date; madeBy: PersonName }[]
  files: readonly { id: string; name: string; side: 'host' | 'home' }[]
  uses: readonly { at: Date; number: string | null }[]
  /** The page of the line that it was made for, for who may work on it. */
  line: string | null
  mayJudge: boolean
}

/** A comparison with its arithmetic: topic by topic, what counts, and the share that comes out. */
export function ComparisonPage(props: ComparisonPageProps) {
  const { call, comparison, files, uses, versions } = props
  const { t, language, href } = call
  const { document } = comparison
  return (
    <Page
      frame={call.frame}
      title={titleOf(call, comparison)}
      wide
      trail={[{ href: href('/recognition/comparisons'), label: t(m('content.comparisons')) }]}
    >
      <Stack gap="wide">
        <Strip {...props} />
        <Arithmetic call={call} comparison={comparison} />
        <SyllabusSides
          call={call}
          homeName={localised(comparison.homeNames, language).text}
          hostName={localised(comparison.hostNames, language).text}
          home={document.home}
          host={document.host}
        />
        {document.note && (
          <Section title={t(m('equivalence.note'))}>
            <p>
              <Typed>{document.note}</Typed>
            </p>
          </Section>
        )}
        {files.length > 0 && (
          <Section title={t(m('content.files'))}>
            <FileList
              files={files.map((file) => ({
                name: file.name,
                href: href(`/recognition/comparisons/${comparison.id}/files/${file.id}`),
              }))}
            />
          </Section>
        )}
        <Section title={t(m('content.versions'))}>
          <Timeline
            label={t(m('content.versions'))}
            entries={[
              ...uses.map((use) => ({
                at: use.at.toISOString(),
                when: day(call, use.at),
                what: t(m('content.used-for', { number: use.number ?? '–' })),
              })),
              ...versions.map((each) => ({
                at: each.madeAt.toISOString(),
                when: day(call, each.madeAt),
                what: t(
                  m('content.version', {
                    version: each.version,
                    share: each.share
                      ? formatPercent(each.share, language, 1)
                      : t(m('content.not-judged')),
                  }),
                ),
                who: displayName(each.madeBy, language),
              })),
            ]}
          />
        </Section>
      </Stack>
    </Page>
  )
}

function titleOf({ language }: PageCall, { document }: ComparisonRow): string {
  const [host, home] = [document.host.courses, document.home.courses]
  return `${coursesText(home, language)} ← ${coursesText(host, language)}`
}

function day({ language, timeZone }: PageCall, at: Date): string {
  return formatDate(dateInZone(at, timeZone), language, 'medium')
}

function Strip({ call, comparison, line, mayJudge }: ComparisonPageProps) {
  const { t, language, href } = call
  const path = `/recognition/comparisons/${comparison.id}`
  return (
    <ObjectStrip
      language={language}
      kind={t(m('content.comparison'))}
      title={
        <>
          <CoursesInLine courses={comparison.document.home.courses} language={language} /> ←{' '}
          <CoursesInLine courses={comparison.document.host.courses} language={language} />
        </>
      }
      state={
        comparison.share
          ? {
              tone: 'done',
              label: t(
                m('content.line.share', { percent: formatPercent(comparison.share, language, 1) }),
              ),
            }
          : { tone: 'attention', label: t(m('content.not-judged')) }
      }
      who={displayName(comparison.madeBy, language)}
      actions={
        <ButtonGroup>
          {mayJudge && (
            <ButtonLink href={href(`${path}/judgement`)}>{t(m('content.judge'))}</ButtonLink>
          )}
          {mayJudge && (
            <ButtonLink look="secondary" href={href(`${path}/topics`)}>
              {t(m('content.change-topics'))}
            </ButtonLink>
          )}
          {line && (
            <ButtonLink look="secondary" href={line}>
              {t(m('content.to-line'))}
            </ButtonLink>
          )}
        </ButtonGroup>
      }
    />
  )
}

interface ShownTopic {
  index: number
  topic: JudgedTopic
  weight: Fraction
  counted: Fraction | null
}

function Arithmetic({ call, comparison }: { call: PageCall; comparison: ComparisonRow }) {
  const { t, language } = call
  const { document } = comparison
  const sum = contentShare(document.home.topics)
  const unit = sum.weighting === 'weights' ? document.unit : null
  const rows = document.home.topics.map((topic, index) => ({ index, topic, ...sum.rows[index]! }))
  const number = (value: Fraction) => formatNumber(value, language, 3)
  return (
    <Section title={t(m('content.arithmetic'))} lead={t(unitWords(unit))} id="arithmetic">
      <Table<ShownTopic>
        language={language}
        caption={t(m('content.arithmetic'))}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.index)}
        columns={topicColumns(call, comparison)}
        footer={[t(m('content.sum')), '', '', number(sum.total), number(sum.counted)]}
      />
      {sum.share ? (
        <p>
          <strong>
            {t(
              m('content.result', {
                counted: number(sum.counted),
                total: number(sum.total),
                fraction: sum.share.toString(),
                percent: formatPercent(sum.share, language, 2),
              }),
            )}
          </strong>
        </p>
      ) : (
        <p class="quiet">{t(m('content.open-topics', { count: sum.open }))}</p>
      )}
    </Section>
  )
}

function topicColumns(
  { t, language }: PageCall,
  { document }: ComparisonRow,
): Column<ShownTopic>[] {
  const tones = { covered: 'done', partly: 'attention', not: 'harm' } as const
  return [
    {
      key: 'home',
      label: t(m('content.column.home')),
      primary: true,
      cell: ({ topic }) => <Typed>{topic.text}</Typed>,
    },
    {
      key: 'host',
      label: t(m('content.column.host')),
      cell: ({ topic }) =>
        topic.hostTopics.length === 0 ? (
          '–'
        ) : (
          <ul>
            {topic.hostTopics.map((index) => (
              <li key={index}>
                <Typed>{document.host.topics[index]?.text}</Typed>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'extent',
      label: t(m('content.column.extent')),
      kind: 'state',
      cell: ({ topic }) =>
        topic.extent ? (
          <StateTag tone={tones[topic.extent]}>{t(m(`content.extent.${topic.extent}`))}</StateTag>
        ) : (
          <StateTag tone="quiet">{t(m('content.not-judged'))}</StateTag>
        ),
    },
    {
      key: 'weight',
      label: t(m('content.column.weight')),
      kind: 'number',
      cell: ({ weight }) => formatNumber(weight, language, 3),
    },
    {
      key: 'counted',
      label: t(m('content.column.counted')),
      kind: 'number',
      cell: ({ counted }) => (counted ? formatNumber(counted, language, 3) : '–'),
    },
  ]
}

/** All comparisons that the reader may see, the latest first. */
export function ComparisonsPage(props: {
  call: PageCall
  comparisons: readonly ComparisonRow[]
  total: number
  page: number
  pageSize: number
}) {
  const { call, comparisons, total, page, pageSize } = props
  const { t, language, href } = call
  const path = href('/recognition/comparisons')
  return (
    <Page
      frame={call.frame}
      title={t(m('content.comparisons'))}
      wide
      trail={[{ href: href('/recognition/equivalences'), label: t(m('equivalence.title')) }]}
    >
      <Heading level={1} lead={t(m('content.comparisons.lead'))}>
        {t(m('content.comparisons'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('content.comparisons'))}
        captionHidden
        rows={comparisons}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`/recognition/comparisons/${row.id}`)}
        keyboard
        columns={[
          {
            key: 'home',
            label: t(m('equivalence.home-course')),
            primary: true,
            cell: (row) => (
              <CoursesInLine courses={row.document.home.courses} language={language} />
            ),
          },
          {
            key: 'host',
            label: t(m('equivalence.host-course')),
            cell: (row) => (
              <div>
                <CoursesInLine courses={row.document.host.courses} language={language} />
                <br />
                <span class="quiet">{localised(row.hostNames, language).text}</span>
              </div>
            ),
          },
          {
            key: 'share',
            label: t(m('equivalence.share')),
            cell: (row) =>
              row.share ? formatPercent(row.share, language, 1) : t(m('content.not-judged')),
          },
          {
            key: 'by',
            label: t(m('equivalence.judged')),
            cell: (row) => `${displayName(row.madeBy, language)}, ${day(call, row.madeAt)}`,
          },
        ]}
        pagination={{ page, pageSize, total, href: (number) => `${path}?page=${number}` }}
        empty={<EmptyState title={t(m('content.none'))} why={t(m('content.none-why'))} />}
      />
    </Page>
  )
}

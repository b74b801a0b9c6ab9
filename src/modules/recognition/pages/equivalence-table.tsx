import type { Call } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatDateRange,
  formatPercent,
  Fraction,
  localised,
  displayName,
} from '#kernel/values'
import { Button, type Column, Form, StateTag, Table } from '#ui'
import { m } from '../messages/index.ts'
import { type EquivalenceRow, homeText, hostText } from '../queries/equivalences.ts'
import { coursePath, CourseTitle } from './courses.tsx'
import { creditText } from './words.ts'

const path = '/recognition/equivalences'

interface EquivalenceTableProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>
  equivalences: readonly EquivalenceRow[]
  keyboard?: boolean
  /** Whether rows can be chosen, to be renewed or withdrawn together. */
  selectable?: boolean
  pagination?: { page: number; pageSize: number; total: number; href: (page: number) => string }
}

/** Equivalences as rows: abroad at the left, home at the right. */
export function EquivalenceTable({ call, ...props }: EquivalenceTableProps) {
  const { t, href } = call
  const selects = props.selectable === true && call.may('recognition.equivalence.edit')
  return (
    <Table<EquivalenceRow>
      language={call.language}
      caption={t(m('equivalence.title'))}
      captionHidden
      keyboard={props.keyboard === true}
      columns={columnsOf(call, selects)}
      rows={props.equivalences}
      rowKey={(row) => row.id}
      rowHref={(row) => href(`${path}/${row.id}`)}
      rowLabel={(row) => `${hostText(row)} ${homeText(row)}`}
      {...(props.pagination ? { pagination: props.pagination } : {})}
      {...(selects ? { select: selectionOf(call) } : {})}
    />
  )
}

/** What can be done with chosen rows; those of others cannot be chosen. */
function selectionOf(call: EquivalenceTableProps['call']) {
  const { t, href } = call
  return {
    action: href(`${path}/selection`),
    csrf: call.frame.csrf,
    disabled: (row: EquivalenceRow) => !call.may('recognition.equivalence.edit', row),
    actions: [
      { name: 'act', value: 'renew', label: t(m('equivalence.renew')) },
      {
        name: 'act',
        value: 'withdraw',
        label: t(m('equivalence.withdraw')),
        look: 'secondary' as const,
      },
    ],
  }
}

function columnsOf(
  call: EquivalenceTableProps['call'],
  selects: boolean,
): Column<EquivalenceRow>[] {
  const { t, language, href } = call
  return [
    {
      key: 'host',
      label: t(m('equivalence.host-code')),
      primary: true,
      cell: (row) => hostText(row) || t(m('equivalence.any-course')),
    },
    {
      key: 'host-title',
      label: t(m('equivalence.host-course')),
      cell: (row) => (
        <div>
          {row.hostCourses.map((course) => (
            <div key={course.code}>
              <CourseTitle titles={course.titles} language={language} />
            </div>
          ))}
          <span class="quiet">{localised(row.hostNames, language).text}</span>
        </div>
      ),
    },
    {
      key: 'home',
      label: t(m('equivalence.home-course')),
      cell: (row) => (
        <div>
          {row.homeCourses.map((course) => (
            <div key={course.code}>
              {course.isBlock ? (
                course.code
              ) : (
                <a href={href(coursePath(row.home_organisation_id, course.code))}>{course.code}</a>
              )}{' '}
              <CourseTitle titles={course.titles} language={language} />
            </div>
          ))}
        </div>
      ),
    },
    ...factColumns(call, selects),
  ]
}

function factColumns(
  call: EquivalenceTableProps['call'],
  selects: boolean,
): Column<EquivalenceRow>[] {
  const { t, language } = call
  return [
    {
      key: 'credit',
      label: t(m('equivalence.credit')),
      kind: 'number',
      cell: (row) =>
        creditText(Fraction.sum(row.homeCourses.map((course) => course.credit)), language),
    },
    {
      key: 'share',
      label: t(m('equivalence.share')),
      kind: 'number',
      cell: (row) =>
        row.contentShare ? (
          formatPercent(row.contentShare, language)
        ) : (
          <span class="quiet">{t(m('equivalence.not-judged'))}</span>
        ),
    },
    {
      key: 'programme',
      label: t(m('equivalence.programme')),
      cell: (row) =>
        row.programmeNames ? (
          <span lang={localised(row.programmeNames, language).language}>
            {localised(row.programmeNames, language).text}
          </span>
        ) : (
          t(m('equivalence.all-programmes'))
        ),
    },
    {
      key: 'valid',
      label: t(m('equivalence.valid')),
      nowrap: true,
      cell: (row) => <Validity call={call} row={row} />,
    },
    {
      key: 'judged',
      label: t(m('equivalence.judged')),
      cell: (row) => (
        <div>
          {displayName(row.judgedBy, language)}
          <br />
          <span class="quiet">
            {formatDate(row.judgedOn, language, 'medium').replaceAll(' ', '\u00a0')}
          </span>
        </div>
      ),
    },
    {
      key: 'actions',
      label: t(m('equivalence.withdraw')),
      kind: 'actions',
      cell: (row) => <RowAction call={call} row={row} within={selects} />,
    },
  ]
}

function Validity({ call, row }: { call: EquivalenceTableProps['call']; row: EquivalenceRow }) {
  const { t, language } = call
  const today = dateInZone(call.now, call.timeZone)
  const period =
    row.validTo === null
      ? t(m('equivalence.since', { from: formatDate(row.validFrom, language, 'medium') }))
      : formatDateRange(row.validFrom, row.validTo, language, 'medium')
  if (row.withdrawnAt !== null) {
    return <StateTag tone="quiet">{t(m('equivalence.state.withdrawn'))}</StateTag>
  }
  if (row.validTo !== null && row.validTo < today) {
    return (
      <div>
        <StateTag tone="quiet">{t(m('equivalence.state.ended'))}</StateTag> {period}
      </div>
    )
  }
  return <>{period}</>
}

/** Within a form that holds the rows to be chosen no other form can stand: its button names the address. */
function RowAction({
  call,
  row,
  within,
}: {
  call: EquivalenceTableProps['call']
  row: EquivalenceRow
  within: boolean
}) {
  const { t, href } = call
  if (!call.may('recognition.equivalence.edit', row)) return null
  const [verb, word] =
    row.withdrawnAt === null
      ? (['withdrawal', 'equivalence.withdraw'] as const)
      : (['restoration', 'equivalence.undo'] as const)
  const action = href(`${path}/${row.id}/${verb}`)
  const said = (
    <>
      {t(m(word))} <span class="hidden-visually">{hostText(row)}</span>
    </>
  )
  return within ? (
    <Button look="quiet" small formAction={action}>
      {said}
    </Button>
  ) : (
    <Form action={action} csrf={call.frame.csrf} inline>
      <Button look="quiet" small>
        {said}
      </Button>
    </Form>
  )
}

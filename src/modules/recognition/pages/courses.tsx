import type { Call } from '#kernel/http'
import { localised } from '#kernel/values'
import {
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  type Option,
  Page,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ListedCourse } from '../queries/courses.ts'
import { creditText, titleOf } from './words.ts'

/** What the list of courses shows. */
export interface CoursesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  courses: readonly ListedCourse[]
  total: number
  filter: { organisationId: string; search: string; unit: string; page: number }
  pageSize: number
  owners: readonly Option[]
  units: readonly string[]
  mayImport: boolean
}

const path = '/recognition/courses'

/** The address of a course's page: an institution's code, whatever catalogue it stands in. */
export function coursePath(organisationId: string, code: string): string {
  return `${path}/${organisationId}/${encodeURIComponent(code)}`
}

/** Courses of the published catalogues, searched and narrowed. */
export function CoursesPage(props: CoursesPageProps) {
  const { call, filter } = props
  const { t, language, href } = call
  const address = (change: Partial<CoursesPageProps['filter']>) => {
    const next = { ...filter, page: 1, ...change }
    return href(path, {
      q: next.search,
      organisation: next.organisationId,
      unit: next.unit,
      page: next.page === 1 ? null : next.page,
    })
  }
  const narrowed = filter.search !== '' || filter.organisationId !== '' || filter.unit !== ''
  return (
    <Page frame={call.frame} title={t(m('course.title'))} wide>
      <Heading
        level={1}
        lead={t(m('course.lead'))}
        actions={
          props.mayImport && (
            <ButtonLink href={href('/recognition/catalogues')} look="secondary">
              {t(m('course.imports'))}
            </ButtonLink>
          )
        }
      >
        {t(m('course.title'))}
      </Heading>
      <Filters {...props} narrowed={narrowed} />
      <Table
        language={language}
        caption={t(m('course.title'))}
        captionHidden
        keyboard
        columns={columnsOf(props)}
        rows={props.courses}
        rowKey={(row) => row.id}
        rowHref={(row) => href(coursePath(row.organisationId, row.code))}
        pagination={{
          page: filter.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => address({ page }),
        }}
        empty={<Empty {...props} narrowed={narrowed} />}
      />
    </Page>
  )
}

function Filters(props: CoursesPageProps & { narrowed: boolean }) {
  const { filter, narrowed } = props
  const { t, language, href } = props.call
  return (
    <FilterBar
      language={language}
      action={href(path)}
      search={{ value: filter.search, label: t(m('course.search')) }}
      clearHref={narrowed ? href(path) : undefined}
    >
      <Field
        kind="select"
        language={language}
        name="organisation"
        label={t(m('course.institution'))}
        labelHidden
        value={filter.organisationId}
        noEmpty
        autosubmit
        options={[{ value: '', label: t(m('course.all-institutions')) }, ...props.owners]}
      />
      {props.units.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="unit"
          label={t(m('course.unit'))}
          labelHidden
          value={filter.unit}
          noEmpty
          autosubmit
          options={[
            { value: '', label: t(m('course.all-units')) },
            ...props.units.map((unit) => ({ value: unit, label: unit })),
          ]}
        />
      )}
    </FilterBar>
  )
}

function columnsOf({ call, filter }: CoursesPageProps): Column<ListedCourse>[] {
  const { t, language } = call
  const columns: Column<ListedCourse>[] = [
    {
      key: 'code',
      label: t(m('course.code')),
      primary: true,
      nowrap: true,
      cell: (row) => row.code,
    },
    {
      key: 'title',
      label: t(m('course.name')),
      cell: (row) => <CourseTitle titles={row.titles} language={language} />,
    },
    {
      key: 'credit',
      label: t(m('course.credit')),
      kind: 'number',
      cell: (row) => creditText(row.credit, language),
    },
    { key: 'unit', label: t(m('course.unit')), cell: (row) => <span lang="">{row.unitName}</span> },
  ]
  const institution: Column<ListedCourse> = {
    key: 'institution',
    label: t(m('course.institution')),
    cell: (row) => localised(row.organisationNames, language).text,
  }
  return filter.organisationId === '' ? [...columns, institution] : columns
}

/** A title for the reader, with the school's own title under it where that is another one. */
export function CourseTitle({
  titles,
  language,
}: {
  titles: ListedCourse['titles']
  language: Call['language']
}) {
  const title = titleOf(titles, language)
  const own = Object.entries(titles).find(([tag]) => tag !== title.language && tag !== 'en')
  const second = own ?? Object.entries(titles).find(([tag]) => tag !== title.language)
  return (
    <span>
      <span lang={title.language}>{title.text}</span>
      {second && second[1] !== title.text && (
        <>
          <br />
          <span class="quiet" lang={second[0] === 'und' ? undefined : second[0]}>
            {second[1]}
          </span>
        </>
      )}
    </span>
  )
}

function Empty({ call, mayImport, narrowed }: CoursesPageProps & { narrowed: boolean }) {
  const { t, href } = call
  if (narrowed) {
    return (
      <EmptyState
        title={t(m('course.none-found'))}
        why={t(m('course.none-found-why'))}
        action={
          <ButtonLink href={href(path)} look="secondary">
            {t(m('course.show-all'))}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <EmptyState
      title={t(m('course.none'))}
      why={t(m('course.none-why'))}
      action={
        mayImport && (
          <ButtonLink href={href('/recognition/catalogues/new')} icon="plus">
            {t(m('catalogue.new'))}
          </ButtonLink>
        )
      }
    />
  )
}

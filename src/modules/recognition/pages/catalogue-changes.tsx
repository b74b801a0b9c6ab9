import type { Call } from '#kernel/http'
import { formatNumber, localised } from '#kernel/values'
import {
  ButtonLink,
  type Column,
  Figure,
  Grid,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CatalogueChanges, CourseChange } from '../queries/catalogue-changes.ts'
import type { CatalogueRow } from '../queries/catalogues.ts'
import { creditText, titleOf } from './words.ts'

type ChangesCall = Pick<Call, 't' | 'language' | 'href'>

interface ChangesProps {
  call: ChangesCall
  found: CatalogueRow
  changes: CatalogueChanges
}

const pathOf = (found: CatalogueRow) => `/recognition/catalogues/${found.id}/changes`

/** What publishing an import changes, in figures and with the courses that matter most, before it is published. */
export function ChangesBeforehand({ call, found, changes }: ChangesProps) {
  const { t, language, href } = call
  const total = changes.gone + changes.credit
  return (
    <Section
      title={t(m('changes.title'))}
      lead={t(m('changes.lead'))}
      actions={
        total > 0 && (
          <ButtonLink look="quiet" icon="download" download href={href(`${pathOf(found)}/table`)}>
            {t(m('changes.download'))}
          </ButtonLink>
        )
      }
    >
      <Stack gap="normal">
        <Figures {...{ call, found, changes }} />
        {total === 0 ? (
          <Notice tone="done" title={t(m('changes.none'))} />
        ) : (
          <Table
            language={language}
            caption={t(m('changes.title'))}
            captionHidden
            columns={changeColumns(call)}
            rows={changes.courses}
            rowKey={(row) => row.code}
          />
        )}
        {total > changes.courses.length && (
          <p>
            <a href={href(pathOf(found))}>{t(m('changes.all', { count: total }))}</a>
          </p>
        )}
      </Stack>
    </Section>
  )
}

function Figures({ call, changes }: ChangesProps) {
  const { t, language } = call
  const figures = [
    [changes.gone, m('changes.gone')],
    [changes.credit, m('changes.credit')],
    [changes.named, m('changes.named')],
    [changes.added, m('changes.added')],
  ] as const
  return (
    <Grid size="small">
      {figures.map(([value, label]) => (
        <Figure key={label.key} value={formatNumber(value, language)} label={t(label)} />
      ))}
    </Grid>
  )
}

interface ChangesPageProps extends ChangesProps {
  call: ChangesCall & Pick<Call, 'frame'>
  page: number
  pageSize: number
}

/** Every course that goes or changes credit, those first that something names. */
export function ChangesPage(props: ChangesPageProps) {
  const { call, found, changes, page, pageSize } = props
  const { t, language, href } = call
  const here = pathOf(found)
  return (
    <Page
      frame={call.frame}
      title={t(m('changes.title'))}
      wide
      trail={[
        { href: href('/recognition/catalogues'), label: t(m('catalogue.title')) },
        { href: href(`/recognition/catalogues/${found.id}`), label: found.fileName },
      ]}
    >
      <Stack gap="wide">
        <Section
          title={t(m('changes.title'))}
          lead={t(m('changes.lead'))}
          actions={
            <ButtonLink look="quiet" icon="download" download href={href(`${here}/table`)}>
              {t(m('changes.download'))}
            </ButtonLink>
          }
        >
          <Figures {...props} />
        </Section>
        <Table
          language={language}
          caption={t(m('changes.title'))}
          captionHidden
          columns={changeColumns(call)}
          rows={changes.courses}
          rowKey={(row) => row.code}
          keyboard
          pagination={{
            page,
            pageSize,
            total: changes.gone + changes.credit,
            href: (number) => href(here, { page: number === 1 ? null : number }),
          }}
        />
      </Stack>
    </Page>
  )
}

function changeColumns(call: ChangesCall): Column<CourseChange>[] {
  const { t, language, href } = call
  return [
    {
      key: 'code',
      label: t(m('changes.course')),
      primary: true,
      cell: (row) => {
        const title = titleOf(row.titles, language)
        return (
          <>
            {row.code} <span lang={title.language}>{title.text}</span>
          </>
        )
      },
    },
    {
      key: 'change',
      label: t(m('changes.change')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={row.change === 'gone' ? 'harm' : 'attention'}>
          {t(changeMessage(row, language))}
        </StateTag>
      ),
    },
    {
      key: 'equivalences',
      label: t(m('changes.equivalences')),
      kind: 'number',
      cell: (row) =>
        row.equivalences === 0 ? (
          '–'
        ) : (
          <a href={href('/recognition/equivalences', { q: row.code })}>
            {formatNumber(row.equivalences, language)}
          </a>
        ),
    },
    {
      key: 'abroad',
      label: t(m('changes.abroad')),
      kind: 'number',
      cell: (row) => (row.abroad === 0 ? '–' : formatNumber(row.abroad, language)),
    },
    {
      key: 'cases',
      label: t(m('changes.cases')),
      kind: 'number',
      cell: (row) => (row.cases === 0 ? '–' : formatNumber(row.cases, language)),
    },
    {
      key: 'rules',
      label: t(m('changes.rules')),
      cell: (row) => row.ruleSets.map((name) => localised(name, language).text).join(', ') || '–',
    },
  ]
}

/** What happens to a course, in words. */
export function changeMessage(row: CourseChange, language: Call['language']) {
  return row.change === 'gone'
    ? m('changes.is-gone')
    : m('changes.is-credit', {
        before: creditText(row.before, language),
        after: creditText(row.after, language),
      })
}

import { displayName } from '#kernel/values'
import { EmptyState, Heading, Page, Pagination, StateTag, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { Checklist } from '../queries/preparations.ts'
import type { StayRow } from '../queries/stays.ts'
import { base, datesOf, Named, type PageCall } from './words.tsx'

interface PreparationsPageProps {
  call: PageCall
  stays: readonly StayRow[]
  checklists: ReadonlyMap<string, Checklist>
  total: number
  page: number
  pageSize: number
}

/** Who leaves or comes soon, and what each still lacks. */
export function PreparationsPage(props: PreparationsPageProps) {
  const { call, stays } = props
  const { t, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('prepare.list'))}
      wide
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
    >
      <Heading level={1} lead={t(m('prepare.list-lead'))}>
        {t(m('prepare.list'))}
      </Heading>
      {stays.length === 0 ? (
        <EmptyState title={t(m('prepare.nobody'))} why={t(m('prepare.nobody-why'))} />
      ) : (
        <>
          <Stays {...props} />
          <Pages {...props} />
        </>
      )}
    </Page>
  )
}

function Pages({ call, page, pageSize, total }: PreparationsPageProps) {
  return (
    <Pagination
      language={call.language}
      page={page}
      pageSize={pageSize}
      total={total}
      href={(number) => call.href(`${base}/preparations`, { page: String(number) })}
    />
  )
}

function Stays({ call, stays, checklists }: PreparationsPageProps) {
  const { t, href, language } = call
  return (
    <Table<StayRow>
      language={language}
      caption={t(m('prepare.list'))}
      captionHidden
      rows={stays}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'student',
          label: t(m('stay.student')),
          primary: true,
          cell: (stay) =>
            checklists.has(stay.id) ? (
              <a href={href(`${base}/${stay.id}/preparation`)}>
                {displayName(stay.name, language)}
              </a>
            ) : (
              displayName(stay.name, language)
            ),
        },
        {
          key: 'receiving',
          label: t(m('stay.receiving')),
          cell: ({ receiving }) => <Named names={receiving} language={language} />,
        },
        { key: 'dates', label: t(m('stay.dates')), cell: (stay) => datesOf(call, stay) },
        {
          key: 'missing',
          label: t(m('prepare.missing')),
          cell: ({ id }) => <Missing call={call} checklist={checklists.get(id)} />,
        },
      ]}
    />
  )
}

function Missing({ call, checklist }: { call: PageCall; checklist: Checklist | undefined }) {
  const { t } = call
  if (checklist === undefined) return <>–</>
  const open = checklist.items.filter(({ state }) => state !== 'done')
  if (open.length === 0) return <StateTag tone="done">{t(m('prepare.nothing'))}</StateTag>
  return (
    <ul class="plain-list">
      {open.map(({ item, state }) => (
        <li key={item}>
          <StateTag tone={state === 'short' ? 'harm' : 'attention'}>
            {t(m(`prepare.${item}`))}
          </StateTag>
        </li>
      ))}
    </ul>
  )
}

import { type Scene } from '#kernel/http'
import {
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  Page,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import { mentorsPerPage, type PoolFilter, type ProfileRow } from '../queries/profiles.ts'
import { mentoringLanguages, offeredFields } from '../rules/fields.ts'
import { mentorKinds } from '../schema.ts'
import {
  fieldMessage,
  fieldWords,
  languageWords,
  loadTone,
  loadWords,
  localText,
  nameWords,
} from './scene.tsx'

interface PoolPageProps {
  scene: Scene
  rows: readonly ProfileRow[]
  total: number
  page: number
  filter: PoolFilter
  mayOffer: boolean
  mayEdit: (profile: ProfileRow) => boolean
}

/** The mentors of the alliance: what they know, in which languages, and how much room they have. */
export function PoolPage(props: PoolPageProps) {
  const { scene, rows, total, page, filter, mayOffer } = props
  const { t, href, language } = scene
  const offer = mayOffer && (
    <ButtonLink href={href('/mentoring/mentors/new')}>{t(m('pool.offer'))}</ButtonLink>
  )
  return (
    <Page
      frame={scene.frame}
      title={t(m('pool.title'))}
      trail={[{ href: href('/mentoring'), label: t(m('own.title')) }]}
      wide
    >
      <Heading level={1} lead={t(m('pool.lead'))} actions={offer}>
        {t(m('pool.title'))}
      </Heading>
      <Stack>
        <PoolFilters scene={scene} filter={filter} />
        <Table
          language={language}
          caption={t(m('pool.title'))}
          captionHidden
          columns={columnsOf(props)}
          rows={rows}
          rowKey={({ id }) => id}
          rowTone={(row) =>
            row.load > row.capacity ? 'harm' : row.paused_at ? 'quiet' : undefined
          }
          keyboard
          pagination={{
            page,
            pageSize: mentorsPerPage,
            total,
            href: (number) => href('/mentoring/mentors', { ...queryOf(filter), page: number }),
          }}
          empty={
            <EmptyState title={t(m('pool.none'))} why={t(m('pool.none-why'))} action={offer} />
          }
        />
      </Stack>
    </Page>
  )
}

function queryOf({ q, ...rest }: PoolFilter) {
  return { ...rest, q: q || null }
}

function columnsOf({ scene, mayEdit }: PoolPageProps): Column<ProfileRow>[] {
  const { t, href } = scene
  return [
    {
      key: 'name',
      label: t(m('field.mentor')),
      primary: true,
      cell: (row) => (
        <>
          {nameWords(scene, row.name)}
          <br />
          <span class="quiet">
            {t(m(`kind.${row.kind}`))} · {localText(scene, row.organisation)}
          </span>
        </>
      ),
    },
    {
      key: 'knows',
      label: t(m('field.knows')),
      cell: (row) => (
        <>
          {fieldWords(scene, row.fields)}
          {row.about !== '' && (
            <>
              <br />
              <span class="quiet">
                <Typed>{shortened(row.about)}</Typed>
              </span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'languages',
      label: t(m('field.languages')),
      cell: (row) => languageWords(scene, row.languages),
    },
    {
      key: 'load',
      label: t(m('field.load')),
      kind: 'state',
      cell: (row) =>
        row.paused_at === null ? (
          <StateTag tone={loadTone(row)}>{loadWords(scene, row)}</StateTag>
        ) : (
          <StateTag tone="quiet">{t(m('profile.paused'))}</StateTag>
        ),
    },
    {
      key: 'edit',
      label: t(m('field.acts')),
      kind: 'actions',
      cell: (row) =>
        mayEdit(row) && (
          <ButtonLink href={href(`/mentoring/mentors/${row.id}/edit`)} look="quiet" small>
            {t(m('pool.change'))}
          </ButtonLink>
        ),
    },
  ]
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > 140 ? `${letters.slice(0, 139).join('')}…` : text
}

function PoolFilters({ scene, filter }: { scene: Scene; filter: PoolFilter }) {
  const { t, language, href } = scene
  const path = '/mentoring/mentors'
  const without = (name: keyof PoolFilter) => href(path, { ...queryOf(filter), [name]: null })
  const field = filter.field === null ? null : fieldMessage(filter.field)
  return (
    <FilterBar
      language={language}
      action={href(path)}
      clearHref={href(path)}
      search={{ label: t(m('pool.search')), value: filter.q }}
      active={[
        ...(filter.kind ? [{ href: without('kind'), label: t(m(`kind.${filter.kind}`)) }] : []),
        ...(field ? [{ href: without('field'), label: t(field) }] : []),
        ...(filter.language
          ? [{ href: without('language'), label: languageWords(scene, [filter.language]) }]
          : []),
        ...(filter.room ? [{ href: without('room'), label: t(m(`room.${filter.room}`)) }] : []),
      ]}
    >
      <Field
        language={language}
        kind="select"
        name="kind"
        label={t(m('field.kind'))}
        value={filter.kind ?? ''}
        options={mentorKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) }))}
        autosubmit
      />
      <Field
        language={language}
        kind="select"
        name="field"
        label={t(m('field.fields'))}
        value={filter.field ?? ''}
        options={offeredFields.map((value) => ({ value, label: t(m(`isced.${value}`)) }))}
        autosubmit
      />
      <Field
        language={language}
        kind="select"
        name="language"
        label={t(m('field.languages'))}
        value={filter.language ?? ''}
        options={mentoringLanguages.map((value) => ({
          value,
          label: languageWords(scene, [value]),
        }))}
        autosubmit
      />
      <Field
        language={language}
        kind="select"
        name="room"
        label={t(m('field.load'))}
        value={filter.room ?? ''}
        options={(['free', 'over'] as const).map((value) => ({
          value,
          label: t(m(`room.${value}`)),
        }))}
        autosubmit
      />
    </FilterBar>
  )
}

import type { FormState, Scene } from '#kernel/http'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  Notice,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Tabs,
  FormAlert,
  Local,
} from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { EngagementRow } from '../queries/engagements.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import { type ListedStudent, type StudentFilter, studentsPerPage } from '../queries/students.ts'
import { roomOf } from '../rules/fit.ts'
import type { MentorKind } from '../schema.ts'
import { dayOf, loadWords, localText, mentorAt, nameWords, standingOf } from './scene.tsx'

export interface StudentsPageProps {
  scene: Scene
  rows: readonly ListedStudent[]
  total: number
  page: number
  filter: StudentFilter
  counts: { all: number; academic: number; industry: number; complete: number; waits: number }
  engagements: readonly EngagementRow[]
  /** Those of them whose page the reader may open. */
  openable: readonly EngagementRow[]
  mentors: readonly ProfileRow[]
  chosen: ReadonlySet<string>
  /** Which of several proposals were refused, and why. */
  refused: readonly { student: string; why: Message }[]
  form: FormState
}

const path = '/mentoring/students'

/** The office's list: who lacks a mentor, who waits, who has both; proposals for many at once. */
export function StudentsPage(props: StudentsPageProps) {
  const { scene, counts, filter, form, refused } = props
  const { t, href } = scene
  const tab = (has: StudentFilter['has'], key: Parameters<typeof m>[0], count: number) => ({
    href: href(path, { ...queryOf(filter), has }),
    label: t(m(key as 'tab.all')),
    count,
    current: filter.has === has,
  })
  return (
    <Page
      frame={scene.frame}
      title={t(m('students.title'))}
      trail={[{ href: href('/mentoring'), label: t(m('own.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
      wide
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('students.lead'))} actions={<Acts {...props} />}>
          {t(m('students.title'))}
        </Heading>
        <Stack>
          {refused.length > 0 && (
            <Notice tone="attention" title={t(m('students.refused', { count: refused.length }))}>
              <ul>
                {refused.map(({ student, why }, index) => (
                  <li key={index}>
                    {student}: {t(why)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <Tabs
            label={t(m('students.tabs'))}
            tabs={[
              tab(null, 'tab.all', counts.all),
              tab('lacks-academic', 'tab.lacks-academic', counts.academic),
              tab('lacks-industry', 'tab.lacks-industry', counts.industry),
              tab('waits', 'tab.waits', counts.waits),
              tab('complete', 'tab.complete', counts.complete),
            ]}
          />
          <Filters {...props} />
          <List {...props} />
          {props.openable.length > 0 && <Engagements {...props} />}
        </Stack>
      </Stack>
    </Page>
  )
}

function queryOf({ q, engagement, has }: StudentFilter) {
  return { q: q || null, engagement, has }
}

/** What students are mentored in, each with its page: wishes, rounds, who is in it. */
function Engagements({ scene, openable }: StudentsPageProps) {
  return (
    <Section title={scene.t(m('students.engagements'))} id="engagements">
      <ul>
        {openable.map((each) => (
          <li key={each.id}>
            <a href={scene.href(`/mentoring/engagements/${each.id}`)}>
              <Local language={scene.language} text={each.titles} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Acts({ scene, filter }: StudentsPageProps) {
  const { t, href } = scene
  return (
    <ButtonGroup>
      <ButtonLink
        href={href(`${path}/table`, queryOf(filter))}
        look="secondary"
        icon="download"
        download
      >
        {t(m('students.download'))}
      </ButtonLink>
      <ButtonLink href={href('/mentoring/engagements/new')} look="secondary">
        {t(m('students.open'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

function Filters({ scene, filter, engagements }: StudentsPageProps) {
  const { t, language, href } = scene
  const chosen = engagements.find(({ id }) => id === filter.engagement)
  return (
    <FilterBar
      language={language}
      action={href(path)}
      clearHref={href(path)}
      search={{ label: t(m('students.search')), value: filter.q }}
      hidden={filter.has ? { has: filter.has } : {}}
      active={
        chosen
          ? [
              {
                href: href(path, { ...queryOf(filter), engagement: null }),
                label: localText(scene, chosen.titles),
              },
            ]
          : []
      }
    >
      <Field
        language={language}
        kind="select"
        name="engagement"
        label={t(m('field.engagement'))}
        value={filter.engagement ?? ''}
        options={engagements.map(({ id, titles }) => ({
          value: id,
          label: localText(scene, titles),
        }))}
        autosubmit
      />
    </FilterBar>
  )
}

function List(props: StudentsPageProps) {
  const { scene, rows, total, page, filter, chosen } = props
  const { t, language, href, frame } = scene
  const none = filter.q !== '' || filter.has !== null || filter.engagement !== null
  return (
    <Table
      language={language}
      caption={t(m('students.title'))}
      captionHidden
      columns={columnsOf(scene)}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/mentoring/students/${id}`)}
      rowLabel={({ name }) => nameWords(scene, name)}
      keyboard
      select={{
        action: href(`${path}/proposals`),
        csrf: frame.csrf,
        name: 'student',
        selected: chosen,
        question: <ProposalQuestion {...props} />,
        actions: [
          { name: 'do', value: 'propose', label: t(m('propose.do')) },
          { name: 'do', value: 'remind', label: t(m('remind.do')), look: 'secondary' },
        ],
      }}
      pagination={{
        page,
        pageSize: studentsPerPage,
        total,
        href: (number) => href(path, { ...queryOf(filter), page: number }),
      }}
      empty={
        none ? (
          <EmptyState title={t(m('students.none-found'))} why={t(m('students.none-found-why'))} />
        ) : (
          <EmptyState
            title={t(m('students.none'))}
            why={t(m('students.none-why'))}
            action={
              <ButtonLink href={href('/mentoring/engagements/new')}>
                {t(m('students.open'))}
              </ButtonLink>
            }
          />
        )
      }
    />
  )
}

function columnsOf(scene: Scene): Column<ListedStudent>[] {
  const { t } = scene
  return [
    {
      key: 'name',
      label: t(m('field.student')),
      primary: true,
      cell: ({ name, student_number: number }) => (
        <>
          {nameWords(scene, name)}
          {number && <span class="quiet"> {number}</span>}
        </>
      ),
    },
    {
      key: 'engagement',
      label: t(m('field.engagement')),
      cell: ({ titles }) => <Local language={scene.language} text={titles} />,
    },
    ...(['academic', 'industry'] as const).map((kind) => ({
      key: kind,
      label: t(m(`kind.${kind}`)),
      cell: (row: ListedStudent) => <Place scene={scene} row={row} kind={kind} />,
    })),
    {
      key: 'standing',
      label: t(m('field.standing')),
      kind: 'state' as const,
      cell: (row) => {
        const { tone, label } = standingOf(scene, row)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
  ]
}

function Place({ scene, row, kind }: { scene: Scene; row: ListedStudent; kind: MentorKind }) {
  const { t } = scene
  const held = mentorAt(row, kind, 'held')
  const asked = mentorAt(row, kind, 'asked')
  if (!held && !asked) {
    return <span class="quiet">{row.needs.includes(kind) ? t(m('place.nobody')) : '–'}</span>
  }
  return (
    <>
      {held && nameWords(scene, held.name)}
      {held && asked && <br />}
      {asked && (
        <span class="quiet">
          {t(
            m('place.asked', {
              mentor: nameWords(scene, asked.name),
              until: dayOf(scene, asked.answerBy),
            }),
          )}
        </span>
      )}
    </>
  )
}

/** Mentors as options of a choice: by kind, with how much room each has. */
export function mentorOptions(scene: Scene, mentors: readonly ProfileRow[]): Option[] {
  const { t } = scene
  return mentors
    .filter(({ paused_at: paused }) => paused === null)
    .toSorted(
      (a, b) => a.kind.localeCompare(b.kind) || Number(roomOf(b) > 0) - Number(roomOf(a) > 0),
    )
    .map((each) => ({
      value: each.person_id,
      label: `${nameWords(scene, each.name)} · ${localText(scene, each.organisation)} · ${loadWords(scene, each)}`,
      group: t(m(`kind.${each.kind}`)),
    }))
}

function ProposalQuestion({ scene, mentors, form }: StudentsPageProps) {
  const { t, language } = scene
  return (
    <>
      <Field
        language={language}
        kind="select"
        name="mentor"
        label={t(m('propose.mentor'))}
        hint={t(m('propose.mentor-hint'))}
        value={form.values['mentor']}
        error={form.errors['mentor']}
        options={mentorOptions(scene, mentors)}
      />
      <ProposalDetails scene={scene} form={form} />
    </>
  )
}

/** What goes with a proposal: until when an answer is awaited, a word to the mentor, whether beyond their room. */
export function ProposalDetails({
  scene,
  form,
  prefix = '',
}: {
  scene: Scene
  form: FormState
  /** Sets the ids of two such forms on one page apart. */
  prefix?: string
}) {
  const { t, language } = scene
  const idOf = (name: string) => (prefix === '' ? {} : { id: `${prefix}-${name}` })
  return (
    <>
      <Field
        language={language}
        kind="date"
        name="answer-by"
        {...idOf('answer-by')}
        label={t(m('field.answer-by'))}
        hint={t(m('propose.answer-by-hint'))}
        value={form.values['answer-by']}
        error={form.errors['answer-by']}
        required={false}
      />
      <Field
        language={language}
        kind="textarea"
        name="message"
        {...idOf('message')}
        label={t(m('propose.message'))}
        hint={t(m('propose.message-hint'))}
        value={form.values['message']}
        error={form.errors['message']}
        rows={3}
        maxlength={2000}
        required={false}
      />
      <Field
        language={language}
        kind="checkbox"
        name="overload"
        {...idOf('overload')}
        label={t(m('propose.overload'))}
        hint={t(m('propose.overload-hint'))}
        value="yes"
        checked={form.values['overload'] === 'yes'}
        required={false}
      />
    </>
  )
}

import type { FormState, Scene } from '#kernel/http'
import { hasText, type Language, languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Draft } from '../queries/drafts.ts'
import type { ExhibitionRow } from '../queries/exhibitions.ts'
import type { RemovedPart } from '../queries/parts.ts'
import { publishingGates, type TextState } from '../rules/texts.ts'
import type { PublishedRoom } from '../rules/published.ts'
import { Alert, LanguageProgress, OneButton, WorkTabs, workTrail } from './author-parts.tsx'
import { localText } from './scene.tsx'

/** What the pages of the work on one exhibition are told. */
export interface WorkProps {
  scene: Scene
  exhibition: ExhibitionRow
  draft: Draft
  counts: Readonly<Record<Language, Record<TextState, number>>>
  form: FormState
}

/** The rooms of an exhibition, how far its words are, whose it is, and in which languages it will be shown. */
export function AuthorExhibitionPage(
  props: WorkProps & {
    institutions: readonly Option[]
    mentors: readonly Option[]
    ownIds: readonly string[]
    removed: readonly RemovedPart[]
  },
) {
  const { scene, exhibition, counts, form } = props
  const { t } = scene
  return (
    <Page
      frame={scene.frame}
      title={localText(scene, exhibition.titles)}
      trail={workTrail(scene)}
      alert={<Alert scene={scene} form={form} />}
      wide
    >
      <Heading level={1} kicker={t(m('work.kicker'))}>
        <Local language={scene.language} text={exhibition.titles} />
      </Heading>
      <WorkTabs scene={scene} exhibition={exhibition} current="edit" />
      {exhibition.state !== 'draft' && <p class="preview-note">{t(m('work.stands-still'))}</p>}
      <Stack gap="wide">
        <Rooms {...props} />
        <Section title={t(m('texts.progress'))} id="progress">
          <LanguageProgress scene={scene} exhibition={exhibition} counts={counts} />
        </Section>
        <Settings {...props} />
        <Owners {...props} />
        <TakenOut {...props} />
      </Stack>
    </Page>
  )
}

function Rooms({ scene, exhibition, draft }: WorkProps) {
  const { t, href, frame, language } = scene
  const { rooms } = draft.content
  return (
    <Section title={t(m('work.rooms'))} id="rooms" lead={t(m('work.rooms-lead'))}>
      {rooms.length === 0 ? (
        <EmptyState title={t(m('work.no-room'))} why={t(m('work.no-room-why'))} />
      ) : (
        <ol class="room-list">
          {rooms.map((room, place) => (
            <RoomLine
              key={room.id}
              scene={scene}
              exhibition={exhibition}
              room={room}
              place={place}
              last={place === rooms.length - 1}
            />
          ))}
        </ol>
      )}
      <Form
        action={href(`/exhibitions/${exhibition.id}/parts`)}
        csrf={frame.csrf}
        hidden={{ parent: exhibition.id }}
        inline
      >
        <Field
          kind="text"
          language={language}
          name="title"
          id="new-room"
          label={t(m('work.new-room'))}
          maxlength={120}
          width="medium"
        />
        <Button look="secondary">{t(m('work.add-room'))}</Button>
      </Form>
    </Section>
  )
}

function RoomLine({
  scene,
  exhibition,
  room,
  place,
  last,
}: {
  scene: Scene
  exhibition: ExhibitionRow
  room: PublishedRoom
  place: number
  last: boolean
}) {
  const { t, href } = scene
  const here = `/exhibitions/${exhibition.id}/parts/${room.id}`
  const name = hasText(room.title)
    ? localText(scene, room.title)
    : t(m('room.number', { number: place + 1 }))
  return (
    <li class={`room-line wall-${room.wall}`}>
      <a href={href(here)}>
        {hasText(room.title) ? <Local language={scene.language} text={room.title} /> : name}
      </a>
      <span class="room-line-count">{t(m('room.pieces', { count: room.placements.length }))}</span>
      <span class="room-line-tools">
        {place > 0 && (
          <OneButton
            scene={scene}
            action={`${here}/order`}
            hidden={{ direction: 'earlier' }}
            label={name}
          >
            {t(m('work.earlier'))}
          </OneButton>
        )}
        {!last && (
          <OneButton
            scene={scene}
            action={`${here}/order`}
            hidden={{ direction: 'later' }}
            label={name}
          >
            {t(m('work.later'))}
          </OneButton>
        )}
        <OneButton scene={scene} action={`${here}/removal`} label={name}>
          {t(m('work.take-out'))}
        </OneButton>
      </span>
    </li>
  )
}

function Settings({
  scene,
  exhibition,
  draft,
  mentors,
}: WorkProps & { mentors: readonly Option[] }) {
  const { t, href, language, frame } = scene
  const hung = [...draft.objects.values()]
  return (
    <Section title={t(m('settings.title'))} id="settings">
      <Form action={href(`/exhibitions/${exhibition.id}/settings`)} csrf={frame.csrf}>
        <Field
          kind="checkboxes"
          language={language}
          name="languages"
          label={t(m('settings.languages'))}
          hint={t(m('settings.languages-hint'))}
          options={languages.map((value) => ({
            value,
            label: nativeName(value),
            labelLanguage: value,
          }))}
          value={exhibition.languages}
          inline
        />
        <Field
          kind="radio"
          language={language}
          name="gate"
          label={t(m('settings.gate'))}
          options={publishingGates.map((value) => ({ value, label: t(m(`gate.${value}`)) }))}
          value={exhibition.gate}
        />
        {hung.length > 0 && (
          <Field
            kind="select"
            language={language}
            name="cover"
            label={t(m('settings.cover'))}
            hint={t(m('settings.cover-hint'))}
            options={hung.map(({ id, titles }) => ({ value: id, label: localText(scene, titles) }))}
            value={exhibition.cover_object_id ?? ''}
            required={false}
          />
        )}
        {exhibition.kind === 'student' && (
          <Field
            kind="select"
            language={language}
            name="mentor"
            label={t(m('settings.mentor'))}
            options={mentors}
            value={exhibition.mentor_id ?? ''}
            required={false}
          />
        )}
        <ButtonGroup>
          <Button look="secondary">{t(m('settings.save'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Owners({
  scene,
  exhibition,
  institutions,
  ownIds,
}: WorkProps & { institutions: readonly Option[]; ownIds: readonly string[] }) {
  const { t, href, language, frame } = scene
  const here = `/exhibitions/${exhibition.id}/owners`
  return (
    <Section title={t(m('owners.title'))} id="owners" lead={t(m('owners.lead'))}>
      <ul class="owner-list">
        {exhibition.owners.map(({ id, names }) => (
          <li key={id}>
            <span>
              <Local language={scene.language} text={names} />
            </span>
            {ownIds.includes(id) && exhibition.owners.length > 1 && (
              <OneButton
                scene={scene}
                action={`${here}/leave`}
                hidden={{ owner: id }}
                label={localText(scene, names)}
              >
                {t(m('owners.leave'))}
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {institutions.length > 0 && (
        <Form action={href(here)} csrf={frame.csrf} inline>
          <Field
            kind="select"
            language={language}
            name="owner"
            label={t(m('owners.new'))}
            options={institutions}
            width="medium"
          />
          <Button look="secondary">{t(m('owners.add'))}</Button>
        </Form>
      )}
    </Section>
  )
}

/** What was taken out, and the way back. */
function TakenOut({ scene, exhibition, removed }: WorkProps & { removed: readonly RemovedPart[] }) {
  const { t } = scene
  if (removed.length === 0) return null
  return (
    <Section title={t(m('work.removed'))} id="removed">
      <ul class="owner-list">
        {removed.map(({ id, kind, titles }) => {
          const kinds = {
            exhibition: 'work.kicker',
            room: 'work.room-kicker',
            placement: 'work.piece-kicker',
            step: 'steps.kicker',
          } as const
          return (
            <li key={id}>
              <span>
                {t(m(kinds[kind]))} <Local language={scene.language} text={titles} />
              </span>
              <OneButton
                scene={scene}
                action={`/exhibitions/${exhibition.id}/parts/${id}/removal`}
                hidden={{ back: 'yes' }}
                look="secondary"
                label={localText(scene, titles)}
              >
                {t(m('work.put-back-do'))}
              </OneButton>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

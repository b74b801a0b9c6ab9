import { hasText } from '#kernel/values'
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
import type { PartRow } from '../queries/parts.ts'
import { roomLayouts, wallColours } from '../rules/parts.ts'
import type { PublishedPlacement, PublishedRoom } from '../rules/published.ts'
import type { WorkProps } from './author-exhibition.tsx'
import { Alert, OneButton, WorkTabs, workTrail } from './author-parts.tsx'
import { localText } from './scene.tsx'
import { titleOf, type Visit } from './visit.ts'
import { Picture } from './visit-parts.tsx'
import { placeClass } from './visit-room.tsx'

interface RoomProps extends WorkProps {
  visit: Visit
  room: PublishedRoom
  part: PartRow
  parts: ReadonlyMap<string, PartRow>
  /** Objects that may be hung and do not hang here yet. */
  choice: readonly Option[]
}

/** A wall being hung: by dragging, by keys, or by the buttons under each piece; all of them move by whole fields. */
export function AuthorRoomPage(props: RoomProps) {
  const { scene, exhibition, room, form } = props
  const { t } = scene
  const name = hasText(room.title) ? localText(scene, room.title) : t(m('work.unnamed-room'))
  return (
    <Page
      frame={scene.frame}
      title={name}
      trail={workTrail(scene, exhibition)}
      alert={<Alert scene={scene} form={form} />}
      wide
    >
      <Heading level={1} kicker={t(m('work.room-kicker'))}>
        {hasText(room.title) ? <Local language={scene.language} text={room.title} /> : name}
      </Heading>
      <WorkTabs scene={scene} exhibition={exhibition} current="room" />
      <Stack gap="wide">
        <Wall {...props} />
        <Hang {...props} />
        <WallSettings {...props} />
      </Stack>
    </Page>
  )
}

function Wall({ scene, exhibition, visit, room, parts }: RoomProps) {
  const { t, href, frame } = scene
  if (room.placements.length === 0) {
    return <EmptyState title={t(m('wall.empty'))} why={t(m('wall.empty-why'))} />
  }
  return (
    <weft-wall
      class={`wall-work wall-${room.wall}`}
      data-csrf={frame.csrf}
      data-moved={t(m('wall.moved', { column: '{column}', row: '{row}' }))}
      data-failed={t(m('wall.failed'))}
      data-help={t(m('wall.help'))}
    >
      <ol class="hanging hanging-grid hanging-work">
        {room.placements.map((placement) => {
          const here = `/exhibitions/${exhibition.id}/parts/${placement.id}`
          const version = String(parts.get(placement.id)?.version ?? 1)
          return (
            <li
              key={placement.id}
              class={placeClass(placement)}
              data-action={href(`${here}/place`)}
              data-version={version}
              data-place={JSON.stringify(placement.place)}
            >
              <WorkPiece scene={scene} visit={visit} placement={placement} here={here} />
            </li>
          )
        })}
      </ol>
      <p class="hidden-visually" role="status" />
    </weft-wall>
  )
}

function WorkPiece({
  scene,
  visit,
  placement,
  here,
}: {
  scene: RoomProps['scene']
  visit: Visit
  placement: PublishedPlacement
  here: string
}) {
  const { t, href } = scene
  const title = localText(scene, titleOf(visit, placement))
  const moves = [
    ['left', -1, 'column'],
    ['right', 1, 'column'],
    ['up', -1, 'row'],
    ['down', 1, 'row'],
    ['wider', 1, 'width'],
    ['narrower', -1, 'width'],
    ['taller', 1, 'height'],
    ['lower', -1, 'height'],
  ] as const
  return (
    <div class="piece piece-work">
      <div class="piece-frame">
        <Picture visit={visit} objectId={placement.objectId} box={480} />
      </div>
      <p class="piece-label">
        <a href={href(here)}>
          <Local language={scene.language} text={titleOf(visit, placement)} />
        </a>{' '}
        <span class="quiet">{t(m('wall.steps', { count: placement.steps.length }))}</span>
      </p>
      <details class="piece-moves">
        <summary>{t(m('wall.move'))}</summary>
        <Form action={href(`${here}/move`)} csrf={scene.frame.csrf} inline>
          {moves.map(([name, by, side]) => (
            <Button key={name} look="quiet" small name="by" value={`${side} ${by}`}>
              {t(m(`wall.${name}`))}
              <span class="hidden-visually"> {title}</span>
            </Button>
          ))}
        </Form>
        <OneButton scene={scene} action={`${here}/removal`} label={title}>
          {t(m('work.take-out'))}
        </OneButton>
      </details>
    </div>
  )
}

function Hang({ scene, exhibition, room, choice }: RoomProps) {
  const { t, href, language, frame } = scene
  return (
    <Section title={t(m('wall.hang'))} id="hang" lead={t(m('wall.hang-lead'))}>
      {choice.length === 0 ? (
        <EmptyState title={t(m('wall.no-choice'))} why={t(m('wall.no-choice-why'))} />
      ) : (
        <Form
          action={href(`/exhibitions/${exhibition.id}/parts`)}
          csrf={frame.csrf}
          hidden={{ parent: room.id }}
          inline
        >
          <Field
            kind="select"
            language={language}
            name="object"
            label={t(m('wall.object'))}
            options={choice}
            width="medium"
          />
          <Button look="secondary">{t(m('wall.hang-do'))}</Button>
        </Form>
      )}
    </Section>
  )
}

function WallSettings({ scene, exhibition, room, part }: RoomProps) {
  const { t, href, language, frame } = scene
  return (
    <Section title={t(m('wall.settings'))} id="wall-settings">
      <Form
        action={href(`/exhibitions/${exhibition.id}/parts/${room.id}/settings`)}
        csrf={frame.csrf}
        hidden={{ version: String(part.version) }}
      >
        <Field
          kind="radio"
          language={language}
          name="wall"
          label={t(m('wall.colour'))}
          options={wallColours.map((value) => ({ value, label: t(m(`wall.colour.${value}`)) }))}
          value={room.wall}
          inline
        />
        <Field
          kind="radio"
          language={language}
          name="layout"
          label={t(m('wall.layout'))}
          options={roomLayouts.map((value) => ({ value, label: t(m(`wall.layout.${value}`)) }))}
          value={room.layout}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('settings.save'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

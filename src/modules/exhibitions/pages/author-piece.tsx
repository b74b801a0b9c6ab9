import { hasText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import { readyModel, type ReadyPicture, readyRecording } from '../queries/media.ts'
import type { PartRow } from '../queries/parts.ts'
import type { StepTarget } from '../rules/parts.ts'
import type { PublishedPlacement, PublishedStep } from '../rules/published.ts'
import type { WorkProps } from './author-exhibition.tsx'
import { Alert, OneButton, WorkTabs, workTrail } from './author-parts.tsx'
import { TimeTarget, ViewTarget } from './author-step-targets.tsx'
import { localText } from './scene.tsx'
import { pictureAddress, pictureOf, titleOf, type Visit } from './visit.ts'

interface PieceProps extends WorkProps {
  visit: Visit
  placement: PublishedPlacement
  parts: ReadonlyMap<string, PartRow>
}

/** What hangs, and the steps of the tour over it: each shows a region, drawn on the picture or typed. */
export function AuthorPiecePage(props: PieceProps) {
  const { scene, exhibition, visit, placement, form } = props
  const { t, href, frame } = scene
  const title = localText(scene, titleOf(visit, placement))
  const picture = pictureOf(visit, placement.objectId)
  return (
    <Page
      frame={frame}
      title={title}
      trail={workTrail(scene, exhibition)}
      alert={<Alert scene={scene} form={form} />}
      wide
    >
      <Heading
        level={1}
        kicker={t(m('work.piece-kicker'))}
        actions={
          <ButtonLink
            look="secondary"
            href={href(`/exhibitions/${exhibition.id}/texts`, { part: placement.id })}
          >
            {t(m('work.write'))}
          </ButtonLink>
        }
      >
        <Local language={scene.language} text={titleOf(visit, placement)} />
      </Heading>
      <WorkTabs scene={scene} exhibition={exhibition} current="room" />
      <Stack gap="wide">
        <Section title={t(m('steps.title'))} id="steps" lead={t(m('steps.lead'))}>
          {placement.steps.length === 0 ? (
            <EmptyState title={t(m('steps.none'))} why={t(m('steps.none-why'))} />
          ) : (
            <ol class="step-list">
              {placement.steps.map((step, place) => (
                <StepLine
                  key={step.id}
                  {...props}
                  step={step}
                  picture={picture}
                  place={place}
                  last={place === placement.steps.length - 1}
                />
              ))}
            </ol>
          )}
          <OneButton
            scene={scene}
            action={`/exhibitions/${exhibition.id}/parts`}
            hidden={{ parent: placement.id }}
            look="secondary"
          >
            {t(m('steps.add'))}
          </OneButton>
        </Section>
      </Stack>
    </Page>
  )
}

function StepLine({
  scene,
  exhibition,
  visit,
  placement,
  parts,
  step,
  picture,
  place,
  last,
}: PieceProps & {
  step: PublishedStep
  picture: ReadyPicture | null
  place: number
  last: boolean
}) {
  const { t } = scene
  const here = `/exhibitions/${exhibition.id}/parts/${step.id}`
  const version = parts.get(step.id)?.version ?? 1
  const name = hasText(step.title)
    ? localText(scene, step.title)
    : t(m('tour.step', { number: place + 1 }))
  return (
    <li class="step-line" id={`step-${step.id}`}>
      <div class="step-line-head">
        <h3>
          {hasText(step.title) ? <Local language={scene.language} text={step.title} /> : name}
        </h3>
        <StepTools scene={scene} exhibition={exhibition} {...{ step, name, place, last }} />
      </div>
      <OtherTargets {...{ scene, visit, placement, here, step }} version={version} />
      {picture && (
        <Region
          scene={scene}
          action={`${here}/settings`}
          version={version}
          picture={picture}
          target={step.target}
          stepId={step.id}
        />
      )}
    </li>
  )
}

/** Of a film a time, of a model a view: what else than a part of a picture a stop may show. */
function OtherTargets({
  scene,
  visit,
  placement,
  here,
  step,
  version,
}: Pick<PieceProps, 'scene' | 'visit' | 'placement'> & {
  here: string
  step: PublishedStep
  version: number
}) {
  const media = visit.objects.has(placement.objectId)
    ? (visit.media.get(placement.objectId) ?? [])
    : []
  const recording = readyRecording(media)
  const model = readyModel(media)
  const shared = {
    scene,
    action: `${here}/settings`,
    version,
    target: step.target,
    stepId: step.id,
  }
  return (
    <>
      {recording && <TimeTarget {...shared} recording={recording} />}
      {model && <ViewTarget {...shared} model={model} />}
    </>
  )
}

/** What is done with a step: its words, its place among the others, and taking it out. */
function StepTools({
  scene,
  exhibition,
  step,
  name,
  place,
  last,
}: Pick<PieceProps, 'scene' | 'exhibition'> & {
  step: PublishedStep
  name: string
  place: number
  last: boolean
}) {
  const { t, href } = scene
  const here = `/exhibitions/${exhibition.id}/parts/${step.id}`
  return (
    <span class="room-line-tools">
      <a
        class="button button-quiet button-small"
        href={href(`/exhibitions/${exhibition.id}/texts`, { part: step.id })}
      >
        {t(m('work.write'))}
        <span class="hidden-visually"> {name}</span>
      </a>
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
  )
}

function Region({
  scene,
  action,
  version,
  picture,
  target,
  stepId,
}: {
  scene: PieceProps['scene']
  action: string
  version: number
  picture: ReadyPicture
  target: StepTarget
  stepId: string
}) {
  const { t, href, frame } = scene
  const shown = pictureAddress(picture, 900)
  const region =
    target.kind === 'region' ? target : { x: 0, y: 0, width: picture.width, height: picture.height }
  return (
    <Form
      action={href(action)}
      csrf={frame.csrf}
      hidden={{ version: String(version), target: 'region' }}
    >
      <weft-region class="region" data-width={picture.width} data-height={picture.height}>
        <svg
          class="region-picture"
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="img"
          aria-label={t(m('steps.region-picture'))}
        >
          <image href={shown.src} width={picture.width} height={picture.height} />
          <rect
            class="region-frame"
            x={region.x}
            y={region.y}
            width={region.width}
            height={region.height}
          />
        </svg>
        <p class="hint" hidden>
          {t(m('steps.draw'))}
        </p>
        <RegionNumbers scene={scene} region={region} stepId={stepId} />
      </weft-region>
      <ButtonGroup>
        <Button look="secondary" small>
          {t(m('steps.keep'))}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

const sides = ['x', 'y', 'width', 'height'] as const

function RegionNumbers({
  scene,
  region,
  stepId,
}: {
  scene: PieceProps['scene']
  region: Record<(typeof sides)[number], number>
  stepId: string
}) {
  return (
    <div class="region-numbers">
      {sides.map((side) => (
        <Field
          key={side}
          kind="number"
          language={scene.language}
          name={side}
          id={`${side}-${stepId}`}
          label={scene.t(m(`steps.${side}`))}
          value={String(region[side])}
          inputmode="numeric"
          width="short"
        />
      ))}
    </div>
  )
}

import { hasText } from '#kernel/values'
import { DescriptionList, Icon, Local } from '#ui'
import { m } from '../messages/index.ts'
import { type ReadyPicture, readyRecording } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import type { PublishedPlacement, TourStop } from '../rules/published.ts'
import { imageService } from '../formats/addresses.ts'
import { CommunityLabels } from './community-labels.tsx'
import { Foreign, type Kept } from './foreign-manifest.tsx'
import { Players } from './player.tsx'
import { Model } from './model.tsx'
import { objectFacts } from './object-facts.tsx'
import { besides, pictureAddress, pictureOf, plainText, titleOf, type Visit } from './visit.ts'
import { Picture, VisitPage, WallText } from './visit-parts.tsx'

interface PieceProps {
  visit: Visit
  placement: PublishedPlacement
  /** The steps of the tour that stop here. */
  stops: readonly TourStop[]
  /** What another house published of the object. */
  foreign: Kept | null
}

/** One piece: as near as its picture goes, with what the exhibition and what its holder says of it. */
export function PiecePage({ visit, placement, stops, foreign }: PieceProps) {
  const { scene, content, base } = visit
  const room = content.rooms.find(({ placements }) =>
    placements.some(({ id }) => id === placement.id),
  )
  const object = visit.objects.get(placement.objectId)
  const title = titleOf(visit, placement)
  const picture = pictureOf(visit, placement.objectId)
  const media = visit.media.get(placement.objectId) ?? []
  // The picture of a film stands in the player until it is played.
  const isFilm =
    readyRecording(media)?.kind === 'video' &&
    !stops.some(({ step }) => step.target.kind === 'region')
  return (
    <VisitPage
      visit={visit}
      title={title}
      description={placement.text}
      share={picture ? visit.origin + pictureAddress(picture, 1200).src : undefined}
      trail={[
        { href: scene.href(base), label: plainText(scene, content.title) },
        ...(room
          ? [{ href: scene.href(`${base}/rooms/${room.id}`), label: plainText(scene, room.title) }]
          : []),
      ]}
    >
      <article class="near">
        {object ? (
          <>
            {!isFilm && (
              <Near visit={visit} placement={placement} picture={picture} stops={stops} />
            )}
            <Models visit={visit} objectId={object.id} />
            <Players scene={scene} media={media} />
            <div class="near-words">
              <h1>
                <Local language={scene.language} text={title} />
              </h1>
              <WallText visit={visit} text={placement.text} />
              <Stops visit={visit} stops={stops} />
              {hasText(object.descriptions) && (
                <section class="holder-says">
                  <h2>{scene.t(m('piece.holder-says'))}</h2>
                  <WallText visit={visit} text={object.descriptions} />
                </section>
              )}
              <CommunityLabels t={scene.t} labels={object.community_labels} />
              {foreign && <Foreign scene={scene} kept={foreign} media={media} />}
              <Facts visit={visit} object={object} />
            </div>
          </>
        ) : (
          <p class="piece-gone">{scene.t(m('piece.gone'))}</p>
        )}
      </article>
      <PieceTurns visit={visit} placement={placement} />
    </VisitPage>
  )
}

/** The picture: as it is without scripts, and as near as one likes with them. */
function Near({
  visit,
  placement,
  picture,
  stops,
}: Omit<PieceProps, 'foreign'> & { picture: ReadyPicture | null }) {
  const { t } = visit.scene
  // What is played or turned stands for itself.
  const isShown = (visit.media.get(placement.objectId) ?? []).some(
    ({ kind, state }) => kind !== 'image' && state === 'ready',
  )
  if (!picture)
    return isShown ? null : <Picture visit={visit} objectId={placement.objectId} box={1280} />
  const whole = pictureAddress(picture, 2400)
  const service = imageService(picture)
  const regions = stops.flatMap(({ number, step }) =>
    step.target.kind === 'region'
      ? [{ number, title: plainText(visit.scene, step.title), ...step.target }]
      : [],
  )
  return (
    <weft-zoom
      class="near-picture"
      data-service={service}
      data-width={picture.width}
      data-height={picture.height}
      data-regions={JSON.stringify(regions)}
      data-said={t(m('zoom.said', { percent: '{percent}', x: '{x}', y: '{y}' }))}
      data-said-step={t(m('zoom.said-step', { title: '{title}' }))}
    >
      <a class="near-link" href={whole.src}>
        <Picture visit={visit} objectId={placement.objectId} box={1280} eager />
      </a>
      <NearTools visit={visit} />
      <p class="hidden-visually" role="status" />
    </weft-zoom>
  )
}

function NearTools({ visit }: { visit: Visit }) {
  const { t } = visit.scene
  return (
    <div class="near-tools" hidden>
      <button type="button" class="button button-secondary button-small" value="open">
        <Icon name="search" />
        <span>{t(m('zoom.open'))}</span>
      </button>
      <span class="near-steps" hidden>
        <button
          type="button"
          class="button button-quiet button-small"
          value="in"
          aria-label={t(m('zoom.in'))}
        >
          +
        </button>
        <button
          type="button"
          class="button button-quiet button-small"
          value="out"
          aria-label={t(m('zoom.out'))}
        >
          −
        </button>
        <button type="button" class="button button-quiet button-small" value="home">
          {t(m('zoom.home'))}
        </button>
        <button type="button" class="button button-quiet button-small" value="full">
          {t(m('zoom.full'))}
        </button>
      </span>
      <span class="near-help hint" hidden>
        {t(m('zoom.help'))}
      </span>
    </div>
  )
}

/** Models and recordings of the object, each as a file that any program opens. */
function Models({ visit, objectId }: { visit: Visit; objectId: string }) {
  const media = visit.media.get(objectId) ?? []
  const models = media.filter(({ kind, state }) => kind === 'model' && state === 'ready')
  return (
    <>
      {models.map((model) => (
        <Model key={model.id} scene={visit.scene} model={model} />
      ))}
    </>
  )
}

function Stops({ visit, stops }: { visit: Visit; stops: readonly TourStop[] }) {
  const { scene, base } = visit
  if (stops.length === 0) return null
  return (
    <section class="stops">
      <h2>{scene.t(m('piece.look-at'))}</h2>
      <ol>
        {stops.map(({ number, step }) => (
          <li key={step.id} value={number}>
            <a href={scene.href(`${base}/tour/${number}`)} data-step={number}>
              {hasText(step.title) ? (
                <Local language={scene.language} text={step.title} />
              ) : (
                scene.t(m('tour.step', { number }))
              )}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What its holder recorded, and on which terms it may be used. */
function Facts({ visit, object }: { visit: Visit; object: ObjectRow }) {
  const media = visit.media.get(object.id) ?? []
  return <DescriptionList items={objectFacts(visit.scene, object, media)} />
}

function PieceTurns({ visit, placement }: { visit: Visit; placement: PublishedPlacement }) {
  const { scene, base, content } = visit
  const { before, after } = besides(content, placement.id)
  return (
    <nav class="turns" aria-label={scene.t(m('piece.turns'))}>
      {before ? (
        <a class="turn turn-back" rel="prev" href={scene.href(`${base}/pieces/${before.id}`)}>
          <Icon name="left" />
          <span>
            <Local language={scene.language} text={titleOf(visit, before)} />
          </span>
        </a>
      ) : (
        <span />
      )}
      <span />
      {after ? (
        <a class="turn turn-on" rel="next" href={scene.href(`${base}/pieces/${after.id}`)}>
          <span>
            <Local language={scene.language} text={titleOf(visit, after)} />
          </span>
          <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

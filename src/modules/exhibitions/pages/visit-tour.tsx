import { hasText } from '#kernel/values'
import { Icon, Local } from '#ui'
import { m } from '../messages/index.ts'
import { readyModel, readyRecording } from '../queries/media.ts'
import { type TourStop, tourOf } from '../rules/published.ts'
import { pictureAddress, pictureOf, plainText, titleOf, type Visit } from './visit.ts'
import { Model } from './model.tsx'
import { Player } from './player.tsx'
import { Picture, VisitPage, WallText } from './visit-parts.tsx'

/** One stop of the tour: the part of the picture that it speaks of, its words, and the way on. */
export function TourPage({
  visit,
  stop,
  state,
}: {
  visit: Visit
  stop: TourStop
  /** The stop as a content state, for other viewers; none in a preview. */
  state: string | null
}) {
  const { scene, content, base } = visit
  const { t, href } = scene
  const stops = tourOf(content)
  const title = hasText(stop.step.title) ? stop.step.title : titleOf(visit, stop.placement)
  return (
    <VisitPage
      visit={visit}
      title={title}
      description={stop.step.text}
      trail={[{ href: href(base), label: plainText(scene, content.title) }]}
    >
      <weft-tour class={`stop wall-${stop.room.wall}`}>
        <StopShown visit={visit} stop={stop} />
        <div class="stop-words">
          <p class="stop-count">{t(m('tour.of', { number: stop.number, count: stops.length }))}</p>
          <h1>
            <Local language={scene.language} text={title} />
          </h1>
          <WallText visit={visit} text={stop.step.text} />
          <p class="stop-piece">
            <a href={href(`${base}/pieces/${stop.placement.id}`)}>
              <Local language={scene.language} text={titleOf(visit, stop.placement)} />
            </a>
          </p>
          <StopTurns visit={visit} stop={stop} />
          <p class="hint stop-help">{t(m('tour.help'))}</p>
          <p>
            <a href={href(`${base}/tour`)}>{t(m('visit.as-text'))}</a>
          </p>
          {state && (
            <p>
              <a href={href('/exhibitions/open', { 'iiif-content': state })}>
                {t(m('visit.state'))}
              </a>
            </p>
          )}
        </div>
      </weft-tour>
    </VisitPage>
  )
}

/** The way back and on; before the first stop is the entrance, and so it is after the last. */
function StopTurns({ visit, stop }: { visit: Visit; stop: TourStop }) {
  const { scene, content, base } = visit
  const { t, href } = scene
  const stops = tourOf(content)
  const before = stops[stop.number - 2]
  const after = stops[stop.number]
  return (
    <nav class="stop-turns" aria-label={t(m('tour.turns'))}>
      {before ? (
        <a class="button button-secondary" rel="prev" href={href(`${base}/tour/${before.number}`)}>
          <Icon name="left" />
          <span>{t(m('tour.back'))}</span>
        </a>
      ) : (
        <a class="button button-secondary" rel="prev" href={href(base)}>
          <Icon name="left" />
          <span>{t(m('tour.leave'))}</span>
        </a>
      )}
      {after ? (
        <a class="button button-primary" rel="next" href={href(`${base}/tour/${after.number}`)}>
          <span>{t(m('tour.on'))}</span>
          <Icon name="right" />
        </a>
      ) : (
        <a class="button button-primary" rel="next" href={href(base)}>
          <span>{t(m('tour.end'))}</span>
        </a>
      )}
    </nav>
  )
}

/** What the stop shows: a time of a film, a view of a model, or a picture and the part of it. */
function StopShown({ visit, stop }: { visit: Visit; stop: TourStop }) {
  const { objectId } = stop.placement
  const { target } = stop.step
  const media = visit.objects.has(objectId) ? visit.media.get(objectId) : undefined
  const recording = target.kind === 'time' ? readyRecording(media) : null
  const model = target.kind === 'view' ? readyModel(media) : null
  if (recording && target.kind === 'time')
    return (
      <div class="stop-picture">
        <Player scene={visit.scene} medium={recording} beside={media ?? []} time={target} />
      </div>
    )
  if (model && target.kind === 'view')
    return (
      <div class="stop-picture">
        <StopPicture visit={visit} stop={stop} />
        <Model scene={visit.scene} model={model} view={target} />
      </div>
    )
  return <StopPicture visit={visit} stop={stop} />
}

function StopPicture({ visit, stop }: { visit: Visit; stop: TourStop }) {
  const { objectId } = stop.placement
  const picture = pictureOf(visit, objectId)
  if (!visit.objects.has(objectId))
    return <p class="piece-gone">{visit.scene.t(m('piece.gone'))}</p>
  if (!picture) return <Picture visit={visit} objectId={objectId} box={1200} />
  const near = pictureAddress(picture, 1200, stop.step.target)
  const small = pictureAddress(picture, 640, stop.step.target)
  const whole = pictureAddress(picture, 320)
  const { target } = stop.step
  return (
    <figure class="stop-picture">
      <img
        class="stop-near"
        src={near.src}
        srcset={
          small.src === near.src
            ? undefined
            : `${small.src} ${small.width}w, ${near.src} ${near.width}w`
        }
        sizes="(max-width: 60rem) 96vw, 58vw"
        width={near.width}
        height={near.height}
        alt={plainText(visit.scene, picture.alts)}
        fetchpriority="high"
      />
      {target.kind === 'region' && (
        <svg
          class="stop-where"
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          aria-hidden="true"
          focusable="false"
        >
          <image href={whole.src} width={picture.width} height={picture.height} />
          <rect x={target.x} y={target.y} width={target.width} height={target.height} />
        </svg>
      )}
    </figure>
  )
}

/** The whole tour as text, to be read or listened to from beginning to end. */
export function TourTextPage({ visit }: { visit: Visit }) {
  const { scene, content, base } = visit
  const { t, href } = scene
  const stops = tourOf(content)
  return (
    <VisitPage
      visit={visit}
      title={content.title}
      trail={[{ href: href(base), label: plainText(scene, content.title) }]}
    >
      <div class="reading">
        <h1>{t(m('tour.as-text'))}</h1>
        <WallText visit={visit} text={content.text} />
        {content.rooms.map((room, place) => (
          <section key={room.id}>
            <h2>
              <Local language={scene.language} text={room.title} />
              <span class="hidden-visually"> ({t(m('room.number', { number: place + 1 }))})</span>
            </h2>
            <WallText visit={visit} text={room.text} />
            {room.placements.map((placement) => (
              <section key={placement.id}>
                <h3>
                  <a href={href(`${base}/pieces/${placement.id}`)}>
                    <Local language={scene.language} text={titleOf(visit, placement)} />
                  </a>
                </h3>
                <PieceText visit={visit} objectId={placement.objectId} />
                <WallText visit={visit} text={placement.text} />
                <ol class="reading-steps">
                  {stops
                    .filter((stop) => stop.placement.id === placement.id)
                    .map((stop) => (
                      <li key={stop.step.id} value={stop.number}>
                        {hasText(stop.step.title) && (
                          <p class="reading-step-title">
                            <Local language={scene.language} text={stop.step.title} />
                          </p>
                        )}
                        <WallText visit={visit} text={stop.step.text} />
                      </li>
                    ))}
                </ol>
              </section>
            ))}
          </section>
        ))}
      </div>
    </VisitPage>
  )
}

/** What the picture shows, for whoever does not see it. */
function PieceText({ visit, objectId }: { visit: Visit; objectId: string }) {
  const picture = pictureOf(visit, objectId)
  if (!picture || !hasText(picture.alts)) return null
  return (
    <p class="quiet">
      <Local language={visit.scene.language} text={picture.alts} />
    </p>
  )
}

import { hasText } from '#kernel/values'
import { Icon, Local } from '#ui'
import { m } from '../messages/index.ts'
import type { PublishedRoom, PublishedPlacement } from '../rules/published.ts'
import { plainText, type Visit } from './visit.ts'
import { Piece, VisitPage, WallText } from './visit-parts.tsx'

/** A room: its wall with what hangs on it, read by rows; on a phone one piece under the other. */
export function RoomPage({ visit, room }: { visit: Visit; room: PublishedRoom }) {
  const { scene, content, base } = visit
  const at = content.rooms.findIndex(({ id }) => id === room.id)
  const number = at + 1
  return (
    <VisitPage
      visit={visit}
      title={room.title}
      description={room.text}
      trail={[{ href: scene.href(base), label: plainText(scene, content.title) }]}
    >
      <div class={`room wall-${room.wall}`}>
        <header class="room-head">
          <p class="room-number">{scene.t(m('room.number', { number }))}</p>
          <h1>
            <Local language={scene.language} text={room.title} />
          </h1>
          {hasText(room.text) && <WallText visit={visit} text={room.text} />}
        </header>
        <ol class={`hanging hanging-${room.layout}`}>
          {room.placements.map((placement, place) => (
            <li key={placement.id} class={placeClass(placement)}>
              <Piece
                visit={visit}
                placement={placement}
                box={boxOf(room, placement)}
                first={place === 0}
              />
              {room.layout === 'pages' && <WallText visit={visit} text={placement.text} />}
            </li>
          ))}
        </ol>
      </div>
      <RoomTurns visit={visit} at={at} />
    </VisitPage>
  )
}

/** The classes that hang a piece at its place of the grid. */
export function placeClass({ place }: Pick<PublishedPlacement, 'place'>): string {
  return `hung column-${place.column} span-${place.width} row-${place.row} rise-${place.height}`
}

function boxOf({ layout }: PublishedRoom, { place }: PublishedPlacement): number {
  return layout === 'pages'
    ? 900
    : Math.min(1000, Math.max(360, Math.max(place.width, place.height) * 110))
}

/** The way on to the rooms beside it. */
function RoomTurns({ visit, at }: { visit: Visit; at: number }) {
  const { scene, content, base } = visit
  const before = content.rooms[at - 1]
  const after = content.rooms[at + 1]
  return (
    <nav class="turns" aria-label={scene.t(m('room.turns'))}>
      {before ? (
        <a class="turn turn-back" rel="prev" href={scene.href(`${base}/rooms/${before.id}`)}>
          <Icon name="left" />
          <span>
            <Local language={scene.language} text={before.title} />
          </span>
        </a>
      ) : (
        <span />
      )}
      <a class="turn turn-up" href={scene.href(base)}>
        {scene.t(m('room.all'))}
      </a>
      {after ? (
        <a class="turn turn-on" rel="next" href={scene.href(`${base}/rooms/${after.id}`)}>
          <span>
            <Local language={scene.language} text={after.title} />
          </span>
          <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

import { hasText } from '#kernel/values'
import { ButtonLink, Field, Fold, Section, Local } from '#ui'
import { embedCode } from '../formats/embed-code.ts'
import { m } from '../messages/index.ts'
import { placementsOf, type PublishedRoom, tourOf } from '../rules/published.ts'
import { pictureAddress, pictureOf, plainText, type Visit } from './visit.ts'
import { Picture, Signature, VisitPage, WallText } from './visit-parts.tsx'

/** The first page of an exhibition: what it is, whose, and its rooms as one sees them from the door. */
export function ExhibitionPage({ visit, links }: { visit: Visit; links: ExhibitionLinks }) {
  const { scene, content, base } = visit
  const { t, href } = scene
  const cover = content.coverObjectId ? pictureOf(visit, content.coverObjectId) : null
  const stops = tourOf(content).length
  const [first] = content.rooms
  return (
    <VisitPage
      visit={visit}
      share={cover ? visit.origin + pictureAddress(cover, 1200).src : undefined}
      head={<Alternates links={links} />}
    >
      <header class="portal">
        {content.coverObjectId && (
          <div class="portal-cloth" aria-hidden="true">
            <Picture
              visit={visit}
              objectId={content.coverObjectId}
              box={1200}
              sizes="100vw"
              eager
              hidden
            />
          </div>
        )}
        <div class="portal-label">
          <h1>
            <Local language={scene.language} text={content.title} />
          </h1>
          {hasText(content.subtitle) && (
            <p class="portal-subtitle">
              <Local language={scene.language} text={content.subtitle} />
            </p>
          )}
          <Signature visit={visit} />
          <div class="button-group">
            {stops > 0 && (
              <ButtonLink href={href(`${base}/tour/1`)}>
                {t(m('visit.begin-tour', { count: stops }))}
              </ButtonLink>
            )}
            {first && (
              <ButtonLink
                href={href(`${base}/rooms/${first.id}`)}
                look={stops > 0 ? 'secondary' : 'primary'}
              >
                {t(m('visit.enter'))}
              </ButtonLink>
            )}
          </div>
        </div>
      </header>
      <div class="intro">
        <WallText visit={visit} text={content.text} />
      </div>
      <ol class="doors">
        {content.rooms.map((room, place) => (
          <Door key={room.id} visit={visit} room={room} number={place + 1} />
        ))}
      </ol>
      <About visit={visit} links={links} />
    </VisitPage>
  )
}

/** The addresses of an exhibition for machines and for passing on. */
export interface ExhibitionLinks {
  /** The page itself. */
  here: string
  manifest: string
  /** The same page in the other languages. */
  alternates: readonly { language: string; href: string }[]
  linkedData: string
}

function Alternates({ links }: { links: ExhibitionLinks }) {
  return (
    <>
      {links.alternates.map(({ language, href }) => (
        <link key={language} rel="alternate" hreflang={language} href={href} />
      ))}
      <link rel="alternate" type="application/ld+json" href={links.linkedData} />
    </>
  )
}

/** A room seen from its door: its name, and what hangs first. */
function Door({ visit, room, number }: { visit: Visit; room: PublishedRoom; number: number }) {
  const { scene, base } = visit
  const shown = room.placements.filter(({ objectId }) => pictureOf(visit, objectId)).slice(0, 4)
  return (
    <li class={`door wall-${room.wall}`}>
      <a class="door-link" href={scene.href(`${base}/rooms/${room.id}`)}>
        <span class="door-number">{scene.t(m('room.number', { number }))}</span>
        <span class="door-title">
          <Local language={scene.language} text={room.title} />
        </span>
        <span class="door-count">
          {scene.t(m('room.pieces', { count: room.placements.length }))}
        </span>
      </a>
      <div class="door-wall" aria-hidden="true">
        {shown.map(({ id, objectId }) => (
          <Picture key={id} visit={visit} objectId={objectId} box={360} hidden />
        ))}
      </div>
    </li>
  )
}

function About({ visit, links }: { visit: Visit; links: ExhibitionLinks }) {
  const { scene, content, base } = visit
  const { t, href } = scene
  const pieces = placementsOf(content).length
  return (
    <div class="colophon">
      {hasText(content.credits) && (
        <Section title={t(m('visit.credits'))} id="credits">
          <WallText visit={visit} text={content.credits} />
        </Section>
      )}
      <Section title={t(m('visit.take-along'))} id="take-along">
        <ul class="plain-list">
          <li>
            <a href={href(`${base}/tour`)}>{t(m('visit.as-text'))}</a>
          </li>
          {!visit.isPreview && (
            <>
              <li>
                <a href={href(`${base}/poster`)}>{t(m('visit.poster'))}</a>
              </li>
              <li>
                <a href={href(`${base}/labels`)}>{t(m('visit.labels'))}</a>
              </li>
              <li>
                <a href={href(`${base}/bundle`)} download>
                  {t(m('visit.bundle'))}
                </a>
              </li>
              <li>
                <a href={links.manifest}>{t(m('visit.manifest', { count: pieces }))}</a>
              </li>
            </>
          )}
        </ul>
        {!visit.isPreview && (
          <Fold summary={t(m('visit.embed'))}>
            <Field
              kind="textarea"
              language={scene.language}
              name="embed"
              label={t(m('visit.embed'))}
              hint={t(m('visit.embed-hint'))}
              value={embedCode(links.here, plainText(scene, content.title))}
              rows={3}
            />
          </Fold>
        )}
      </Section>
    </div>
  )
}

import { hasText } from '#kernel/values'
import { type Scene } from '#kernel/http'
import { ButtonLink, EmptyState, Heading, PublicShell, Local } from '#ui'
import { m } from '../messages/index.ts'
import type { PublicExhibition } from '../queries/exhibitions.ts'
import { type Visit } from './visit.ts'
import { Picture } from './visit-parts.tsx'

interface BrowseProps {
  scene: Scene
  exhibitions: readonly PublicExhibition[]
  pictures: Pick<Visit, 'objects' | 'media' | 'origin'>
  mayWork: boolean
}

/** The exhibitions that are open, the latest as the largest. */
export function BrowseExhibitionsPage({ scene, exhibitions, pictures, mayWork }: BrowseProps) {
  const { t, href } = scene
  return (
    <PublicShell
      frame={scene.frame}
      title={t(m('exhibitions.title'))}
      description={t(m('exhibitions.lead'))}
    >
      <Heading
        level={1}
        lead={t(m('exhibitions.lead'))}
        actions={
          mayWork && (
            <ButtonLink href={href('/exhibitions/office')} look="secondary">
              {t(m('office.title'))}
            </ButtonLink>
          )
        }
      >
        {t(m('exhibitions.title'))}
      </Heading>
      {exhibitions.length === 0 ? (
        <EmptyState title={t(m('exhibitions.none'))} why={t(m('exhibitions.none-why'))} />
      ) : (
        <ul class="playbill">
          {exhibitions.map((exhibition, place) => (
            <Bill
              key={exhibition.id}
              scene={scene}
              exhibition={exhibition}
              pictures={pictures}
              first={place === 0}
            />
          ))}
        </ul>
      )}
      <p class="playbill-more">
        <a href={href('/objects')}>{t(m('exhibitions.objects'))}</a>
      </p>
    </PublicShell>
  )
}

function Bill({
  scene,
  exhibition: { id, content },
  pictures,
  first,
}: {
  scene: Scene
  exhibition: PublicExhibition
  pictures: Pick<Visit, 'objects' | 'media' | 'origin'>
  first: boolean
}) {
  const visit: Visit = {
    scene,
    id,
    content,
    ...pictures,
    signed: { author: null, mentor: null },
    base: `/exhibitions/${id}`,
    isPreview: false,
  }
  return (
    <li class="bill">
      <a class="bill-link" href={scene.href(visit.base)}>
        {content.coverObjectId && (
          <Picture visit={visit} objectId={content.coverObjectId} box={900} eager={first} hidden />
        )}
        <span class="bill-label">
          <span class="bill-title">
            <Local language={scene.language} text={content.title} />
          </span>
          {hasText(content.subtitle) && (
            <span class="bill-subtitle">
              <Local language={scene.language} text={content.subtitle} />
            </span>
          )}
          <span class="bill-owners">
            {content.owners.map(({ id: owner, names }) => (
              <span key={owner}>
                <Local language={scene.language} text={names} />
              </span>
            ))}
          </span>
        </span>
      </a>
    </li>
  )
}

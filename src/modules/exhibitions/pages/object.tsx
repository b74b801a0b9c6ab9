import { type Scene } from '#kernel/http'
import {
  ButtonLink,
  DescriptionList,
  Heading,
  Page,
  Prose,
  Section,
  Split,
  Stack,
  Local,
  Paragraphs,
} from '#ui'
import { wholePicture } from '../formats/addresses.ts'
import { m } from '../messages/index.ts'
import { isReadyPicture, type MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { picturesOf, pictureAt } from './picture.tsx'
import { CommunityLabels } from './community-labels.tsx'
import { Foreign, type Kept } from './foreign-manifest.tsx'
import { Players } from './player.tsx'
import { objectFacts } from './object-facts.tsx'
import { localText } from './scene.tsx'

interface ObjectProps {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
  /** What another house published of it. */
  foreign: Kept | null
  mayEdit: boolean
}

/** One object as a visitor sees it: its pictures, and what is known of it. */
export function ObjectPage({ scene, object, media, foreign, mayEdit }: ObjectProps) {
  const { t, href } = scene
  const edit = mayEdit && (
    <ButtonLink href={href(`/objects/${object.id}/edit`)} look="secondary">
      {t(m('object.edit'))}
    </ButtonLink>
  )
  // What came with a manifest is shown where the manifest names it.
  const images = media.filter(isReadyPicture).filter((each) => !foreign || each.source_url === null)
  const isMaking = media.some(({ kind, state }) => kind === 'image' && state === 'processing')
  return (
    <Page
      frame={scene.frame}
      title={localText(scene, object.titles)}
      trail={[{ href: href('/objects'), label: t(m('browse.title')) }]}
    >
      <Stack>
        <Heading level={1} kicker={t(m(`object.kind.${object.kind}`))} actions={edit}>
          <Local language={scene.language} text={object.titles} />
        </Heading>
        <Split
          picture={images.length > 0}
          main={
            <Stack>
              {isMaking && images.length === 0 && <p class="quiet">{t(m('piece.no-picture'))}</p>}
              {images.map((image, index) => (
                <a key={image.id} href={wholePicture(image)}>
                  <img
                    class="object-picture"
                    {...pictureAt(image, 1200)}
                    srcset={picturesOf(image)}
                    sizes="(min-width: 60rem) 45rem, 92vw"
                    alt={
                      localText(scene, image.alts) ||
                      t(m('object.alt-missing', { number: index + 1 }))
                    }
                    loading={index === 0 ? undefined : 'lazy'}
                  />
                </a>
              ))}
              <Players scene={scene} media={media} />
              <Models scene={scene} media={media} />
              <Prose>
                <Paragraphs language={scene.language} text={object.descriptions} />
              </Prose>
              <CommunityLabels t={scene.t} labels={object.community_labels} />
              {foreign && <Foreign scene={scene} kept={foreign} media={media} />}
            </Stack>
          }
          aside={
            <Section title={t(m('object.about'))} id="about">
              <DescriptionList items={objectFacts(scene, object, media)} />
            </Section>
          }
        />
      </Stack>
    </Page>
  )
}

/** Models, to be opened elsewhere. */
function Models({ scene, media }: Pick<ObjectProps, 'scene' | 'media'>) {
  const ready = media.filter(({ kind, state }) => kind === 'model' && state === 'ready')
  return (
    <>
      {ready.map((medium) => (
        <p key={medium.id}>
          <a href={`/objects/media/${medium.id}`} download={medium.file_name}>
            {scene.t(m('media.download', { name: medium.file_name }))}
          </a>
        </p>
      ))}
    </>
  )
}

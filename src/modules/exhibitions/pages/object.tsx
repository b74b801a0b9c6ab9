import { type Scene } from '#kernel/http'
import type { LocalText } from '#kernel/values'
import {
  ButtonLink,
  DescriptionList,
  Heading,
  Page,
  Prose,
  Section,
  Split,
  Stack,
  Typed,
  Local,
  Paragraphs,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { madeText } from '../rules/years.ts'
import { picturesOf, pictureAt } from './picture.tsx'
import { RightsLink } from './rights.tsx'
import { localText } from './scene.tsx'

interface ObjectProps {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
  mayEdit: boolean
}

/** One object as a visitor sees it: its pictures, and what is known of it. */
export function ObjectPage({ scene, object, media, mayEdit }: ObjectProps) {
  const { t, href } = scene
  const edit = mayEdit && (
    <ButtonLink href={href(`/objects/${object.id}/edit`)} look="secondary">
      {t(m('object.edit'))}
    </ButtonLink>
  )
  const images = media.filter(({ kind, state }) => kind === 'image' && state === 'ready')
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
              {images.map((image, index) => (
                <a key={image.id} href={pictureAt(image, image.width ?? 0)?.src}>
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
              <Recordings scene={scene} media={media} />
              <Prose>
                <Paragraphs language={scene.language} text={object.descriptions} />
              </Prose>
            </Stack>
          }
          aside={
            <Section title={t(m('object.about'))} id="about">
              <DescriptionList items={factsOf(scene, object)} />
            </Section>
          }
        />
      </Stack>
    </Page>
  )
}

/** Recordings and films with the browser's own player, and models to be opened elsewhere. */
function Recordings({ scene, media }: Pick<ObjectProps, 'scene' | 'media'>) {
  const { t } = scene
  const ready = media.filter(({ kind, state }) => kind !== 'image' && state === 'ready')
  return (
    <>
      {ready.map((medium) => {
        const src = `/objects/media/${medium.id}`
        const said = localText(scene, medium.alts) || medium.file_name
        if (medium.kind === 'audio')
          return <audio key={medium.id} controls preload="metadata" src={src} aria-label={said} />
        if (medium.kind === 'video')
          return (
            <video
              key={medium.id}
              class="object-picture"
              controls
              preload="metadata"
              src={src}
              width={medium.width ?? undefined}
              height={medium.height ?? undefined}
              aria-label={said}
            />
          )
        return (
          <p key={medium.id}>
            <a href={src} download={medium.file_name}>
              {t(m('media.download', { name: medium.file_name }))}
            </a>
          </p>
        )
      })}
    </>
  )
}

/** What is known of an object, one fact a line; what is not known has none. */
function factsOf(scene: Scene, object: ObjectRow) {
  const { t } = scene
  const made = madeText(object, scene.language)
  const local = (text: LocalText) =>
    localText(scene, text) === '' ? null : <Local language={scene.language} text={text} />
  const typed = (text: string | null) => text && <Typed>{text}</Typed>
  const makers = object.makers.map(({ name, role }) =>
    role === '' ? name : t(m('object.maker', { name, role })),
  )
  const lines = [
    { term: m('object.holder'), value: local(object.organisation) },
    { term: m('object.made'), value: made && t(made) },
    { term: m('object.period'), value: local(object.periods) },
    { term: m('object.place'), value: local(object.places) },
    { term: m('object.makers'), value: typed(makers.join('; ')) },
    { term: m('object.materials'), value: local(object.materials) },
    { term: m('object.dimensions'), value: typed(object.dimensions) },
    { term: m('object.provenance'), value: local(object.provenances) },
    { term: m('object.inventory'), value: typed(object.inventory_number) },
    { term: m('object.credit'), value: local(object.credit_lines) },
    { term: m('object.rights-holder'), value: typed(object.rights_holder) },
    {
      term: m('object.rights'),
      value: object.rights_uri && <RightsLink scene={scene} uri={object.rights_uri} />,
    },
  ]
  return lines.flatMap(({ term, value }) => (value ? [{ term: t(term), value }] : []))
}

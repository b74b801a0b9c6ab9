import { type Scene } from '#kernel/http'
import { ButtonLink, Card, EmptyState, Grid, Heading, Page, Pagination, Stack, Local } from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { madeText } from '../rules/years.ts'
import { pictureAt } from './picture.tsx'
import { localText } from './scene.tsx'

interface ObjectsProps {
  scene: Scene
  objects: readonly ObjectRow[]
  media: ReadonlyMap<string, readonly MediaRow[]>
  page: number
  pageSize: number
  total: number
  mayOffice: boolean
}

/** What everybody may see today, as pictures. */
export function ObjectsPage(props: ObjectsProps) {
  const { scene, objects, media, page, pageSize, total } = props
  const { t, href, language } = scene
  const office = props.mayOffice && (
    <ButtonLink href={href('/objects/office')} look="secondary">
      {t(m('holdings.title'))}
    </ButtonLink>
  )
  return (
    <Page frame={scene.frame} title={t(m('browse.title'))}>
      <Stack gap="wide">
        <Heading level={1} lead={t(m('browse.lead'))} actions={office}>
          {t(m('browse.title'))}
        </Heading>
        {objects.length === 0 ? (
          <EmptyState title={t(m('browse.none'))} why={t(m('browse.none-why'))} />
        ) : (
          <Grid>
            {objects.map((object) => (
              <ObjectCard
                key={object.id}
                scene={scene}
                object={object}
                media={media.get(object.id) ?? []}
              />
            ))}
          </Grid>
        )}
        {total > pageSize && (
          <Pagination
            language={language}
            page={page}
            pageSize={pageSize}
            total={total}
            href={(number) => href('/objects', { page: number })}
          />
        )}
      </Stack>
    </Page>
  )
}

function ObjectCard({
  scene,
  object,
  media,
}: {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
}) {
  const made = madeText(object, scene.language)
  const image = media.find((each) => each.kind === 'image' && each.state === 'ready')
  return (
    <Card
      title={<Local language={scene.language} text={object.titles} />}
      href={scene.href(`/objects/${object.id}`)}
      band={image ? undefined : object.id}
      image={image && { ...pictureAt(image, 400)!, alt: localText(scene, image.alts) }}
      kicker={<Local language={scene.language} text={object.organisation} />}
      footer={made ? scene.t(made) : undefined}
    />
  )
}

import type { Scene } from '#kernel/http'
import { Button, ButtonGroup, Field, Form, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'

/** Where the picture of a film is chosen: a picture that is here, a file, or a moment of the film that the page takes. */
export function AskPoster({
  scene,
  film,
  media,
}: {
  scene: Scene
  film: MediaRow
  media: readonly MediaRow[]
}) {
  const { t, href, language, frame } = scene
  const pictures = media.filter(({ kind }) => kind === 'image')
  return (
    <weft-still
      data-name={`${film.file_name.replace(/\.[^.]*$/, '')}.jpg`}
      data-taken={t(m('poster.moment', { time: '{time}' }))}
    >
      <Form action={href(`/objects/media/${film.id}/poster`)} csrf={frame.csrf} files>
        <Stack>
          <Field
            kind="select"
            language={language}
            name="picture"
            id={`poster-picture-${film.id}`}
            label={t(m('poster.title'))}
            hint={t(m('poster.hint'))}
            value={film.poster_medium_id ?? ''}
            options={[
              { value: '', label: t(m('poster.first')) },
              ...pictures.map(({ id, file_name: label }) => ({ value: id, label })),
            ]}
          />
          <div class="still" data-still hidden>
            <video
              controls
              preload="metadata"
              playsinline
              aria-label={film.file_name}
              data-src={`/objects/media/${film.id}`}
            />
            <ButtonGroup>
              <button type="button" class="button button-secondary" data-take>
                {t(m('poster.take'))}
              </button>
            </ButtonGroup>
            <p class="hint" role="status" data-said />
          </div>
          <Field
            kind="file"
            language={language}
            name="poster"
            id={`poster-${film.id}`}
            label={t(m('poster.file'))}
            accept="image/jpeg,image/png,image/tiff,image/webp,image/avif"
            maxBytes={32 * 1024 * 1024}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('poster.send'))}</Button>
          </ButtonGroup>
        </Stack>
      </Form>
    </weft-still>
  )
}

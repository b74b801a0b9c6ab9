import type { OpenUpload } from '#kernel/files'
import type { Scene } from '#kernel/http'
import { Button, Form, ProgressBar } from '#ui'
import { m } from '../messages/index.ts'

interface UnderWayProps {
  scene: Scene
  uploads: readonly OpenUpload[]
}

/** The words of the island that sends large files, as its data: where they go to, and which page shows what was taken. */
export function uploadWords(
  { t, href }: Scene,
  { to, page, most }: { to: string; page: string; most: number },
) {
  return {
    'data-to': to,
    'data-page': href(page),
    'data-most': most,
    'data-amount': t(m('upload.amount', { sent: '{sent}', total: '{total}' })),
    'data-comparing': t(m('upload.comparing')),
    'data-sending': t(m('upload.sending')),
    'data-paused': t(m('upload.paused')),
    'data-offline': t(m('upload.offline')),
    'data-checking': t(m('upload.state.complete')),
    'data-taken': t(m('upload.state.taken')),
    'data-failed': t(m('upload.failed')),
  }
}

/** The large files that the reader has under way: how far each is, and how it goes on. */
export function UploadsUnderWay(props: UnderWayProps) {
  const { scene, uploads } = props
  return (
    <>
      <p data-counted role="status" hidden />
      <ul class="uploads" data-uploads aria-label={scene.t(m('upload.title'))}>
        {uploads.map((upload) => (
          <Row key={upload.id} {...props} upload={upload} />
        ))}
      </ul>
      <template data-row>
        <Moving scene={scene} />
      </template>
    </>
  )
}

/** A file that this page does not send: it waits for its rest, is looked at, or could not be taken. */
function Row({ scene, upload }: UnderWayProps & { upload: OpenUpload }) {
  const { t, href, language, frame } = scene
  const address = `/objects/uploads/${upload.id}`
  const isOpen = upload.state === 'open'
  const waits = isOpen
    ? { 'data-href': address, 'data-name': upload.name, 'data-bytes': String(upload.length_bytes) }
    : {}
  return (
    <li class="upload" {...waits} data-failed={upload.state === 'failed' ? '' : undefined}>
      <p class="upload-name" lang="">
        {upload.name}
      </p>
      {upload.fault ? (
        <p class="field-error">{t(upload.fault)}</p>
      ) : (
        <ProgressBar
          language={language}
          label={t(m(isOpen ? 'upload.state.open' : 'upload.state.complete'))}
          value={isOpen ? Number(upload.received_bytes) : undefined}
          max={Number(upload.length_bytes)}
          poll={upload.state === 'complete' ? address : undefined}
        />
      )}
      <Form action={href(`${address}/removal`)} csrf={frame.csrf}>
        <Button look="quiet" small>
          {t(m(upload.fault ? 'upload.put-away-do' : 'upload.cancel', { name: upload.name }))}
        </Button>
      </Form>
    </li>
  )
}

/** A file that this page sends. */
function Moving({ scene }: { scene: Scene }) {
  const { t } = scene
  return (
    <li class="upload">
      <p class="upload-name" lang="" data-name />
      <div class="progress">
        <span class="progress-label" data-state role="status" />
        <progress aria-label={t(m('upload.title'))} />
        <span class="progress-detail" data-detail />
      </div>
      <div class="upload-acts">
        <button type="button" class="button button-secondary button-small" data-act="pause">
          {t(m('upload.pause'))}
        </button>
        <button type="button" class="button button-secondary button-small" data-act="go-on" hidden>
          {t(m('upload.go-on'))}
        </button>
        <button type="button" class="button button-quiet button-small" data-act="cancel">
          {t(m('upload.cancel-this'))}
        </button>
      </div>
    </li>
  )
}

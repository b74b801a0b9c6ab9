import type { OpenUpload } from '#kernel/files'
import type { FormState, Scene } from '#kernel/http'
import { languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Card,
  Field,
  Fold,
  Form,
  Grid,
  LocalAsk,
  Notice,
  ProgressBar,
  Section,
  Stack,
  StateTag,
} from '#ui'
import { m } from '../messages/index.ts'
import { type Making, makingOf, type MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { mostFormBytes } from '../service/receiving.ts'
import { mostMediumBytes } from '../service/sent-medium.ts'
import { pictureAt } from './picture.tsx'
import { AskPoster } from './poster-fields.tsx'
import { localText } from './scene.tsx'
import { UploadsUnderWay, uploadWords } from './uploads-under-way.tsx'

interface MediaProps {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
  uploads: readonly OpenUpload[]
  form: FormState
}

/** The pictures of an object: what they show in words, which could not be made ready, and where more are sent. */
export function ObjectMedia(props: MediaProps) {
  const { scene, media } = props
  const { t } = scene
  return (
    <Section title={t(m('media.title'))} id="media" lead={t(m('media.lead'))}>
      <Stack>
        <MakingBar {...props} />
        {media.length > 0 && (
          <Grid>
            {media.map((medium, index) => (
              <Medium
                key={medium.id}
                scene={scene}
                media={media}
                medium={medium}
                number={index + 1}
              />
            ))}
          </Grid>
        )}
        <SendFiles {...props} />
        <TakeManifest {...props} />
      </Stack>
    </Section>
  )
}

/** How far the pictures are that a job is making ready, as its bar and its page's script show it. */
export function barOf({ t }: Pick<Scene, 't'>, { ready, begun, total }: Making) {
  const share = (ready + begun) / total
  const words =
    total === 1 ? m('media.making-one', { share }) : m('media.making', { share, ready, total })
  return { value: ready + begun, max: total, detail: t(words) }
}

/** Pictures that a job is making ready, and then the page with them. */
function MakingBar({ scene, object, media }: MediaProps) {
  const making = makingOf(media)
  if (making === null) return null
  const { t, href, language } = scene
  return (
    <ProgressBar
      language={language}
      label={t(m('media.state.processing'))}
      {...barOf(scene, making)}
      poll={href(`/objects/${object.id}/making`)}
    />
  )
}

/** Files as they are, and those that are under way. */
function SendFiles({ scene, object, uploads, form }: MediaProps) {
  const { t, href, language, frame } = scene
  return (
    <weft-upload
      {...uploadWords(scene, {
        to: `/objects/${object.id}/uploads`,
        page: `/objects/${object.id}/edit#media`,
        most: mostMediumBytes,
      })}
    >
      <Stack>
        <Form action={href(`/objects/${object.id}/media`)} csrf={frame.csrf} files>
          <Stack>
            <Field
              kind="file"
              language={language}
              name="pictures"
              label={t(m('media.add'))}
              hint={t(m('media.add-hint'))}
              accept={acceptedTypes}
              multiple
              maxBytes={mostFormBytes}
              error={form.errors['pictures']}
            />
            <ButtonGroup>
              <Button look="secondary">{t(m('media.send'))}</Button>
            </ButtonGroup>
          </Stack>
        </Form>
        <UploadsUnderWay scene={scene} uploads={uploads} />
      </Stack>
    </weft-upload>
  )
}

/** What another house published, by its address. */
function TakeManifest({ scene, object, form }: MediaProps) {
  const { t, href, language, frame } = scene
  return (
    <Form action={href(`/objects/${object.id}/manifest`)} csrf={frame.csrf}>
      <Stack>
        <Field
          kind="url"
          language={language}
          name="address"
          label={t(m('foreign.add'))}
          hint={t(m('foreign.add-hint'))}
          value={form.values['address']}
          error={form.errors['address']}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('foreign.send'))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

const acceptedTypes = [
  'image/jpeg,image/png,image/tiff,image/webp,image/avif',
  'audio/mpeg,audio/mp4,audio/ogg,audio/wav,video/mp4,video/webm',
  '.glb,model/gltf-binary',
].join()

const faults = ['animated', 'broken', 'kind', 'pixels', 'room'] as const

interface MediumProps {
  scene: Scene
  medium: MediaRow
  /** All of the object. */
  media: readonly MediaRow[]
  number: number
}

function Medium({ scene, medium, media, number }: MediumProps) {
  const { t } = scene
  const fault = faults.find((each) => each === medium.fault) ?? 'broken'
  const image = pictureAt(medium, 400)
  return (
    <Card
      title={<span lang="">{medium.file_name}</span>}
      band={image ? undefined : medium.id}
      image={image && { ...image, alt: localText(scene, medium.alts) }}
      meta={
        medium.state === 'ready' ? undefined : (
          <StateTag tone={medium.state === 'failed' ? 'harm' : 'info'}>
            {t(m(`media.state.${medium.state}`))}
          </StateTag>
        )
      }
    >
      {medium.state === 'failed' && (
        <Notice tone="harm" title={t(m(`media.fault.${fault}`))}>
          <p>{t(m(fault === 'room' ? 'media.fault.room-next' : 'media.fault.next'))}</p>
        </Notice>
      )}
      {localText(scene, medium.alts) === '' && medium.state === 'ready' && (
        <p class="hint">{t(m('media.no-alt'))}</p>
      )}
      <Describe scene={scene} medium={medium} media={media} number={number} />
    </Card>
  )
}

function Describe({ scene, medium, media, number }: MediumProps) {
  const { t, href, language, frame } = scene
  const values = Object.fromEntries(
    languages.map((each) => [`alt.${each}`, medium.alts[each] ?? '']),
  )
  const hasSound = medium.kind === 'audio' || medium.kind === 'video'
  return (
    <Fold summary={t(m('media.describe', { number }))}>
      <Stack>
        <Form action={href(`/objects/media/${medium.id}/words`)} csrf={frame.csrf}>
          <Stack>
            <LocalAsk
              language={language}
              values={values}
              errors={{}}
              name="alt"
              legend={t(m('media.alt'))}
              hint={t(m('media.alt-hint'))}
              rows={3}
              most={1000}
              prefix={medium.id}
            />
            {hasSound && <AskTranscript scene={scene} medium={medium} />}
            <ButtonGroup>
              <Button look="secondary">{t(m('media.save'))}</Button>
            </ButtonGroup>
          </Stack>
        </Form>
        {hasSound && <Captions scene={scene} medium={medium} />}
        {medium.kind === 'video' && <AskPoster scene={scene} film={medium} media={media} />}
        <Form action={href(`/objects/media/${medium.id}/removal`)} csrf={frame.csrf}>
          <Button look="quiet-harm">{t(m('media.remove', { number }))}</Button>
        </Form>
      </Stack>
    </Fold>
  )
}

/** What is said in a film or a recording, in words. */
function AskTranscript({ scene, medium }: { scene: Scene; medium: MediaRow }) {
  const { t, language } = scene
  const values = Object.fromEntries(
    languages.map((each) => [`transcript.${each}`, medium.transcripts[each] ?? '']),
  )
  return (
    <>
      <input type="hidden" name="has-transcript" value="yes" />
      <LocalAsk
        language={language}
        values={values}
        errors={{}}
        name="transcript"
        legend={t(m('transcript.title'))}
        hint={t(m('transcript.hint'))}
        rows={5}
        most={200_000}
        prefix={medium.id}
      />
    </>
  )
}

/** The captions that stand, each to be taken away, and a place for more. */
function Captions({ scene, medium }: { scene: Scene; medium: MediaRow }) {
  const { t, href, language, frame } = scene
  const action = href(`/objects/media/${medium.id}/captions`)
  const present = languages.filter((each) => medium.captions[each])
  return (
    <>
      {present.map((each) => (
        <Form
          key={each}
          action={action}
          csrf={frame.csrf}
          hidden={{ language: each, remove: 'yes' }}
        >
          <Button look="quiet-harm">
            {t(m('captions.remove', { language: nativeName(each) }))}
          </Button>
        </Form>
      ))}
      <Form action={action} csrf={frame.csrf} files>
        <Stack>
          <Field
            kind="select"
            language={language}
            name="language"
            id={`captions-language-${medium.id}`}
            label={t(m('captions.language'))}
            options={languages.map((value) => ({
              value,
              label: nativeName(value),
              labelLanguage: value,
            }))}
            value={languages.find((each) => !present.includes(each)) ?? language}
          />
          <Field
            kind="file"
            language={language}
            name="captions"
            id={`captions-${medium.id}`}
            label={t(m('captions.file'))}
            hint={t(m('captions.hint'))}
            accept=".vtt,.srt,text/vtt"
            maxBytes={500_000}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('captions.send'))}</Button>
          </ButtonGroup>
        </Stack>
      </Form>
    </>
  )
}

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
  Section,
  Stack,
  StateTag,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { pictureAt } from './picture.tsx'
import { localText } from './scene.tsx'

interface MediaProps {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
  form: FormState
}

/** The most that one form brings: what is larger is sent in parts by a program. */
export const mostFormBytes = 128 * 1024 * 1024

/** The pictures of an object: what they show in words, which could not be made ready, and where more are sent. */
export function ObjectMedia({ scene, object, media, form }: MediaProps) {
  const { t, href, language, frame } = scene
  return (
    <Section title={t(m('media.title'))} id="media" lead={t(m('media.lead'))}>
      <Stack>
        {media.length > 0 && (
          <Grid>
            {media.map((medium, index) => (
              <Medium key={medium.id} scene={scene} medium={medium} number={index + 1} />
            ))}
          </Grid>
        )}
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
      </Stack>
    </Section>
  )
}

const acceptedTypes = [
  'image/jpeg,image/png,image/tiff,image/webp,image/avif',
  'audio/mpeg,audio/mp4,audio/ogg,audio/wav,video/mp4,video/webm',
  '.glb,model/gltf-binary',
].join()

const faults = ['animated', 'broken', 'kind', 'pixels'] as const

function Medium({ scene, medium, number }: { scene: Scene; medium: MediaRow; number: number }) {
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
          <p>{t(m('media.fault.next'))}</p>
        </Notice>
      )}
      {localText(scene, medium.alts) === '' && medium.state === 'ready' && (
        <p class="hint">{t(m('media.no-alt'))}</p>
      )}
      <Describe scene={scene} medium={medium} number={number} />
    </Card>
  )
}

function Describe({ scene, medium, number }: { scene: Scene; medium: MediaRow; number: number }) {
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
        <Form action={href(`/objects/media/${medium.id}/removal`)} csrf={frame.csrf}>
          <Button look="quiet">{t(m('media.remove', { number }))}</Button>
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
          <Button look="quiet">{t(m('captions.remove', { language: nativeName(each) }))}</Button>
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

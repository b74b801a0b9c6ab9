import type { Scene } from '#kernel/http'
import { languages, localised, nativeName } from '#kernel/values'
import { Fold } from '#ui'
import { m } from '../messages/index.ts'
import { type MediaRow, posterOf } from '../queries/media.ts'
import { readCaptions, transcriptOf } from '../rules/web-vtt.ts'
import { pictureAt } from './picture.tsx'
import { localText } from './scene.tsx'

/** The films and recordings of an object in the browser's own player, with captions in every language there is, and in words. */
export function Players({ scene, media }: { scene: Scene; media: readonly MediaRow[] }) {
  const ready = media.filter(
    ({ kind, state }) => (kind === 'audio' || kind === 'video') && state === 'ready',
  )
  return (
    <>
      {ready.map((medium) => (
        <div key={medium.id} class="player">
          <Player scene={scene} medium={medium} beside={media} />
          <Transcript scene={scene} medium={medium} />
        </div>
      ))}
    </>
  )
}

/** One film or recording; from and until a time where a stop of a tour shows no more of it (Media Fragments 1.0, §4.2.1). */
export function Player({
  scene,
  medium,
  beside,
  time,
}: {
  scene: Scene
  medium: MediaRow
  /** The media of the object: one of its pictures stands for the film until it is played. */
  beside: readonly MediaRow[]
  time?: { from: number; until: number | null }
}) {
  const address = `/objects/media/${medium.id}`
  const src = time
    ? `${address}#t=${time.from}${time.until === null ? '' : `,${time.until}`}`
    : address
  const said = localText(scene, medium.alts) || medium.file_name
  const rest = { controls: true, preload: 'metadata', src, 'aria-label': said } as const
  const tracks = languages.flatMap((language) =>
    medium.captions[language]
      ? [
          <track
            key={language}
            kind="captions"
            src={`${address}/captions/${language}`}
            srclang={language}
            label={nativeName(language)}
            default={language === scene.language}
          />,
        ]
      : [],
  )
  const poster = posterOf(medium, beside)
  if (medium.kind === 'audio') return <audio {...rest}>{tracks}</audio>
  return (
    <video
      {...rest}
      class="object-picture"
      poster={poster ? pictureAt(poster, 800)?.src : undefined}
      playsinline
      width={medium.width ?? undefined}
      height={medium.height ?? undefined}
    >
      {tracks}
    </video>
  )
}

/** What is said and heard, as its holder wrote it down, else as its captions have it. */
function Transcript({ scene, medium }: { scene: Scene; medium: MediaRow }) {
  const written = localised(medium.transcripts, scene.language)
  const captions = localised(medium.captions, scene.language)
  const isOwn = written.text !== '' && written.language === scene.language
  const shown =
    isOwn || captions.text === '' || (written.text !== '' && captions.language !== scene.language)
      ? written
      : { language: captions.language, text: transcriptOf(readCaptions(captions.text) ?? []) }
  if (shown.text === '') return null
  return (
    <Fold summary={scene.t(m('transcript.title'))}>
      <div lang={shown.language === scene.language ? undefined : shown.language}>
        {shown.text
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line, place) => (
            <p key={place}>{line}</p>
          ))}
      </div>
    </Fold>
  )
}

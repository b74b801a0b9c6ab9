import {
  hasText,
  type Language,
  localised,
  type LocalText,
  nativeName,
  urlSegment,
} from '#kernel/values'
import type { Translate } from '#kernel/messages'
import { renderFragment } from '#ui'
import { m } from '../messages/index.ts'
import { CommunityLabels } from '../pages/community-labels.tsx'
import type { MediaRow, ReadyPicture } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import {
  type PublishedContent,
  type PublishedPlacement,
  type TourStop,
  tourOf,
} from '../rules/published.ts'

/** What a bundle is made of: the words in every language, and of the objects only what everybody may see. */
export interface KioskSource {
  content: PublishedContent
  objects: ReadonlyMap<string, ObjectRow>
  /** The picture of an object, by its id. */
  pictures: ReadonlyMap<string, ReadyPicture>
  /** The film or the sound of an object, by its id. */
  recordings: ReadonlyMap<string, MediaRow>
  t: (language: Language) => Translate
}

interface Leaf {
  name: string
  text: string
}

/** The name under which a picture lies in the bundle. */
export function pictureName({ id }: Pick<ReadyPicture, 'id'>): string {
  return `pictures/${id}.jpg`
}

/** The name under which a film or a sound lies in it. */
export function recordingName({ id, file_name: name }: Pick<MediaRow, 'id' | 'file_name'>): string {
  const [, ending] = /\.([A-Za-z0-9]{1,5})$/.exec(name) ?? []
  return `media/${id}${ending ? `.${ending.toLowerCase()}` : ''}`
}

/**
 * An exhibition as plain files that open from a folder, without a network and without a server: a page for each room and each
 * stop in every language that is published, one style sheet, and a script of a few lines for the arrow keys and for going back
 * to the beginning when nobody has touched it for a while.
 */
export function* kioskFiles(source: KioskSource): Generator<Leaf> {
  yield { name: 'kiosk.css', text: css }
  yield { name: 'kiosk.js', text: script }
  yield { name: 'index.html', text: doorPage(source) }
  for (const language of source.content.languages) {
    const pages = new Pages(source, language)
    yield* pages.all()
  }
}

/** The choice of language: the first thing that a visitor touches. */
function doorPage({ content }: KioskSource): string {
  const body = renderFragment(
    <main class="door">
      {content.languages.map((language) => (
        <a key={language} href={`${urlSegment(language)}/index.html`} lang={language}>
          <strong>{localised(content.title, language).text}</strong>
          <span>{nativeName(language)}</span>
        </a>
      ))}
    </main>,
  )
  return documentOf({
    language: content.sourceLanguage,
    title: localised(content.title, content.sourceLanguage).text,
    up: '',
    body,
  })
}

class Pages {
  readonly source: KioskSource
  readonly language: Language
  readonly t: Translate
  readonly stops: readonly TourStop[]

  constructor(source: KioskSource, language: Language) {
    this.source = source
    this.language = language
    this.t = source.t(language)
    this.stops = tourOf(source.content).filter(({ placement }) =>
      source.objects.has(placement.objectId),
    )
  }

  *all(): Generator<Leaf> {
    const { content } = this.source
    yield this.#leaf('index', content.title, this.#front())
    for (const [place, room] of content.rooms.entries()) {
      yield this.#leaf(`room-${place + 1}`, room.title, this.#room(place))
    }
    for (const [place, stop] of this.stops.entries()) {
      yield this.#leaf(`stop-${place + 1}`, stop.step.title, this.#stop(stop, place))
    }
  }

  #leaf(name: string, title: LocalText, body: string): Leaf {
    const { language } = this
    const text = documentOf({ language, title: localised(title, language).text, up: '../', body })
    return { name: `${urlSegment(language)}/${name}.html`, text }
  }

  #front(): string {
    const { content } = this.source
    const [first] = this.stops
    return renderFragment(
      <main>
        <h1>{this.#said(content.title)}</h1>
        <p class="lead">{this.#said(content.subtitle)}</p>
        <p class="quiet">
          {content.owners.map(({ names }) => localised(names, this.language).text).join(' · ')}
        </p>
        {this.#paragraphs(content.text)}
        {first && (
          <p>
            <a class="go" rel="next" href="stop-1.html">
              {this.t(m('visit.begin-tour', { count: this.stops.length }))}
            </a>
          </p>
        )}
        <ol class="rooms">
          {content.rooms.map((room, place) => (
            <li key={room.id} class={`wall-${room.wall}`}>
              <a href={`room-${place + 1}.html`}>{this.#said(room.title)}</a>
            </li>
          ))}
        </ol>
        {this.#paragraphs(content.credits)}
        {this.#languages('index')}
      </main>,
    )
  }

  #room(place: number): string {
    const { rooms } = this.source.content
    const room = rooms[place]!
    return renderFragment(
      <main class={`wall-${room.wall}`}>
        <p class="quiet">{this.t(m('room.number', { number: place + 1 }))}</p>
        <h1>{this.#said(room.title)}</h1>
        {this.#paragraphs(room.text)}
        <ul class="pieces">
          {room.placements.map((placement) => (
            <li key={placement.id}>
              {this.#shown(placement)}
              <h2>{this.#said(this.#title(placement))}</h2>
              {this.#paragraphs(this.#about(placement))}
              <CommunityLabels
                t={this.t}
                labels={this.source.objects.get(placement.objectId)?.community_labels ?? []}
              />
            </li>
          ))}
        </ul>
        <nav>
          {place > 0 && (
            <a rel="prev" href={`room-${place}.html`}>
              {this.#said(rooms[place - 1]!.title)}
            </a>
          )}
          <a href="index.html">{this.t(m('room.all'))}</a>
          {place + 1 < rooms.length && (
            <a rel="next" href={`room-${place + 2}.html`}>
              {this.#said(rooms[place + 1]!.title)}
            </a>
          )}
        </nav>
        {this.#languages(`room-${place + 1}`)}
      </main>,
    )
  }

  #stop({ room, placement, step }: TourStop, place: number): string {
    const isLast = place + 1 === this.stops.length
    return renderFragment(
      <main class={`stop wall-${room.wall}`}>
        {this.#shown(placement, step.target)}
        <div>
          <p class="quiet">
            {this.t(m('tour.of', { number: place + 1, count: this.stops.length }))}
          </p>
          <h1>{this.#said(step.title)}</h1>
          {this.#paragraphs(step.text)}
          <nav>
            <a rel="prev" href={place === 0 ? 'index.html' : `stop-${place}.html`}>
              {this.t(m('tour.back'))}
            </a>
            <a class="go" rel="next" href={isLast ? 'index.html' : `stop-${place + 2}.html`}>
              {this.t(m(isLast ? 'tour.end' : 'tour.on'))}
            </a>
          </nav>
          {this.#languages(`stop-${place + 1}`)}
        </div>
      </main>,
    )
  }

  #title({ title, objectId }: PublishedPlacement): LocalText {
    return hasText(title) ? title : (this.source.objects.get(objectId)?.titles ?? {})
  }

  #about({ text, objectId }: PublishedPlacement): LocalText {
    return hasText(text) ? text : (this.source.objects.get(objectId)?.descriptions ?? {})
  }

  /** What hangs there: its film or its sound, which stops play from their time, else its picture. */
  #shown(placement: PublishedPlacement, target?: TourStop['step']['target']) {
    const { pictures, recordings } = this.source
    const recording = recordings.get(placement.objectId)
    const isSeen = recording?.kind !== 'video' || (target && target.kind !== 'time')
    return (
      <>
        {isSeen && this.#picture(placement, target)}
        {recording && (!target || target.kind === 'time') && (
          <KioskPlayer
            recording={recording}
            picture={pictures.get(recording.id) ?? pictures.get(placement.objectId)}
            language={this.language}
            time={target?.kind === 'time' ? target : undefined}
          />
        )}
      </>
    )
  }

  #picture(
    { objectId }: PublishedPlacement,
    target: TourStop['step']['target'] = { kind: 'whole' },
  ) {
    const picture = this.source.pictures.get(objectId)
    if (!picture) return <p class="gone">{this.t(m('piece.gone'))}</p>
    const alt = localised(picture.alts, this.language).text
    const at =
      target.kind === 'region'
        ? target
        : { x: 0, y: 0, width: picture.width, height: picture.height }
    return (
      <svg
        class="picture"
        viewBox={`${at.x} ${at.y} ${at.width} ${at.height}`}
        role="img"
        aria-label={alt}
      >
        <image href={`../${pictureName(picture)}`} width={picture.width} height={picture.height} />
      </svg>
    )
  }

  #said(text: LocalText) {
    const found = localised(text, this.language)
    return found.language === this.language ? (
      found.text
    ) : (
      <span lang={found.language}>{found.text}</span>
    )
  }

  #paragraphs(text: LocalText) {
    const found = localised(text, this.language)
    const lang = found.language === this.language ? undefined : found.language
    return found.text
      .split(/\n+/)
      .filter((part) => part.trim() !== '')
      .map((part, place) => (
        <p key={place} lang={lang}>
          {part}
        </p>
      ))
  }

  /** The same page in the other languages. */
  #languages(page: string) {
    return (
      <p class="languages">
        {this.source.content.languages
          .filter((each) => each !== this.language)
          .map((each) => (
            <a key={each} lang={each} hreflang={each} href={`../${urlSegment(each)}/${page}.html`}>
              {nativeName(each)}
            </a>
          ))}
      </p>
    )
  }
}

/** A film or a sound of the bundle; its captions stand in the page, for no browser reads them from a file beside it. */
function KioskPlayer({
  recording,
  picture,
  language,
  time,
}: {
  recording: MediaRow
  picture: ReadyPicture | undefined
  language: Language
  time: { from: number; until: number | null } | undefined
}) {
  const part = time ? `#t=${time.from}${time.until === null ? '' : `,${time.until}`}` : ''
  const captions = localised(recording.captions, language)
  const rest = {
    controls: true,
    preload: 'metadata',
    src: `../${recordingName(recording)}${part}`,
    'aria-label': localised(recording.alts, language).text || recording.file_name,
  } as const
  const track = captions.text !== '' && (
    <track
      kind="captions"
      src={`data:text/vtt;base64,${Buffer.from(captions.text).toString('base64')}`}
      srclang={captions.language}
      label={nativeName(captions.language)}
      default
    />
  )
  if (recording.kind === 'audio') return <audio {...rest}>{track}</audio>
  return (
    <video {...rest} class="picture" poster={picture && `../${pictureName(picture)}`} playsinline>
      {track}
    </video>
  )
}

function documentOf({
  language,
  title,
  up,
  body,
}: {
  language: Language
  title: string
  up: string
  body: string
}): string {
  const head = renderFragment(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href={`${up}kiosk.css`} />
      <script defer src={`${up}kiosk.js`} />
    </head>,
  )
  return `<!doctype html><html lang="${language}">${head}<body data-start="${up}index.html">${body}</body></html>`
}

const css = `:root{--ground:#faf5ec;--ink:#1b2145;--soft:#565a6e;--gold:#e0a11c}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1.25rem/1.6 system-ui,"Noto Sans","Noto Sans Thai","Noto Sans CJK SC","Noto Sans CJK KR",sans-serif}
:lang(th){line-height:1.8}a{color:inherit}main{max-width:76rem;margin:0 auto;padding:2rem 1.5rem 4rem}h1{font-size:clamp(2rem,5vw,3.5rem);line-height:1.2;margin:.2em 0}:lang(th) h1,h1:lang(th){line-height:1.5}
.lead{font-size:1.4em}.quiet{color:var(--soft)}p{max-width:36em}.go{display:inline-block;padding:.7em 1.2em;border-bottom:5px solid var(--gold);background:#26315c;color:#fff;text-decoration:none}
.door{display:grid;gap:1rem;min-height:100vh;align-content:center}.door a{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding:1.2rem 0;border-bottom:1px solid #c9bd9f;text-decoration:none;font-size:clamp(1.4rem,4vw,2.4rem)}.door span{font-size:.6em;color:var(--soft)}
.rooms{list-style:none;padding:0;margin:2rem 0}.rooms a{display:block;padding:1.4rem 1.5rem;font-size:1.4em;text-decoration:none}
.pieces{list-style:none;padding:0;display:grid;gap:2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
.picture{display:block;width:100%;height:auto;max-height:76vh}nav{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;margin-top:2rem}nav a{min-height:3rem;display:inline-flex;align-items:center}
.languages{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-top:2rem}.stop{max-width:none;min-height:100vh;display:grid;gap:2rem;align-items:start}@media(min-width:60rem){.stop{grid-template-columns:1.6fr 1fr}}
.wall-indigo{background:#232f5d;color:#f6f1e5;--soft:#d5d3dc}.wall-madder{background:#6d211d;color:#fbf1e6;--soft:#ecd4c8}.wall-night{background:#14172a;color:#f3eee2;--soft:#c9c6cf}.wall-celadon{background:#cfdccf}.wall-turmeric{background:#e9c979}.wall-silk{background:#f1e9da}
`

const script = `addEventListener('keydown',function(e){var n={ArrowRight:'next',ArrowLeft:'prev'}[e.key];var a=n&&document.querySelector('a[rel='+n+']');if(a)a.click()});
var timer;function rest(){clearTimeout(timer);timer=setTimeout(function(){location.href=document.body.dataset.start},180000)}['pointerdown','keydown','scroll'].forEach(function(n){addEventListener(n,rest)});rest();
var from=null;addEventListener('pointerdown',function(e){from=e.pointerType==='mouse'?null:e});addEventListener('pointerup',function(e){if(!from)return;var d=e.clientX-from.clientX;if(Math.abs(d)>60&&Math.abs(e.clientY-from.clientY)<Math.abs(d)/2){var a=document.querySelector('a[rel='+(d<0?'next':'prev')+']');if(a)a.click()}from=null});
`

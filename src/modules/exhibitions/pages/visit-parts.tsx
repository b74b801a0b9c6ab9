import { hasText, type Language } from '#kernel/values'
import { localised, type LocalText } from '#kernel/values'
import { type Content, Icon, PublicShell, Local, Paragraphs } from '#ui'
import { m } from '../messages/index.ts'
import type { PublishedPlacement } from '../rules/published.ts'
import { pictureAddress, pictureOf, plainText, titleOf, type Visit } from './visit.ts'

interface VisitPageProps {
  visit: Visit
  /** The name of the page before that of the exhibition; none for the exhibition's own page. */
  title?: LocalText
  description?: LocalText
  /** The address of a picture for whoever shares the page. */
  share?: string
  head?: Content
  trail?: readonly { href: string; label: string }[]
  children: Content
}

/** A page of a visit: broad, without the tools of the house, in the reader's language. */
export function VisitPage({
  visit,
  title,
  description,
  share,
  head,
  trail,
  children,
}: VisitPageProps) {
  const { scene, content } = visit
  const name = plainText(scene, content.title)
  return (
    <PublicShell
      frame={scene.frame}
      title={title ? `${plainText(scene, title)} · ${name}` : name}
      description={plainText(scene, description ?? content.subtitle) || undefined}
      share={share}
      head={head}
      trail={trail}
      alert={visit.isPreview ? <PreviewNote visit={visit} /> : undefined}
    >
      {children}
    </PublicShell>
  )
}

function PreviewNote({ visit }: { visit: Visit }) {
  const { t, href } = visit.scene
  return (
    <p class="preview-note">
      <Icon name="draft" />
      <span>{t(m('preview.note'))}</span>
      <a href={href(`/exhibitions/${visit.id}/edit`)}>{t(m('preview.back'))}</a>
    </p>
  )
}

/** A piece as it hangs: its picture, or what stands in for one, with a small label under it. */
export function Piece({
  visit,
  placement,
  box = 640,
  first,
}: {
  visit: Visit
  placement: PublishedPlacement
  box?: number
  first?: boolean
}) {
  const { scene, base } = visit
  const object = visit.objects.get(placement.objectId)
  if (!object) return <Gone visit={visit} />
  return (
    <figure class="piece">
      <a class="piece-frame" href={scene.href(`${base}/pieces/${placement.id}`)}>
        <Picture visit={visit} objectId={placement.objectId} box={box} eager={first} />
        <span class="hidden-visually">
          <Local language={scene.language} text={titleOf(visit, placement)} />
        </span>
      </a>
      <figcaption class="piece-label">
        <span class="piece-title">
          <Local language={scene.language} text={titleOf(visit, placement)} />
        </span>
        <span class="piece-holder">
          <Local language={scene.language} text={object.organisation} />
        </span>
      </figcaption>
    </figure>
  )
}

/** Where something hung that its holder has taken back: the wall keeps its place and says so. */
function Gone({ visit }: { visit: Visit }) {
  return (
    <div class="piece piece-gone">
      <p>{visit.scene.t(m('piece.gone'))}</p>
    </div>
  )
}

/** The picture of an object with the words for whoever does not see it. */
export function Picture({
  visit,
  objectId,
  box,
  eager,
  sizes,
  hidden,
}: {
  visit: Visit
  objectId: string
  box: number
  eager?: boolean
  /** How wide it is shown, where that is not its own width. */
  sizes?: string
  /** It stands beside its own title: a screen reader need not say it twice. */
  hidden?: boolean
}) {
  const picture = pictureOf(visit, objectId)
  if (!picture && hidden) return <span class="piece-blank" aria-hidden="true" />
  if (!picture) return <span class="piece-blank">{visit.scene.t(m('piece.no-picture'))}</span>
  const small = pictureAddress(picture, Math.round(box / 2))
  const large = pictureAddress(picture, box)
  const double = pictureAddress(picture, box * 2)
  const alt = localised(picture.alts, visit.scene.language)
  return (
    <img
      src={large.src}
      srcset={sizesOf([small, large, double])}
      sizes={sizes ?? `(max-width: 48rem) 92vw, ${large.width}px`}
      width={large.width}
      height={large.height}
      alt={hidden ? '' : alt.text}
      lang={hidden || alt.language === visit.scene.language ? undefined : alt.language}
      loading={eager ? 'eager' : 'lazy'}
      fetchpriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
}

/** A text of the wall in the reader's language; where it stands in another only, that is said. */
export function WallText({ visit, text }: { visit: Visit; text: LocalText }) {
  const { scene } = visit
  if (!hasText(text)) return null
  const shown = localised(text, scene.language)
  return (
    <div class="wall-text">
      {shown.language !== scene.language && (
        <p class="quiet">
          {scene.t(m('text.only-in', { language: languageName(shown.language, scene.language) }))}
        </p>
      )}
      <Paragraphs language={scene.language} text={text} />
    </div>
  )
}

function languageName(language: Language, reader: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
}

/** Who shows it, and who signed it. */
export function Signature({ visit }: { visit: Visit }) {
  const { scene, content, signed } = visit
  return (
    <p class="signature">
      {signed.author && (
        <span class="signature-author">
          {scene.t(
            m(signed.mentor ? 'student.signed-mentored' : 'student.signed', {
              author: signed.author,
              mentor: signed.mentor ?? '',
            }),
          )}
        </span>
      )}
      {content.owners.map(({ id, names }) => (
        <span key={id}>
          <Local language={scene.language} text={names} />
        </span>
      ))}
    </p>
  )
}

function sizesOf(each: readonly { src: string; width: number }[]): string | undefined {
  const [first] = each
  const different = each.filter(
    ({ src }, place) => each.findIndex((other) => other.src === src) === place,
  )
  return different.length < 2 && first
    ? undefined
    : different.map(({ src, width }) => `${src} ${width}w`).join(', ')
}

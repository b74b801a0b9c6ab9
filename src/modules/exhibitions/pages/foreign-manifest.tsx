import { type Scene } from '#kernel/http'
import { localised } from '#kernel/values'
import { Fold, Typed } from '#ui'
import { wholePicture } from '../formats/addresses.ts'
import { type CleanNode, cleanNodes, isHtml } from '../formats/clean-html.ts'
import type { ForeignCanvas, ForeignManifest } from '../formats/read-manifest.ts'
import { m } from '../messages/index.ts'
import { isReadyPicture, type MediaRow } from '../queries/media.ts'
import { type LanguageMap, shownValues } from '../rules/language-map.ts'
import { picturesOf, pictureAt } from './picture.tsx'
import { RightsLink } from './rights.tsx'

/** A manifest of another house, with the medium as which it was kept. */
export interface Kept {
  manifest: ForeignManifest
  medium: MediaRow
}

const mostParts = 200

/** What another house published as a manifest: its words and its parts, with what is not shown of it said plainly. */
export function Foreign({
  scene,
  kept,
  media,
}: {
  scene: Scene
  kept: Kept
  /** Of the object: the pictures that were kept with the manifest are shown where it names them. */
  media: readonly MediaRow[]
}) {
  const { t } = scene
  const { manifest, medium } = kept
  const address = medium.source_url ?? manifest.id
  return (
    <section class="foreign">
      <h2>
        <Values scene={scene} map={manifest.label} />
      </h2>
      <Block scene={scene} map={manifest.summary} />
      <Pairs scene={scene} manifest={manifest} />
      <p class="hint">
        {t(m('foreign.taken', { on: medium.created_at }))}{' '}
        <a href={addressOf(address)}>{new URL(address).host}</a> ·{' '}
        <a href={`/objects/media/${medium.id}`}>{t(m('foreign.kept'))}</a> ·{' '}
        <code>{medium.sha256.slice(0, 16)}</code>
      </p>
      {manifest.unsupported.length > 0 && (
        <Fold summary={t(m('foreign.unsupported', { count: manifest.unsupported.length }))}>
          <ul>
            {manifest.unsupported.map((each) => (
              <li key={each}>
                <code>{each}</code>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <ol class="foreign-canvases">
        {manifest.canvases.slice(0, mostParts).map((canvas, place) => (
          <Canvas key={canvas.id} scene={scene} canvas={canvas} media={media} number={place + 1} />
        ))}
        {manifest.members.slice(0, mostParts).map((member) => (
          <li key={member.id}>
            <a href={addressOf(member.id)}>
              <Values scene={scene} map={member.label} />
            </a>
          </li>
        ))}
      </ol>
      <Contents scene={scene} manifest={manifest} />
    </section>
  )
}

/** The parts of a book or of a film, as its house divided it. */
function Contents({ scene, manifest }: { scene: Scene; manifest: ForeignManifest }) {
  if (manifest.ranges.length === 0) return null
  return (
    <Fold summary={scene.t(m('foreign.contents', { count: manifest.ranges.length }))}>
      <ul>
        {manifest.ranges.slice(0, mostParts).map(({ label }, place) => (
          <li key={place}>
            <Values scene={scene} map={label} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Pairs({ scene, manifest }: { scene: Scene; manifest: ForeignManifest }) {
  const { required, metadata, rights, homepages, providers, links } = manifest
  const pairs = [...(required ? [required] : []), ...metadata]
  return (
    <dl class="descriptions">
      {pairs.map(({ label, value }, place) => (
        <div key={place}>
          <dt>
            <Values scene={scene} map={label} />
          </dt>
          <dd>
            <Block scene={scene} map={value} />
          </dd>
        </div>
      ))}
      {rights && (
        <div>
          <dt>{scene.t(m('object.rights'))}</dt>
          <dd>
            {addressOf(rights) ? (
              <RightsLink scene={scene} uri={rights} />
            ) : (
              <Typed>{rights}</Typed>
            )}
          </dd>
        </div>
      )}
      {providers.map((label, place) => (
        <div key={place}>
          <dt>{scene.t(m('foreign.provider'))}</dt>
          <dd>
            <Values scene={scene} map={label} />
          </dd>
        </div>
      ))}
      {[...homepages, ...links].map(({ id, label }) => (
        <div key={id}>
          <dt>{scene.t(m('foreign.at-holder'))}</dt>
          <dd>
            <a href={addressOf(id)}>
              {Object.keys(label).length > 0 ? <Values scene={scene} map={label} /> : id}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Canvas({
  scene,
  canvas,
  media,
  number,
}: {
  scene: Scene
  canvas: ForeignCanvas
  media: readonly MediaRow[]
  number: number
}) {
  const { t } = scene
  const hasLabel = Object.keys(canvas.label).length > 0
  return (
    <li>
      <p class="piece-title">
        {hasLabel ? (
          <Values scene={scene} map={canvas.label} />
        ) : (
          t(m('foreign.canvas', { number }))
        )}
      </p>
      <ul class="plain-list">
        {canvas.pictures.map(({ id }) => (
          <li key={id}>
            <KeptPicture scene={scene} media={media} address={id} />
            <a href={addressOf(id)}>{t(m('foreign.picture'))}</a>
          </li>
        ))}
        {canvas.recordings.map(({ id, kind }) => (
          <li key={id}>
            <a href={addressOf(id)}>{t(m(kind === 'Video' ? 'foreign.film' : 'foreign.sound'))}</a>
          </li>
        ))}
      </ul>
      {[...canvas.texts, ...canvas.notes].slice(0, 40).map(({ value, language }, place) => (
        <Value key={place} value={value} language={language} />
      ))}
    </li>
  )
}

/** The picture of an address as it was kept here; its name stands above it. */
function KeptPicture({
  scene,
  media,
  address,
}: {
  scene: Scene
  media: readonly MediaRow[]
  address: string
}) {
  const kept = media.filter(isReadyPicture).find(({ source_url: url }) => url === address)
  if (!kept) return null
  const alt = localised(kept.alts, scene.language)
  return (
    <a href={wholePicture(kept)}>
      <img
        {...pictureAt(kept, 800)}
        srcset={picturesOf(kept)}
        sizes="(max-width: 26rem) 92vw, 24rem"
        alt={alt.text || scene.t(m('foreign.picture'))}
        lang={alt.text === '' || alt.language === scene.language ? undefined : alt.language}
        loading="lazy"
      />
    </a>
  )
}

/** Only addresses of the web become links: what somebody wrote into a manifest leads nowhere else. */
function addressOf(address: string): string | undefined {
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : undefined
}

/** The values of a map in the reader's language by the specification's own algorithm, as bare text. */
function Values({ scene, map }: { scene: Scene; map: LanguageMap }) {
  const { values, language } = shownValues(map, [scene.language, 'en'])
  return (
    <span lang={language === null || language === 'none' ? '' : language}>
      {values.join(' · ')}
    </span>
  )
}

function Block({ scene, map }: { scene: Scene; map: LanguageMap }) {
  const { values, language } = shownValues(map, [scene.language, 'en'])
  return (
    <>
      {values.map((value, place) => (
        <Value key={place} value={value} language={language} />
      ))}
    </>
  )
}

/** One value: HTML only where it means to be, and then cleaned. */
function Value({ value, language }: { value: string; language: string | null }) {
  const lang = language === null || language === 'none' ? '' : language
  return isHtml(value) ? (
    <div lang={lang}>
      <Nodes nodes={cleanNodes(value)} />
    </div>
  ) : (
    <p lang={lang}>{value}</p>
  )
}

/** Cleaned HTML as elements of the page. A picture of another house is said and not fetched. */
function Nodes({ nodes }: { nodes: readonly CleanNode[] }) {
  return (
    <>
      {nodes.map((node, place) => {
        if (typeof node === 'string') return node
        if (node.name === 'img') return <span key={place}>{node.attributes['alt']}</span>
        const Tag = node.name as 'span'
        return node.name === 'br' ? (
          <br key={place} />
        ) : (
          <Tag key={place} {...node.attributes}>
            <Nodes nodes={node.children} />
          </Tag>
        )
      })}
    </>
  )
}

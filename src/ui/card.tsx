import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import { type Content, type Examples, classes } from './types.ts'
import { WovenBand } from './woven-band.tsx'

interface CardProps {
  title?: Content
  level?: 2 | 3 | 4
  /** Makes the whole card lead there; the title is the link's text. */
  href?: string
  kicker?: Content
  meta?: Content
  /** An id whose woven edge runs along the top. */
  band?: string
  image?: { src: string; alt: string; width?: number; height?: number }
  footer?: Content
  children?: Content
}

/** One thing among others like it, with its picture or its woven edge. */
export function Card({
  title,
  level = 3,
  href,
  kicker,
  meta,
  band,
  image,
  footer,
  children,
}: CardProps) {
  const Tag = `h${level}` as const
  return (
    <article class={classes('card', href && 'card-linked')}>
      {band && <WovenBand id={band} size="edge" />}
      {image && <img class="card-image" loading="lazy" {...image} />}
      <div class="card-body">
        {kicker && <p class="kicker">{kicker}</p>}
        {title && (
          <Tag class="card-title">
            {href ? (
              <a href={href} class="card-link">
                {title}
              </a>
            ) : (
              title
            )}
          </Tag>
        )}
        {meta && <div class="card-meta">{meta}</div>}
        {children}
      </div>
      {footer && <div class="card-footer">{footer}</div>}
    </article>
  )
}

/** One number and what it counts. */
export function Figure({
  value,
  label,
  detail,
}: {
  value: Content
  label: Content
  detail?: Content
}) {
  return (
    <div class="figure">
      <p class="figure-value">{value}</p>
      <p class="figure-label">{label}</p>
      {detail && <p class="quiet">{detail}</p>}
    </div>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'cards',
    render: () => (
      <div class="grid grid-normal">
        <Card
          title={sample('exchange', language)}
          href="#c1"
          band="exchange"
          kicker={sample('pku', language)}
          footer={sample('due', language)}
        >
          <p>{sample('recognisedHint', language)}</p>
        </Card>
        <Card
          title={sample('lab', language)}
          href="#c2"
          band="lab"
          kicker={sample('museum', language)}
          meta={<StateTag tone="done">{sample('recognised', language)}</StateTag>}
        />
        <Card title={sample('cases', language)} band="figures">
          <Figure value="64" label={sample('inEvaluation', language)} />
        </Card>
      </div>
    ),
  },
]

import type { Language } from '#kernel/values'
import type { Content } from './types.ts'
import { words } from './words.ts'

interface BesideScanProps {
  language: Language
  /** The address of the scan on this site. */
  href: string
  isImage: boolean
  title: string
  children: Content
}

/** A scan of a paper original that stays in sight while one types beside it; above it on a phone. */
export function BesideScan({ language, href, isImage, title, children }: BesideScanProps) {
  return (
    <div class="beside-scan">
      <figure class="scan">
        {isImage ? (
          <Picture language={language} href={href} title={title} />
        ) : (
          <iframe src={href} title={title} />
        )}
        <figcaption>
          <a href={href}>{title}</a>
        </figcaption>
      </figure>
      <div class="beside-scan-text">{children}</div>
    </div>
  )
}

/** A picture that scripts make larger, turn and move; its tools show with them. */
function Picture({ language, href, title }: Pick<BesideScanProps, 'language' | 'href' | 'title'>) {
  const text = words(language)
  const tools = [
    ['in', text.larger, '+'],
    ['out', text.smaller, '−'],
    ['turn', text.turn, '⟳'],
    ['fit', text.whole, '⤢'],
  ] as const
  return (
    <weft-scan>
      <div class="scan-tools" role="toolbar" aria-label={text.scanTools} hidden>
        {tools.map(([value, label, sign]) => (
          <button
            key={value}
            type="button"
            value={value}
            class="button button-secondary button-small"
            title={label}
            aria-label={label}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
      <div class="scan-frame" role="group" aria-label={title}>
        <div class="scan-room">
          <img src={href} alt={title} />
        </div>
      </div>
    </weft-scan>
  )
}

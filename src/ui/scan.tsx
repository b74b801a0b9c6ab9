import type { Content } from './types.ts'

interface BesideScanProps {
  /** The address of the scan on this site. */
  href: string
  isImage: boolean
  title: string
  children: Content
}

/** A scan of a paper original that stays in sight while one types beside it; above it on a phone. */
export function BesideScan({ href, isImage, title, children }: BesideScanProps) {
  return (
    <div class="beside-scan">
      <figure class="scan">
        {isImage ? <img src={href} alt={title} /> : <iframe src={href} title={title} />}
        <figcaption>
          <a href={href}>{title}</a>
        </figcaption>
      </figure>
      <div class="beside-scan-text">{children}</div>
    </div>
  )
}

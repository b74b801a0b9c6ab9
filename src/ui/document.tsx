import type { Frame } from './frame.ts'
import type { Content } from './types.ts'
import { words } from './words.ts'

interface DocumentProps {
  frame: Frame
  title: string
  description?: string
  /** The whole address of a picture for whoever shares the page: chat programs know no path of this house. */
  share?: string
  head?: Content
  shell: 'work' | 'public' | 'act'
  children: Content
}

/** The HTML document around a shell: head, assets, skip link. */
export function Document(props: DocumentProps) {
  const { frame, title, description, shell, children } = props
  const siteName = frame.texts['siteName'] ?? 'Weft'
  return (
    <html lang={frame.language} data-theme={frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
        <title>{title === siteName ? title : `${title} · ${siteName}`}</title>
        {description && <meta name="description" content={description} />}
        {props.share && <ShareCard {...props} share={props.share} />}
        {props.head}
        {(frame.assets.preloads ?? []).map((href) => (
          <link
            key={href}
            rel="preload"
            as="font"
            type="font/woff2"
            href={href}
            crossorigin="anonymous"
          />
        ))}
        {frame.assets.icon && <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />}
        {frame.assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {frame.assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={`shell-${shell}`}>
        <a class="skip-link" href="#main">
          {words(frame.language).skipToContent}
        </a>
        {children}
      </body>
    </html>
  )
}

/** What chat programs show of a link: a title, a sentence and a picture (Open Graph). */
function ShareCard({ title, description, share }: DocumentProps & { share: string }) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:image" content={share} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

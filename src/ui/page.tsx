import { Breadcrumbs } from './breadcrumbs.tsx'
import { Document } from './document.tsx'
import { type Frame, type NavigationLink, address, framePaths } from './frame.ts'
import { Icon } from './icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import { Notice } from './notice.tsx'
import type { Content, Link } from './types.ts'
import { UserMenu } from './user-menu.tsx'
import { words } from './words.ts'

interface PageProps {
  frame: Frame
  /** The name of the page for the browser's title; the visible heading is in the children. */
  title: string
  trail?: readonly Link[]
  /** Uses the whole width: dense tables, comparisons. */
  wide?: boolean
  /** Above everything in the content: an error summary, a warning. */
  alert?: Content
  /** For search engines and previews. */
  description?: string
  /** The path of a picture for whoever shares the page. */
  share?: string
  /** What else the head holds: links to the same in other forms. */
  head?: Content
  children: Content
}

/** A page for people who work here: navigation at the side, folded into a menu on a phone. */
export function Page(props: PageProps) {
  const { frame } = props
  return (
    <Document frame={frame} title={props.title} description={props.description} shell="work">
      <div class="selvedge" aria-hidden="true" />
      <header class="rail">
        <div class="rail-head">
          <SiteName frame={frame} />
          <FoldedNavigation frame={frame}>
            <div class="rail-foot">
              <UserMenu frame={frame} />
              <LanguageSwitch frame={frame} />
            </div>
          </FoldedNavigation>
        </div>
        <div class="rail-body">
          <Navigation frame={frame} />
          <div class="rail-foot">
            <UserMenu frame={frame} />
            <LanguageSwitch frame={frame} />
          </div>
        </div>
      </header>
      <div class="page">
        <DemonstrationBanner frame={frame} />
        <main id="main" class={props.wide ? 'main main-wide' : 'main'} tabindex={-1}>
          {props.trail && props.trail.length > 0 && (
            <Breadcrumbs language={frame.language} trail={props.trail} />
          )}
          <Flash frame={frame} />
          {props.alert}
          {props.children}
        </main>
        <Footer frame={frame} />
      </div>
    </Document>
  )
}

function Navigation({ frame }: { frame: Frame }) {
  const text = words(frame.language)
  if (frame.navigation.length === 0 && frame.waiting === null) return null
  return (
    <nav class="navigation" aria-label={text.mainNavigation}>
      <ul>
        {frame.navigation.map((item) => {
          const open = item.current || item.within.some((each) => each.current)
          return (
            <li key={item.href} class={item.begins ? 'navigation-begins' : undefined}>
              <NavigationEntry item={item} waiting={waitingAt(frame, item.href)} />
              {open && item.within.length > 0 && (
                <ul class="navigation-within">
                  {item.within.map((each) => (
                    <li key={each.href}>
                      <NavigationEntry item={each} waiting={0} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function NavigationEntry({ item, waiting }: { item: NavigationLink; waiting: number }) {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      <span>{item.label}</span>
      {waiting > 0 && <span class="count">{waiting}</span>}
    </a>
  )
}

function waitingAt(frame: Frame, href: string): number {
  return href === address(frame.language, framePaths.inbox) ? (frame.waiting ?? 0) : 0
}

/** Whoever works here has more places to go than the head of a telephone has lines. */
function FoldedNavigation({ frame, children }: { frame: Frame; children?: Content }) {
  return (
    <details class="rail-fold">
      <summary class="button button-quiet button-small">
        <Icon name="menu" />
        <span>{words(frame.language).menu}</span>
      </summary>
      <div class="rail-fold-panel">
        <Navigation frame={frame} />
        {children}
      </div>
    </details>
  )
}

/** A page for everybody: a broad header, no navigation to learn. */
export function PublicShell(props: Omit<PageProps, 'wide'>) {
  const { frame } = props
  return (
    <Document
      frame={frame}
      title={props.title}
      description={props.description}
      share={props.share}
      head={props.head}
      shell="public"
    >
      <div class="selvedge selvedge-top" aria-hidden="true" />
      <header class="masthead">
        <SiteName frame={frame} />
        {frame.person && <FoldedNavigation frame={frame} />}
        <nav
          class={frame.person ? 'masthead-links masthead-links-many' : 'masthead-links'}
          aria-label={words(frame.language).mainNavigation}
        >
          <ul>
            {frame.navigation.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="masthead-tools">
          <LanguageSwitch frame={frame} />
          <UserMenu frame={frame} />
        </div>
      </header>
      <DemonstrationBanner frame={frame} />
      <main id="main" class="main main-public" tabindex={-1}>
        {props.trail && props.trail.length > 0 && (
          <Breadcrumbs language={frame.language} trail={props.trail} />
        )}
        <Flash frame={frame} />
        {props.alert}
        {props.children}
      </main>
      <Footer frame={frame} />
    </Document>
  )
}

/** A page with one thing to do, for people who come rarely, by a link: no navigation, one column. */
export function SingleActShell(props: Omit<PageProps, 'wide' | 'trail'>) {
  const { frame } = props
  return (
    <Document frame={frame} title={props.title} description={props.description} shell="act">
      <div class="selvedge selvedge-top" aria-hidden="true" />
      <header class="masthead masthead-act">
        <SiteName frame={frame} />
        <LanguageSwitch frame={frame} />
      </header>
      <DemonstrationBanner frame={frame} />
      <main id="main" class="main main-act" tabindex={-1}>
        <Flash frame={frame} />
        {props.alert}
        <div class="act">{props.children}</div>
      </main>
      <Footer frame={frame} />
    </Document>
  )
}

function SiteName({ frame }: { frame: Frame }) {
  return (
    <a class="site-name" href={address(frame.language, framePaths.home)}>
      <Mark />
      <span>{frame.texts['siteName'] ?? 'Weft'}</span>
    </a>
  )
}

function DemonstrationBanner({ frame }: { frame: Frame }) {
  if (!frame.demonstration) return null
  return (
    <aside class="demonstration" aria-label={words(frame.language).aboutThisSite}>
      <p>{frame.texts['demonstration']}</p>
    </aside>
  )
}

function Flash({ frame }: { frame: Frame }) {
  if (!frame.flash) return null
  return (
    <Notice
      tone={frame.flash.tone === 'success' ? 'done' : frame.flash.tone}
      title={frame.flash.text}
      live
    />
  )
}

function Footer({ frame }: { frame: Frame }) {
  return (
    <footer class="footer">
      <div class="footer-weave" aria-hidden="true" />
      <p>{frame.texts['footer'] ?? frame.texts['siteName'] ?? 'Weft'}</p>
      {frame.footer && frame.footer.length > 0 && (
        <ul class="footer-links">
          {frame.footer.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  )
}

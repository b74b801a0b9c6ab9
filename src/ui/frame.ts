import type { Language } from '#kernel/values'

/** One address of the navigation. */
export interface NavigationLink {
  label: string
  href: string
  current: boolean
}

/**
 * What every page's frame needs, put together once a request; `kernel/http` has the same shape.
 * `texts` holds the frame's own words, already translated: `siteName`, `demonstration` (the sentence of the
 * banner), `signIn`, `signOut`, `account`, `inbox`, `footer`.
 */
export interface Frame {
  language: Language
  /** The path without its language, with its query: the language switch stays in place. */
  path: string
  csrf: string
  demonstration: boolean
  person: { id: string; name: string } | null
  /**
   * `current` is the page that is open; what stands under an entry shows while one of them is; where `begins`, another part of
   * the navigation does.
   */
  navigation: readonly (NavigationLink & { begins: boolean; within: readonly NavigationLink[] })[]
  /** The pages of the person's own account; none when nobody is signed in. */
  account: readonly { label: string; href: string }[]
  /** Pages for whoever comes from outside, at the foot of every page. */
  footer?: readonly { label: string; href: string }[]
  /** The number of tasks that wait for the person; null when nobody is signed in. */
  waiting: number | null
  texts: Readonly<Record<string, string>>
  assets: {
    styles: readonly string[]
    scripts: readonly string[]
    preloads?: readonly string[]
    icon?: string
  }
  flash: { tone: 'success' | 'info' | 'attention'; text: string } | null
  theme: 'light' | 'dark' | 'auto'
}

/** The fixed addresses that the frame leads to; the pages behind them live in `desk`. */
export const framePaths = {
  home: '',
  inbox: '/inbox',
  account: '/account',
  signIn: '/sign-in',
  /** POST. */
  signOut: '/sign-out',
  /** POST with `theme` (auto, light, dark) and `return` (a path without its language). */
  appearance: '/appearance',
} as const

/** An address of the site in the frame's language. */
export function address(language: Language, path: string): string {
  return `/${language}${path}`
}

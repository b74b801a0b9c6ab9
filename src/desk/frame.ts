import type { Policy } from '#kernel/access'
import type { Frame, FrameBase, Manifest, NavigationItem, Visitor } from '#kernel/http'
import type { Message, Translator } from '#kernel/messages'
import { shortDisplayName } from '#kernel/values'
import { m } from './messages/index.ts'

/** What the frame of every page is made from. */
export interface FrameParts {
  manifests: readonly Manifest[]
  policy: Policy
  translator: Translator
  demonstration: boolean
  assets: Frame['assets']
  /** How many tasks wait for the person. */
  waiting(visitor: Visitor, now: Date): Promise<number>
}

const signedIn = 'site.open-signed-in'

/** The account's pages that the desk has itself. */
const ownPages: readonly NavigationItem[] = [
  { label: m('account.profile'), path: '/account', action: signedIn, order: 10 },
  { label: m('account.security'), path: '/account/security', action: signedIn, order: 20 },
  { label: m('account.tokens'), path: '/account/tokens', action: signedIn, order: 35 },
  { label: m('account.notices'), path: '/account/notices', action: signedIn, order: 30 },
]

/** What a demonstration shows to everybody: the letters that would have gone out. */
const demonstrationPages: readonly NavigationItem[] = [
  { label: m('outbox.footer'), path: '/outbox', action: 'site.open', order: 10 },
]

/** Makes the function that gives each page its frame: the navigation holds only what the visitor may open. */
export function createFrame(parts: FrameParts) {
  const items = parts.manifests
    .flatMap((manifest) => manifest.navigation)
    .toSorted((left, right) => left.order - right.order)
  const account = [
    ...ownPages,
    ...parts.manifests.flatMap((manifest) => manifest.account ?? []),
  ].toSorted((left, right) => left.order - right.order)
  const footer = parts.manifests
    .flatMap((manifest) => manifest.footer ?? [])
    .toSorted((left, right) => left.order - right.order)
  return async (visitor: Visitor, base: FrameBase): Promise<Frame> => {
    const t = parts.translator.for(base.language)
    const here = base.path.split('?', 1)[0] ?? '/'
    const open = items.filter((item) => parts.policy.canSometimes(visitor.actor, item.action))
    const current =
      open
        .filter((item) => here === item.path || here.startsWith(`${item.path}/`))
        .toSorted((left, right) => right.path.length - left.path.length)[0] ??
      // A page without an entry of its own stands in its part of the house.
      open.find((item) => item.within === undefined && partOf(item.path) === partOf(here))
    return {
      language: base.language,
      path: base.path,
      requestId: base.requestId,
      csrf: base.csrf,
      demonstration: parts.demonstration,
      person: visitor.person && {
        id: visitor.person.id,
        name: shortDisplayName(visitor.person.name, base.language),
      },
      navigation: nested(open, current, (label, path) => ({
        label: t(label),
        href: `/${base.language}${path}`,
      })),
      account: account
        .filter((item) => visitor.person && parts.policy.canSometimes(visitor.actor, item.action))
        .map((item) => ({ label: t(item.label), href: `/${base.language}${item.path}` })),
      footer: [...(parts.demonstration ? demonstrationPages : []), ...footer]
        .filter((item) => parts.policy.canSometimes(visitor.actor, item.action))
        .map((item) => ({ label: t(item.label), href: `/${base.language}${item.path}` })),
      waiting: visitor.person ? await parts.waiting(visitor, base.now) : null,
      texts: {
        siteName: t(m('site.name')),
        demonstration: t(m('site.demonstration')),
        footer: t(m('site.footer')),
        signIn: t(m('frame.sign-in')),
        signOut: t(m('frame.sign-out')),
        account: t(m('frame.account')),
        inbox: t(m('frame.inbox')),
      },
      assets: parts.assets,
      flash: base.flash,
      theme: base.theme,
    }
  }
}

function partOf(path: string): string {
  return path.split('/', 2)[1] ?? ''
}

/** Entries under the one that they belong to; those whose place the visitor may not open stand for themselves. */
function nested(
  open: readonly NavigationItem[],
  current: NavigationItem | undefined,
  show: (label: Message, path: string) => { label: string; href: string },
): Frame['navigation'] {
  const paths = new Set(open.map((item) => item.path))
  const isTop = (item: NavigationItem) => item.within === undefined || !paths.has(item.within)
  const link = (item: NavigationItem) => ({
    ...show(item.label, item.path),
    current: item === current,
  })
  return open.filter(isTop).map((item, index, tops) => ({
    ...link(item),
    begins: index > 0 && partOfNavigation(item) !== partOfNavigation(tops[index - 1]!),
    within: open.filter((other) => !isTop(other) && other.within === item.path).map(link),
  }))
}

/** One's own, the alliance, the work, the office: how many of them begin at or before the place of an entry. */
function partOfNavigation({ order }: NavigationItem): number {
  return [10, 30, 60].filter((begin) => order >= begin).length
}

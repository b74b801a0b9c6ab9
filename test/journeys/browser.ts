// A real browser at the real site, and what it complains of.
import assert from 'node:assert/strict'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { cast } from '#modules/alliance'
import { type Site, startSite } from './site.ts'

/** How somebody looks at the site. */
export interface Look {
  device?: 'phone' | 'tablet' | 'desktop'
  scripts?: boolean
  colour?: 'light' | 'dark'
  /** What the browser says about its reader's language. */
  locale?: string
}

/** Somebody at the site, with one browser window. */
export interface Visitor {
  page: Page
  context: BrowserContext
  origin: string
  look: Required<Look>
  /** What the browser complained of so far: refused by the content policy, thrown, not found. */
  problems: string[]
  /** Opens a path and answers with its status. */
  go(path: string): Promise<number>
}

export type PersonKey = keyof typeof cast.people

const devices = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
}

let site: Promise<Site> | undefined
let browser: Promise<Browser> | undefined

/** The one site of this run. */
export function theSite(): Promise<Site> {
  return (site ??= startSite())
}

function theBrowser(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: process.env['WEFT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  }))
}

/** Ends the browser and the site; what a run begins with is fresh again. */
export async function closeAll(): Promise<void> {
  const open = [browser, site]
  browser = site = undefined
  for (const each of open) await (await each?.catch(() => undefined))?.close()
}

/** Opens a window at the one site of this run, or at another. */
export async function enter(asked: Look, at?: string): Promise<Visitor> {
  const look: Required<Look> = {
    device: 'desktop',
    scripts: true,
    colour: 'light',
    locale: 'en-GB',
    ...asked,
  }
  const origin = at ?? (await theSite()).origin
  const phone = look.device === 'phone'
  const context = await (
    await theBrowser()
  ).newContext({
    baseURL: origin,
    viewport: devices[look.device],
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    javaScriptEnabled: look.scripts,
    colorScheme: look.colour,
    locale: look.locale,
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const problems: string[] = []
  watch(page, problems)
  const go = async (path: string) => {
    const answer = await page.goto(path)
    return answer?.status() ?? 0
  }
  return { page, context, origin, look, problems, go }
}

/** Notes what no page of the site may do. That a page itself is refused or absent is for the journey to judge. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (message.text().startsWith('Failed to load resource')) return
    problems.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    const status = response.status()
    if (status >= 500 || (status >= 400 && !isPage)) {
      problems.push(`${status}: ${response.request().method()} ${response.url()}`)
    }
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') {
      problems.push(`another host: ${request.url()}`)
    }
  })
}

/** Signs in as somebody of the demonstration, with the one click that the page offers. */
export async function signInAs(
  visitor: Visitor,
  person: PersonKey,
  language = 'en',
): Promise<void> {
  const { page } = visitor
  await visitor.go(`/${language}/sign-in`)
  await page.locator(`button[name="person"][value="${cast.people[person]}"]`).first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** On a phone nothing may stand out to the side. */
export async function assertFits({ page }: Visitor): Promise<void> {
  const wide = await overflow(page)
  assert.deepEqual(wide, [], `${page.url()} is wider than its window`)
}

/** What makes the page wider than its window, by name; nothing when it fits. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    )
    const names = wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return names.length === 0 ? ['something wide'] : names.slice(0, 8)
  })
}

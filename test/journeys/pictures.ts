// Takes the standard pictures, to be looked at side by side: node --import ./scripts/loader.mjs
// test/journeys/pictures.ts FOLDER [NAME …], where a NAME takes only the pages that it begins; `readme` takes those of
// docs/pictures.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { cast } from '#modules/alliance'
import {
  closeAll,
  enter,
  type Look,
  overflow,
  type PersonKey,
  signInAs,
  type Visitor,
} from './browser.ts'

interface Picture {
  name: string
  person: PersonKey | null
  /** Where it is, found while signed in. */
  path: (visitor: Visitor) => string | Promise<string>
}

const at = (path: string) => () => path
const linked = (list: string, selector: string) => async (visitor: Visitor) => {
  await visitor.go(`/en${list}`)
  const href = await visitor.page.locator(selector).first().getAttribute('href')
  if (!href) throw new Error(`nothing is linked from ${list}`)
  return href.replace(/^\/en/, '')
}
const rowLink = 'tr[data-row] th a'

const pages: Picture[] = [
  { name: 'home', person: null, path: at('') },
  { name: 'sign-in', person: null, path: at('/sign-in') },
  { name: 'members', person: null, path: at('/members') },
  { name: 'member', person: null, path: at(`/members/${cast.organisations.pku}`) },
  { name: 'absent', person: null, path: at('/nowhere') },
  { name: 'personal-home', person: 'studentPloy', path: at('') },
  { name: 'journey', person: 'studentKanyarat', path: at('/journey') },
  { name: 'inbox', person: 'evaluatorAu', path: at('/inbox') },
  { name: 'queue', person: 'evaluatorAu', path: at('/recognition/cases?state=all') },
  {
    name: 'case',
    person: 'evaluatorAu',
    path: linked('/recognition/cases', `${rowLink}:has-text("Pimchanok")`),
  },
  { name: 'line', person: 'evaluatorAu', path: lineOfCase },
  {
    name: 'decided',
    person: 'evaluatorAu',
    path: linked('/recognition/cases?state=decided', rowLink),
  },
  { name: 'transcript-new', person: 'registrarAu', path: at('/recognition/transcripts/new') },
  { name: 'draft', person: 'registrarAu', path: newDraft },
  { name: 'agreements', person: 'coordinatorAu', path: at('/agreements') },
  {
    name: 'agreement',
    person: 'coordinatorAu',
    path: linked('/agreements?state=in-force', `${rowLink}:has-text("Saebyeok")`),
  },
  {
    name: 'agreement-answer',
    person: 'coordinatorAu',
    path: linked('/agreements?state=proposed', `${rowLink}:has-text("Rhône")`),
  },
  {
    name: 'agreement-copy',
    person: 'coordinatorAu',
    path: async (visitor) =>
      `${await linked('/agreements?state=in-force', `${rowLink}:has-text("Saebyeok")`)(visitor)}/copy`,
  },
  { name: 'agreement-new', person: 'coordinatorAu', path: at('/agreements/new') },
  { name: 'courses', person: 'evaluatorAu', path: at('/recognition/courses') },
  { name: 'catalogues', person: 'evaluatorAu', path: at('/recognition/catalogues') },
  {
    name: 'people',
    person: 'coordinatorAu',
    path: at(`/organisations/${cast.organisations.au}/people`),
  },
  { name: 'plan', person: 'studentThanawat', path: linked('/recognition/plans', rowLink) },
  { name: 'plans', person: 'studentPloy', path: at('/recognition/plans') },
  { name: 'account', person: 'coordinatorAu', path: at('/account') },
]
const widths: [string, Required<Look>['device']][] = [
  ['390', 'phone'],
  ['820', 'tablet'],
  ['1440', 'desktop'],
]
const languages = ['en', 'th', 'zh-Hans']

/** What README shows, in the five languages: so much of the page, a wide one made smaller. */
const inReadme: {
  file: string
  of: string
  language: string
  look: Pick<Look, 'device' | 'colour'>
  height: number
}[] = [
  { file: 'case', of: 'case', language: 'en', look: { device: 'desktop' }, height: 1900 },
  { file: 'home', of: 'home', language: 'fr', look: { device: 'desktop' }, height: 1250 },
  { file: 'members', of: 'members', language: 'ko', look: { device: 'desktop' }, height: 1306 },
  {
    file: 'journey-phone-chinese',
    of: 'journey',
    language: 'zh-Hans',
    look: { device: 'phone' },
    height: 1100,
  },
  {
    file: 'case-phone-thai',
    of: 'case',
    language: 'th',
    look: { device: 'phone', colour: 'dark' },
    height: 1300,
  },
]

async function lineOfCase(visitor: Visitor): Promise<string> {
  const found = await linked('/recognition/cases', `${rowLink}:has-text("Pimchanok")`)(visitor)
  return linked(found, '.comparison-row a[href*="/lines/"]')(visitor)
}

async function newDraft(visitor: Visitor): Promise<string> {
  const { page } = visitor
  await visitor.go('/en/recognition/transcripts/new')
  await page.locator('select[name=enrolment]').selectOption(cast.enrolments.ploy)
  await page.locator('select[name=host]').selectOption(cast.organisations.pku)
  const file = fileURLToPath(new URL('./fixtures/transcript.csv', import.meta.url))
  await page.locator('input[type=file][name=file]').setInputFiles(file)
  await page.locator('main form .button-primary').first().click()
  await page.waitForURL('**/recognition/drafts/*')
  return new URL(page.url()).pathname.replace(/^\/en/, '')
}

/** Signs in whoever sees the page, and finds it. */
async function find(picture: Picture) {
  const finder = await enter({})
  if (picture.person) await signInAs(finder, picture.person)
  const path = await picture.path(finder)
  const { cookies } = await finder.context.storageState()
  await finder.context.close()
  return { path, cookies }
}

async function takeForReadme(folder: string): Promise<void> {
  for (const { file, of, language, look, height } of inReadme) {
    const { path, cookies } = await find(pages.find(({ name }) => name === of)!)
    const visitor = await enter(look)
    await visitor.context.addCookies(cookies)
    await visitor.go(`/${language}${path}`)
    await visitor.page.evaluate(() => document.fonts.ready)
    const whole = sharp(await visitor.page.screenshot({ fullPage: true }))
    const taken = await whole.metadata()
    const shown = look.device === 'phone' ? 390 : 1440
    const scale = taken.width / shown
    const top = Math.min(taken.height, Math.round(height * scale))
    await whole
      .extract({ left: 0, top: 0, width: taken.width, height: top })
      .resize({ width: look.device === 'phone' ? 390 : 960 })
      .png({ palette: true, compressionLevel: 9 })
      .toFile(join(folder, `${file}.png`))
    await visitor.context.close()
  }
}

async function take(picture: Picture, folder: string): Promise<void> {
  const { path, cookies } = await find(picture)
  for (const [width, device] of widths) {
    for (const colour of ['light', 'dark'] as const) {
      const visitor = await enter({ device, colour })
      await visitor.context.addCookies(cookies)
      for (const language of languages) {
        await visitor.go(`/${language}${path}`)
        await visitor.page.evaluate(() => document.fonts.ready)
        const file = join(folder, `${picture.name}-${width}-${colour}-${language}.png`)
        await visitor.page.screenshot({ path: file, fullPage: true })
        const wide = await overflow(visitor.page)
        if (wide.length > 0) console.log(`${file} is too wide: ${wide.join(', ')}`)
      }
      for (const problem of visitor.problems) console.log(`${picture.name} ${problem}`)
      await visitor.context.close()
    }
  }
}

/** The statement of a decided case, page by page. */
async function takeStatement(folder: string): Promise<void> {
  const visitor = await enter({})
  await signInAs(visitor, 'evaluatorAu')
  const path = await linked('/recognition/cases?state=decided', rowLink)(visitor)
  for (const language of languages) {
    const answer = await visitor.context.request.get(`/${language}${path}/statement`)
    const file = join(folder, `statement-${language}.pdf`)
    writeFileSync(file, await answer.body())
    execFileSync('pdftoppm', ['-png', '-r', '80', file, file.replace(/\.pdf$/, '')])
  }
  await visitor.context.close()
}

const [given, ...only] = process.argv.slice(2)
if (!given) {
  console.error('Give the folder in which the pictures are to be kept.')
  process.exit(2)
}
const folder = resolve(given)
mkdirSync(folder, { recursive: true })
const forReadme = only.includes('readme')
const wanted = (name: string) => only.length === 0 || only.some((start) => name.startsWith(start))
try {
  if (forReadme) await takeForReadme(folder)
  for (const picture of pages.filter(({ name }) => wanted(name))) await take(picture, folder)
  if (wanted('statement')) await takeStatement(folder)
} finally {
  await closeAll()
}

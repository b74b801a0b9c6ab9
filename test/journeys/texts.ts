// Reads pages in other languages than English and notes what a reader would stumble over.
import type { Visitor } from './browser.ts'
import { pathIn } from './crawl.ts'

export interface TextFindings {
  /** Keys, placeholders, values that were not there. */
  broken: string[]
  /** Headings, buttons, labels that read as on the English page. */
  english: string[]
  /** English text that is not marked as English. */
  unmarked: string[]
  /** A wrong language of the page, an inline style. */
  frame: string[]
}

/** What a page says: names of things apart from running text; only what is in the page's own language by its marks. */
interface Said {
  language: string
  labels: string[]
  texts: string[]
  styled: number
}

const labelled = 'h1,h2,h3,h4,button,label,legend,summary,th[scope=col],dt,nav a,.button,.tag'
const broken = /\bundefined\b|\[object|\bNaN\b|\{\w+(?:,[^}]*)?\}|\bInvalid Date\b/
const key = /\b[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*){2,}\b/
const english = new Map<string, Promise<Said>>()

/** Reads one page in one language and adds to the findings. */
export async function readTexts(
  visitor: Visitor,
  path: string,
  language: string,
  found: TextFindings,
): Promise<void> {
  const where = pathIn(path, language)
  const said = await sayings(visitor, where)
  if (!english.has(path)) english.set(path, sayings(visitor, path))
  const original = await english.get(path)!
  if (said.language !== language) found.frame.push(`${where} says it is in ${said.language}`)
  if (said.styled > 0) found.frame.push(`${where} has ${said.styled} inline styles`)
  for (const text of said.texts) {
    if (broken.test(text) || (key.test(text) && !text.includes('@'))) {
      found.broken.push(`${where} “${text}”`)
    }
  }
  const inEnglish = new Set(original.labels)
  if (language !== 'fr') {
    for (const label of said.labels) {
      if (inEnglish.has(label) && isEnglish(label)) found.english.push(`${where} “${label}”`)
    }
    // A letter is plain text, as it was sent: it cannot mark the words that it quotes.
    const isMarked = !path.startsWith('/en/outbox')
    for (const text of isMarked ? said.texts : []) {
      if (/[a-z]{2,}(?: [a-z]{2,}){3,}/i.test(text)) found.unmarked.push(`${where} “${text}”`)
    }
  }
}

/** Words of a language in Latin letters, that are no name, address or code and stand in no other script beside. */
function isEnglish(label: string): boolean {
  return /[a-z]{3,}/.test(label) && !notEnglish.test(label)
}

const notEnglish =
  /[^\p{Script=Latin}\p{Script=Common}]|^(Weft|English|Français|ELMO|API|JSON|OpenAPI)\b|@|\d{3,}|^[A-Z]\w+ [A-Z][\w-]+$/u

async function sayings({ page, context }: Visitor, path: string): Promise<Said> {
  const html = await (await context.request.get(path, { headers: { accept: 'text/html' } })).text()
  return page.evaluate(
    ([source, selector]) => {
      const parsed = new DOMParser().parseFromString(source!, 'text/html')
      const language = parsed.documentElement.lang
      const own = (element: Element | null) =>
        element?.closest('[lang]')?.getAttribute('lang') === language
      const clean = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
      for (const code of parsed.querySelectorAll('code,pre,kbd,script,svg title,a[href^=http]'))
        code.remove()
      const labels = [...parsed.querySelectorAll(selector!)]
        .filter(
          (each) => own(each) && ![...each.querySelectorAll('[lang]')].some((inner) => !own(inner)),
        )
        .map((each) => clean(each.textContent))
      const texts: string[] = []
      const walker = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = clean(node.textContent)
        if (text !== '' && own(node.parentElement)) texts.push(text)
      }
      return { language, labels, texts, styled: parsed.querySelectorAll('[style]').length }
    },
    [html, labelled],
  )
}

/** One caption: from and until in milliseconds, its text with the tags that WebVTT has, and where it stands. */
export interface Cue {
  from: number
  until: number
  text: string
  settings: string
}

const mostCues = 20_000
const longestCaptions = 500_000
const timing =
  /^((?:\d{2,4}:)?[0-5]\d:[0-5]\d[.,]\d{3})[ \t]+-->[ \t]+((?:\d{2,4}:)?[0-5]\d:[0-5]\d[.,]\d{3})(?:[ \t]+(.*))?$/

/**
 * Reads captions as WebVTT (W3C) or SubRip: their cues in the order of their beginnings. Notes, styles and regions are passed
 * over. Null where there is no cue, or one ends before it begins, or there are more than a film of a day has.
 */
export function readCaptions(given: string): Cue[] | null {
  if (given.length > longestCaptions) return null
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const isWebVtt = /^WEBVTT(?:[ \t\n]|$)/.test(text)
  const cues: Cue[] = []
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0 || (isWebVtt && /^(?:NOTE|STYLE|REGION)\b/.test(lines[0]!))) continue
    const found = timing.exec(lines[at]!.trim())
    if (!found) return null
    const [from, until] = [milliseconds(found[1]!), milliseconds(found[2]!)]
    const words = lines
      .slice(at + 1)
      .join('\n')
      .trim()
    if (until <= from || words.includes('-->') || cues.length >= mostCues) return null
    if (words !== '') cues.push({ from, until, text: words, settings: settingsOf(found[3] ?? '') })
  }
  return cues.length > 0 ? cues.toSorted((one, other) => one.from - other.from) : null
}

/** The cues as WebVTT: written anew, so that nothing else of what was sent is passed on. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ from, until, text, settings }) =>
      `${clock(from)} --> ${clock(until)}${settings === '' ? '' : ` ${settings}`}\n${text}`,
  )
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`
}

/** What is said, one cue a line, without tags and without what two cues repeat. */
export function transcriptOf(cues: readonly Cue[]): string {
  const lines = cues.map(({ text }) =>
    text
      .replace(/<[^<>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&nbsp;|&lrm;|&rlm;/g, ' ')
      .replace(/&amp;/g, '&')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
  )
  return lines.filter((line, place) => line !== '' && line !== lines[place - 1]).join('\n')
}

/** The settings that say where a cue stands (WebVTT §4.4), and no other. */
function settingsOf(given: string): string {
  const known = /^(?:vertical:(?:rl|lr)|(?:line|position|size):-?[\d.]+%?(?:,\w[\w-]*)?|align:\w+)$/
  return given
    .split(/\s+/)
    .filter((each) => known.test(each))
    .join(' ')
}

function milliseconds(time: string): number {
  const [rest = '', part = '0'] = time.split(/[.,]/)
  const seconds = rest.split(':').reduce((sum, each) => sum * 60 + Number(each), 0)
  return seconds * 1000 + Number(part)
}

function clock(time: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(time / 1000)
  const whole = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${whole.map(two).join(':')}.${String(time % 1000).padStart(3, '0')}`
}

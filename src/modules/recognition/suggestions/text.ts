import { normaliseForSearch } from '#kernel/search'

/** A title as it is compared. */
export interface ReadTitle {
  /** Its words in order, each once, without those that every title has. */
  words: readonly string[]
  /** The numbers in it: "II", "2" and "Ⅱ" are all 2. */
  numbers: readonly number[]
  /** Introductory (-1), advanced (1), or neither. */
  rank: -1 | 0 | 1
}

/** Of a longer title only so much is read: nobody prints more, and work stays bounded. */
const longestTitle = 400
const mostWords = 40

const thai = new Intl.Segmenter('th', { granularity: 'word' })
const chinese = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

const stopWords = new Set(
  (
    'a an and as at by for from in into its of on or the to with via using & ' +
    'de des du d la le les l et en au aux un une pour par sur dans ' +
    'และ ของ ใน การ ความ สำหรับ ทาง ด้าน เพื่อ กับ โดย ที่ แห่ง ' +
    '的 与 和 及 之 ' +
    '및 와 과 의'
  ).split(' '),
)

const introductory = new Set(
  (
    'introduction introductory intro introd fundamentals fundamental basic basics principles elementary ' +
    'foundations foundation essentials elements beginning beginners ' +
    'fondements principes elementaire bases initiation ' +
    'เบื้องต้น พื้นฐาน หลัก หลักการ มูลฐาน แนะนำ ' +
    '概论 导论 基础 原理 初级 入门 引论 ' +
    '개론 입문 기초 원론 원리'
  ).split(' '),
)

const advanced = new Set(
  'advanced adv avance avancee avancees ขั้นสูง สูง 高级 进阶 고급 심화'.split(' '),
)

/** Reads a title in any of the five languages. Pure, and bounded however long the text is. */
export function readTitle(text: string): ReadTitle {
  const normal = normaliseForSearch(spread(text.slice(0, longestTitle)))
  const words: string[] = []
  const numbers: number[] = []
  let rank: -1 | 0 | 1 = 0
  for (const token of tokensOf(normal)) {
    const number = numberIn(token)
    if (number !== null) {
      if (!numbers.includes(number)) numbers.push(number)
      continue
    }
    if (introductory.has(token) && rank === 0) rank = -1
    if (advanced.has(token)) rank = 1
    if (stopWords.has(token) || words.includes(token) || words.length >= mostWords) continue
    words.push(token)
  }
  return { words, numbers, rank }
}

/** Puts spaces where print forgot them: "AlgorithmsII", "Design&Analysis", "Physics2"; drops what has no place in a title. */
function spread(text: string): string {
  return (
    text
      // Controls, and characters that turn or hide text: they are no part of what is said.
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (character) => (character === '\t' ? ' ' : ''))
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{L})(\d)(?=\d*(?:\b|$))/gu, (whole, letter: string, digit: string) =>
        /\p{Ll}/u.test(letter) ? `${letter} ${digit}` : whole,
      )
  )
}

/** The words of a normalised text: by spaces where a script has them, by dictionary in Thai and Chinese. */
function* tokensOf(normal: string): Generator<string> {
  const runs = normal
    .replace(/\b(?:l|d|j|m|n|s|t|c|qu)['’](?=\p{L})/gu, ' ')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .matchAll(
      /\p{Script=Han}+|\p{Script=Thai}+|(?:(?![\p{Script=Han}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu,
    )
  for (const [run] of runs) {
    const script = scriptOf(run)
    if (script === 'other' || script === 'hangul') {
      yield run.slice(0, 40)
      continue
    }
    const cut = script === 'thai' ? thai : chinese
    for (const { segment } of cut.segment(run)) yield segment
  }
}

function numberIn(token: string): number | null {
  if (/^\d{1,2}$/.test(token)) return Number(token)
  const roman = romans.indexOf(token)
  return roman < 0 ? null : roman + 1
}

/** The overlapping runs of characters of a word, its ends marked: of two in Chinese and Korean, of three elsewhere. */
export function gramsOf(word: string): string[] {
  const size = /[\p{Script=Han}\p{Script=Hangul}]/u.test(word) ? 2 : 3
  const padded = `_${word}_`
  const grams: string[] = []
  for (let at = 0; at + size <= padded.length; at += 1) grams.push(padded.slice(at, at + size))
  return grams
}

/** The script of a word, as far as it tells languages apart. */
export function scriptOf(word: string): 'thai' | 'han' | 'hangul' | 'other' {
  if (/^\p{Script=Thai}/u.test(word)) return 'thai'
  if (/^\p{Script=Han}/u.test(word)) return 'han'
  return /^\p{Script=Hangul}/u.test(word) ? 'hangul' : 'other'
}

const scripts: Readonly<Record<string, ReturnType<typeof scriptOf>>> = {
  th: 'thai',
  'zh-Hans': 'han',
  ko: 'hangul',
}

/** Whether a word may be of a language, by its script. */
export function isWrittenIn(word: string, language: string): boolean {
  return scriptOf(word) === (scripts[language] ?? 'other')
}

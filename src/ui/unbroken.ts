import { thaiWords } from '#kernel/values'

/** Where a mark around a word would be shown as text, would not be allowed, or is not read by anybody. */
const passedOver = 'title|textarea|option|script|style|svg|template|pre'
const pieces = new RegExp(`<(${passedOver})\\b[\\s\\S]*?</\\1>|<(?:[^">]|"[^"]*")*>|[^<]+`, 'g')
/** The number of a case, of a set for the registry or of a document: 2026-0042, VC-1234-5678, 7HQK-2MZP-9XWD. */
const numbered =
  /(?<![\w-])(?:(?:[A-Z]{2,4}-)?\d{4}-\d{3,4}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})(?![\w-])/g
/** A Chinese day, academic year or version: no line begins with its last character alone. */
const chineseDay = /(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|\d{4}(?:—\d{4})?学年|第 ?\d+ ?(?:版|号)/g
/** A Thai day: with its month, short or in full, and the year of the Buddhist era; or the era with its year. */
const thaiDay =
  /(?:\d{1,2}–)?\d{1,2} (?:[\u0e01-\u0e4e]{1,3}\.[\u0e01-\u0e4e]\.|[\u0e01-\u0e4e]{3,7}(?:คม|ยน|พันธ์))(?: (?:พ\.ศ\. )?\d{4})?|พ\.ศ\. \d{4}/g
const thaiRun = /[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}/g
const mark = '<span class="unbroken">'
/** A person's name or a short label: nobody wants it on two lines. In letters. */
const longestName = 12
const hasAny = /\w{4}-\w{3}|[\u0e01-\u0e4e]{2}|\d(?:日|学年)|第 ?\d/

/**
 * Marks what no line may end in: numbers of cases at their hyphen, Chinese and Thai days, Thai names, loan words and terms that a browser's
 * dictionary does not know. A mark is an element and no invisible character, so what is copied is what is read.
 */
export function unbroken(html: string): string {
  if (!hasAny.test(html)) return html
  return html.replace(pieces, (piece) => {
    if (piece.startsWith('<') || !hasAny.test(piece)) return piece
    const marked = piece
      .replace(numbered, whole)
      .replace(chineseDay, whole)
      .replace(thaiDay, whole)
      .replace(thaiRun, markedThai)
    // In a grid or a row every element beside a text would be set apart from it: the text stays one thing.
    return marked === piece || isOneMark(marked) ? marked : `<span>${marked}</span>`
  })
}

/** Whether a text is one word that is marked, and nothing beside it. */
function isOneMark(marked: string): boolean {
  return marked.startsWith(mark) && marked.indexOf('</span>') === marked.length - '</span>'.length
}

function markedThai(run: string): string {
  return thaiWords(run, longestName)
    .map(({ text, isCut, isJoined }) => `${isJoined ? '<wbr>' : ''}${isCut ? whole(text) : text}`)
    .join('')
}

function whole(text: string): string {
  return `${mark}${text}</span>`
}

import { Fraction, normaliseDigits } from '#kernel/values'
import type { Topic } from '../rules/content-share.ts'
import { plainText } from './plain-text.ts'

/** The most topics of one side, and the longest text of one. */
export const mostTopics = 60
const longestTopic = 300

/** What a syllabus says its topics weigh in; null where it says nothing, or now this and now that. */
export type TopicUnit = 'hours' | 'percent'

/** Topics as they were pasted, one a line. */
export interface ReadTopics {
  topics: Topic[]
  unit: TopicUnit | null
}

const hours = String.raw`h|hrs?|hours?|heures?|ชม\.?|ชั่วโมง|学时|课时|小时|시간`
const weightAtEnd = new RegExp(
  String.raw`[\s,;:·|\t–—-]*[(（\[]?\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(%|％|${hours})\s*[)）\]]?\s*$`,
  'i',
)
const numbering =
  /^\s*(?:(?:week|unit|topic|chapter|สัปดาห์ที่|บทที่|หน่วยที่|第)?\s*\d{1,2}\s*(?:周|章|单元|주|주차)?\s*[.):：、-]|[-–•·*])\s*/i

/** Reads topics from lines: numbers before them are left out, hours or percent at their end are their weight. */
export function readTopics(text: string): ReadTopics {
  const read = text
    .split(/\r?\n/)
    .map((line) => topicOf(line))
    .filter((line) => line !== null)
  const units = new Set(read.map((line) => line.unit))
  const [unit = null] = units.size === 1 ? units : []
  return {
    unit,
    topics: read.map((line) => ({
      text: line.text,
      weight: unit === null ? null : line.weight,
    })),
  }
}

/** Topics as lines again, for a form. */
export function writeTopics({ topics, unit }: ReadTopics): string {
  return topics
    .map(({ text, weight }) => {
      if (weight === null || unit === null) return text
      return `${text} (${weight.toDecimal(3)} ${unit === 'percent' ? '%' : 'h'})`
    })
    .join('\n')
}

/** A catalogue's description as lines to begin from: a sentence or a part between semicolons each. */
export function linesOfDescription(description: string): string {
  return description
    .split(/(?<=[。；;])|(?<=[.!?])\s+|\r?\n/)
    .map((part) => plainText(part).replace(/[.;；。]$/, ''))
    .filter((part) => part !== '')
    .join('\n')
}

function topicOf(
  line: string,
): { text: string; weight: Fraction | null; unit: TopicUnit | null } | null {
  const clean = plainText(line.replaceAll('\t', ' ')).replace(numbering, '')
  if (clean === '') return null
  const found = weightAtEnd.exec(normaliseDigits(clean))
  const text = found ? clean.slice(0, found.index).trim() : clean
  if (!found || text === '') return { text: clean.slice(0, longestTopic), weight: null, unit: null }
  return {
    text: text.slice(0, longestTopic),
    weight: Fraction.parse(found[1]!.replace(',', '.')),
    unit: /[%％]/.test(found[2]!) ? 'percent' : 'hours',
  }
}

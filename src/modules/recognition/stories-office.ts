import type { Message } from '#kernel/messages'
import { type DateOnly, formatDate, type Language, type LocalText, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'

type Data = Record<string, unknown>
const number = (value: unknown) => Number(value ?? 0)
const text = (value: unknown) => String(value ?? '')

const unitName = (data: Data, language: Language) =>
  localised((data['names'] ?? {}) as LocalText, language).text
const day = (data: Data, language: Language) =>
  formatDate(text(data['heldOn']) as DateOnly, language, 'medium')
const outcome = (what: unknown) =>
  what === 'otherwise' || what === 'postponed' ? what : 'as-proposed'
const lateThing = (what: unknown) => (what === 'opinion' || what === 'posting' ? what : 'decision')

/** The words of the registrar's and the office's entries in a reader's story. */
export const officeStories: {
  type: string
  label: (data: Data, language: Language) => Message
}[] = [
  {
    type: 'recognition.postings-exported',
    label: (data) =>
      m('entry.postings-exported', { number: text(data['number']), rows: number(data['rows']) }),
  },
  {
    type: 'recognition.postings-cancelled',
    label: (data) =>
      m('entry.postings-cancelled', { number: text(data['number']), rows: number(data['rows']) }),
  },
  {
    type: 'recognition.credit-posted',
    label: (data, language) =>
      m('entry.credit-posted', {
        credit: creditText(text(data['credit']), language),
        batch: text(data['batch']),
      }),
  },
  {
    type: 'recognition.posting-rejected',
    label: (data) =>
      m('entry.posting-rejected', { rows: number(data['rows']), batch: text(data['batch']) }),
  },
  {
    type: 'recognition.posting-reopened',
    label: (data) =>
      m('entry.posting-reopened', { rows: number(data['rows']), batch: text(data['batch']) }),
  },
  {
    type: 'recognition.posting-layout-published',
    label: (data) =>
      m('entry.posting-layout-published', {
        name: text(data['name']),
        version: number(data['version']),
      }),
  },
  {
    type: 'recognition.posting-layout-withdrawn',
    label: (data) => m('entry.posting-layout-withdrawn', { name: text(data['name']) }),
  },
  {
    type: 'recognition.case-routed',
    label: (data, language = 'en') =>
      data['to'] === null
        ? m('entry.case-to-office')
        : m('entry.case-routed', { unit: unitName(data, language) }),
  },
  {
    type: 'recognition.line-referred',
    label: (data, language = 'en') =>
      m('entry.line-referred', { line: number(data['line']) + 1, unit: unitName(data, language) }),
  },
  {
    type: 'recognition.referral-answered',
    label: (data, language = 'en') =>
      m(data['verdict'] === 'recognised' ? 'entry.referral-recognised' : 'entry.referral-refused', {
        line: number(data['line']) + 1,
        unit: unitName(data, language),
      }),
  },
  {
    type: 'recognition.referral-withdrawn',
    label: (data, language = 'en') =>
      m('entry.referral-withdrawn', {
        line: number(data['line']) + 1,
        unit: unitName(data, language),
      }),
  },
  {
    type: 'recognition.case-escalated',
    label: (data, language = 'en') =>
      m(`entry.escalated.${lateThing(data['what'])}`, {
        day: formatDate(text(data['dueOn']) as DateOnly, language, 'medium'),
      }),
  },
  {
    type: 'recognition.sitting-planned',
    label: (data, language = 'en') => m('entry.sitting-planned', { day: day(data, language) }),
  },
  {
    type: 'recognition.put-on-list',
    label: (data, language = 'en') => m('entry.put-on-list', { day: day(data, language) }),
  },
  {
    type: 'recognition.taken-off-list',
    label: (data, language = 'en') => m('entry.taken-off-list', { day: day(data, language) }),
  },
  {
    type: 'recognition.outcome-recorded',
    label: (data, language = 'en') =>
      m(`entry.outcome.${outcome(data['outcome'])}`, { day: day(data, language) }),
  },
  {
    type: 'recognition.minutes-approved',
    label: (data, language = 'en') => m('entry.minutes-approved', { day: day(data, language) }),
  },
]

/**
 * What the staff find and arrange among themselves before the decision: the student's story has the decision, with the
 * sitting on which it rests.
 */
export const staffStories: ReadonlySet<string> = new Set([
  'recognition.case-evaluated',
  'recognition.line-changed',
  'recognition.line-restored',
  'recognition.line-corrected',
  'recognition.holder-confirmed',
  'recognition.authenticity-recorded',
  'recognition.authenticity-taken-back',
  'recognition.transcript-checked',
  'recognition.transcript-check-settled',
  'recognition.content-compared',
  'recognition.content-evidence-used',
  'recognition.content-asked',
  'recognition.content-answered',
  'recognition.content-question-withdrawn',
  'recognition.case-routed',
  'recognition.line-referred',
  'recognition.referral-answered',
  'recognition.referral-withdrawn',
  'recognition.case-escalated',
  'recognition.put-on-list',
  'recognition.taken-off-list',
  'recognition.outcome-recorded',
])

/** A decision that rests on a sitting names it. */
export function decidedByCommittee(data: Data, language: Language): Message {
  return m('entry.case-decided-by-committee', {
    number: text(data['number']),
    credit: creditText(text(data['recognised']), language),
    day: day((data['basis'] ?? {}) as Data, language),
  })
}

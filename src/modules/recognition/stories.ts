import type { Message } from '#kernel/messages'
import { formatYear, type Language } from '#kernel/values'
import { caseDecided, decisionReleased, decisionRetracted } from './entries.ts'
import { contentStories } from './entries-content.ts'
import { checkStories } from './entries-checks.ts'
import { appealStories } from './entries-appeals.ts'
import { evidenceStories } from './entries-evidence.ts'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'
import { authenticityStories } from './entries-authenticity.ts'
import { emrexStories } from './entries-emrex.ts'
import { signerStories } from './entries-signers.ts'
import { decidedByCommittee, officeStories, staffStories } from './stories-office.ts'

type Data = Record<string, unknown>
const number = (value: unknown) => Number(value ?? 0)
const text = (value: unknown) => String(value ?? '')
const part = (data: Data, name: string) => (data[name] ?? {}) as Data

/** The words of recognition's entries in a reader's story. */
export const recognitionEntries: {
  type: string
  label: (data: Data, language: Language) => Message
}[] = [
  {
    type: 'recognition.case-opened',
    label: (data) =>
      m('entry.case-opened', { lines: number(data['lines']), number: text(data['number']) }),
  },
  {
    type: 'recognition.case-evaluated',
    label: (data) => {
      const lines = part(data, 'lines')
      return m('entry.case-evaluated', {
        recognised: number(lines['recognised']),
        refused: number(lines['refused']),
        open: number(lines['open']),
      })
    },
  },
  {
    type: 'recognition.line-changed',
    label: (data) =>
      Array.isArray(data['lines'])
        ? m('set-word.entry', { lines: data['lines'].map((line) => number(line) + 1).join(', ') })
        : m('entry.line-changed', { line: number(data['line']) + 1 }),
  },
  {
    type: 'recognition.line-corrected',
    label: (data) => m('entry.line-corrected', { line: number(data['line']) + 1 }),
  },
  { type: 'recognition.stay-stated', label: () => m('entry.stay-stated') },
  {
    type: 'recognition.learning-stated',
    label: (data) => m('entry.learning-stated', { count: [data['lines']].flat().length }),
  },
  {
    type: 'recognition.line-restored',
    label: (data) => m('entry.line-restored', { line: number(data['line']) + 1 }),
  },
  { type: 'recognition.issuer-confirmed', label: () => m('entry.issuer-confirmed') },
  { type: 'recognition.holder-confirmed', label: () => m('entry.holder-confirmed') },
  {
    type: 'recognition.case-decided',
    label: (data, language = 'en') =>
      data['basis']
        ? decidedByCommittee(data, language)
        : m('entry.case-decided', {
            number: text(data['number']),
            credit: creditText(text(data['recognised']), language),
          }),
  },
  { type: 'recognition.comment-added', label: () => m('entry.comment-added') },
  { type: 'recognition.comment-taken-back', label: () => m('entry.comment-taken-back') },
  {
    type: 'recognition.decision-retracted',
    label: (data) => m('entry.decision-retracted', { revision: number(data['revision']) }),
  },
  {
    type: 'recognition.decision-released',
    label: (data) => m('entry.decision-released', { number: text(data['number']) }),
  },
  { type: 'recognition.settings-changed', label: () => m('entry.settings-changed') },
  {
    type: 'recognition.case-withdrawn',
    label: (data) => m('entry.case-withdrawn', { number: text(data['number']) }),
  },
  {
    type: 'recognition.catalogue-published',
    label: (data) => m('entry.catalogue-published', { courses: number(data['courses']) }),
  },
  {
    type: 'recognition.equivalence-judged',
    label: (data) =>
      m('entry.equivalence-judged', { host: text(data['host']), home: text(data['home']) }),
  },
  {
    type: 'recognition.equivalence-withdrawn',
    label: (data) =>
      m('entry.equivalence-withdrawn', { host: text(data['host']), home: text(data['home']) }),
  },
  {
    type: 'recognition.equivalence-restored',
    label: (data) =>
      m('entry.equivalence-restored', { host: text(data['host']), home: text(data['home']) }),
  },
  ...(
    [
      'equivalence-revised',
      'equivalence-renewed',
      'equivalence-revision-undone',
      'equivalence-reverse-asked',
      'equivalence-reverse-declined',
    ] as const
  ).map((kind) => ({
    type: `recognition.${kind}`,
    label: (data: Data) =>
      m(`entry.${kind}`, { host: text(data['host']), home: text(data['home']) }),
  })),
  {
    type: 'recognition.equivalence-evidence-added',
    label: () => m('entry.equivalence-evidence-added'),
  },
  {
    type: 'recognition.equivalence-evidence-removed',
    label: () => m('entry.equivalence-evidence-removed'),
  },
  {
    type: 'recognition.equivalence-lead-set',
    label: (data) => m('entry.equivalence-lead-set', { days: number(data['days']) }),
  },
  {
    type: 'recognition.rule-set-published',
    label: (data) => m('entry.rule-set-published', { version: number(data['version']) }),
  },
  ...contentStories,
  ...evidenceStories,
  ...appealStories,
  { type: 'recognition.credit-scheme-entered', label: () => m('entry.credit-scheme-entered') },
  { type: 'recognition.grade-scale-entered', label: () => m('entry.grade-scale-entered') },
  {
    type: 'recognition.scheme-set',
    label: (data, language) =>
      m('entry.scheme-set', { from: formatYear(number(data['intakeFrom']), language) }),
  },
  {
    type: 'recognition.correspondence-set',
    label: (data) =>
      m('entry.correspondence-set', { host: text(data['host']), home: text(data['home']) }),
  },
  {
    type: 'recognition.correspondence-removed',
    label: (data) =>
      m('entry.correspondence-removed', { host: text(data['host']), home: text(data['home']) }),
  },
  {
    type: 'recognition.grading-table-published',
    label: (data) => m('entry.grading-table-published', { version: number(data['version']) }),
  },
  {
    type: 'recognition.grading-table-withdrawn',
    label: () => m('entry.grading-table-withdrawn'),
  },
  {
    type: 'recognition.agreed-table-published',
    label: (data) => m('entry.agreed-table-published', { version: number(data['version']) }),
  },
  { type: 'recognition.agreed-table-withdrawn', label: () => m('entry.agreed-table-withdrawn') },
  { type: 'recognition.plan-begun', label: () => m('plan.entry-begun') },
  ...signerStories,
  ...emrexStories,
  ...authenticityStories,
  ...checkStories,
  ...officeStories,
]

/**
 * The same for a story that the student reads too. A decision is told once it is final, and one that was taken back
 * never; the page of a case tells its staff of both.
 */
export const storyEntries = recognitionEntries.map((entry) => {
  const isUntold = entry.type === caseDecided.type || entry.type === decisionRetracted.type
  if (isUntold || staffStories.has(entry.type)) return { type: entry.type, label: null }
  if (entry.type !== decisionReleased.type) return entry
  const decided = recognitionEntries.find(({ type }) => type === caseDecided.type)!
  return { type: entry.type, label: decided.label }
})

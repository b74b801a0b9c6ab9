import type { Message } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { m } from './messages/index.ts'
import { creditText } from './pages/words.ts'

type Data = Record<string, unknown>
const number = (value: unknown) => Number(value ?? 0)
const text = (value: unknown) => String(value ?? '')

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
]

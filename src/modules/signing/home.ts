import type { Call, HomePart } from '#kernel/http'
import { dateInZone, formatDate, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { documentCounts } from './queries/documents.ts'
import { stepsForReader } from './queries/steps.ts'

const mostLines = 3

/** Signing on a person's home: what they are asked to sign, nearest its day first; for an office what is out. */
export async function signingHome({
  work,
  may,
  now,
  timeZone,
  language,
}: Pick<Call, 'work' | 'may' | 'now' | 'timeZone' | 'language'>): Promise<HomePart[]> {
  const { rows, total } = await stepsForReader(work, 'asked', { limit: mostLines, offset: 0 })
  const today = dateInZone(now, timeZone)
  const counts = may('signing.document.open', {}) ? await documentCounts(work, today) : null
  const figures: HomePart['figures'] = counts
    ? [
        { label: m('home.open'), value: counts.open, href: '/signing/documents?state=open' },
        { label: m('home.late'), value: counts.late, href: '/signing/documents?state=late' },
      ].filter(({ value }) => value > 0)
    : []
  if (total === 0 && figures.length === 0) return []
  const lines: HomePart['lines'] = rows.map((step) => ({
    text: m('home.step', { title: localised(step.titles, language).text }),
    language: localised(step.titles, language).language,
    detail:
      step.due_on === null ? null : m('home.until', { until: formatDate(step.due_on, language) }),
    href: `/signing/steps/${step.id}`,
  }))
  return [
    {
      id: 'signing',
      title: m('home.title'),
      figures: [
        ...(total > 0 ? [{ label: m('home.asked'), value: total, href: '/signing/to-sign' }] : []),
        ...figures,
      ],
      lines,
      all: counts
        ? { label: m('documents.title'), href: '/signing/documents' }
        : { label: m('to-sign.title'), href: '/signing/to-sign' },
    },
  ]
}

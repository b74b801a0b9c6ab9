import { personOf } from '#kernel/database'
import type { Call, HomePart } from '#kernel/http'
import { m } from './messages/index.ts'
import { ownCounts } from './queries/home.ts'

/** Mentoring on a person's home: that they have students or mentors, and the way to them; of nobody a name. */
export async function mentorshipHome({
  work,
  may,
}: Pick<Call, 'work' | 'may'>): Promise<HomePart[]> {
  const me = personOf(work.actor)
  if (me === null || !may('mentorship.own.open')) return []
  const counts = await ownCounts(work, me)
  const figures = (['students', 'mentors'] as const).flatMap((which) =>
    counts[which] > 0
      ? [{ label: m(`own.${which}`), value: counts[which], href: '/mentoring' }]
      : [],
  )
  if (figures.length === 0) return []
  const all = { label: m('own.title'), href: '/mentoring' }
  return [{ id: 'mentoring', title: m('own.title'), figures, lines: [], all }]
}

import type { Argument } from '#kernel/messages'
import { formatYear, isAcademicYearId } from '#kernel/values'
import { m } from './messages/index.ts'

/** The key of a term that stands for every term of a plan; texts choose by it. */
const planned = 'planned'

/**
 * A term or an academic year as a text takes it: keys that say which term of which year, '2025/2026-2' or
 * '2025/2026-2/2', in the reader's calendar, anything else as the transcript writes it.
 */
export function termArgument(term: string | null): Argument {
  if (term === null || term === '' || term === '–') return m('term.unsaid')
  if (term === planned) return term
  if (isAcademicYearId(term)) return yearArgument(term)
  const [, year = '', number = ''] = /^(\d{4}\/\d{4})-(\d)(?:\/\d)?$/.exec(term) ?? []
  if (!isAcademicYearId(year)) return m('term.as-written', { term })
  return m('plan.term-name', { year: yearArgument(year), number })
}

/** The academic year by its calendar years; which of them are said, and how, is each language's. */
function yearArgument(year: string): Argument {
  const [first, second] = [year.slice(0, 4), year.slice(5)]
  return m('term.year', {
    kind: first === second ? 'one' : 'two',
    first,
    second,
    short: second.slice(2),
    buddhist: formatYear(Number(first), 'th'),
  })
}

/** The arguments of a reason with its terms named. */
export function withTermsNamed(
  args: Readonly<Record<string, string | number>>,
): Record<string, Argument> {
  const named: Record<string, Argument> = { ...args }
  for (const name of ['term', 'period']) {
    const key = args[name]
    if (typeof key === 'string') named[name] = termArgument(key)
  }
  return named
}

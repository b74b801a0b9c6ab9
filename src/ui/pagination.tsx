import type { Language } from '#kernel/values'
import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'
import { fill, words } from './words.ts'

export interface PaginationProps {
  language: Language
  page: number
  pageSize: number
  total: number
  /** There are more than `total`, which nobody has counted. */
  isMore?: boolean
  /** The address of a page, with the filters kept. */
  href: (page: number) => string
  /** Tells two lists on one page apart for screen readers. */
  label?: string
}

/** Which part of a long list this is, and the ways to the others. */
export function Pagination(props: PaginationProps) {
  const { language, page, pageSize, total, isMore = false, href, label } = props
  const text = words(language)
  const last = Math.max(1, Math.ceil(total / pageSize))
  const number = new Intl.NumberFormat(language)
  const range = fill(isMore ? text.rangeOfMore : text.range, {
    from: number.format(total === 0 ? 0 : (page - 1) * pageSize + 1),
    to: number.format(Math.min(total, page * pageSize)),
    total: number.format(total),
  })
  return (
    <nav class="pagination" aria-label={label ?? text.pages}>
      <p class="pagination-range">{range}</p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={href(page - 1)} rel="prev" class="pagination-step">
                <Icon name="left" />
                <span>{text.previous}</span>
              </a>
            </li>
          )}
          {pagesShown(page, last).map((shown, index) =>
            shown === null ? (
              <li key={`gap-${index}`} class="pagination-gap" aria-hidden="true">
                …
              </li>
            ) : (
              <li key={shown} class="pagination-page">
                <a
                  href={href(shown)}
                  aria-current={shown === page ? 'page' : undefined}
                  aria-label={fill(text.page, { page: number.format(shown) })}
                >
                  {number.format(shown)}
                </a>
              </li>
            ),
          )}
          {page < last && (
            <li>
              <a href={href(page + 1)} rel="next" class="pagination-step">
                <span>{text.next}</span>
                <Icon name="right" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

function pagesShown(page: number, last: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((shown) => shown >= 1 && shown <= last)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((shown, index) => {
    const before = sorted[index - 1]
    return before !== undefined && shown - before > 1 ? [null, shown] : [shown]
  })
}

export const examples: Examples = (language) => [
  {
    name: 'pagination',
    render: () => (
      <Pagination
        language={language}
        page={4}
        pageSize={30}
        total={6833}
        label={sample('catalogue', language)}
        href={(page) => `#page-${page}`}
      />
    ),
  },
]

import type { Language } from '#kernel/values'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { PhoneFold } from './phone-fold.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples, Link } from './types.ts'
import { fill, words } from './words.ts'

interface FilterBarProps {
  language: Language
  /** The list's own address; the filters become its query. */
  action: string
  /** The search box, named `q` unless given. */
  search?: { name?: string; value?: string; label: string; autofocus?: boolean }
  /** Fields (with `labelHidden` false) that narrow the list. */
  children?: Content
  /** The filters in force; each link is the address without it. */
  active?: readonly Link[]
  clearHref?: string
  /** Values of the query that a filter must not lose, such as the sorting. */
  hidden?: Record<string, string>
}

/** Narrows a list. Everything is kept in the address, so a filtered list can be sent to a colleague. */
export function FilterBar(props: FilterBarProps) {
  const text = words(props.language)
  const { search, active = [] } = props
  return (
    <search class="filter-bar">
      <form action={props.action} method="get" class="filter-form">
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <div class="filter-search">
            <Icon name="search" />
            <input
              type="search"
              class="input"
              name={search.name ?? 'q'}
              value={search.value}
              aria-label={search.label}
              placeholder={search.label}
              autofocus={search.autofocus}
              data-search
            />
          </div>
        )}
        {props.children && (
          <PhoneFold
            summary={text.filters}
            open={props.active ? active.length > 0 : props.clearHref !== undefined}
            className="filter-fold"
          >
            {props.children}
          </PhoneFold>
        )}
        <Button look="secondary">{props.children ? text.apply : text.searchRows}</Button>
      </form>
      {active.length > 0 && (
        <ul class="filter-chips" aria-label={text.filters}>
          {active.map((filter) => (
            <li key={filter.href}>
              <a
                class="filter-chip"
                href={filter.href}
                aria-label={fill(text.removeFilter, { filter: filter.label })}
              >
                <span>{filter.label}</span>
                <Icon name="cross" />
              </a>
            </li>
          ))}
          {props.clearHref && (
            <li>
              <a href={props.clearHref}>{text.clearFilters}</a>
            </li>
          )}
        </ul>
      )}
    </search>
  )
}

interface ColumnChooserProps {
  language: Language
  /** The list's own address; the choice is sent as repeated `columns`. */
  action: string
  columns: readonly { key: string; label: string; shown: boolean }[]
  hidden?: Record<string, string>
}

/** Chooses the columns of a table; the caller remembers the choice. */
export function ColumnChooser({ language, action, columns, hidden = {} }: ColumnChooserProps) {
  const text = words(language)
  return (
    <details class="popover">
      <summary class="button button-quiet button-small">
        <Icon name="columns" />
        <span>{text.columns}</span>
      </summary>
      <form action={action} method="get" class="popover-panel">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {columns.map((column) => (
          <label key={column.key} class="choice-plain">
            <input type="checkbox" name="columns" value={column.key} checked={column.shown} />
            <span>{column.label}</span>
          </label>
        ))}
        <Button look="secondary" small>
          {text.apply}
        </Button>
      </form>
    </details>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'filter-bar',
    render: () => (
      <FilterBar
        language={language}
        action="#"
        search={{ label: words(language).searchRows }}
        active={[
          { href: '#without-host', label: sample('pku', language) },
          { href: '#without-state', label: sample('inEvaluation', language) },
        ]}
        clearHref="#clear"
      >
        <Field
          language={language}
          kind="select"
          name="filter-host"
          label={sample('host', language)}
          autosubmit
          options={[{ value: 'pku', label: sample('pku', language) }]}
        />
      </FilterBar>
    ),
  },
  {
    name: 'column-chooser',
    render: () => (
      <ColumnChooser
        language={language}
        action="#"
        columns={[
          { key: 'host', label: sample('host', language), shown: true },
          { key: 'received', label: sample('received', language), shown: false },
        ]}
      />
    ),
  },
]

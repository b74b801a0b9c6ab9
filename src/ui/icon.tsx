import type { Example } from './types.ts'

const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5v3.2l2.2 1.6',
  warning: 'M8 2.5l6 10.8H2zM8 6.5v3M8 11.4v.2',
  info: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 7.4v3.4M8 5.1v.2',
  dot: 'M8 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  dash: 'M4 8h8',
  draft: 'M3 13l.7-3L11 2.8l2.2 2.2L6 12.3z',
  right: 'M6 3.5L10.5 8 6 12.5',
  left: 'M10 3.5L5.5 8 10 12.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  up: 'M3.5 10L8 5.5 12.5 10',
  sort: 'M5 6.5L8 3.5l3 3M5 9.5l3 3 3-3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  search: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.3 10.3L13.5 13.5',
  globe:
    'M8 2a6 6 0 100 12A6 6 0 008 2zM2 8h12M8 2c2 1.7 2.6 3.8 2.6 6S10 12.3 8 14M8 2C6 3.7 5.4 5.8 5.4 8S6 12.3 8 14',
  person: 'M8 2.5a2.6 2.6 0 100 5.2 2.6 2.6 0 000-5.2zM3 13.5c.5-3 2.4-4.2 5-4.2s4.5 1.2 5 4.2',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  upload: 'M8 10.5v-8M5 5l3-3 3 3M3 10v3.5h10V10',
  download: 'M8 2.5v8M5 8l3 3 3-3M3 11v2.5h10V11',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  plus: 'M8 3v10M3 8h10',
  arrow: 'M2.5 8h10.5M9.5 4.5L13 8l-3.5 3.5',
  external: 'M9 3h4v4M13 3L7.5 8.5M11.5 9.5v4h-8.5V5h4',
  key: 'M10.3 2.5a3.2 3.2 0 11-1.9 5.8L3 13.5v-2l1.3-.3.3-1.4 1.5-.2 1.6-2.1a3.2 3.2 0 012.6-5z',
} as const

export type IconName = keyof typeof paths

/** A 16-unit line drawing in the colour of the text around it; it never speaks, so a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  )
}

export const examples = (): Example[] => [
  {
    name: 'icons',
    render: () => (
      <p class="gallery-icons">
        {(Object.keys(paths) as IconName[]).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </p>
    ),
  },
]

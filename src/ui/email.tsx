import type { Examples } from './types.ts'

interface EmailProps {
  address: string
  /** Whether it opens the reader's mail program. */
  link?: boolean
}

/** An e-mail address: a line may end before its parts, and takes no single letter of it to the next. */
export function Email({ address, link }: EmailProps) {
  const parts = address.split(/(?=[@.])/)
  const shown = parts.flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))
  return link ? (
    <a class="email" href={`mailto:${address}`}>
      {shown}
    </a>
  ) : (
    <span class="email">{shown}</span>
  )
}

export const examples: Examples = () => [
  {
    name: 'email',
    render: () => (
      <p>
        <Email address="international.office@saebyeok.example" link />
      </p>
    ),
  },
]

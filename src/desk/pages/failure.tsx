import type { Frame } from '#kernel/http'
import { ButtonLink, Heading, Prose, PublicShell } from '#ui'

/** What is said when a page cannot be given: what happened, what it means, what to do. */
export function FailurePage(props: {
  frame: Frame
  title: string
  text: string
  number: string | null
  home: string
}) {
  const { frame } = props
  return (
    <PublicShell frame={frame} title={props.title}>
      <Heading level={1}>{props.title}</Heading>
      <Prose>
        <p>{props.text}</p>
        {props.number && <p>{props.number}</p>}
        <p>
          <ButtonLink href={`/${frame.language}/`}>{props.home}</ButtonLink>
        </p>
      </Prose>
    </PublicShell>
  )
}

import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { withAside } from '#kernel/values'
import { address, Button, DescriptionList, Form, Heading, SingleActShell } from '#ui'
import { m } from '../messages/index.ts'

interface ActProps {
  frame: Frame
  t: Translate
  token: string
  what: string
  name: string | null
  until: string
  distance: string
}

/** What somebody is asked to do by link, in whose name, until when; one button begins. */
export function ActPage({ frame, t, token, what, name, until, distance }: ActProps) {
  return (
    <SingleActShell frame={frame} title={what}>
      <Heading level={1} kicker={t(m('act.kicker'))} lead={t(m('act.lead'))}>
        {what}
      </Heading>
      <DescriptionList
        items={[
          ...(name ? [{ term: t(m('act.for')), value: name }] : []),
          { term: t(m('act.until')), value: withAside(until, distance, frame.language) },
        ]}
      />
      <Form action={address(frame.language, `/act/${token}`)} csrf={frame.csrf}>
        <Button>{t(m('act.begin'))}</Button>
      </Form>
    </SingleActShell>
  )
}

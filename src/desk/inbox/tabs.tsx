import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { address, Tabs } from '#ui'
import { m } from '../messages/index.ts'
import { type InboxView, inboxPath } from './address.ts'

interface InboxTabsProps {
  frame: Frame
  t: Translate
  current: InboxView['state'] | 'notices'
  view?: InboxView
  counts: { open: number; overdue: number; later: number }
  /** How many notices are not read. */
  unread: number
}

const everything: InboxView = { state: 'open', organisation: null, kind: null, page: 1 }

/** What waits, in its states, and what the reader was told. */
export function InboxTabs({ frame, t, current, view = everything, ...numbers }: InboxTabsProps) {
  const { counts, unread } = numbers
  const at = (path: string) => address(frame.language, path)
  return (
    <Tabs
      label={t(m('inbox.states'))}
      tabs={[
        ...(['open', 'overdue', 'later', 'done'] as const).map((state) => ({
          href: at(inboxPath(view, { state, page: 1 })),
          label: t(m(`inbox.state.${state}`)),
          current: state === current,
          ...(state === 'done' ? {} : { count: counts[state] }),
        })),
        {
          href: at('/inbox/notices'),
          label: t(m('account.notices')),
          current: current === 'notices',
          count: unread,
        },
      ]}
    />
  )
}

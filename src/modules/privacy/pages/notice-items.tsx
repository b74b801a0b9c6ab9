import type { Translate } from '#kernel/messages'
import { DescriptionList } from '#ui'
import type { NoticeItem } from '../rules/notice.ts'

/** What somebody is told before they agree; the same on the page of an account and of a link. */
export function NoticeItems({ t, items }: { t: Translate; items: readonly NoticeItem[] }) {
  return (
    <DescriptionList items={items.map(({ term, value }) => ({ term: t(term), value: t(value) }))} />
  )
}

import { address, type Frame } from './frame.ts'
import { Tabs } from './tabs.tsx'

/** The pages of the reader's own account; the one that is open is the longest that the path begins with. */
export function AccountTabs({ frame }: { frame: Frame }) {
  const here = address(frame.language, frame.path.split('?', 1)[0] ?? '')
  const [current] = frame.account
    .filter(({ href }) => here === href || here.startsWith(`${href}/`))
    .toSorted((left, right) => right.href.length - left.href.length)
  return (
    <Tabs
      label={frame.texts['account'] ?? ''}
      tabs={frame.account.map((page) => ({ ...page, current: page === current }))}
    />
  )
}

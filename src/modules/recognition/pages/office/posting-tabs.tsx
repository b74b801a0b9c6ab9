import type { Call } from '#kernel/http'
import { Tabs } from '#ui'
import { m } from '../../messages/index.ts'
import { batchesPath, layoutsPath, postingsPath } from './posting-words.ts'

interface PostingTabsProps {
  call: Pick<Call, 't' | 'href' | 'may'>
  current: 'waiting' | 'batches' | 'layouts'
}

/** The parts of the registrar's work, those that the reader may open. */
export function PostingTabs({ call, current }: PostingTabsProps) {
  const { t, href } = call
  const parts = [
    { key: 'waiting', path: postingsPath, action: 'recognition.posting.list' },
    { key: 'batches', path: batchesPath, action: 'recognition.posting.read' },
    { key: 'layouts', path: layoutsPath, action: 'recognition.posting-layout.edit' },
  ] as const
  return (
    <Tabs
      label={t(m('posting.title'))}
      tabs={parts
        .filter((part) => call.may(part.action))
        .map((part) => ({
          href: href(part.path),
          label: t(m(`posting.tab.${part.key}`)),
          current: part.key === current,
        }))}
    />
  )
}

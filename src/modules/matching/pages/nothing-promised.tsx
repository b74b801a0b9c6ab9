import { Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { PageCall } from './words.ts'

/** What stands in the places of promises. */
export const notPromised = ['exists', 'best', 'truth', 'repair'] as const

/** What cannot be promised where couples apply together: told before the run, beside its result, and to outsiders. */
export function NothingPromised({ call: { t } }: { call: Pick<PageCall, 't'> }) {
  return (
    <Notice tone="attention" title={t(m('couples.not.title'))}>
      <ul>
        {notPromised.map((what) => (
          <li key={what}>{t(m(`couples.not.${what}`))}</li>
        ))}
      </ul>
    </Notice>
  )
}

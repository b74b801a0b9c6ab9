import type { Message, Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { WhatIfList } from '#ui'
import { m } from '../messages/index.ts'
import type { WhatIf } from '../rules/explain.ts'
import { asRead, credits } from './words.ts'

interface Heads {
  alone: Message
  together: Message
}

const ofResult: Heads = {
  alone: m('page.case.what-if'),
  together: m('page.case.what-if-all'),
}
/** Of what is planned and has not come to be. */
export const ofPlan: Heads = { alone: m('plan.what-if'), together: m('plan.what-if-all') }

/** What would have changed a result, in the reader's words: what is enough alone, what only together, other choices. */
export function whatIfsOf(
  whatIfs: readonly WhatIf[],
  t: Translate,
  language: Language,
  heads: Heads = ofResult,
): WhatIfList[] {
  const text = ({ changes }: WhatIf) => t(m(changes[0]!.key, asRead(changes[0]!.args)))
  const gained = ({ gain }: WhatIf) =>
    t(m('page.case.what-if-gain', { credits: t(credits(gain, language)) }))
  const isChoice = ({ changes }: WhatIf) => changes[0]!.key.startsWith('choice.')
  const alone = whatIfs.filter((each) => each.changes.length === 1 && !isChoice(each))
  const together = whatIfs.filter((each) => each.changes.length > 1)
  const choices = whatIfs.filter(isChoice)
  return [
    {
      title: t(heads.alone),
      items: alone.map((each) => ({ text: text(each), detail: gained(each) })),
    },
    ...together.map((each) => ({
      title: t(heads.together),
      items: each.changes.map((change, place) => ({
        text: t(m(change.key, asRead(change.args))),
        ...(place === each.changes.length - 1 ? { detail: gained(each) } : {}),
      })),
    })),
    { title: t(m('page.case.choices')), items: choices.map((each) => ({ text: text(each) })) },
  ].filter((list) => list.items.length > 0)
}

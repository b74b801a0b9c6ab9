import { type Scene } from '#kernel/http'
import type { HeldData } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { DescriptionList, Section, Table } from '#ui'
import { m } from '../messages/index.ts'

/** What one part of the house holds of a person; nothing that it holds nothing of. */
export interface HeldPart {
  name: string
  part: Message
  held: readonly HeldData[]
}

/** What is held, part by part, with the way to correct it for whoever may. */
export function HeldParts(props: {
  scene: Scene
  parts: readonly HeldPart[]
  mayCorrect: boolean
  level: 2 | 3
}) {
  const { scene, parts, mayCorrect, level } = props
  const { t, href } = scene
  return (
    <>
      {parts.map(({ name, part, held }) => (
        <Section key={name} level={level} title={t(part)} id={`held-${name}`}>
          <DescriptionList
            items={held.map(({ what, count, correct, stays }) => ({
              term: t(what),
              value: (
                <>
                  {t(m('data.count', { count }))}
                  <p class="quiet">{t(stays ?? m('held.goes'))}</p>
                </>
              ),
              ...(correct && mayCorrect
                ? {
                    action: (
                      <a
                        href={href(correct)}
                        aria-label={t(m('data.correct-label', { what: t(what) }))}
                      >
                        {t(m('data.correct'))}
                      </a>
                    ),
                  }
                : {}),
            }))}
          />
        </Section>
      ))}
    </>
  )
}

interface Fate {
  key: string
  part: string
  held: HeldData
}

/** What an erasure removes and what it leaves, each with its count; what stays with the reason, and until when. */
export function GoesAndStays({ scene, parts }: { scene: Scene; parts: readonly HeldPart[] }) {
  const { t, language } = scene
  const all = parts.flatMap(({ name, part, held }) =>
    held.map((each, index) => ({ key: `${name}-${index}`, part: t(part), held: each })),
  )
  const goes = all.filter(({ held }) => held.stays === null)
  const stays = all.filter(({ held }) => held.stays !== null)
  const what = {
    key: 'what',
    label: t(m('data.what')),
    primary: true,
    cell: ({ part, held }: Fate) => (
      <span>
        {t(held.what)} <span class="quiet">{part}</span>
      </span>
    ),
  }
  const count = {
    key: 'count',
    label: t(m('data.how-much')),
    nowrap: true,
    cell: ({ held }: Fate) => t(m('data.count', { count: held.count })),
  }
  const why = {
    key: 'why',
    label: t(m('erase.why')),
    cell: ({ held }: Fate) => (held.stays ? t(held.stays) : ''),
  }
  const shared = { language, captionHidden: true, rowKey: ({ key }: Fate) => key }
  return (
    <>
      <Section title={t(m('erase.goes'))} id="goes">
        <Table {...shared} caption={t(m('erase.goes'))} columns={[what, count]} rows={goes} />
      </Section>
      <Section title={t(m('erase.stays'))} id="stays">
        <Table
          {...shared}
          caption={t(m('erase.stays'))}
          columns={[what, count, why]}
          rows={stays}
          empty={<p>{t(m('erase.nothing-stays'))}</p>}
        />
      </Section>
    </>
  )
}

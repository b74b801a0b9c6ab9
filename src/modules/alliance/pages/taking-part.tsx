import type { LocalText } from '#kernel/values'
import { OrganisationChip, Section } from '#ui'
import { m } from '../messages/index.ts'
import { nameLanguage, nameText, type Scene } from './scene.tsx'

interface TakingPartProps {
  scene: Scene
  lead: { id: string; names: LocalText }
  partners: readonly { id: string; names: LocalText }[]
}

/** Who takes part in a piece of common work: whoever leads it first, each with the way to its public page. */
export function TakingPart({ scene, lead, partners }: TakingPartProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('programme.organisations'))} id="organisations">
      <ul>
        {[lead, ...partners].map((organisation, index) => (
          <li key={organisation.id}>
            <OrganisationChip
              id={organisation.id}
              name={nameText(scene, organisation.names)}
              nameLanguage={nameLanguage(scene, organisation.names)}
              href={href(`/members/${organisation.id}`)}
              detail={index === 0 ? t(m('programme.lead')) : t(m('programme.partner'))}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

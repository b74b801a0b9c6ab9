import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'
import { WovenBand } from './woven-band.tsx'

interface ChipProps {
  id: string
  name: string
  /** The language of the name, when it is not the page's. */
  nameLanguage?: Language
  href?: string
  detail?: Content
}

/** An organisation with its woven swatch. */
export function OrganisationChip(props: ChipProps) {
  return <Chip kind="organisation" {...props} />
}

/** A person with a woven mark made from the id, and what they are here. */
export function PersonChip(props: ChipProps) {
  return <Chip kind="person" {...props} />
}

function Chip({
  kind,
  id,
  name,
  nameLanguage,
  href,
  detail,
}: ChipProps & { kind: 'organisation' | 'person' }) {
  return (
    <span class={`chip chip-${kind}`}>
      <WovenBand id={id} />
      <span class="chip-text">
        {href ? (
          <a href={href} lang={nameLanguage}>
            {name}
          </a>
        ) : (
          <span lang={nameLanguage}>{name}</span>
        )}
        {detail && <span class="chip-detail">{detail}</span>}
      </span>
    </span>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'chips',
    render: () => (
      <p class="row">
        <OrganisationChip id="au" name={sample('au', language)} href="#au" />
        <OrganisationChip
          id="pku"
          name="北京大学"
          nameLanguage="zh-Hans"
          detail={sample('host', language)}
        />
        <PersonChip
          id="somchai"
          name={sample('evaluator', language)}
          detail={sample('evaluatorRole', language)}
          href="#p"
        />
      </p>
    ),
  },
]

import type { Language } from '#kernel/values'
import { type Frame, address } from './frame.ts'
import { Icon } from './icon.tsx'
import { languageNames, words } from './words.ts'

/** The five languages under their own names; the page stays the same. */
export function LanguageSwitch({ frame }: { frame: Frame }) {
  return (
    <details class="popover language-switch">
      <summary class="button button-quiet button-small">
        <Icon name="globe" />
        <span>
          <span class="hidden-visually">
            {words(frame.language).language}
            {words(frame.language).afterLabel}
          </span>
          {languageNames[frame.language]}
        </span>
      </summary>
      <ul class="popover-panel menu">
        {(Object.keys(languageNames) as Language[]).map((language) => (
          <li key={language}>
            <a
              href={address(language, frame.path)}
              hreflang={language}
              lang={language}
              aria-current={language === frame.language ? 'true' : undefined}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

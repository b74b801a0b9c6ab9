import type { Language } from '#kernel/values'
import { type Frame, address } from './frame.ts'
import { Icon } from './icon.tsx'
import { languageNames, words } from './words.ts'

/**
 * The five languages under their own names; the page stays the same, and so does what is typed in its forms: the script
 * takes it along, and without scripts the other language opens beside this page.
 */
export function LanguageSwitch({ frame }: { frame: Frame }) {
  const text = words(frame.language)
  const isBeside = frame.person !== null || frame.path.startsWith('/act/')
  return (
    <weft-languages data-kept={text.typedKept} data-files={text.typedFiles} data-path={frame.path}>
      <details class="popover language-switch">
        <summary class="button button-quiet button-small">
          <Icon name="globe" />
          <span>
            <span class="hidden-visually">
              {text.language}
              {text.afterLabel}
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
                target={isBeside ? '_blank' : undefined}
                aria-current={language === frame.language ? 'true' : undefined}
              >
                {languageNames[language]}
                {isBeside && (
                  <noscript>
                    <span class="hidden-visually"> {words(language).newTab}</span>
                  </noscript>
                )}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </weft-languages>
  )
}

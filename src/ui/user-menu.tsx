import { Form } from './form.tsx'
import { type Frame, address, framePaths } from './frame.ts'
import { Icon } from './icon.tsx'
import { WovenBand } from './woven-band.tsx'
import { words } from './words.ts'

/** Who is signed in, with the way to the account, the appearance and the way out; or the way in. */
export function UserMenu({ frame }: { frame: Frame }) {
  const text = words(frame.language)
  const { person } = frame
  if (!person) {
    const signIn = frame.texts['signIn']
    if (!signIn) return null
    return (
      <a
        class="button button-secondary button-small"
        href={address(frame.language, framePaths.signIn)}
      >
        <Icon name="person" />
        <span>{signIn}</span>
      </a>
    )
  }
  return (
    <details class="popover user-menu">
      <summary class="user-menu-summary">
        <WovenBand id={person.id} />
        <span class="user-menu-name">
          <span class="hidden-visually">
            {text.account}
            {text.afterLabel}
          </span>
          {person.name}
        </span>
        <Icon name="up" />
      </summary>
      <div class="popover-panel">
        <ul class="menu">
          <li>
            <a href={address(frame.language, framePaths.account)}>
              {frame.texts['account'] ?? text.account}
            </a>
          </li>
        </ul>
        <Appearance frame={frame} />
        {frame.texts['signOut'] && (
          <Form action={address(frame.language, framePaths.signOut)} csrf={frame.csrf} inline>
            <button class="button button-quiet button-small">{frame.texts['signOut']}</button>
          </Form>
        )}
      </div>
    </details>
  )
}

function Appearance({ frame }: { frame: Frame }) {
  const text = words(frame.language)
  const themes = [
    ['auto', text.themeAuto],
    ['light', text.themeLight],
    ['dark', text.themeDark],
  ] as const
  return (
    <Form
      action={address(frame.language, framePaths.appearance)}
      csrf={frame.csrf}
      hidden={{ return: frame.path }}
      inline
    >
      <fieldset class="segments">
        <legend>{text.theme}</legend>
        {themes.map(([theme, label]) => (
          <button key={theme} name="theme" value={theme} aria-pressed={frame.theme === theme}>
            {label}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}

import type { Language } from '#kernel/values'
import { Button } from './button.tsx'
import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'
import { words } from './words.ts'

interface PasskeyButtonProps {
  language: Language
  label: string
  kind: 'register' | 'sign-in'
  /** POST, answers the WebAuthn options as JSON. */
  optionsUrl: string
  /** POST with the browser's answer as JSON; answers `{ href }`, where to go, or `{ message }` with status 4xx. */
  verifyUrl: string
  csrf: string
}

/** Signs in or registers with a passkey. It shows itself only where the browser can do it. */
export function PasskeyButton({
  language,
  label,
  kind,
  optionsUrl,
  verifyUrl,
  csrf,
}: PasskeyButtonProps) {
  const text = words(language)
  return (
    <weft-passkey
      hidden
      data-kind={kind}
      data-options={optionsUrl}
      data-verify={verifyUrl}
      data-csrf={csrf}
      data-failed={text.passkeyFailed}
    >
      <Button look="secondary" type="button" icon="key">
        {label}
      </Button>
      <p class="field-error" role="alert" />
    </weft-passkey>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'passkey',
    render: () => (
      <PasskeyButton
        language={language}
        label={sample('profile', language)}
        kind="sign-in"
        optionsUrl="/options"
        verifyUrl="/verify"
        csrf="token"
      />
    ),
  },
]

import { Icon, type IconName } from './icon.tsx'
import { sample } from './sample-text.ts'
import { type Content, type Examples, classes } from './types.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'quiet-harm' | 'harm'

interface ButtonProps {
  children: Content
  look?: ButtonLook
  name?: string
  value?: string
  /** The id of a form elsewhere on the page. */
  form?: string
  formAction?: string
  icon?: IconName
  small?: boolean
  /** Leaves out the browser's own checks, for “save and continue later”. */
  formNoValidate?: boolean
  type?: 'submit' | 'button' | 'reset'
  disabled?: boolean
}

/** Sends the form that it stands in. There is one primary button on a page. */
export function Button(props: ButtonProps) {
  const { children, look = 'primary', icon, small, type = 'submit', ...rest } = props
  return (
    <button
      type={type}
      class={classes('button', `button-${look}`, small && 'button-small')}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

interface ButtonLinkProps {
  href: string
  children: Content
  look?: ButtonLook
  icon?: IconName
  small?: boolean
  download?: boolean
  /** Another tab, where what stands on this page must not be lost. */
  otherTab?: boolean
}

/** A link that begins something, drawn as a button because it is the next step. */
export function ButtonLink({
  href,
  children,
  look = 'primary',
  icon,
  small,
  download,
  otherTab,
}: ButtonLinkProps) {
  return (
    <a
      href={href}
      download={download}
      target={otherTab ? '_blank' : undefined}
      class={classes('button', `button-${look}`, small && 'button-small')}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

/** Buttons that belong together; on a phone they stack. */
export function ButtonGroup({ children }: { children: Content }) {
  return <div class="button-group">{children}</div>
}

export const examples: Examples = (language) => [
  {
    name: 'buttons',
    render: () => (
      <ButtonGroup>
        <Button>{sample('decide', language)}</Button>
        <ButtonLink href="#" look="secondary" icon="download">
          {sample('statement', language)}
        </ButtonLink>
        <Button look="quiet">{sample('later', language)}</Button>
        <Button look="harm">{sample('refuse', language)}</Button>
      </ButtonGroup>
    ),
  },
]

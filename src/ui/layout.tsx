import { type Content, classes } from './types.ts'

/** Things under each other with even room between them. */
export function Stack({
  children,
  gap = 'normal',
}: {
  children: Content
  gap?: 'tight' | 'normal' | 'wide'
}) {
  return <div class={classes('stack', gap !== 'normal' && `stack-${gap}`)}>{children}</div>
}

/** Things beside each other, wrapping when there is no room. */
export function Row({ children, spread }: { children: Content; spread?: boolean }) {
  return <div class={classes('row', spread && 'row-spread')}>{children}</div>
}

/** Cards in as many columns as fit. */
export function Grid({
  children,
  size = 'normal',
}: {
  children: Content
  size?: 'small' | 'normal' | 'large'
}) {
  return <div class={`grid grid-${size}`}>{children}</div>
}

/** Lists of different lengths side by side, each of them whole. */
export function Columns({ children }: { children: Content }) {
  return <div class="columns">{children}</div>
}

/** The main matter with a narrower column beside it, which goes below on a phone; a picture gets more room. */
export function Split({
  main,
  aside,
  picture,
}: {
  main: Content
  aside: Content
  picture?: boolean
}) {
  return (
    <div class={classes('split', picture && 'split-picture')}>
      <div class="split-main">{main}</div>
      <aside class="split-aside">{aside}</aside>
    </div>
  )
}

/** Running text at a readable measure. */
export function Prose({ children }: { children: Content }) {
  return <div class="prose">{children}</div>
}

// A menu closes when the reader goes elsewhere or presses Escape; without scripts its own summary closes it.
function closeOthers(inside: Node | null): void {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.popover[open]')) {
    if (!inside || !open.contains(inside)) open.open = false
  }
}

document.addEventListener('click', ({ target }) => closeOthers(target as Node))

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  const open = document.querySelector<HTMLDetailsElement>('details.popover[open]')
  if (!open) return
  closeOthers(null)
  open.querySelector('summary')?.focus()
})

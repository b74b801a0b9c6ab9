/** Brings a refused form's summary into view and gives it the focus, so that it is read first. */
export function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}

focusSummary()

/** Whether a key belongs to what somebody is writing, or to the browser. */
export function isForOthers(event: KeyboardEvent): boolean {
  return (
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return target.type !== 'checkbox' && target.type !== 'radio'
  return (
    target.isContentEditable ||
    target.matches('textarea, select') ||
    target.closest('dialog[open]') !== null
  )
}

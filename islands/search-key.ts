// Ctrl+K (⌘K) leads to the search over everything from any page; on its own page it goes into the box.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
  if (event.shiftKey || event.altKey || document.querySelector('dialog[open]')) return
  event.preventDefault()
  const path = `/${document.documentElement.lang}/search`
  const box = document.querySelector<HTMLInputElement>('[data-search]')
  if (location.pathname === path && box) {
    box.focus()
    box.select()
  } else location.assign(path)
})

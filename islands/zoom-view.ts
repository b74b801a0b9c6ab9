// A picture that one may look at from near. Without scripts the link opens it whole; with them a button loads the viewer,
// which is a file of its own, so that nobody who only walks past has to fetch it.
class ZoomView extends HTMLElement {
  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>('.near-tools')
    const link = this.querySelector<HTMLAnchorElement>('.near-link')
    const open = tools?.querySelector<HTMLButtonElement>('[value=open]')
    if (!tools || !link || !open) return
    tools.hidden = false
    const begin = async (event: Event) => {
      event.preventDefault()
      open.disabled = true
      const { startViewer } = await import('./zoom/look-closer.ts')
      startViewer(this, link, tools)
      open.hidden = true
    }
    open.addEventListener('click', (event) => void begin(event), { once: true })
    // A link may name the part to look at, as media fragments do.
    if (location.hash.startsWith('#xywh=')) open.click()
    link.addEventListener(
      'click',
      (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || open.hidden) return
        void begin(event)
      },
      { once: true },
    )
  }
}

customElements.define('weft-zoom', ZoomView)

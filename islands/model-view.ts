// A model that one may turn around. Without scripts its file can be downloaded; with them a button loads the viewer, which is
// a file of its own.
class ModelView extends HTMLElement {
  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('button')
    if (!open || !('WebGL2RenderingContext' in window)) return
    open.hidden = false
    open.addEventListener('click', () => void this.#begin(open))
  }

  async #begin(open: HTMLButtonElement): Promise<void> {
    open.disabled = true
    try {
      const { showModel } = await import('./model/turn-model.ts')
      await showModel(this)
      open.hidden = true
    } catch {
      open.hidden = true
      const said = document.createElement('p')
      said.setAttribute('role', 'status')
      said.textContent = this.dataset['failed'] ?? ''
      this.append(said)
    }
  }
}

customElements.define('weft-model', ModelView)

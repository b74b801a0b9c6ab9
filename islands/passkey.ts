// Shows its button only where the browser has passkeys; the library is fetched when the button is pressed.
class Passkey extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window)) return
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.#run())
  }

  async #run(): Promise<void> {
    const button = this.querySelector('button')!
    this.#say('')
    button.disabled = true
    try {
      const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
      const optionsJSON = await this.#post(this.dataset['options']!, {})
      const answer =
        this.dataset['kind'] === 'register'
          ? await startRegistration({ optionsJSON: optionsJSON as never })
          : await startAuthentication({ optionsJSON: optionsJSON as never })
      const { href } = (await this.#post(this.dataset['verify']!, answer)) as { href?: string }
      if (href) location.assign(href)
      else location.reload()
    } catch (error) {
      const said = error instanceof Refused ? error.message : ''
      this.#say(said || (this.dataset['failed'] ?? ''))
    } finally {
      button.disabled = false
    }
  }

  async #post(url: string, body: unknown): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': this.dataset['csrf'] ?? '',
      },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Refused((answer as { message?: string }).message ?? '')
    return answer
  }

  #say(text: string): void {
    const place = this.querySelector('[role=alert]')
    if (place) place.textContent = text
  }
}

class Refused extends Error {}

customElements.define('weft-passkey', Passkey)

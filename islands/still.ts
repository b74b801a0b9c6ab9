// A moment of a film becomes the file of its form: the film is read by the browser that shows it, and no server decodes it.
class Still extends HTMLElement {
  connectedCallback(): void {
    const place = this.querySelector<HTMLElement>('[data-still]')
    const film = place?.querySelector('video')
    if (!place || !film) return
    place.hidden = false
    // Nothing of the film is fetched before somebody opens what it stands in.
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      film.src = film.dataset['src']!
    })
    seen.observe(place)
    place.querySelector('[data-take]')?.addEventListener('click', () => void this.#take(film))
  }

  async #take(film: HTMLVideoElement): Promise<void> {
    if (film.videoWidth === 0) return
    film.pause()
    const canvas = document.createElement('canvas')
    canvas.width = film.videoWidth
    canvas.height = film.videoHeight
    canvas.getContext('2d')!.drawImage(film, 0, 0)
    const still = await new Promise<Blob | null>((then) => canvas.toBlob(then, 'image/jpeg', 0.92))
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!still || !input) return
    const files = new DataTransfer()
    files.items.add(new File([still], this.dataset['name']!, { type: 'image/jpeg' }))
    input.files = files.files
    input.dispatchEvent(new Event('change'))
    film.poster = canvas.toDataURL('image/jpeg', 0.7)
    this.querySelector('[data-said]')!.textContent = this.dataset['taken']!.replace(
      '{time}',
      timeText(film.currentTime),
    )
  }
}

function timeText(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

customElements.define('weft-still', Still)

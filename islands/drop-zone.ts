import { focusSummary } from './focus.ts'
import { sendingLong } from './once.ts'

// The whole zone takes files; the chosen name is shown, and sending a large file shows how far it has come.
class DropZone extends HTMLElement {
  #input!: HTMLInputElement
  #label!: HTMLElement
  #words = ''

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    const label = this.querySelector<HTMLElement>('.drop-zone-choose')
    if (!input || !label) return
    this.#input = input
    this.#label = label
    this.#words = label.textContent
    this.classList.add('drop-ready')
    for (const name of ['dragenter', 'dragover'])
      input.addEventListener(name, () => this.#over(true))
    for (const name of ['dragleave', 'drop']) input.addEventListener(name, () => this.#over(false))
    input.addEventListener('change', () => this.#chosen())
    input.form?.addEventListener('submit', (event) => sendWithProgress(event, this))
  }

  #over(over: boolean): void {
    this.classList.toggle('drop-over', over)
  }

  #chosen(): void {
    const files = [...(this.#input.files ?? [])]
    const limit = Number(this.dataset['maxBytes'] ?? Infinity)
    const tooLarge = files.some((file) => file.size > limit)
    const size = new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }).format(limit / 1_000_000)
    this.#input.setCustomValidity('')
    if (tooLarge) this.#input.value = ''
    this.#label.textContent = tooLarge
      ? (this.dataset['tooLarge'] ?? '').replace('{size}', size)
      : files.map((file) => file.name).join(', ') || this.#words
  }
}

const worthShowingBytes = 1_000_000
let shown = pageAt(location)

function pageAt({ pathname, search }: Location): string {
  return pathname + search
}

function sendWithProgress(event: SubmitEvent, zone: HTMLElement): void {
  const form = event.target as HTMLFormElement
  const body = new FormData(form, event.submitter)
  const size = [...body.values()].reduce(
    (sum, value) => sum + (value instanceof File ? value.size : 0),
    0,
  )
  if (event.defaultPrevented || size < worthShowingBytes) return
  event.preventDefault()
  const { sent } = sendingLong(form)
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', zone.querySelector('.drop-zone-choose')?.textContent ?? '')
  const frame = document.createElement('div')
  frame.className = 'progress'
  frame.append(bar)
  zone.append(frame)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.max = total
    bar.value = loaded
  })
  request.addEventListener('loadend', sent)
  request.addEventListener('load', () => showAnswer(request))
  // The ordinary way is still there: the browser then says what is wrong with the network.
  request.addEventListener('error', () => form.submit())
  request.send(body)
}

// The answer has been fetched once, with its words about what was done; asking again would lose them.
function showAnswer(request: XMLHttpRequest): void {
  const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
  if (request.responseURL !== location.href) history.pushState(null, '', request.responseURL)
  shown = pageAt(location)
  document.title = answer.title
  document.body.replaceWith(document.adoptNode(answer.body))
  window.scrollTo(0, 0)
  focusSummary()
}

// Going back from an answer shows the page that it took the place of; a link within the page is no such way.
window.addEventListener('popstate', () => {
  if (pageAt(location) !== shown) location.reload()
})

customElements.define('weft-drop', DropZone)

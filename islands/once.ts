// A form is sent once, however often its button is pressed: until the answer comes, or for some seconds where what comes
// is a file and the page stays. Another button of the form means something else, and is taken.
interface Sending {
  submitter: HTMLElement | null
  until: number
}

const sending = new WeakMap<HTMLFormElement, Sending>()
const patienceMs = 8000

/** Says that a form is under way until `sent` is called, however long that takes. */
export function sendingLong(form: HTMLFormElement): { sent: () => void } {
  const submitter = sending.get(form)?.submitter ?? null
  sending.set(form, { submitter, until: Infinity })
  return { sent: () => void sending.delete(form) }
}

const isPosted = (form: HTMLFormElement) =>
  form.getAttribute('method')?.toLowerCase() === 'post' && !form.hasAttribute('target')

window.addEventListener(
  'submit',
  (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !isPosted(form)) return
    const { submitter } = event
    const known = sending.get(form)
    if (known && known.submitter === submitter && performance.now() < known.until) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    sending.set(form, { submitter, until: performance.now() + patienceMs })
  },
  { capture: true },
)

// Whoever kept the form from being sent may send it again at once.
window.addEventListener('submit', (event) => {
  const known = event.target instanceof HTMLFormElement ? sending.get(event.target) : undefined
  if (event.defaultPrevented && known && known.until !== Infinity) {
    sending.delete(event.target as HTMLFormElement)
  }
})

// Going back shows the page as it was left.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const form of document.forms) sending.delete(form)
})

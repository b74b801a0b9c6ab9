// The language of a page changes without losing what is typed in its forms: it waits in this tab for the same page in the
// other language, once, and is gone from the store as soon as it is read. Passwords and files are never kept.
interface TypedForm {
  action: string
  fields: { name: string; values: string[] }[]
  hasFiles: boolean
}

const key = 'weft-typed'
const never = new Set(['password', 'file', 'submit', 'button', 'reset', 'image'])

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

class Languages extends HTMLElement {
  connectedCallback(): void {
    for (const link of this.querySelectorAll('a')) {
      link.removeAttribute('target')
      link.addEventListener('click', (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) keep(this.dataset['path'] ?? '')
      })
    }
    // Two switches stand on a page: the first puts back, the second finds nothing.
    putBack(this)
  }
}

/** A path without its language: the same page has it in every language. */
function bare(path: string): string {
  return path.replace(/^\/[a-z]{2}(?:-[A-Za-z]+)?(?=\/|$)/, '')
}

// By their attributes: a field that is called "method" or "action" hides the form's own property of that name.
const isPosted = (form: HTMLFormElement) => form.getAttribute('method')?.toLowerCase() === 'post'

function actionOf(form: HTMLFormElement): string {
  return bare(new URL(form.getAttribute('action') ?? '', document.baseURI).pathname)
}

function boxesOf(form: HTMLFormElement): Box[] {
  return [...form.elements].filter(
    (each): each is Box =>
      (each instanceof HTMLInputElement && !never.has(each.type) && isTyped(each)) ||
      each instanceof HTMLSelectElement ||
      each instanceof HTMLTextAreaElement,
  )
}

/** Hidden values are the page's own, but for what was chosen from a list. */
function isTyped(box: HTMLInputElement): boolean {
  if (box.name === '' || box.name === 'csrf') return false
  return box.type !== 'hidden' || box.closest('weft-combobox') !== null
}

function isChanged(box: Box): boolean {
  if (box instanceof HTMLSelectElement) {
    return [...box.options].some((option) => option.selected !== option.defaultSelected)
  }
  if (box instanceof HTMLInputElement && /^(checkbox|radio)$/.test(box.type)) {
    return box.checked !== box.defaultChecked
  }
  return box.value !== box.defaultValue
}

function filesOf(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (each) => each instanceof HTMLInputElement && each.type === 'file' && each.files?.length,
  )
}

function keep(path: string): void {
  // A form that was refused shows what was typed as what it begins with.
  const wasRefused = document.querySelector('.error-summary') !== null
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form')]
    .filter(isPosted)
    .filter((form) => wasRefused || boxesOf(form).some(isChanged) || filesOf(form))
    .map((form) => ({
      action: actionOf(form),
      fields: fieldsOf(form),
      hasFiles: filesOf(form),
    }))
  if (forms.length > 0) sessionStorage.setItem(key, JSON.stringify({ path, forms }))
}

function fieldsOf(form: HTMLFormElement): TypedForm['fields'] {
  const fields = new Map<string, string[]>()
  for (const box of boxesOf(form)) {
    const known = fields.get(box.name) ?? []
    fields.set(box.name, known)
    if (box instanceof HTMLSelectElement) known.push(...[...box.selectedOptions].map(valueOf))
    else if (!(box instanceof HTMLInputElement) || !/^(checkbox|radio)$/.test(box.type))
      known.push(box.value)
    else if (box.checked) known.push(box.value)
  }
  return [...fields].map(([name, values]) => ({ name, values }))
}

const valueOf = ({ value }: { value: string }) => value

function putBack(element: HTMLElement): void {
  const text = sessionStorage.getItem(key)
  if (text === null) return
  sessionStorage.removeItem(key)
  const { path, forms } = JSON.parse(text) as { path: string; forms: TypedForm[] }
  if (path !== element.dataset['path']) return
  const filled = forms.filter((typed) => fill(typed))
  if (filled.length === 0) return
  const words = [element.dataset['kept'] ?? '']
  if (filled.some(({ hasFiles }) => hasFiles)) words.push(element.dataset['files'] ?? '')
  say(words.join(' '))
}

function fill({ action, fields }: TypedForm): boolean {
  const form = [...document.querySelectorAll<HTMLFormElement>('main form')].find(
    (each) => isPosted(each) && actionOf(each) === action,
  )
  if (!form) return false
  growGrid(form, fields)
  const byName = new Map(fields.map(({ name, values }) => [name, [...values]]))
  for (const box of boxesOf(form)) {
    const values = byName.get(box.name)
    if (!values) continue
    if (box instanceof HTMLSelectElement) {
      for (const option of box.options) option.selected = values.includes(option.value)
    } else if (box instanceof HTMLInputElement && /^(checkbox|radio)$/.test(box.type)) {
      box.checked = values.includes(box.value)
    } else box.value = values.shift() ?? box.value
  }
  // A box that shows what is in the form, such as that of a pasted table, looks again.
  for (const box of form.querySelectorAll('textarea')) {
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return true
}

/** Rows that were pasted into a grid are not on the new page yet. */
function growGrid(form: HTMLFormElement, fields: TypedForm['fields']): void {
  const rows = fields.flatMap(({ name }) => /^\w+\.(\d+)\.\w+$/.exec(name)?.[1] ?? [])
  const grid = form.querySelector<HTMLElement & { growTo?: (rows: number) => void }>('weft-grid')
  if (rows.length > 0) grid?.growTo?.(Math.max(...rows.map(Number)) + 1)
}

function say(text: string): void {
  const notice = document.createElement('div')
  notice.className = 'notice tone-info'
  notice.setAttribute('role', 'status')
  const title = document.createElement('p')
  title.className = 'notice-title'
  notice.append(title)
  document.querySelector('main')?.prepend(notice)
  title.textContent = text
}

// When the page is whole: its forms stand below the switch, and their own elements are there.
const define = () => customElements.define('weft-languages', Languages)
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', define)
else define()

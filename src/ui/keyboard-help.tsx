import type { Language } from '#kernel/values'
import { words } from './words.ts'

interface KeyboardHelpProps {
  language: Language
  selectable?: boolean
  /** The keys of lines that are judged, instead of those of a table. */
  lines?: boolean
}

/** The keys of a table page or of lines, opened with `?`; hidden while scripts are off, since the keys do not work then. */
export function KeyboardHelp({ language, selectable, lines }: KeyboardHelpProps) {
  const text = words(language)
  const keys: [string, string][] = [
    ...(lines ? [] : ([['/', text.keyboardSearch]] as [string, string][])),
    ['j', text.keyboardDown],
    ['k', text.keyboardUp],
    ...(selectable ? ([['x', text.keyboardSelect]] as [string, string][]) : []),
    ...(lines ? ([['v', text.keyboardVerdict]] as [string, string][]) : []),
    ['Enter', text.keyboardOpen],
    ['Ctrl K', text.keyboardSearchAll],
    ['?', text.keyboardHelp],
  ]
  return (
    <dialog class="keyboard-help" aria-labelledby="keyboard-help-title">
      <h2 id="keyboard-help-title">{text.keyboardTitle}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="button button-secondary">{text.close}</button>
      </form>
    </dialog>
  )
}

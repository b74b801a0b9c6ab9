import type { JSX } from 'preact'

// The islands are plain custom elements; their options are data attributes.
type Island = JSX.HTMLAttributes<HTMLElement> & {
  [data: `data-${string}`]: string | number | boolean | undefined
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'weft-paste': Island
      'weft-languages': Island
      'weft-combobox': Island
      'weft-drop': Island
      'weft-table': Island
      'weft-lines': Island
      'weft-progress': Island
      'weft-passkey': Island
      'weft-grid': Island
      'weft-scan': Island
      'weft-zoom': Island
      'weft-tour': Island
      'weft-model': Island
      'weft-wall': Island
      'weft-region': Island
      'weft-autosave': Island
      'weft-upload': Island
      'weft-still': Island
    }
  }
}

import type { Scene } from '#kernel/http'
import { localised, type LocalText } from '#kernel/values'

/** The same as a bare text. */
export function localText(scene: Scene, text: LocalText): string {
  return localised(text, scene.language).text
}

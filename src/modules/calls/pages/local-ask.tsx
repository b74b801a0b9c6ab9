import type { FormState, Scene } from '#kernel/http'
import { LocalAsk as LocalFields } from '#ui'

interface LocalAskProps {
  scene: Scene
  form: FormState
  name: string
  legend: string
  hint?: string
  rows?: number
  most?: number
  prefix?: string
  required?: boolean
}

/** One text in five languages, the reader's first. */
export function LocalAsk({ scene, form, ...asked }: LocalAskProps) {
  const { values, errors } = form
  return <LocalFields language={scene.language} values={values} errors={errors} {...asked} />
}

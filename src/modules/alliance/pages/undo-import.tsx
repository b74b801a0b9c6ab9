import { Button, Form, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { Scene } from './scene.tsx'

interface UndoImportProps {
  scene: Scene
  /** What the list has done. */
  title: string
  /** The address that takes it back. */
  action: string
  importId: string
}

/** Says what a list that was brought in has done, and offers to take it back. */
export function UndoImport({ scene, title, action, importId }: UndoImportProps) {
  return (
    <Notice
      tone="done"
      live
      title={title}
      action={
        <Form action={action} csrf={scene.frame.csrf} hidden={{ import: importId }} inline>
          <Button look="secondary" small>
            {scene.t(m('action.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

import { type Scene } from '#kernel/http'
import type { Sheet } from '#kernel/files'
import { m } from '../messages/index.ts'
import { localText, mentorAt, nameWords, standingOf } from '../pages/scene.tsx'
import type { ListedStudent } from '../queries/students.ts'
import { mentorKinds } from '../schema.ts'

/** Students with their mentors as a sheet. */
export function tableOf(scene: Scene, rows: readonly ListedStudent[]): Sheet {
  const { t } = scene
  return {
    name: t(m('students.title')).slice(0, 31),
    columns: [
      { header: t(m('field.student')), kind: 'text', width: 30 },
      { header: t(m('field.number')), kind: 'text', width: 14 },
      { header: t(m('field.school')), kind: 'text', width: 30 },
      { header: t(m('field.engagement')), kind: 'text', width: 34 },
      { header: t(m('field.from')), kind: 'date' },
      { header: t(m('field.until')), kind: 'date' },
      ...mentorKinds.flatMap((kind) => [
        { header: t(m(`kind.${kind}`)), kind: 'text' as const, width: 26 },
        { header: t(m(`field.state.${kind}`)), kind: 'text' as const, width: 16 },
      ]),
      { header: t(m('field.standing')), kind: 'text', width: 24 },
    ],
    rows: rows.map((row) => [
      nameWords(scene, row.name),
      row.student_number,
      localText(scene, row.organisation),
      localText(scene, row.titles),
      row.starts_on,
      row.ends_on,
      ...mentorKinds.flatMap((kind) => {
        const each = mentorAt(row, kind, 'held') ?? mentorAt(row, kind, 'asked')
        return each ? [nameWords(scene, each.name), t(m(`state.${each.state}`))] : [null, null]
      }),
      standingOf(scene, row).label,
    ]),
  }
}

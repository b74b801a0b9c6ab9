import type { SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { templateOf } from './templates.ts'

/** A list of a round that gives mentors, to be filled in: its columns are understood when it comes back. */
export function mentorTemplateOf(
  list: 'students' | 'mentors' | 'pairs',
  t: Translate,
): ReturnType<typeof templateOf> {
  const column = (header: string, kind: SheetColumn['kind'] = 'text', width = 20) => ({
    header,
    kind,
    width,
  })
  const student = (number: number) => t(m('mentor-template.student', { number }))
  const mentor = (number: number) => t(m('mentor-template.mentor', { number }))
  const [thai, chinese] = [t(m('mentor-template.languages-1')), t(m('mentor-template.languages-2'))]
  const [one, two] = [t(m('mentor-template.field-1')), t(m('mentor-template.field-2'))]
  const kinds = [t(m('mentor-template.academic')), t(m('mentor-template.industry'))] as const
  const name = column(t(m('mentor-round.student')))
  const about = [
    column(t(m('mentor-round.languages'))),
    column(t(m('mentor-round.fields'))),
    column(t(m('columns.country'))),
  ]
  switch (list) {
    case 'students':
      return {
        columns: [
          name,
          ...about,
          ...[1, 2, 3, 4].map((choice) => column(t(m('mentor-round.wish-number', { choice })))),
        ],
        rows: [
          [student(1), thai, one, 'TH', mentor(1), mentor(3)],
          [student(2), chinese, two, 'CN', mentor(2), mentor(1), mentor(4)],
          [student(3), thai, '', 'TH'],
        ],
      }
    case 'mentors':
      return {
        columns: [
          column(t(m('mentor-round.mentor'))),
          column(t(m('mentor-round.kind-column'))),
          column(t(m('mentor-round.students-at-most')), 'number', 16),
          ...about,
          ...[1, 2].map((rank) => column(t(m('mentor-template.named', { rank })))),
        ],
        rows: [
          [mentor(1), kinds[0], '2', thai, one, 'TH', student(1)],
          [mentor(2), kinds[0], '1', chinese, two, 'CN'],
          [mentor(3), kinds[1], '2', thai, one, 'TH', student(3), student(1)],
          [mentor(4), kinds[1], '1', chinese, two, 'KR'],
        ],
      }
    case 'pairs':
      return {
        columns: [
          name,
          column(t(m('mentor-round.mentor'))),
          column(t(m('mentor-round.cost')), 'number', 12),
        ],
        rows: [
          [student(1), mentor(1), '0'],
          [student(1), mentor(3), '10'],
          [student(2), mentor(2), '0'],
          [student(2), mentor(4), '25'],
          [student(3), mentor(1), '10'],
          [student(3), mentor(3), '0'],
        ],
      }
  }
}

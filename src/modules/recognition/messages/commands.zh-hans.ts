import type en from './commands.en.ts'

export default {
  'command.as': '以此人的权限操作（电子邮件或 ID）；不指定则以本机的权限操作。',
  'command.no-person': '没有电子邮件或 ID 为 {person} 的人员。',
  'command.no-file': '无法读取文件 {file}。',
  'command.remark': '  第 {line} 行：{text}',
  'command.transcript.summary': '导入成绩单（ELMO、XLSX 或 CSV），建立认定案并进行评估。',
  'command.transcript.student': '本校学号。',
  'command.transcript.host': '出具成绩单的院校：ID、缩写或名称。',
  'command.transcript.usage': '需要文件、--student 学号 和 --host 院校。',
  'command.transcript.done': '已建立认定案 {number}，共 {lines} 门课程。',
  'command.no-enrolments': '没有学号为 {called} 的学生。',
  'command.several-enrolments': '有多名学生的学号为 {called}，请改用学籍 ID。',
  'command.no-organisations': '没有 ID、缩写或名称为 {called} 的机构。',
  'command.several-organisations': '有多个机构名为 {called}，请改用 ID。',
  'command.several-cases': '多所院校有相同编号的认定案，请改用 ID。',
  'command.evaluate.summary': '按现行规则重新评估一个认定案，或全部未决认定案。',
  'command.evaluate.all': '全部未决认定案。',
  'command.evaluate.usage': '请给出一个认定案的编号或 ID，或使用 --all。',
  'command.evaluate.progress': '认定案',
  'command.evaluate.case':
    '{number}：{credit} 学分；认定 {recognised} 门，不认定 {refused} 门，待人工判断 {open} 门',
  'command.evaluate.refused': '{number}：{reason}',
  'command.evaluate.done': '已评估：{cases}。有变化：{changed}。',
} satisfies Record<keyof typeof en, string>

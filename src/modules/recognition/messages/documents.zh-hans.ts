import archive from './archive.zh-hans.ts'
import operations from './operations.zh-hans.ts'
import checked from './checked.zh-hans.ts'
import statement from './statement.zh-hans.ts'
import type en from './documents.en.ts'

export default {
  ...archive,
  ...statement,
  ...checked,
  ...operations,
  'refusal.too-many-rows':
    '文件中有 {count, number} 门课程，而一份成绩单最多 {limit, number} 门。如果这是院校的课程列表，请作为课程目录导入；如果包含多名学生，请每名学生单独提交一个文件。',
  'documents.encoding.label': '文本编码',
  'documents.encoding.hint': '请选择使下列文字正确显示的编码。原文件不会被更改。',
  'documents.encoding.found': '{encoding}（根据文件内容识别）',
  'documents.encoding.broken': '{encoding}：不适用，部分字符在该编码中不存在',
  'documents.encoding.summary': '编码：{encoding}',
  'documents.encoding.reread': '已按 {encoding} 重新读取文件，之前的更正已被替换。',
  'documents.off-scale': '有 {count, number} 个成绩不在“{scale}”之中',
  'documents.off-scale.hint':
    '请与原件核对。如果原件上确是该成绩，可以照录，由学分认定员判断该行。',
  'documents.off-scale.line': '第 {line, number} 行，{code}：“{grade}”',
} satisfies Record<keyof typeof en, string>

import type { ElmoIssueKey } from '../formats/elmo-texts.ts'

export default {
  'elmo.empty': '文件是空的。',
  'elmo.too-large': '文件解压后超过 {limit} MB。请对方提供不含附件的文件。',
  'elmo.too-deep': '元素嵌套超过 {limit} 层，成绩单不需要如此结构。文件未被读取。',
  'elmo.too-many': '文件中的元素超过 {limit, number} 个，未被读取。',
  'elmo.compressed-broken': '文件经过压缩，但压缩数据已损坏。请对方重新发送。',
  'elmo.encoding-broken': '无法按 {encoding} 编码读取文件。请对方提供 UTF-8 编码的文件。',
  'elmo.doctype':
    '文件含有文档类型声明（DOCTYPE）。ELMO 不需要它，而且它可能被滥用，因此文件未被读取。',
  'elmo.malformed':
    '从此处起文件不是格式正确的 XML：标签未闭合，或含有不允许的字符。请对方重新发送。',
  'elmo.not-elmo': '文件的根元素是 {root}，不是 elmo，因此不是 ELMO 成绩单。',
  'elmo.namespace-unknown': '文件所写的 ELMO 版本无法识别：{namespace}。文件未被读取。',
  'elmo.namespace-old': '文件采用 ELMO 1.0 之前的格式，仅读取了名称相同的部分。请与原件核对。',
  'elmo.namespace-missing': '文件没有写明 ELMO 版本，已按第 1 版读取。请与原件核对。',
  'elmo.missing': '{parent} 中缺少 {element}。',
  'elmo.unexpected': '{parent} 中不应有 {element}，该部分未被读取。',
  'elmo.order': '{element} 应在 {before} 之前，却出现在其后。仍已读取。',
  'elmo.repeated':
    '{element} 在 {parent} 中出现 {count, number} 次，最多允许 {most, number} 次。已读取第一个。',
  'elmo.missing-attribute': '{element} 缺少属性 {attribute}。',
  'elmo.stray-text': '{element} 中有不属于任何部分的文字：“{value}”。',
  'elmo.not-a-date': '{element} 中的“{value}”不是 2026-01-31 形式的日期，已留空。',
  'elmo.not-a-time': '{element} 中的“{value}”不是 2026-01-31T09:00:00Z 形式的时间，已留空。',
  'elmo.not-a-number': '{element} 中的“{value}”不是使用小数点的数字，已留空。',
  'elmo.not-in-list': '{element} 中不允许“{value}”；允许的值为：{list}。',
  'elmo.empty-value': '{element} 是空的。',
  'elmo.no-courses': '成绩单中没有课程。',
  'elmo.negative-credit': '学分 {value} 小于零。',
  'elmo.term-order': '学期结束于 {end, date, long}，早于开始日期 {start, date, long}。',
  'elmo.grading-scheme-unknown': '文件引用了评分制 {id}，但没有给出说明。',
  'elmo.attachment-unreadable': '附件 {title} 无法解码。请对方重新发送。',
  'elmo.more': '文件中还有 {count, number} 条同类提示。',
} satisfies Record<ElmoIssueKey, string>

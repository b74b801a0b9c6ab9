import type en from './en.ts'
import held from './held.zh-hans.ts'
import uploads from './uploads.zh-hans.ts'

export default {
  ...held,
  ...uploads,
  empty: '文件是空的。',
  'too-large': '文件超过{most}，请选择较小的文件。',
  'kind-unknown': '无法识别该文件的内容。可接受的格式：{allowed}。',
  'kind-not-allowed': '这是{kind}文件。此处可接受：{allowed}。',
  pixels: '图片超过{most}百万像素，请降低分辨率后重新保存。',
  'image-broken': '图片已损坏，无法打开。请重新保存或扫描。',
  'pdf-broken': 'PDF文件已损坏，无法打开。请从原件重新导出。',
  'pdf-encrypted': 'PDF文件有密码保护，请另存一份不带密码的副本。',
  'pdf-active': '该PDF含有打开时会运行的程序。请打印为新的PDF后再提交。',
  'two-kinds': '该文件同时伪装成两种格式。请用原来的程序重新保存。',
  'archive-broken': '文件已损坏，无法解压。请重新保存。',
  'archive-bomb': '该文件解压后会异常庞大，因此未打开。请只把需要的工作表另存为新文件。',
  'office-locked': '文件有密码保护，或为旧的.xls、.doc格式。请另存为不带密码的.xlsx文件。',
  'xml-doctype': '该XML声明了DOCTYPE或实体，不予接受。请删除DOCTYPE。',
  'svg-active': '该SVG图含有程序或引用外部地址。请另存为普通SVG或PNG。',
  'store-full': '文件存储空间已满，未保存任何内容。请等管理员清理空间后再试。',
  gone: '该文件已不存在，请重新添加。',
  'table-empty': '表格没有表头，也没有数据。',
  'table-kind': '这不是表格文件。请提交XLSX、CSV、TSV、JSON或JSON Lines。',
  'table-rows': '表格超过{most}行，请拆分为多个文件。',
  'table-columns': '第{row}行超过{most}列。',
  'table-cell': '第{row}行第{column}列：单元格超过{most}个字符。',
  'table-quotes': '第{row}行：引号未闭合，或出现在单元格中间。',
  'table-json': '无法读取JSON：{detail}',
  'table-json-shape': 'JSON必须是由字段相同的对象组成的数组。',
  'table-json-line': '第{row}行不是JSON对象。',
  'table-sheet': '工作簿中没有名为“{sheet}”的工作表。现有工作表：{sheets}。',
  'table-encoding': '无法按{encoding}编码读取文本。请将文件另存为UTF-8。',
  'table-workbook': '工作簿已损坏：{detail}。请用电子表格程序打开并重新保存。',
  'reading-slow':
    '读取文件超过 {seconds, number} 秒，已停止，未保存任何内容。请发送较小的文件，或用原程序重新保存后再试。',
  'reading-memory':
    '读取该文件所需的内存超出单个文件的上限，已停止，未保存任何内容。请拆分成几个文件。',
  'reading-busy': '目前正在读取的文件过多。内容没有丢失，请一分钟后再次提交表单。',
} satisfies Record<keyof typeof en, string>

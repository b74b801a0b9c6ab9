export default {
  'checking.file': '或证明的 PDF 文件',
  'checking.file-hint': '系统从中读取验证码，不保存文件。',
  'checking.no-code-in-file': '此文件中未找到验证码',
  'checking.no-code-in-file-hint':
    '这并不说明证明不实：例如扫描件中没有可读的验证码。请输入纸面上的验证码。',
  'checking.courses': '本证明认定的课程',
  'checking.courses-lead': '纸面上的每门课程、学分和成绩都须与此处一致。',
  'checking.appealed': '对本决定的申诉正在审理。在答复之前决定仍然有效。',
} as const

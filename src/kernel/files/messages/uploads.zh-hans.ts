export default {
  'upload-closed': '此文件已停止传送，请重新开始。',
  'upload-cut': '连接中断。已收到的部分已保留，可从该处继续。',
  'upload-digest': '收到的内容与发出的不一致，请重新传送。',
  'upload-length': '文件大小与先前声明的不符，请用完整文件重新开始。',
  'uploads-full': '服务器上正在传送的大文件过多，请待部分完成后再试。',
  'uploads-large': '您正在传送的文件已达每人上限（{most}），请先完成或取消一部分。',
  'uploads-many': '您有 {most, number} 个文件正在传送，请先完成或取消一部分。',
}

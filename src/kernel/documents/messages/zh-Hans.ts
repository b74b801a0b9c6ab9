import type en from './en.ts'

export default {
  'page-of': '第 {page} 页，共 {pages} 页',
  'scan-empty': '请至少添加一个文件：纸质原件的照片或扫描件，或PDF文件。',
  'scan-repeated': '同一文件添加了两次，请删除其中一个。',
  'scan-coarse': '第{number}张图片过小，无法辨认。请以150 dpi以上重新扫描，或靠近一些再拍。',
  'scan-long': '扫描件共{pages}页，最多接受{most}页。请只提交需要的页面。',
} satisfies Record<keyof typeof en, string>

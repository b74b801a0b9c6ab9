import type en from './checked.en.ts'

export default {
  'checked.title': '核验内容',
  'checked.code': '该编号对应的证明由{institution}于{day}出具。',
  'checked.latest': '没有更新的版本取代该证明。',
  'checked.later': '{day}的第{revision}次修订版已取代该证明。',
  'checked.stands': '认定结论有效，未重新审理。',
  'checked.open': '该申请已重新审理，尚待作出新的结论。',
  'checked.same': '所填学号与该证明一致。',
  'checked.other': '所填学号与该证明不一致。',
  'checked.no-number': '未比对学号。如需比对，请在下方填写。',
  'checked.paper': '纸质文件本身需由您核对：上面的每一项都应与此处一致。',
  'checked.again': '再次核验，或核验其他证明',
} satisfies Record<keyof typeof en, string>

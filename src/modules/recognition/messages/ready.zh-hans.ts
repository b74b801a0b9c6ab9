import type en from './ready.en.ts'

export default {
  'ready.title': '可一并决定',
  'ready.lead':
    '以下认定案的每一行均已由规则和先例确定。请查看各案认定内容及其依据；每项决定各自独立，可照常撤回。',
  'ready.none': '没有仅由规则和先例确定的认定案',
  'ready.none-why': '尚有课程待您判断或已有人作出判断的认定案须逐案决定。',
  'ready.stands-on': '认定内容与依据',
  'ready.decide': '决定所选',
  'ready.decided': '已决定 {count} 案',
  'ready.undo': '在本校规定的时间内，可在各案页面撤回。',
  'ready.left': '{count} 案未决定',
  'ready.link': '一并决定',
} as const satisfies Record<keyof typeof en, string>

import type en from './held.en.ts'

export default {
  'held.agreements': '实习协议',
  'held.agreements-stay': '已签署的内容由各签署方保留，仅为草稿的内容将删除。',
  'held.evaluating': '您作为导师受邀填写的评价',
  'held.evaluations': '对您实习的评价',
  'held.hours': '工时记录',
  'held.interruptions': '中止与提前结束',
  'held.marks-stay': '评分保留，姓名、地址与评语将删除。',
} satisfies Record<keyof typeof en, string>

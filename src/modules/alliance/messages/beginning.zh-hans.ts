import type en from './beginning.en.ts'

export default {
  'first.nobody': '该成员尚无负责人',
  'first.nobody-why': '请邀请其首位项目协调员或管理员。接受邀请者可再邀请其他人员。',
  'first.invited': '已发出邀请，对方尚未接受。',
  'first.invite': '邀请首位项目协调员',
  'first.invite-another': '邀请项目协调员',
  'search-kind.person': '人员',
  'search-kind.organisation': '机构',
  'search-kind.programme': '联盟项目',
  'search-kind.initiative': '合作行动',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'site.name': 'Weft',
  'site.footer': 'Weft：文化与科技联盟的共用平台',
  'site.demonstration': '这是演示系统。其中的人物、课程与决定均为虚构；真实机构仅使用公开信息。',
  'frame.sign-in': '登录',
  'frame.sign-out': '退出登录',
  'frame.account': '账户',
  'frame.inbox': '待办',
  'frame.home': '首页',
  'home.title': '文化与科技，跨越国界，交织成锦',
  'home.lead':
    '高校、企业、博物馆、政府与资助机构共用一个平台：学生、学者、知识、作品与资金在此流动，每一步都留有依据。',
  'failure.home': '前往首页',
  'failure.number': '本次请求编号：{request}',
} satisfies Record<keyof typeof en, string>

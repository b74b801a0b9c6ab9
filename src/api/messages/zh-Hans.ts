import type en from './en.ts'

export default {
  'api.title': '供程序使用的接口',
  'api.lead':
    '程序在此的操作与页面遵循同样的规则，得到同样的答复。本页和 OpenAPI 文档均由校验每次调用的同一套模式生成。',
  'api.address': '所有路径均以此开头：',
  'api.signing-in':
    '调用以当前登录者的身份进行。无权查看的内容与页面一样，按不存在（404）答复。被拒绝时返回问题说明文档（RFC 9457），使用您请求的语言。',
  'api.operation': '本接口说明（OpenAPI 3.1）',
  'api.tag': '关于接口',
  'api.in-path': '位于路径',
  'api.in-query': '位于查询参数',
  'api.optional': '可选',
  'api.body': '发送的内容（{type}）',
  'api.answer': '返回的内容（{type}）',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'api.title': '供程序使用的接口',
  'api.lead':
    '程序在此的操作与页面遵循同样的规则，得到同样的答复。本页和 OpenAPI 文档均由校验每次调用的同一套模式生成。',
  'api.address': '所有路径均以此开头：',
  'api.signing-in':
    '程序凭访问令牌（Authorization: Bearer）代表创建该令牌的人操作。此人无权查看的内容与页面一致，一律答复为不存在（404）。拒绝以问题文档（RFC 9457）返回，使用您请求的语言。',
  'api.operation': '本接口说明（OpenAPI 3.1）',
  'api.tag': '关于接口',
  'api.in-path': '位于路径',
  'api.in-query': '位于查询参数',
  'api.optional': '可选',
  'api.body': '发送的内容（{type}）',
  'api.answer': '返回的内容（{type}）',
  'api.bearer': '来自您账户“访问令牌”页面的令牌：权限与您相同。',
  'api.statuses': '状态码：{statuses}',
  'api.400': '无法读取请求正文',
  'api.401': '未登录，或令牌无效',
  'api.403': '令牌仅可读取，或缺少表单令牌',
  'api.404': '不存在，或您无权查看',
  'api.409': '与当前状态冲突',
  'api.413': '请求正文过大',
  'api.422': '正文或查询参数有误：见 fields',
  'api.429': '调用过于频繁：请按 Retry-After 等待',
  'api.500': '服务端错误，见请求编号',
  'api.503': '暂时不可用：请按 Retry-After 重试',
  'api.507': '磁盘已满：未作任何更改',
} satisfies Record<keyof typeof en, string>

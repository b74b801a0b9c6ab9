import type en from './en.ts'

export default {
  'forbidden-url': '此网址无法使用，请填写以 https:// 开头的网址。',
  'forbidden-address': '此网址不在公共互联网上。',
  'no-basis': '不能向对方发送个人信息：没有登记相应的法律依据。',
  'too-many-redirects': '对方网址跳转次数过多。',
  'too-large': '对方返回的内容过大。',
  'wrong-type': '对方返回的文件类型不符。',
  timeout: '对方未在规定时间内响应，请稍后重试。',
  unreachable: '无法连接到对方，请检查网址或稍后重试。',
} satisfies Record<keyof typeof en, string>

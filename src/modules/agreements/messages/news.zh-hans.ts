import type en from './news.en.ts'

export default {
  'notice.kind.news': '协议：合作方的决定',
  'news.refused': '{partner}未接受您发送的内容，理由见协议页面。',
  'news.ended': '{partner}已终止协议，最后一个学年见协议页面。',
  'news.ended-by-all': '所有合作方均已同意提前终止协议。',
  'news.end-declined': '{partner}不同意提前终止协议，协议继续有效。',
} satisfies Record<keyof typeof en, string>

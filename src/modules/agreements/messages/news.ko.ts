import type en from './news.en.ts'

export default {
  'notice.kind.news': '협정: 협력 기관의 결정',
  'news.refused': '{partner}에서 보내신 내용을 수락하지 않았습니다. 사유는 협정 페이지에 있습니다.',
  'news.ended': '{partner}에서 협정을 종료했습니다. 마지막 연도는 협정 페이지에 있습니다.',
  'news.ended-by-all': '모든 협력 기관이 협정의 조기 종료에 동의했습니다.',
  'news.end-declined': '{partner}에서 조기 종료에 동의하지 않았습니다. 협정은 계속 유효합니다.',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'api.title': '프로그램용 API',
  'api.lead':
    '프로그램이 여기서 하는 일은 화면과 똑같은 규칙을 따르고 똑같은 응답을 받습니다. 이 페이지와 OpenAPI 문서는 모든 호출을 검사하는 바로 그 스키마에서 만들어집니다.',
  'api.address': '모든 경로는 다음으로 시작합니다:',
  'api.signing-in':
    '호출은 로그인한 사람의 권한으로 처리됩니다. 볼 수 없는 것은 화면에서와 같이 없는 것(404)으로 응답합니다. 거절될 때는 요청한 언어로 문제 문서(RFC 9457)를 돌려줍니다.',
  'api.operation': '이 API 설명(OpenAPI 3.1)',
  'api.tag': 'API 정보',
  'api.in-path': '경로에 위치',
  'api.in-query': '쿼리에 위치',
  'api.optional': '선택',
  'api.body': '보내는 내용({type})',
  'api.answer': '받는 내용({type})',
} satisfies Record<keyof typeof en, string>

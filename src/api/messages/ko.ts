import type en from './en.ts'

export default {
  'api.title': '프로그램용 API',
  'api.lead':
    '프로그램이 여기서 하는 일은 화면과 똑같은 규칙을 따르고 똑같은 응답을 받습니다. 이 페이지와 OpenAPI 문서는 모든 호출을 검사하는 바로 그 스키마에서 만들어집니다.',
  'api.address': '모든 경로는 다음으로 시작합니다:',
  'api.signing-in':
    '프로그램은 액세스 토큰(Authorization: Bearer)을 만든 사람을 대신합니다. 그 사람이 볼 수 없는 것은 페이지에서와 같이 없는 것(404)으로 답합니다. 거절은 요청한 언어의 문제 문서(RFC 9457)입니다.',
  'api.operation': '이 API 설명(OpenAPI 3.1)',
  'api.tag': 'API 정보',
  'api.in-path': '경로에 위치',
  'api.in-query': '쿼리에 위치',
  'api.optional': '선택',
  'api.body': '보내는 내용({type})',
  'api.answer': '받는 내용({type})',
  'api.bearer': '계정의 ‘액세스 토큰’에서 만든 토큰. 귀하가 할 수 있는 일만 할 수 있습니다.',
  'api.statuses': '상태 코드: {statuses}',
  'api.400': '본문을 읽을 수 없음',
  'api.401': '로그인하지 않았거나 토큰이 유효하지 않음',
  'api.403': '읽기만 하는 토큰이거나 양식 토큰이 없음',
  'api.404': '없거나 볼 권한이 없음',
  'api.409': '현재 상태와 맞지 않음',
  'api.413': '본문이 너무 큼',
  'api.422': '본문이나 쿼리에 잘못된 것이 있음(fields 참조)',
  'api.429': '호출이 너무 많음(Retry-After 참조)',
  'api.500': '서버 오류(요청 번호 참조)',
  'api.503': '잠시 사용할 수 없음(Retry-After 참조)',
  'api.507': '디스크가 가득 참. 바뀐 것이 없음',
} satisfies Record<keyof typeof en, string>

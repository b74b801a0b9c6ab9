import type en from './en.ts'

export default {
  'forbidden-url': '사용할 수 없는 주소입니다. https://로 시작하는 주소를 입력하십시오.',
  'forbidden-address': '공개 인터넷에 있는 주소가 아닙니다.',
  'no-basis': '개인정보를 보낼 수 없습니다. 기록된 처리 근거가 없습니다.',
  'too-many-redirects': '상대 서버가 다른 주소로 너무 여러 번 연결했습니다.',
  'too-large': '상대 서버의 응답이 너무 큽니다.',
  'wrong-type': '상대 서버가 예상과 다른 종류의 문서를 보냈습니다.',
  timeout: '상대 서버가 제시간에 응답하지 않았습니다. 나중에 다시 시도하십시오.',
  unreachable: '상대 서버에 연결할 수 없습니다. 주소를 확인하거나 나중에 다시 시도하십시오.',
} satisfies Record<keyof typeof en, string>

import type en from './en.ts'

export default {
  'site.name': 'Weft',
  'site.footer': 'Weft, 문화·기술 연합의 공동 플랫폼',
  'site.demonstration':
    '시연용 시스템입니다. 인물, 과목, 결정은 모두 가상이며 실제 기관은 공개된 사실만 표시합니다.',
  'frame.sign-in': '로그인',
  'frame.sign-out': '로그아웃',
  'frame.account': '계정',
  'frame.inbox': '할 일',
  'frame.home': '첫 화면',
  'home.title': '문화와 기술을 국경 너머로 잇다',
  'home.lead':
    '대학, 기업, 박물관, 정부, 재단이 하나의 플랫폼을 함께 씁니다. 학생과 연구자, 지식과 작품, 재원이 오가며 모든 단계에 그 이유가 남습니다.',
  'failure.home': '첫 화면으로 가기',
  'failure.number': '요청 번호: {request}',
} satisfies Record<keyof typeof en, string>

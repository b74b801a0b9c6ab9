import type en from './beginning.en.ts'

export default {
  'first.nobody': '이 회원 기관에는 아직 담당자가 없습니다',
  'first.nobody-why':
    '첫 코디네이터나 관리자를 초대하십시오. 수락한 사람이 다른 구성원을 초대합니다.',
  'first.invited': '초대를 보냈으나 아직 수락하지 않았습니다.',
  'first.invite': '첫 코디네이터 초대',
  'first.invite-another': '코디네이터 초대',
  'search-kind.person': '사람',
  'search-kind.organisation': '기관',
  'search-kind.programme': '연합 프로그램',
  'search-kind.initiative': '공동 사업',
} satisfies Record<keyof typeof en, string>

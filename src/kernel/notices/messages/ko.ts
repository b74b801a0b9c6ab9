import type en from './en.ts'

export default {
  'mail.open': '열기',
  'digest.subject': '새 소식 {count, plural, other {#}}건',
  'digest.news': '지난 요약 이후의 소식입니다.',
  'digest.more': '그 밖의 {count, plural, other {#}}건은 내 페이지에서 확인하십시오.',
  'digest.waiting-heading': '처리할 일',
  'digest.waiting':
    '처리할 일가 {open, plural, other {#}}건 있습니다.{overdue, plural, =0 {} other { 그중 #건은 기한이 지났습니다.}}',
  'digest.inbox': '할 일 목록 열기',
  'choice.none': '메일 받지 않음',
  'choice.immediate': '바로 메일 받기',
  'choice.daily': '하루 한 번 요약',
} satisfies Record<keyof typeof en, string>

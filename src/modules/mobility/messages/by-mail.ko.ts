import type en from './by-mail.en.ts'

export default {
  'by-mail.works-here': '상대 대학은 이곳에 담당 부서가 있어 직접 답합니다.',
  'by-mail.answer': '상대 대학이 전자우편으로 답했습니다',
  'by-mail.which': '어느 편지',
  'by-mail.gone': '이 교류에 철하지 않은 편지이거나 파일입니다.',
  'by-mail.files': '전자우편으로 온 파일',
  'by-mail.files-lead':
    '이 교류에 철한 편지의 파일입니다. 성적증명서로 쓰는 파일은 온 그대로 보관합니다.',
  'by-mail.from': '보낸 사람',
  'by-mail.day': '받은 날',
  'by-mail.take': '성적증명서로 쓰기',
} satisfies Record<keyof typeof en, string>

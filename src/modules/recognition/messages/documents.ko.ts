import archive from './archive.ko.ts'
import operations from './operations.ko.ts'
import checked from './checked.ko.ts'
import statement from './statement.ko.ts'
import type en from './documents.en.ts'

export default {
  ...archive,
  ...statement,
  ...checked,
  ...operations,
  'refusal.too-many-rows':
    '문서에 {count, number}과목이 있습니다. 성적증명서 한 건에는 {limit, number}과목까지 넣을 수 있습니다. 대학의 개설 과목 목록이면 과목 목록으로 가져오고, 여러 학생의 성적이면 학생별로 파일을 나누어 보내 주십시오.',
  'documents.encoding.label': '문자 인코딩',
  'documents.encoding.hint':
    '아래 글자가 바르게 보이는 것을 고르십시오. 파일 자체는 바뀌지 않습니다.',
  'documents.encoding.found': '{encoding}(파일에서 판별됨)',
  'documents.encoding.broken': '{encoding}: 이 인코딩에 없는 글자가 있어 불가능함',
  'documents.encoding.summary': '인코딩: {encoding}',
  'documents.encoding.reread':
    '파일을 {encoding}(으)로 다시 읽었습니다. 이전에 고친 내용은 대체되었습니다.',
  'documents.off-scale': '‘{scale}’ 체계에 없는 성적이 {count, number}개 있습니다',
  'documents.off-scale.hint':
    '원본과 대조하십시오. 원본에 그렇게 적혀 있으면 그대로 두고 담당자가 판단합니다.',
  'documents.off-scale.line': '{line, number}행 {code}: ‘{grade}’',
} satisfies Record<keyof typeof en, string>

import type en from './statement.en.ts'

export default {
  'statement.revision': '개정 차수',
  'statement.revision-replaces': '{revision}차, {day} 발급 {before}차를 대체',
  'statement.verify':
    'QR 코드를 스캔하거나 아래 주소에서 코드를 입력하면 이 증명서의 진위와 유효 여부를 확인할 수 있습니다.',
  'statement.check.title': '학점 인정 증명서 확인',
  'statement.check.lead':
    '코드는 증명서마다 QR 코드 옆에 있습니다. 이 화면에는 학생 정보가 나타나지 않습니다.',
  'statement.check.code': '증명서 코드',
  'statement.check.code-hint': '영문자와 숫자 12자리, 예: 4TNE-8VRA-3CKS',
  'statement.check.number-hint':
    '종이에 적힌 대로 입력하면 이 증명서의 학번과 같은지 알려 드립니다.',
  'statement.check.submit': '확인',
  'statement.check.result': '기록된 내용',
  'statement.check.holds': '이 증명서는 진본이며 유효합니다.',
  'statement.check.compare': '종이의 내용을 아래 기록과 대조하십시오. 기록이 기준입니다.',
  'statement.check.reopened':
    '이 증명서는 진본이지만 건이 다시 검토 중이어서 결과가 바뀔 수 있습니다.',
  'statement.check.replaced': '이 증명서는 진본이지만 {revision}차 개정본으로 대체되었습니다.',
  'statement.check.replaced-hint': '{day} 발급 증명서를 요청하십시오.',
  'statement.check.unknown': '이 코드의 증명서가 없습니다.',
  'statement.check.unknown-hint':
    '종이에 적힌 대로 다시 입력하십시오. 그래도 없으면 증명서를 신뢰하기 전에 적힌 기관에 문의하십시오.',
  'statement.check.no-code': '증명서 코드가 아닙니다.',
  'statement.check.no-code-hint': '코드는 12자리이며 I, L, O, U는 쓰이지 않습니다.',
  'statement.check.number-same': '학번이 이 증명서와 일치합니다.',
  'statement.check.number-other': '학번이 이 증명서와 다릅니다. 종이가 변조되었을 수 있습니다.',
  'statement.check.institution': '인정 기관',
  'statement.check.host': '학점 취득 기관',
  'documents.title': '인정 건 {number}의 문서',
  'documents.link': '문서',
  'documents.statement.lead': '한 문서에 두 언어로 적으며 첫째 언어를 더 크게 적습니다.',
  'documents.language.first': '첫째 언어',
  'documents.language.second': '둘째 언어',
  'documents.table': '과목 표',
  'documents.table.lead':
    '과목별 판정을 스프레드시트나 프로그램용으로 내려받습니다. 학점은 정확한 값입니다.',
} satisfies Record<keyof typeof en, string>

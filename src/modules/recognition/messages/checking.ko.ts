export default {
  'checking.file': '또는 증명서 PDF',
  'checking.file-hint': '파일에서 코드를 읽으며 파일은 보관하지 않습니다.',
  'checking.no-code-in-file': '이 파일에서 코드를 찾지 못했습니다',
  'checking.no-code-in-file-hint':
    '증명서가 거짓이라는 뜻은 아닙니다. 예를 들어 스캔본에는 읽을 수 있는 코드가 없습니다. 적힌 코드를 입력하십시오.',
  'checking.courses': '이 증명서가 인정하는 과목',
  'checking.courses-lead': '종이의 모든 과목, 학점, 성적이 여기와 같아야 합니다.',
  'checking.appealed':
    '이 결정에 대한 이의 신청을 검토 중입니다. 답변이 있을 때까지 결정은 유효합니다.',
} as const

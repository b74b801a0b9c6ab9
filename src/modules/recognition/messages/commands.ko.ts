import type en from './commands.en.ts'

export default {
  'command.as': '이 사람(이메일 또는 ID)의 권한으로 실행합니다. 없으면 컴퓨터의 권한을 씁니다.',
  'command.no-person': '이메일이나 ID가 {person}인 사람이 없습니다.',
  'command.no-file': '{file} 파일을 읽을 수 없습니다.',
  'command.remark': '  {line}행: {text}',
  'command.transcript.summary': '성적증명서(ELMO, XLSX, CSV)를 가져와 심사 건을 열고 평가합니다.',
  'command.transcript.student': '소속 대학의 학번.',
  'command.transcript.host': '발급 기관: ID, 약칭 또는 이름.',
  'command.transcript.usage': '파일, --student 학번, --host 기관이 필요합니다.',
  'command.transcript.done': '심사 건 {number}을(를) 열었습니다. 과목 {lines}개.',
  'command.no-enrolments': '학번이 {called}인 학생이 없습니다.',
  'command.several-enrolments': '학번이 {called}인 학생이 여러 명입니다. 학적 ID를 지정하십시오.',
  'command.no-organisations': 'ID, 약칭 또는 이름이 {called}인 기관이 없습니다.',
  'command.several-organisations': '{called}(이)라는 기관이 여러 곳입니다. ID를 지정하십시오.',
  'command.several-cases': '이 번호의 심사 건이 여러 기관에 있습니다. ID를 지정하십시오.',
  'command.evaluate.summary':
    '현재 규칙으로 심사 건 하나 또는 열린 심사 건 전부를 다시 평가합니다.',
  'command.evaluate.all': '열린 심사 건 전부.',
  'command.evaluate.usage': '심사 건 하나의 번호나 ID를 지정하거나 --all을 쓰십시오.',
  'command.evaluate.progress': '심사 건',
  'command.evaluate.case':
    '{number}: {credit}학점. 인정 {recognised}, 불인정 {refused}, 담당자 판단 {open}',
  'command.evaluate.refused': '{number}: {reason}',
  'command.evaluate.done': '평가함: {cases}. 바뀜: {changed}.',
} satisfies Record<keyof typeof en, string>

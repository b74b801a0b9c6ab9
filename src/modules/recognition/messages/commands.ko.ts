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
  'command.ready.summary': '규정과 선례로 모든 과목의 결과가 나온 미결정 건을 표시합니다.',
  'command.ready.usage': '이 명령은 인수를 받지 않습니다.',
  'command.ready.case': '{number}: {credit}학점, 결과 {courses, number}건',
  'command.ready.done': '결정할 수 있는 건: {cases, number}.',
  'command.facts.summary':
    '성적증명서 밖에서 알려진 사실을 보여 주거나, JSON 파일로 입력하고 다시 평가합니다.',
  'command.facts.usage': '건 번호나 id 하나를 지정하고, 사실을 입력하려면 파일도 지정하십시오.',
  'command.facts.as':
    '누가 입력하는지 --as로 지정하십시오. 사실에는 책임지는 사람이 있어야 합니다.',
  'command.facts.case':
    '{number}: 파견 {from}~{to}, {courses, number}과목 중 {known, number}과목의 사실이 알려짐',
  'command.facts.done': '{number}: 입력하고 다시 평가했습니다.',
  'command.checks.summary':
    '직접 입력한 성적증명서의 두 번째 확인 상태를 알려 줍니다. 대기 중인 확인이 있으면 종료 코드는 1입니다.',
  'command.checks.usage': '건 번호나 id 하나를 지정하거나, 모두 보려면 지정하지 마십시오.',
  'command.checks.case':
    '{number}: {state, select, not_typed {파일에서 읽음, 확인 불필요} unchecked {아직 확인되지 않음} unsettled {다른 부분 {differences, number}곳 처리 대기} other {확인됨}}',
  'command.checks.none': '직접 입력한 성적증명서가 있는 미결정 건이 없습니다.',
} satisfies Record<keyof typeof en, string>

import type en from './past.en.ts'

export default {
  'past.title': '지난 교류 가져오기',
  'past.open': '지난 교류 목록 가져오기',
  'past.lead':
    '이미 끝난 재학생·졸업생의 교류를 스프레드시트에서 가져옵니다. 통계에 집계되고 학생의 이력에 표시됩니다. 아무에게도 편지가 가지 않고, 정원을 쓰지 않으며, 할 일도 생기지 않습니다. 떠난 학생도 학번으로 찾습니다.',
  'past.understood':
    '{count, plural, =0 {가져올 수 있는 교류가 없습니다} other {교류 #건을 가져올 수 있습니다}}',
  'past.twice':
    '{count, plural, other {#개 행은 이미 있거나 목록에 겹쳐 있는 교류입니다}}. 중복해서 만들지 않습니다.',
  'past.stays': '교류',
  'past.do': '{count, plural, other {교류 #건 가져오기}}',
  'past.do-without-faulty': '{count, plural, other {오류 행을 빼고 교류 #건 가져오기}}',
  'past.becomes-new': '가져옴',
  'past.becomes-merged': '다른 행과 합침',
  'past.becomes-known': '이미 있음',
  'past.not-over': '아직 끝나지 않은 교류입니다. 학생을 추천해 주십시오.',
  'past.recognised-when': '학점 인정일은 첫날 이후여야 하며 앞날일 수 없습니다.',
  'past.unknown-student':
    '현재와 과거의 소속 학생 가운데 이 학번이나 주소가 없습니다. 먼저 학생을 등록해 주십시오.',
  'past.flash': '{count, plural, =0 {가져온 교류가 없습니다} other {지난 교류 #건을 가져왔습니다}}',
  'past.said': '{day} 지난 교류 목록에서 가져왔으며, 수학 대학이 여기서 확인한 것은 아닙니다.',
  'past.lists': '지금까지 가져온 목록',
  'past.lists-at': '가져온 때',
  'past.lists-by': '가져온 사람',
  'past.undo': '되돌리기',
  'past.no-list': '그런 목록이 없습니다. 이미 되돌렸을 수 있습니다.',
  'past.worked-on': '그중 {count}건은 이후 처리된 일이 있어 되돌릴 수 없습니다.',
  'past.taken-back': '교류 {count}건을 되돌렸습니다',
  'story.taken-back': '지난 교류가 목록과 함께 되돌려졌습니다',
  'column.recognisedOn': '학점 인정일',
  'story.imported': '지난 교류를 목록에서 가져왔습니다',
  'story.widened': '목록의 두 행을 한 교류로 합쳤습니다',
} satisfies Record<keyof typeof en, string>

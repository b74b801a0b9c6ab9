import type en from './balance.en.ts'

export default {
  'balance.title': '교류 인원 균형',
  'balance.lead': '상대 기관과 학년도별로 파견·수용 인원을 합의한 인원과 견주어 보여 줍니다.',
  'balance.empty': '아직 견줄 내용이 없습니다',
  'balance.empty-why': '이 학년도에 이 유형의 인원을 둔 유효한 협정이 없습니다.',
  'balance.sent': '{partner}에 파견',
  'balance.received': '{partner}에서 수용',
  'balance.used': '인원 / 합의 인원',
  'balance.of': '{seats} 중 {used}',
  'balance.of-pool': '{seats} 및 공동 {pooled} 중 {used}',
  'balance.sum': '모두 파견 {sent}명, 수용 {received}명',
  'seats.title': '사용 인원 가져오기',
  'seats.lead': '협정, 방향, 학년도마다 한 줄입니다. 다시 가져온 줄은 앞의 값을 대신합니다.',
  'seats.hint': '제목 줄: 번호, 교류 유형, 파견, 수용, 학년도, 인원.',
  'seats.take': '가져오기',
  'seats.faulty':
    '잘못된 곳이 {count, number}군데 있어 아무것도 가져오지 않았습니다. 아래에서 줄마다 확인하십시오.',
  'seats.no-agreement': '들어맞는 유효한 협정이 하나가 아닙니다. 번호를 쓰십시오.',
  'flash.seats': '{count, number}줄을 기록했습니다.',
  'task.renewal': '{title}: {year} 학년도로 끝납니다. 갱신하거나 그대로 마치십시오',
  'column.year': '학년도',
  'column.used': '인원',
  'story.seats-recorded': '협정의 사용 인원을 기록함',
} satisfies Record<keyof typeof en, string>

/** What stops of a tour show. */
export default {
  'refusal.time': '1:30처럼 또는 초로 적고, 끝은 시작보다 뒤여야 합니다.',
  'steps.distance': '거리(모형 크기에 대한 %)',
  'steps.from': '시작',
  'steps.keep-time': '이 시간 남기기',
  'steps.keep-view': '이 시점 남기기',
  'steps.phi': '위에서부터 각도',
  'steps.theta': '둘레 각도',
  'steps.time-hint': '{name}의 한 대목: 1:30처럼 또는 초로 적습니다. 끝이 없으면 계속 재생됩니다.',
  'steps.until': '끝',
  'steps.view-hint': '모형을 알맞게 돌리거나 시점을 적으십시오.',
}

export default {
  'jobs.summary': '백그라운드에서 실패한 작업과 처리하지 못한 기록을 알려 줍니다.',
  'jobs.retry.summary': '백그라운드에서 실패한 것을 다시 시도합니다.',
  'jobs.option.subscription': '이 구독이 처리하지 못한 기록을 다시 시도합니다.',
  'jobs.option.all': '실패한 것을 모두 다시 시도합니다.',
  'jobs.retry.which': '다시 시도할 것을 지정하십시오: 실패한 작업의 ID, 구독 이름, 또는 --all.',
  'jobs.retry.no-id': '"{word}"은(는) 작업의 ID가 아닙니다. 참고: weft jobs',
  'jobs.counts': '작업: 대기 {waiting}건, 실행 중 {running}건, 실패 {failed}건.',
  'jobs.failed': '  {id}  {type}: {at}, {attempts}회 시도 후 실패. {error}',
  'jobs.held-up':
    '  {name}: 기록 하나가 {attempts}회 실패하여 체인의 {behind}개 위치가 밀려 있습니다. 다음 시도: {at}. {error}',
  'jobs.put-aside': '  {name}: 따로 둔 기록 {count}건.',
  'jobs.letter': '    위치 {position}, {type}, {at}. {error}',
  'failure.jobs': '백그라운드 작업을 조회하거나 다시 시도하지 못했습니다. {detail}',
  'jobs.server-ended': '실행 중인 서버가 답하기 전에 끝났습니다. 다시 시도하십시오.',
  'jobs.well': '실패한 것이 없습니다.',
  'jobs.advice':
    '원인을 해결한 뒤(자세한 내용은 로그의 "error" 수준) 실행하십시오: weft jobs retry ID …, weft jobs retry --subscription NAME, 또는 weft jobs retry --all',
  'jobs.unknown': '"{name}"(이)라는 실패한 작업이나 구독이 없습니다.',
  'jobs.retried': '작업 {jobs}건이 다시 대기합니다. 따로 두었던 기록 {entries}건을 처리했습니다.',
  'doctor.background.ok': '백그라운드에서 실패한 것 없음',
  'doctor.background.failed': '백그라운드 실패: 작업 {jobs}건, 구독 {subscriptions}건',
  'doctor.background.advice':
    '"weft jobs"를 실행하면 무엇이 왜 실패했는지, 원인을 해결한 뒤 어떻게 다시 시도하는지 알 수 있습니다.',
}

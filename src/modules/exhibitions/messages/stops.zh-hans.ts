/** What stops of a tour show. */
export default {
  'refusal.time': '请填写时间，如 1:30 或秒数，结束须晚于开始。',
  'steps.distance': '距离（占模型大小的百分比）',
  'steps.from': '开始',
  'steps.keep-time': '保留此时段',
  'steps.keep-view': '保留此视角',
  'steps.phi': '自上方的角度',
  'steps.theta': '环绕角度',
  'steps.time-hint': '{name} 的一段：写作 1:30 或秒数；不填结束则一直播放。',
  'steps.until': '结束',
  'steps.view-hint': '转动模型至合适位置，或直接填写视角。',
}

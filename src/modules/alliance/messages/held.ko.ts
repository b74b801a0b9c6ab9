export default {
  'held.part': '직책, 학적, 프로그램',
  'held.appointments': '기관에서 맡은 직책',
  'held.appointments-stay': '이름 없이 보존됩니다. 그 직책으로 한 일의 근거이기 때문입니다.',
  'held.enrolments': '학적',
  'held.enrolments-stay':
    '이름 없이 학번과 함께 보존됩니다. 기관이 누군가 수학했음을 증명하는 근거입니다. 얼마나 필요한지는 기관이 정하며 이 시스템에는 기한이 없습니다.',
  'held.participations': '프로그램 참가',
  'held.participations-stay': '이름과 메모 없이 보존됩니다. 프로그램 통계의 근거이기 때문입니다.',
  'hinder.enrolled':
    '귀하는 {organisation}에 재학 중입니다. 재학하는 동안 이름이 필요하며, 그 전에 지울 수 있는지는 이 기관이 결정합니다.',
  'hinder.appointed':
    '귀하는 {organisation}에서 {role} 직책을 맡고 있습니다. 맡고 있는 동안에는 하는 일에 이름이 있어야 합니다.',
  'hinder.appointed-alliance':
    '귀하는 연합 전체를 위해 {role} 직책을 맡고 있습니다. 맡고 있는 동안에는 하는 일에 이름이 있어야 합니다.',
}

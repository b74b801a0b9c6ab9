import type en from './undo.en.ts'

export default {
  'undo.yours': '이 건을 결정하였습니다. {until}까지 취소할 수 있습니다.',
  'undo.theirs': '{by} 님이 이 건을 결정하였으며 {until}까지 취소할 수 있습니다.',
  'undo.meanwhile': '{until}부터 학생에게 알리고 증명서를 받을 수 있습니다.',
  'undo.button': '결정 취소',
  'undo.done':
    '{number} 건의 결정을 취소하였습니다. 건이 다시 열렸으며 아무에게도 알리지 않았습니다.',
  'undo.statement-later': '증명서는 결정이 확정되는 {until}부터 받을 수 있습니다.',
  'undo.decided':
    '{number} 건을 결정하였습니다. {until}에 학생에게 알리며 그 전까지 취소할 수 있습니다.',
  'entry.decision-retracted': '확정 전에 결정을 취소함({revision}차)',
  'entry.decision-released': '{number} 건의 결정이 확정되어 학생에게 알림',
  'refusal.decision-final':
    '결정이 확정되어 학생에게 알렸습니다. 잘못이 있으면 재결정으로 바로잡아 주십시오.',
  'settings.navigation': '처리 기준',
  'settings.title': '우리 대학의 학점 인정 처리 기준',
  'settings.lead': '기한은 소재국의 근무일로 셉니다. 이미 정해진 기한은 바뀌지 않습니다.',
  'settings.case': '건과 결정',
  'settings.caseWorkingDays': '건당 처리 근무일',
  'settings.caseWorkingDays-hint': '성적증명서가 도착한 날부터',
  'settings.undoMinutes': '결정을 취소할 수 있는 시간(분)',
  'settings.undoMinutes-hint': '이 시간이 지나면 학생에게 알립니다. 0이면 바로 확정됩니다',
  'settings.evidence': '학생에게 요청하는 자료',
  'settings.evidenceWorkingDays': '답변 기한(근무일)',
  'settings.evidenceWorkingDays-hint': '요청할 때마다 기본값으로 제시되며 바꿀 수 있습니다',
  'settings.reminderWorkingDays': '기한 전 알림(근무일)',
  'settings.reminderWorkingDays-hint':
    '수학한 대학의 메일 주소로 보낸 요청에 적용됩니다. 학생에게는 할 일로 알립니다. 0: 알리지 않음',
  'settings.evidencePauses': '학생의 답변을 기다리는 동안 처리 기한을 멈춥니다',
  'settings.evidencePauses-hint': '답변이 오거나 답변 기한이 지나면 다시 흐릅니다',
  'settings.appeal': '이의 신청',
  'settings.appealWorkingDays': '이의 신청 기한(근무일)',
  'settings.appealWorkingDays-hint':
    '학생에게 알린 날부터. 비워 두면 여기서 이의 신청을 받지 않습니다',
  'settings.save': '저장',
  'settings.saved': '저장하였습니다. 지금부터 시작되는 일에 적용됩니다.',
  'settings.unchanged': '바뀐 것이 없습니다.',
  'settings.fault.range': '{from, number}부터 {to, number}까지의 정수를 입력해 주십시오',
  'entry.settings-changed': '건 처리 기준을 변경함',
  'refusal.nothing-to-take-back': '취소할 결정이 없습니다. 건이 열려 있습니다.',
  'refusal.not-your-decision': '결정한 사람만 취소할 수 있습니다.',
  'settings.none': '이 설정을 바꿀 권한이 없습니다',
  'settings.none-why': '대학 전체에 적용되는 설정이며 학적 담당자나 관리자가 정합니다.',
} as const satisfies Record<keyof typeof en, string>

import type en from './en.ts'
import held from './held.ko.ts'
import reasons from './reasons.ko.ts'

export default {
  ...held,
  ...reasons,
  'refused.address': '올바른 이메일 주소가 아닙니다.',
  'field.address': 'name@university.example 형식의 이메일 주소를 입력하십시오.',
  'refused.too-large': '메일이 25MB를 초과합니다.',
  'refused.no-mail': '메일 형식이 아닙니다.',
  'refused.no-incoming': '해당 메일이 없거나 이미 정리되었습니다.',
  'refused.loop': '메일이 너무 많은 서버를 거쳐 되돌아왔습니다.',
  'refused.no-mailbox': '이 반송 주소에 해당하는 메일이 없습니다.',
  'refused.not-filed': '해당 메일이 없거나 아직 정리되지 않았습니다.',
  'footer.sent-by': '{host}의 Weft에서 보낸 메일입니다. 이 주소로 회신하실 수 있습니다.',
  'footer.settings': '받을 메일 설정',
  'entry.mail-failed': '메일이 전달되지 않았습니다.',
  'entry.mail-received': '메일이 도착했습니다.',
} satisfies Record<keyof typeof en, string>

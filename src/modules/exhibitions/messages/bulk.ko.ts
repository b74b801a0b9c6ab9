/** Many objects at once. */
export default {
  'bulk.again': '다시 올리기',
  'bulk.archive-part':
    '압축 파일 가운데 보일 수 있는 파일 {taken}개가 표를 기다리고 있습니다. {count}개는 보일 수 없습니다: {names}.',
  'bulk.counts':
    '{good, plural, other {#점을 만들 수 있습니다}}. {wrong, plural, =0 {잘못된 행이 없습니다} other {#행에 잘못이 있어 빠집니다}}.',
  'bulk.done': '{count, plural, other {소장품 #점을 만들었습니다.}} 그림은 몇 분 안에 준비됩니다.',
  'bulk.empty': '모든 열이 있는 빈 표(XLSX)',
  'bulk.empty-sheet': '표에 제목 행밖에 없습니다.',
  'bulk.file-twice':
    '보낸 파일 가운데 이름이 ‘{name}’인 것이 둘 이상입니다. 파일 이름을 서로 다르게 바꾸어 주십시오.',
  'bulk.files': '파일',
  'bulk.files-hint':
    '그림·녹음·영상·모형 파일 또는 이를 묶은 ZIP 하나. 한 번에 128MB까지, 더 큰 것은 나누어 보내며 파일 하나에 4GB까지입니다. 각 행의 ‘files’ 열에 파일 이름을 쌍반점으로 나누어 적습니다.',
  'bulk.fine': '이상 없음',
  'bulk.give': '표와 파일',
  'bulk.gone': '보낸 내용이 더는 없습니다. 하루 동안 보관하며 한 번만 씁니다. 다시 보내 주십시오.',
  'bulk.here': '{count, plural, other {이미 도착한 파일 #개}}',
  'bulk.here-until':
    '다시 보내지 않아도 됩니다. {at}까지 보관하며 이 표나 다른 표에 쓸 수 있습니다. 같은 이름으로 다시 보낸 파일은 앞의 파일을 대신합니다.',
  'bulk.lead':
    '표 하나와 파일 묶음으로 여러 소장품을 한꺼번에 만듭니다. 무엇이 만들어지고 무엇이 잘못인지 먼저 보여 줍니다.',
  'bulk.long-sheet': '표는 8MB까지입니다.',
  'bulk.look': '만들어질 내용 보기',
  'bulk.make': '{count, plural, other {소장품 #점 만들기}}',
  'bulk.many-files': '표 하나에 파일은 {most}개까지입니다.',
  'bulk.much-here':
    '한 사람이 보관할 수 있는 양보다 많은 파일이 기다리고 있습니다. 먼저 사용하거나 일부를 치워 주십시오.',
  'bulk.no-file': '보낸 파일 가운데 ‘{name}’이(가) 없습니다.',
  'bulk.no-sheet': '표를 고르십시오.',
  'bulk.none-chosen': '먼저 파일을 고르십시오.',
  'bulk.number-twice': '다른 행에 같은 소장품 번호가 있습니다.',
  'bulk.preview': '만들어질 내용',
  'bulk.put-all': '모두 치우기',
  'bulk.put-away': '{count, plural, other {파일 #개를 치웠습니다.}}',
  'bulk.put-chosen': '고른 파일 치우기',
  'bulk.refused': '다음 파일은 보일 수 없습니다',
  'bulk.release': '표에 적힌 대상에게 바로 공개',
  'bulk.release-hint': '이용 조건이 적힌 것만 공개되고 나머지는 초안으로 남습니다.',
  'bulk.rights': '‘{rights}’은(는) RightsStatements.org나 크리에이티브 커먼즈의 주소가 아닙니다.',
  'bulk.row': '행',
  'bulk.sent': '파일 {all}개 중 {sent}개 도착',
  'bulk.sheet': '표',
  'bulk.sheet-hint': 'XLSX 또는 CSV, 1,000행까지.',
  'bulk.sheet-name': '소장품',
  'bulk.title': '여러 소장품 만들기',
  'bulk.unknown': '다음 열은 알 수 없어 건너뜁니다',
  'bulk.unnamed': '다음 파일은 어느 행에도 없습니다',
  'refusal.zip-broken': '압축 파일이 손상되었습니다.',
  'refusal.zip-slip': '압축 파일이 바깥 위치(‘{name}’)를 가리켜 전체를 받지 않습니다.',
}

/** Manifests of other houses. */
export default {
  'foreign.add': 'IIIF 매니페스트 주소',
  'foreign.add-hint':
    '2.1판 또는 3.0판, https만 됩니다. 오늘 그곳에 있는 내용을 그림과 함께 여기에 보관하므로, 주소가 사라져도 남습니다.',
  'foreign.contents': '{count, plural, other {#개 부분}}',
  'foreign.kept': '받은 그대로의 매니페스트',
  'foreign.provider': '제공 기관',
  'foreign.send': '매니페스트 가져오기',
  'foreign.taken': '{on, date, long}에 가져옴, 출처',
  'foreign.taken-now': '매니페스트를 보관했습니다. 그림은 몇 분 안에 도착합니다.',
  'refusal.manifest-known': '이미 보관한 매니페스트이며, 그 뒤로 바뀌지 않았습니다.',
  'refusal.manifest-status': '이 주소에서 받을 수 없습니다. 응답은 {status}입니다.',
  'refusal.no-address': 'https로 시작하는 매니페스트 주소를 2,000자 안으로 적어 주십시오.',
  'refusal.no-manifest': '이 주소에 있는 것은 IIIF 매니페스트나 컬렉션이 아니라 {found}입니다.',
}

import type en from './mentors.en.ts'

export default {
  'method.name.mentors': '학생마다 멘토 한 명',
  'method.hint.mentors':
    '멘토가 없는 학생이 가장 적게 되도록 하고, 그런 결과 가운데 희망과 분야 또는 주어진 비용에 가장 잘 맞는 것을 고릅니다. 심사위원 배정에도 씁니다.',
  'method.name.coupled-mentors': '학생마다 학술 멘토 한 명과 산업 멘토 한 명',
  'method.hint.coupled-mentors':
    '세 사람이 함께 쓰는 언어가 있습니다. 작은 차수는 정확히 풀고, 큰 차수는 단계로 나누어 풀되 증명된 한계를 함께 보여 최대 얼마나 나아질 수 있는지 알 수 있습니다.',
  'method.hindrance.one-kind':
    '멘토 명단에 “구분” 열이 있고 학술과 산업 두 종류가 모두 있어야 합니다.',
  'method.hindrance.both-kinds':
    '명단에 두 종류의 멘토가 있습니다. 이 방법은 멘토를 한 명만 배정하며 구분을 보지 않습니다. 그렇게 하려면 “구분” 열을 빼십시오.',
  'method.other-kind': '이 차수는 다른 것을 배정합니다. 이 차수의 방법 가운데 고르십시오.',
  'mentor-lists.too-many':
    '가능한 짝이 {most, number}개를 넘어 한 차수에 담을 수 없습니다. 학생마다 알맞은 스무 명처럼 의미 있는 짝만 비용과 함께 적은 명단을 주십시오.',
  'fault.student-twice':
    '{row, number}행: {name} 학생이 명단에 두 번 이상 있습니다. 한 사람에 한 행만 두십시오.',
  'fault.mentor-twice':
    '{row, number}행: {name} 멘토가 명단에 두 번 이상 있습니다. 한 사람에 한 행만 두십시오.',
  'fault.unknown-mentor': '{row, number}행: {of} 학생이 희망한 {name} 멘토가 멘토 명단에 없습니다.',
  'fault.unknown-student': '{row, number}행: {of} 멘토가 적은 {name} 학생이 학생 명단에 없습니다.',
  'fault.named-twice': '{row, number}행: {of} 님이 {name} 님을 두 번 적었습니다.',
  'fault.mentor-seats':
    '{row, number}행: “{name}”은(는) 학생 수가 아닙니다. {of} 멘토가 맡을 수 있는 최대 학생 수를 0에서 1,000,000 사이의 정수로 적으십시오.',
  'fault.mentor-kind':
    '{row, number}행: “{name}”은(는) 멘토 구분이 아닙니다. {of} 멘토에 학술 또는 산업을 적으십시오.',
  'fault.language':
    '{row, number}행: “{name}”은(는) 알 수 없는 언어입니다. {of} 님의 언어를 “영어, 태국어”나 “en th”처럼 이름이나 코드로 적으십시오.',
  'fault.no-language':
    '{row, number}행: {of} 님의 언어가 비어 있어 누구와도 짝이 될 수 없습니다. 하나 이상 적으십시오.',
  'fault.languages-missing':
    '이 명단에는 언어 열이 없고 다른 명단에는 있습니다. 열을 더하거나 다른 명단에서 빼십시오.',
  'fault.pair-empty': '{row, number}행: 짝에는 학생과 멘토가 모두 있어야 합니다.',
  'fault.pair-cost':
    '{row, number}행: “{name}”은(는) 비용이 아닙니다. {of} 학생의 비용을 0에서 10,000,000 사이의 정수로 적으십시오. 허용하지 않는 짝은 적지 않습니다.',
  'fault.pair-student': '{row, number}행: {name} 님이 학생 명단에 없습니다.',
  'fault.pair-mentor': '{row, number}행: {of} 학생과 짝이 된 {name} 님이 멘토 명단에 없습니다.',
  'fault.pair-twice': '{row, number}행: {of} – {name} 짝이 두 번 이상 있습니다.',
  'shortage.title': '모두에게 배정할 수는 없습니다',
  'shortage.lead':
    '그래도 실행할 수 있습니다. 모자라는 것과 가장 적게 더해 풀 수 있는 방법은 다음과 같습니다.',
  'shortage.mentor-nowhere':
    '학생 {count, number}명은 멘토가 몇 명을 더 맡더라도 {kind, select, academic {학술 멘토} industry {산업 멘토} other {멘토}}를 얻을 수 없습니다. 허용된 짝 가운데 언어가 통하는 멘토가 없습니다. 다른 짝을 허용하거나 그 언어를 쓰는 멘토를 찾으십시오: {names}',
  'shortage.mentor-bottleneck':
    '학생 {people, number}명은 다음 {kind, select, academic {학술 멘토} industry {산업 멘토} other {멘토}}만 얻을 수 있는데 모두 합해 {seats, number}명까지 맡습니다: {names}',
  'shortage.mentor-add':
    '나머지 모두가 멘토를 얻는 가장 적은 추가: 모두 합해 학생 {count, number}명({names}). 증명됨: 이보다 적으면 모자랍니다.',
  'shortage.mentor-instead': '다른 방법: 모두 합해 학생 {count, number}명({names}).',
  'shortage.mentor-none': '모든 학생이 함께 쓰는 언어가 있는 멘토를 종류마다 둘 수 있습니다.',
  'shortage.mentor-trio':
    '학생 {count, number}명은 종류별로는 멘토를 찾을 수 있으나 세 사람이 함께 쓰는 언어가 있는 두 멘토가 없습니다: {names}. 그 언어를 쓰는 멘토가 한 명 더 있으면 됩니다.',
  'mentors.matched-one':
    '학생 {applicants, number}명 가운데 {matched, number}명이 언어가 통하는 멘토를 얻었습니다.',
  'mentors.proved-one':
    '증명됨: 멘토가 없는 학생이 더 적은 결과는 없으며, 같은 수인 결과 가운데 비용이 {cost, number}보다 적은 것도 없습니다.',
  'mentors.scarce':
    '{place} 멘토는 학생을 {seats, number}명까지 맡으며 이미 찼습니다. {applicant} 학생으로 바꾸면 멘토가 없는 학생이 더 많아집니다.',
  'mentors.full-even':
    '{place} 멘토는 학생을 {seats, number}명까지 맡으며 이미 찼습니다. {applicant} 학생과의 짝은 비용이 {cost, number}이며, 전체로 보아 지금의 결과가 같거나 더 낫습니다.',
  'repair.proved-one-mentor':
    '증명됨: 빠진 사람을 제외하고 멘토가 없는 학생이 더 적은 결과는 없고, 그 가운데 더 적은 학생이 바뀌는 것도 없으며, 다시 그 가운데 비용이 더 적은 것도 없습니다. 바뀐 학생: {count, number}명.',
  'proof.mentors':
    '정원을 넘긴 멘토가 없고, 모든 짝은 허용된 짝이며, 학생마다 자기 멘토와 함께 쓰는 언어가 있습니다.',
  'proof.nothing-drawn': '추첨은 없습니다. 같은 명단이면 누가 실행해도 비용이 같습니다.',
  'round.gives': '이 차수는 무엇을 배정합니까?',
  'round.gives.places': '자리',
  'round.gives.places-hint':
    '실습, 체류, 과제: 지원자가 지망하고 기관이 지원자의 순위를 정할 수 있습니다.',
  'round.gives.mentors': '멘토 또는 심사위원',
  'round.gives.mentors-hint':
    '학생마다 한 명, 또는 세 사람이 함께 쓰는 언어가 있는 학술 멘토와 산업 멘토 한 명씩.',
  'mentor-round.kind': '멘토 매칭 차수',
  'mentor-round.students': '학생',
  'mentor-round.mentors': '멘토',
  'mentor-round.pairs': '짝',
  'mentor-round.student': '학생',
  'mentor-round.mentor': '멘토',
  'mentor-round.kind-name':
    '{kind, select, academic {학술 멘토} industry {산업 멘토} other {멘토}}',
  'mentor-round.kind-names':
    '{kind, select, academic {학술 멘토} industry {산업 멘토} other {멘토}}',
  'mentor-round.kind-title':
    '{kind, select, academic {학술 멘토} industry {산업 멘토} other {멘토}}',
  'mentor-round.students.file': '학생과 언어, 희망',
  'mentor-round.students.hint':
    '학생마다 한 행: 이름이나 번호, 언어, 필요하면 분야, 이어서 희망하는 멘토를 희망하는 순서대로. 적지 않아도 됩니다.',
  'mentor-round.students.paste': '학생 행',
  'mentor-round.mentors.file': '멘토와 맡을 수 있는 학생 수',
  'mentor-round.mentors.hint':
    '멘토마다 한 행: 이름, 구분(학술 또는 산업, 모두 한 종류면 열을 빼도 됩니다), 최대 학생 수, 언어, 필요하면 분야, 이어서 맡고 싶은 학생을 순서대로.',
  'mentor-round.mentors.paste': '멘토 행',
  'mentor-round.pairs.file': '짝(선택)',
  'mentor-round.pairs.hint':
    '학생, 멘토, 비용: 이 짝만 허용되며 비용이 가장 적은 결과를 찾습니다. “비용” 열이 없으면 이해 충돌 등으로 허용하지 않는 짝의 명단입니다.',
  'mentor-round.pairs.paste': '짝 행',
  'mentor-round.lists': '명단',
  'mentor-round.rule': '비용을 주지 않았을 때의 계산',
  'mentor-round.rule-wishes':
    '학생의 희망에서 한 단계 내려갈 때마다 10, 희망하지 않은 멘토는 100입니다. 아무도 적지 않은 학생은 누구와도 비용이 더 들지 않습니다.',
  'mentor-round.rule-named': '멘토의 희망에서 한 단계 내려갈 때마다 5, 적지 않은 학생은 50입니다.',
  'mentor-round.rule-fields':
    '양쪽이 분야를 적었는데 겹치는 분야가 없으면 60이 더해집니다. 합계가 가장 작은 결과를 찾습니다.',
  'mentor-round.next.lists': '학생 명단과 멘토 명단을 주십시오',
  'mentor-round.start':
    '명단을 지금 상태로 확정하고 실행하여 검증합니다. 나중에 다른 명단으로 다시 실행할 수 있으며 모든 실행이 남습니다.',
  'mentor-round.seats': '멘토가 맡을 수 있는 학생',
  'mentor-round.students-at-most': '최대 학생 수',
  'mentor-round.languages': '언어',
  'mentor-round.kind-column': '구분',
  'mentor-round.fields': '분야',
  'mentor-round.origin': '국가 또는 기관',
  'mentor-round.cost': '비용',
  'mentor-round.wish': '희망',
  'mentor-round.wish-number': '{choice, number}순위 희망',
  'mentor-round.wish-later': '{choice, number}순위 희망 이후',
  'mentor-round.named': '적은 학생',
  'mentor-round.first-wish': '희망이 시작되는 열',
  'mentor-round.last-wish': '희망이 끝나는 열',
  'mentor-round.matched': '멘토를 모두 얻음',
  'mentor-round.none': '멘토 없음',
  'mentor-round.search': '이름, 코드 또는 멘토로 찾기',
  'mentor-round.nobody-fits': '맞는 학생이 없습니다',
  'mentor-round.next.published': '학생과 멘토에게 코드를 알리십시오',
  'mentor-round.publish-lead':
    '공개하면 누구나 통계를 보고 코드로 증명서를 받을 수 있습니다. 증명서에서 학생과 멘토는 이름이 아니라 코드로만 나타나며, 언어와 희망, 비용은 그 코드로 읽을 수 있습니다. 공개는 되돌릴 수 없습니다.',
  'mentor-round.published-own':
    '소속 기관이 알려 준 코드로 학생도 멘토도 볼 수 있습니다. 여기서 다른 사람은 코드로만 나타나며, 멘토가 누구인지는 소속 기관이 알려 드립니다.',
  'mentor-round.changes-lead':
    '{count, plural, =0 {앞의 실행과 멘토가 다른 학생이 없습니다.} other {앞의 실행과 멘토가 다른 학생이 #명입니다.}}',
  'mentor-round.withdrawal-lead':
    '실행 뒤에 학생이나 멘토가 빠지면 다른 사람에게 무엇이 바뀌는지 먼저 보고 결정하십시오. 지금의 실행은 그대로 남습니다.',
  'mentor-round.withdrawal-who': '누가 빠졌습니까? 학생이나 멘토를 찾으십시오.',
  'mentor-round.withdrawal-what': '학생 또는 멘토',
  'mentor-round.withdrawal-accept':
    '받아들이면 이 차수에 새 실행이 생기고 증명서도 따로 생깁니다. 앞의 실행은 그대로 남습니다.',
  'mentor-round.withdrawal-none': '이 멘토를 둔 학생이 없거나, 빈자리로 나아지는 사람이 없습니다.',
  'mentor-round.repaired-student': '실행 {number, number}을(를) 보정함: {name} 학생이 빠짐.',
  'mentor-round.repaired-mentor': '실행 {number, number}을(를) 보정함: {name} 멘토가 빠짐.',
  'mentor-round.in-list': '명단',
  'mentor-figures.matched': '{kinds, plural, one {멘토가 있음} other {두 멘토가 모두 있음}}',
  'mentor-figures.first':
    '{kinds, plural, one {1순위 희망을 얻음} other {두 종류 모두 1순위 희망}}',
  'mentor-figures.load': '멘토 정원이 채워짐',
  'mentor-figures.without': '멘토가 모자람',
  'mentor-figures.of-students': '학생 {count, number}명 가운데',
  'mentor-figures.of-room': '멘토 {mentors, number}명, {seats, number}명 가운데 {filled, number}명',
  'mentor-figures.wishes': '희망한 멘토를 얻은 학생',
  'mentor-figures.wishes-lead':
    '띠 하나가 모든 학생입니다. 날실만 있는 부분은 그 종류의 멘토가 없는 학생입니다.',
  'mentor-figures.other': '희망하지 않은 멘토',
  'mentor-figures.open': '희망을 적지 않음',
  'mentor-figures.loads': '멘토의 부담',
  'mentor-figures.loads-lead': '띠 하나가 그 종류의 모든 멘토입니다.',
  'mentor-figures.full': '정원이 참',
  'mentor-figures.some': '여유가 있음',
  'mentor-figures.idle': '맡은 학생 없음',
  'mentor-figures.languages': '모두가 함께 쓰는 언어',
  'mentor-figures.languages-lead':
    '모든 멘토와 그 언어를 함께 쓰는 학생 수입니다. 한 조가 여러 언어를 함께 쓸 수 있습니다.',
  'mentor-figures.language': '언어',
  'mentor-figures.groups': '학생',
  'mentor-figures.why': '멘토가 없는 학생과 까닭',
  'mentor-figures.everybody': '멘토가 없는 학생이 없습니다.',
  'missing.nobody': '허용된 짝이 없음',
  'missing.language': '허용된 멘토와 함께 쓰는 언어가 없음',
  'missing.trio': '다른 멘토까지 함께 쓰는 언어가 없음',
  'missing.full': '알맞은 멘토의 정원이 모두 참',
  'mentor-table.shared': '공통 언어',
  'mentor-table.got': '멘토 배정',
  'mentor-table.any': '모든 학생',
  'mentor-table.lacking': '멘토가 모자람',
  'mentor-table.not-wished': '희망하지 않음',
  'mentor-table.load': '부담',
  'mentor-table.asked': '희망한 학생',
  'mentor-table.first': '1순위 희망',
  'mentor-table.of-mentor': '한 멘토의 학생',
  'mentor-explain.mentors': '멘토별 설명',
  'mentor-explain.lead':
    '왜 이 멘토이고 다른 멘토가 아닌지 설명합니다. 다른 사람의 희망은 드러나지 않습니다.',
  'mentor-explain.students': '이 멘토의 학생',
  'mentor-explain.students-lead':
    '멘토가 적은 학생도 함께 보입니다. 나머지 학생은 다른 멘토가 있다는 것만 알리고 희망은 드러내지 않습니다.',
  'mentor-explain.named': '적은 순위',
  'mentor-explain.has': '이 멘토가 맡음',
  'mentor-explain.seats-more':
    '자리가 {count, number}개 더 있었다면 이 학생이 배정되었을 것입니다. 이번 차수를 다시 실행해 확인했습니다.',
  'mentor-explain.elsewhere': '다른 멘토가 있음. 전체로 보아 더 나은 배정입니다',
  'mentor-explain.without': '이 종류의 멘토가 없음',
  'mentor-explain.not-allowed': '허용되지 않은 짝이거나 함께 쓰는 언어가 없음',
  'mentor-explain.room':
    '이 멘토는 학생 {count, number}명을 더 맡을 수 있습니다. 올 수 있으면서 멘토가 없던 학생은 모두 배정되었고, 다른 학생을 옮겨도 전체로 보아 나아지지 않습니다.',
  'mentor-explain.room-kind': '이 멘토는 학생 {count, number}명을 더 맡을 수 있습니다.',
  'mentor-explain.full':
    '이 멘토의 정원이 찼습니다. 누가 배정되는지는 모든 학생을 함께 보아 가장 나은 결과에 따릅니다.',
  'mentor-explain.nobody': '맡은 학생이 없고 멘토가 적은 학생도 없습니다.',
  'mentor-explain.more-mentors':
    '짝이 허용된 멘토가 {count, number}명 더 있습니다. 한 명을 골라 보십시오.',
  'mentor-explain.hand-on':
    '공개한 뒤에는 {name} 님이 계정 없이 코드 {code}(으)로 이 페이지를 볼 수 있습니다.',
  'command.help-one-mentor':
    '웹 화면처럼 열 이름이 있는 파일 두 개: 학생(이름, 언어, 분야, 희망)과 멘토(이름, 최대 학생 수, 언어, 분야, 맡고 싶은 학생). 또는 희망이 없는 파일 세 개: 학생(이름, 언어 “en zh”), 멘토(이름, 학생 수, 언어), 짝(학생, 멘토, 비용).',
  'mentor-template.student': '학생 {number, number}',
  'mentor-template.mentor': '멘토 {number, number}',
  'mentor-template.academic': '학술',
  'mentor-template.industry': '산업',
  'mentor-template.languages-1': '태국어, 영어',
  'mentor-template.languages-2': '중국어, 영어',
  'mentor-template.field-1': '섬유',
  'mentor-template.field-2': '데이터',
  'mentor-template.named': '맡고 싶은 학생 {rank, number}',
} satisfies Record<keyof typeof en, string>

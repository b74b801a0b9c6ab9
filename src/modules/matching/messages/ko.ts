export default {
  'command.summary': '표 두 개로 매칭 한 차례를 실행하거나 증명서를 검증합니다.',
  'command.seed': '동순위를 가리는 추첨의 공개 시드',
  'command.out': '증명서를 쓸 위치. 이미 있는 파일은 덮어쓰지 않습니다',
  'command.usage':
    '사용법: weft match run 지원자표 자리표 --seed 글 --out 파일, weft match verify 파일, 또는 weft match why 파일 지원자 자리. 지원자표: 첫 열은 이름, 다음 열부터 희망하는 자리를 순서대로 적습니다. 자리표: 이름, 정원, 그다음 열부터 지원자를 순위대로 적으며 “= 이름”은 앞사람과 같은 순위입니다.',
  'command.no-file': '{file} 파일을 읽을 수 없습니다.',
  'command.matched': '지원자 {applicants, number}명 가운데 {matched, number}명이 배정되었습니다.',
  'command.choice': '{choice, number}지망: {count, number}명',
  'command.proved': '증명됨: 서로를 더 원하는 지원자와 자리의 쌍이 없습니다.',
  'command.written': '증명서를 {file}에 저장했습니다.',
  'command.more': '오류가 {count, number}건 더 있습니다.',
  'fault.no-name': '{row, number}행: 첫 열이 비어 있습니다. 행마다 이름을 적어 주십시오.',
  'fault.applicant-twice':
    '{row, number}행: {name} 항목이 지원자표에 두 번 이상 있습니다. 한 사람당 한 행만 남겨 주십시오.',
  'fault.place-twice':
    '{row, number}행: {name} 항목이 자리표에 두 번 이상 있습니다. 한 자리당 한 행만 남겨 주십시오.',
  'fault.unknown-place': '{row, number}행: {of} 지원자가 희망한 {name} 항목이 자리표에 없습니다.',
  'fault.unknown-applicant':
    '{row, number}행: {of} 자리가 순위에 올린 {name} 항목이 지원자표에 없습니다.',
  'fault.chosen-twice': '{row, number}행: {of} 지원자가 {name} 항목을 두 번 적었습니다.',
  'fault.list-long':
    '{row, number}행: {of} 지원자가 {name}곳을 적었습니다. 최대 1,000곳까지 적을 수 있으니 목록을 줄이세요.',
  'fault.ranked-twice': '{row, number}행: {of} 자리가 {name} 항목을 두 번 적었습니다.',
  'fault.seats': '{row, number}행: {of} 자리의 정원은 1에서 1,000,000 사이의 정수여야 합니다.',
  'verify.shape': '이 파일은 매칭 증명서가 아닙니다.',
  'verify.inputs': '증명되지 않음: 증명서의 명단이 서로 맞지 않습니다.',
  'verify.hash': '증명되지 않음: 실행 뒤에 명단이 바뀌어 해시가 다릅니다.',
  'verify.result':
    '증명되지 않음: 정원을 넘긴 자리가 있거나, 서로 적지 않은 자리에 배정된 사람이 있습니다.',
  'verify.not-best':
    '증명되지 않음: 서로를 더 원하는 쌍은 없으나, 일부 지원자에게 더 원하는 자리를 주는 다른 안정적인 결과가 있습니다.',
  'verify.unstable': '증명되지 않음: 서로를 더 원하는 지원자와 자리가 {count, number}쌍 있습니다.',
  'why.unknown': '이 증명서에 {applicant} 또는 {place} 항목이 없습니다.',
  'why.not-asked': '{applicant} 지원자는 {place} 자리를 희망하지 않았습니다.',
  'why.placed':
    '{applicant} 지원자는 {choice, number}지망인 {place} 자리에 배정되었습니다. 앞선 지망은 모두 순위가 더 높은 지원자로 찼습니다.',
  'why.has-better':
    '{applicant} 지원자는 {place}({asked, number}지망)보다 앞서 적은 {choice, number}지망에 배정되었습니다.',
  'why.not-ranked': '{place} 자리는 {applicant} 지원자를 순위에 올리지 않았습니다.',
  'why.outranked':
    '{place} 자리의 정원 {seats, number}명은 모두 순위가 더 높은 지원자로 찼습니다. 마지막 합격자는 {last, number}번째 묶음, {applicant} 지원자는 {rank, number}번째 묶음입니다.',
  'why.lottery':
    '{place} 자리의 정원은 {seats, number}명입니다. {applicant} 지원자는 마지막 합격자와 같은 순위({tied, number}명)여서 추첨으로 정했습니다.',
  'why.lot': '추첨 순번은 {lot, number}번입니다.',
  'why.seats-more':
    '자리가 {count, number}개 더 있었다면 배정되었을 것입니다. 다시 실행하여 확인했습니다.',
}

import type en from './choosing.en.ts'

/** 매칭 방법을 고르는 글과 방법에 따라 다른 결과의 글. */
export default {
  'method.title': '매칭 방법',
  'method.line': '매칭 방법: {method}',
  'method.choose': '이번 차수를 어떤 방법으로 매칭합니까?',
  'method.choose-hint':
    '규칙은 명단을 확정하기 전에 고르며 증명서에 적힙니다. 실행마다 다른 방법을 고를 수 있습니다.',
  'method.name.lottery': '양쪽이 순위를 매김, 동순위는 추첨',
  'method.hint.lottery':
    '기관이 더 낮게 매긴 사람 때문에 밀려나는 사람이 없습니다. 그런 결과 가운데 모든 지원자에게 가장 좋으며, 솔직하게 적는 것이 언제나 가장 유리합니다.',
  'method.name.ties-kept': '양쪽이 순위를 매김, 동순위는 그대로 둠',
  'method.hint.ties-kept':
    '기관이 여러 사람을 동순위로 매기면 추첨으로 가를 때보다 더 많은 사람이 자리를 얻습니다. 다만 솔직하게 적는 것이 언제나 가장 유리하지는 않습니다.',
  'method.name.reserves': '양쪽이 순위를 매김, 집단별 할당석을 둠',
  'method.hint.reserves':
    '국가나 집단에 할당된 자리는 그 집단의 사람에게 먼저 주고, 남은 자리는 모두에게 엽니다.',
  'method.name.shared-quotas': '여러 과제가 기관의 정원을 함께 씀',
  'method.hint.shared-quotas':
    '기관이 과제를 여럿 내되 모두 합해 정해진 인원만 받습니다. 지원자의 순위는 모든 과제에 대해 한 번만 매깁니다.',
  'method.name.rank-maximal': '기관은 순위를 매기지 않음: 1지망을 가장 많이',
  'method.hint.rank-maximal':
    '그다음 2지망을 가장 많이 주고, 이어서 같은 식으로 합니다. 얻는 것이 적은 사람이 있을 수 있고, 솔직하게 적는 것이 언제나 가장 유리하지는 않습니다.',
  'method.name.fair': '기관은 순위를 매기지 않음: 뒤처지는 사람을 가장 적게',
  'method.hint.fair':
    '자리가 없는 사람을 가장 적게, 그다음 마지막 지망을 얻는 사람을 가장 적게, 차례로 올라갑니다. 솔직하게 적는 것이 언제나 가장 유리하지는 않습니다.',
  'method.others': '이 명단으로는 쓸 수 없는 방법',
  'method.hindrance.ranked':
    '명단에 지원자의 순위나 점수가 있는데 이 방법은 그것을 보지 않습니다. 그 열을 빼거나 기관이 순위를 매기는 방법을 고르십시오.',
  'method.hindrance.tied':
    '두 자리를 똑같이 지망한 지원자가 있습니다(“= 이름”). 동순위를 그대로 두는 방법을 고르거나 차례를 정해 적으십시오.',
  'method.hindrance.no-reserves':
    '자리 명단에 “할당석” 열이 있어야 합니다. 국가나 집단의 인원을 “TH 2; KR 3”처럼 적습니다. 지원자의 집단은 “구분” 열에서, 없으면 국가에서 읽습니다.',
  'method.hindrance.no-hosts':
    '자리 명단에 “기관” 열이 있어야 하고, 기관이 과제 정원의 합보다 적게 받으면 “기관 정원” 열도 있어야 합니다.',
  'method.host-seats':
    '자리 명단 {row, number}행: {host}의 전체 인원이 앞 행과 다릅니다. 같게 적거나 한 번만 적으십시오.',
  'method.host-ranking':
    '자리 명단 {row, number}행: {host}의 지원자 순위가 앞 행과 다릅니다. 기관은 모든 과제에 대해 한 번만 순위를 매깁니다.',
  'lists.more-columns': '집단, 기관, 동순위 지망을 위한 열',
  'lists.ties':
    '지원자의 지망에서 “= 이름”은 바로 앞 자리와 똑같이 원한다는 뜻입니다. 동순위를 그대로 두는 방법과 기관이 순위를 매기지 않는 방법에서 씁니다.',
  'columns.category': '구분(할당석용)',
  'columns.reserves': '할당석',
  'columns.host': '기관',
  'columns.host-seats': '기관 정원',
  'fault.reserve':
    '{row, number}행: {of}의 “{name}” 할당이 인원수가 아닙니다. “TH 2; KR 3”처럼 적으십시오.',
  'fault.reserve-twice':
    '{row, number}행: {of}에 {name} 할당이 두 번 있습니다. 수를 하나만 적으십시오.',
  'fault.reserves-over': '{row, number}행: {of}의 할당석 {name}석이 정원보다 많습니다.',
  'fault.host-seats':
    '{row, number}행: “{name}”은(는) {of}의 기관이 받는 인원수가 아닙니다. 1 이상의 정수를 적으십시오.',
  'places.seats-free': '{count, number}자리 남음',
  'places.full': '정원이 참',
  'places.cutoff-equal': '{rank, number}순위까지, 그 순위의 전원은 아님',
  'places.cutoff-reserves':
    '마지막 합격자는 {rank, number}순위. 할당석은 일반석보다 낮은 순위까지 갈 수 있음',
  'proof.seats-asked': '정원을 넘긴 자리가 없고, 모두 자신이 지망한 곳에만 배정되었습니다.',
  'proof.seats-shared':
    '정원을 넘긴 과제나 기관이 없고, 모두 자신이 지망하고 순위를 받은 곳에만 배정되었습니다.',
  'proof.equal-lot':
    '똑같은 경우는 모두에게 같은 한 번의 추첨으로 정했으며, 누구나 시드로 다시 뽑아 볼 수 있습니다.',
  'withdrawal.title': '빠진 사람이 있음',
  'withdrawal.if': '빠지는 사람이 생기면',
  'withdrawal.lead':
    '실행 뒤에 지원자나 자리가 빠지면 다른 사람에게 무엇이 바뀌는지 먼저 보고 결정하십시오. 지금의 실행은 그대로 남습니다.',
  'withdrawal.choose': '빠진 쪽 고르기',
  'withdrawal.who': '누가 빠졌습니까? 지원자나 자리를 찾으십시오.',
  'withdrawal.name': '이름',
  'withdrawal.what': '지원자 또는 자리',
  'withdrawal.changed':
    '{count, plural, =0 {다른 사람은 바뀌지 않음} other {다른 사람 #명이 바뀜}}',
  'withdrawal.next': '바뀌는 내용을 본 뒤 새 실행으로 받아들이십시오',
  'withdrawal.changes': '다른 사람에게 바뀌는 것',
  'withdrawal.none': '다른 사람에게는 바뀌는 것이 없습니다',
  'withdrawal.none-why': '빈자리는 빈 채로 남거나, 원래 아무도 배정되지 않았습니다.',
  'withdrawal.near':
    '찾을 수 있는 범위에서 자리를 지킬 수 있는 사람은 지키며, 결과는 다시 안정적입니다. 더 적은 사람이 바뀌는 결과가 없다는 것은 증명되지 않았습니다.',
  'repair.near':
    '빠진 쪽은 아무것도 갖지 않습니다. 변동: {count, number}명. 더 적게 바뀌는 안정적인 결과가 없다는 것은 증명되지 않았습니다.',
  'repair.near-still':
    '{applicant} 지원자는 여전히 자리가 없습니다. 받아 주는 곳에 빈자리도, 순위가 더 낮은 사람도 없습니다.',
  'repair.near-lost':
    '{applicant} 지원자는 {has} 자리를 잃습니다. 찾은 안정적인 결과에 필요합니다. 모든 안정적인 결과가 그러하다는 것은 증명되지 않았습니다.',
  'repair.near-gained':
    '{applicant} 지원자는 {has} 자리를 얻습니다. 결과가 다시 안정적이 되기 위해서입니다.',
  'repair.near-moved':
    '{applicant} 지원자는 {from}에서 {has}(으)로 옮깁니다. 결과가 다시 안정적이 되기 위해서입니다.',
  'withdrawal.anew':
    '이 방법에는 가장 적게 바뀐다고 증명된 보정이 없습니다. 빠진 쪽을 빼고 같은 추첨으로 다시 매칭합니다.',
  'withdrawal.accept-lead':
    '받아들이면 이 차수에 새 실행이 생기고 증명서도 따로 생깁니다. 새로 추첨하지 않으며 앞의 실행은 그대로 남습니다.',
  'withdrawal.accept': '새 실행으로 받아들이기',
  'withdrawal.other': '다른 쪽 고르기',
  'withdrawal.unknown': '이 실행에 그 지원자나 자리가 없습니다.',
  'withdrawal.repaired-applicant': '실행 {number, number}을(를) 보정함: {name} 지원자가 빠짐.',
  'withdrawal.repaired-place': '실행 {number, number}을(를) 보정함: {name} 자리가 빠짐.',
  'withdrawal.gone': '빠졌음',
  'withdrawal.here': '빠졌음: 무엇이 바뀌는지 보기',
  'flash.repair-frozen': '보정을 실행하고 검증하는 중입니다.',
  'story.run-repaired': '실행 {number, number}: 빠진 쪽이 있어 실행 {repairs, number}을(를) 보정함',
  'explain.host-free':
    '자리가 {count, number}개 남았습니다. 이곳을 지망하고 올 수 있었던 사람 가운데 덜 원하는 결과를 받은 사람은 없습니다.',
  'explain.host-full':
    '정원이 찼습니다. 합격하지 못한 사람은 이 방법의 규칙에 따라 합격한 사람들 뒤에 있었습니다.',
  'explain.one-more':
    '정원이 한 명 더 많았다면 이곳에 올 사람: {names}. 차수를 다시 매칭하여 확인했습니다.',
  'explain.one-more-nobody':
    '정원이 한 명 더 많았어도 더 올 사람은 없습니다. 차수를 다시 매칭하여 확인했습니다.',
  'command.help-lists':
    'APPLICANTS(지원자)와 PLACES(자리)는 열 이름이 한 줄 있는 CSV 또는 XLSX 파일이며 화면과 똑같이 읽습니다. 다섯 언어의 열 이름을 알아보고, 모르면 열의 차례로 읽습니다.',
  'command.help-applicants':
    'APPLICANTS: 이름이나 번호, 이어서 원하는 자리를 원하는 순서대로(또는 지망마다 한 행에 순위). 그 밖에 국가, 구분, 점수 열을 압니다. “= 이름”은 바로 앞 자리와 똑같이 원한다는 뜻입니다.',
  'command.help-places':
    'PLACES: 이름, 정원, 이어서 순위대로 지원자(또는 한 명에 한 행, 순위나 점수). “= 이름”은 앞사람과 동순위입니다. 그 밖에 국가, 분야, 할당석(“TH 2; KR 3”), 기관, 기관 정원 열을 압니다.',
  'command.help-methods': '매칭 방법(--method):',
  'command.help-default': '--method 없이',
  'command.help-mentors':
    '학생마다 학계 멘토와 산업계 멘토를 한 명씩, 세 사람이 함께 쓰는 언어가 있도록 배정합니다. 파일 셋: 학생(이름, 언어 “en zh”), 멘토(이름, academic 또는 industry, 학생 수, 언어), 짝(학생, 멘토, 비용).',
  'command.help-couples':
    '함께 배정되기를 원하는 두 사람. 아무것도 보장하지 않으며 불안정한 곳의 수를 밝힙니다. 파일 셋: 지원자, 자리, 짝(두 이름, 이어서 “연구실 / 박물관” 같은 자리의 짝).',
  'command.help-three':
    '열 이름이 없는 이전 서식도 받습니다. 할당석 표, 그리고 정원을 함께 쓰는 파일 셋(지원자, 기관이 적힌 과제, 기관).',
  'command.help-examples': '예:',
  'command.help-offline': '데이터베이스가 필요 없으며 --out 뒤의 파일 말고는 저장하지 않습니다.',
} satisfies typeof en

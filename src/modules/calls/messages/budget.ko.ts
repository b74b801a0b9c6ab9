export default {
  'budget.award': '1인당 지원액',
  'budget.currency': '통화',
  'budget.given': '배정 금액',
  'budget.lead':
    '기금은 정원 대신 총액과 1인당 지원액을 입력하십시오. 전액 지급할 수 있는 인원까지만 선발합니다.',
  'budget.left': '잔액',
  'budget.no-amount': '0보다 큰 금액을 입력하십시오. 예: 30,000 또는 30000.50',
  'budget.no-currency': '통화를 선택하십시오.',
  'budget.no-seats': '정원은 비워 두십시오. 기금에서 계산됩니다.',
  'budget.too-little': '기금이 한 사람의 지원액보다 적습니다.',
  'budget.too-many': '{most, number}명이 넘게 지급됩니다. 두 금액을 확인하십시오.',
  'budget.total': '기금 총액',
  'budget.yours': '지원액: {amount}',
}

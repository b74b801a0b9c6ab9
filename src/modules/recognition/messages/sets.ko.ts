import type en from './sets.en.ts'

export default {
  'equivalence.fault.too-many-courses': '한쪽에 과목을 {limit, number}개까지 넣을 수 있습니다',
  'equivalence.fault.repeated-course': '한쪽에 {code} 과목이 두 번 있습니다',
  'equivalence.fault.accept': '0 이상의 학점을 입력하십시오',
  'equivalence.fault.block': '묶음의 코드와 이름, 0보다 큰 학점을 입력하십시오',
  'page.case.set-broken':
    '이 과목은 다른 과목과 함께일 때만 인정되는데, 담당자가 그중 한 과목을 따로 판단했습니다. 이 과목의 결과를 따로 정하거나 그 판단을 되돌리십시오.',
} satisfies Record<keyof typeof en, string>

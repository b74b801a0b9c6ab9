import type en from './operations.en.ts'

export default {
  'operation.tag': '얼라이언스',
  'operation.members': '얼라이언스 회원 기관',
  'operation.organisation-add': '기관 추가',
  'operation.organisation': '기관 하나',
  'operation.degree-programme-add': '학위 과정 추가',
  'operation.people': '호출자가 속한 담당 부서 기관의 구성원',
  'operation.enrol': '학적 등록',
  'operation.programmes': '얼라이언스 프로그램',
  'operation.programme': '얼라이언스 프로그램 하나와 연도별 수치',
  'operation.units': '기관의 하위 조직, 폐지된 조직은 끝에',
} satisfies Record<keyof typeof en, string>

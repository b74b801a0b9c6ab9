import type en from './units.en.ts'

export default {
  'import-column.unitName': '조직 이름',
  'import-column.nameEn': '영어 이름',
  'import-column.nameZhHans': '중국어 이름',
  'import-column.nameTh': '태국어 이름',
  'import-column.nameKo': '한국어 이름',
  'import-column.nameFr': '프랑스어 이름',
  'import-column.unitCode': '조직 코드',
  'import-column.unitKind': '유형',
  'import-column.partOf': '상위 조직 (코드 또는 이름)',
  'import-column.closedOn': '폐지일',
  'unit.import': '목록 일괄 등록',
  'unit.import-lead':
    '한 줄이 조직 하나를 추가하거나 이미 있는 조직을 고칩니다. 코드로 찾고, 코드가 없으면 이름과 상위 조직으로 찾습니다. 빈칸은 기존 내용을 그대로 둡니다.',
  'unit.download-csv': 'CSV로 내려받기',
  'unit.too-many-columns':
    '{line}번째 줄에 이름과 코드 외의 내용이 있습니다. 목록 일괄 등록을 이용하십시오. 다섯 언어의 이름, 유형, 상위 조직을 넣을 수 있습니다.',
  'import.is-added': '추가',
  'import.is-changed': '변경',
  'import.no-unit-name': '이름이 없고, 이 코드를 쓰는 조직도 없습니다.',
  'import.long-cell': '이름이 300자를 넘거나 코드가 40자를 넘습니다.',
  'import.unknown-kind':
    '“{text}”은(는) 조직 유형이 아닙니다. 단과대학, 학과, 행정 부서 등으로 적으십시오.',
  'import.unknown-parent': '코드나 이름이 “{text}”인 조직이 없습니다.',
  'import.ambiguous-unit': '“{text}”(이)라는 조직이 여럿입니다. 코드를 적으십시오.',
  'import.future-close': '폐지일은 오늘이나 그 이전이어야 합니다.',
  'unit.imported': '조직 {added}개 추가, {changed}개 변경',
  'unit.undone': '등록한 목록을 되돌렸습니다.',
  'fault.import-changed-since': '그 뒤에 바뀐 조직이 있습니다. 하나씩 고치십시오.',
  'fault.import-in-use':
    '추가된 조직 일부에 이미 사람, 학위 과정 또는 신청이 속해 있습니다. 대신 폐지하십시오.',
  'entry.units-imported': '조직 목록을 등록했습니다. 추가 {added}개, 변경 {changed}개.',
  'entry.units-import-undone': '등록한 조직 목록을 되돌렸습니다.',
} satisfies Record<keyof typeof en, string>

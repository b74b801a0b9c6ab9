import type en from './en.ts'
import held from './held.ko.ts'
import uploads from './uploads.ko.ts'

export default {
  ...held,
  ...uploads,
  empty: '파일에 내용이 없습니다.',
  'too-large': '파일이 {most}보다 큽니다. 더 작은 파일을 선택해 주십시오.',
  'kind-unknown': '이 파일의 내용은 읽을 수 없는 형식입니다. 사용할 수 있는 형식: {allowed}.',
  'kind-not-allowed': '{kind} 파일입니다. 여기에서 사용할 수 있는 형식: {allowed}.',
  pixels: '이미지가 {most}백만 화소를 넘습니다. 해상도를 낮추어 다시 저장해 주십시오.',
  'image-broken': '이미지가 손상되어 열 수 없습니다. 다시 저장하거나 스캔해 주십시오.',
  'pdf-broken': 'PDF가 손상되어 열 수 없습니다. 원본에서 다시 내보내 주십시오.',
  'pdf-encrypted': 'PDF에 암호가 걸려 있습니다. 암호가 없는 사본을 저장해 주십시오.',
  'pdf-active': 'PDF에 열 때 실행되는 프로그램이 들어 있습니다. 새 PDF로 인쇄하여 보내 주십시오.',
  'two-kinds':
    '파일이 두 가지 형식을 동시에 띠고 있습니다. 원래 프로그램에서 다시 저장해 주십시오.',
  'archive-broken': '파일이 손상되어 풀 수 없습니다. 다시 저장해 주십시오.',
  'archive-bomb':
    '압축을 풀면 지나치게 커지는 파일이라 열지 않았습니다. 필요한 시트만 새 파일로 저장해 주십시오.',
  'office-locked':
    '암호가 걸려 있거나 예전 .xls, .doc 형식입니다. 암호 없이 .xlsx로 저장해 주십시오.',
  'xml-doctype': 'XML에 DOCTYPE 또는 엔티티 선언이 있어 받을 수 없습니다. DOCTYPE을 지워 주십시오.',
  'svg-active': 'SVG에 프로그램이 있거나 외부 주소를 참조합니다. 일반 SVG나 PNG로 저장해 주십시오.',
  'store-full':
    '파일을 저장할 공간이 없습니다. 아무것도 저장되지 않았으니 운영자가 공간을 확보한 뒤 다시 시도해 주십시오.',
  gone: '파일이 더 이상 없습니다. 다시 추가해 주십시오.',
  'table-empty': '표에 머리글 행과 데이터가 없습니다.',
  'table-kind': '표 형식이 아닙니다. XLSX, CSV, TSV, JSON 또는 JSON Lines로 보내 주십시오.',
  'table-rows': '표가 {most}행을 넘습니다. 여러 파일로 나누어 주십시오.',
  'table-columns': '{row}행의 열이 {most}개를 넘습니다.',
  'table-cell': '{row}행 {column}열: 셀의 글자가 {most}자를 넘습니다.',
  'table-quotes': '{row}행: 따옴표가 닫히지 않았거나 셀 중간에 있습니다.',
  'table-json': 'JSON을 읽을 수 없습니다: {detail}',
  'table-json-shape': 'JSON은 같은 항목을 가진 객체의 배열이어야 합니다.',
  'table-json-line': '{row}번째 줄이 JSON 객체가 아닙니다.',
  'table-sheet': '‘{sheet}’ 시트가 없습니다. 있는 시트: {sheets}.',
  'table-encoding': '{encoding} 인코딩으로 읽을 수 없습니다. 파일을 UTF-8로 저장해 주십시오.',
  'table-workbook':
    '통합 문서가 손상되었습니다: {detail}. 스프레드시트 프로그램에서 열어 다시 저장해 주십시오.',
  'reading-slow':
    '파일을 읽는 데 {seconds, number}초가 넘어 중단했습니다. 저장된 내용은 없습니다. 더 작은 파일을 보내거나 파일을 만든 프로그램에서 다시 저장해 주십시오.',
  'reading-memory':
    '파일 하나에 허용된 메모리를 넘어 읽기를 중단했습니다. 저장된 내용은 없습니다. 여러 파일로 나누어 주십시오.',
  'reading-busy':
    '지금 읽고 있는 파일이 너무 많습니다. 입력하신 내용은 그대로 있으니 1분 뒤에 양식을 다시 보내 주십시오.',
} satisfies Record<keyof typeof en, string>

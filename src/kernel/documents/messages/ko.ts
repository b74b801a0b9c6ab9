import type en from './en.ts'

export default {
  'page-of': '{pages}쪽 중 {page}쪽',
  'scan-empty': '파일을 하나 이상 추가해 주십시오. 원본을 찍은 사진이나 스캔, 또는 PDF면 됩니다.',
  'scan-repeated': '같은 파일이 두 번 추가되었습니다. 하나를 삭제해 주십시오.',
  'scan-coarse':
    '{number}번째 이미지가 너무 작아 읽을 수 없습니다. 150dpi 이상으로 다시 스캔하거나 더 가까이에서 촬영해 주십시오.',
  'scan-long':
    '스캔이 {pages}쪽입니다. 최대 {most}쪽까지 받을 수 있으니 필요한 쪽만 보내 주십시오.',
} satisfies Record<keyof typeof en, string>

import type { Language } from '#kernel/values'

/**
 * The few fixed words of the design system itself (menu, next page, "there is a problem"), so that they
 * are the same on every page. Everything else is given by the caller, already translated.
 * `{…}` marks a place that `fill` replaces.
 */
export interface Words {
  skipToContent: string
  menu: string
  mainNavigation: string
  breadcrumbs: string
  language: string
  account: string
  theme: string
  themeAuto: string
  themeLight: string
  themeDark: string
  problem: string
  errorPrefix: string
  optional: string
  chooseOne: string
  chooseFile: string
  dropFile: string
  fileKept: string
  fileReplace: string
  fileTooLarge: string
  uploading: string
  uploaded: string
  uploadFailed: string
  previous: string
  next: string
  pages: string
  page: string
  range: string
  sortAscending: string
  sortDescending: string
  selectAll: string
  selectRow: string
  selectedCount: string
  bulkActions: string
  filters: string
  apply: string
  clearFilters: string
  removeFilter: string
  columns: string
  searchRows: string
  reasons: string
  conversion: string
  credit: string
  grade: string
  stepDone: string
  stepCurrent: string
  stepLater: string
  stateNow: string
  whatIsNext: string
  whoHasIt: string
  untilWhen: string
  keyboardTitle: string
  keyboardSearch: string
  keyboardDown: string
  keyboardUp: string
  keyboardSelect: string
  keyboardOpen: string
  keyboardHelp: string
  close: string
  asList: string
  asTable: string
  places: string
  journey: string
  noResults: string
  resultsCount: string
  pasteHint: string
  pasteRows: string
  working: string
  aboutThisSite: string
  passkeyFailed: string
  passkeyUnsupported: string
}

const en: Words = {
  skipToContent: 'Skip to the content',
  menu: 'Menu',
  mainNavigation: 'Main navigation',
  breadcrumbs: 'You are here',
  language: 'Language',
  account: 'Your account',
  theme: 'Appearance',
  themeAuto: 'As the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  problem: 'There is a problem',
  errorPrefix: 'Error:',
  optional: '(optional)',
  chooseOne: 'Choose one',
  chooseFile: 'Choose a file',
  dropFile: 'or drop it here',
  fileKept: 'This file is kept. You need not choose it again.',
  fileReplace: 'Replace it',
  fileTooLarge: 'The file is larger than {size}.',
  uploading: 'Uploading',
  uploaded: 'Uploaded',
  uploadFailed: 'The upload did not work. Choose the file again.',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  page: 'Page {page}',
  range: '{from}–{to} of {total}',
  sortAscending: 'Sort by {column}, ascending',
  sortDescending: 'Sort by {column}, descending',
  selectAll: 'Select all rows on this page',
  selectRow: 'Select {row}',
  selectedCount: 'Selected: {count}',
  bulkActions: 'For the selected rows',
  filters: 'Filters',
  apply: 'Apply',
  clearFilters: 'Clear filters',
  removeFilter: 'Remove the filter {filter}',
  columns: 'Columns',
  searchRows: 'Search',
  reasons: 'Reasons',
  conversion: 'Conversion',
  credit: 'Credit',
  grade: 'Grade',
  stepDone: 'done',
  stepCurrent: 'now',
  stepLater: 'later',
  stateNow: 'State',
  whatIsNext: 'Next',
  whoHasIt: 'With',
  untilWhen: 'By',
  keyboardTitle: 'Keys for this page',
  keyboardSearch: 'Search',
  keyboardDown: 'Next row',
  keyboardUp: 'Previous row',
  keyboardSelect: 'Select the row',
  keyboardOpen: 'Open the row',
  keyboardHelp: 'Show these keys',
  close: 'Close',
  asList: 'The same as a list',
  asTable: 'The same as a table',
  places: 'Places',
  journey: 'Journey, from the first step to the latest',
  noResults: 'Nothing found',
  resultsCount: 'Found: {count}',
  pasteHint: 'Copy the rows in your spreadsheet and paste them here.',
  pasteRows: 'Rows: {rows}, columns: {columns}',
  working: 'Working',
  aboutThisSite: 'About this site',
  passkeyFailed: 'The passkey was not accepted. Try again or sign in another way.',
  passkeyUnsupported: 'This browser has no passkeys. Sign in another way.',
}

const zhHans: Words = {
  skipToContent: '跳到正文',
  menu: '菜单',
  mainNavigation: '主导航',
  breadcrumbs: '当前位置',
  language: '语言',
  account: '我的账户',
  theme: '外观',
  themeAuto: '跟随设备',
  themeLight: '浅色',
  themeDark: '深色',
  problem: '有内容需要更正',
  errorPrefix: '错误：',
  optional: '（选填）',
  chooseOne: '请选择',
  chooseFile: '选择文件',
  dropFile: '或将文件拖到此处',
  fileKept: '文件已保留，无需重新选择。',
  fileReplace: '更换文件',
  fileTooLarge: '文件超过 {size}。',
  uploading: '正在上传',
  uploaded: '已上传',
  uploadFailed: '上传未成功，请重新选择文件。',
  previous: '上一页',
  next: '下一页',
  pages: '分页',
  page: '第 {page} 页',
  range: '第 {from}–{to} 条，共 {total} 条',
  sortAscending: '按{column}升序排列',
  sortDescending: '按{column}降序排列',
  selectAll: '选择本页全部条目',
  selectRow: '选择{row}',
  selectedCount: '已选 {count} 条',
  bulkActions: '对所选条目',
  filters: '筛选',
  apply: '应用',
  clearFilters: '清除筛选',
  removeFilter: '移除筛选条件：{filter}',
  columns: '显示列',
  searchRows: '搜索',
  reasons: '理由',
  conversion: '换算',
  credit: '学分',
  grade: '成绩',
  stepDone: '已完成',
  stepCurrent: '进行中',
  stepLater: '待进行',
  stateNow: '状态',
  whatIsNext: '下一步',
  whoHasIt: '经办',
  untilWhen: '截止',
  keyboardTitle: '本页快捷键',
  keyboardSearch: '搜索',
  keyboardDown: '下一行',
  keyboardUp: '上一行',
  keyboardSelect: '选择该行',
  keyboardOpen: '打开该行',
  keyboardHelp: '显示快捷键',
  close: '关闭',
  asList: '以列表查看',
  asTable: '以表格查看',
  places: '地点',
  journey: '历程（由早到晚）',
  noResults: '没有找到结果',
  resultsCount: '找到 {count} 项',
  pasteHint: '在电子表格中复制相应的行，然后粘贴到此处。',
  pasteRows: '{rows} 行，{columns} 列',
  working: '处理中',
  aboutThisSite: '关于本站',
  passkeyFailed: '通行密钥未通过验证。请重试，或使用其他方式登录。',
  passkeyUnsupported: '此浏览器不支持通行密钥。请使用其他方式登录。',
}

const th: Words = {
  skipToContent: 'ข้ามไปยังเนื้อหา',
  menu: 'เมนู',
  mainNavigation: 'เมนูหลัก',
  breadcrumbs: 'ตำแหน่งปัจจุบัน',
  language: 'ภาษา',
  account: 'บัญชีของท่าน',
  theme: 'การแสดงผล',
  themeAuto: 'ตามอุปกรณ์',
  themeLight: 'สว่าง',
  themeDark: 'มืด',
  problem: 'มีข้อมูลที่ต้องแก้ไข',
  errorPrefix: 'ข้อผิดพลาด:',
  optional: '(ไม่บังคับ)',
  chooseOne: 'เลือกหนึ่งรายการ',
  chooseFile: 'เลือกไฟล์',
  dropFile: 'หรือลากไฟล์มาวางที่นี่',
  fileKept: 'ระบบเก็บไฟล์นี้ไว้แล้ว ไม่ต้องเลือกใหม่',
  fileReplace: 'เปลี่ยนไฟล์',
  fileTooLarge: 'ไฟล์มีขนาดเกิน {size}',
  uploading: 'กำลังอัปโหลด',
  uploaded: 'อัปโหลดแล้ว',
  uploadFailed: 'อัปโหลดไม่สำเร็จ โปรดเลือกไฟล์อีกครั้ง',
  previous: 'ก่อนหน้า',
  next: 'ถัดไป',
  pages: 'หน้า',
  page: 'หน้า {page}',
  range: '{from}–{to} จาก {total} รายการ',
  sortAscending: 'เรียงตาม{column}จากน้อยไปมาก',
  sortDescending: 'เรียงตาม{column}จากมากไปน้อย',
  selectAll: 'เลือกทุกรายการในหน้านี้',
  selectRow: 'เลือก {row}',
  selectedCount: 'เลือกแล้ว {count} รายการ',
  bulkActions: 'สำหรับรายการที่เลือก',
  filters: 'ตัวกรอง',
  apply: 'ใช้ตัวกรอง',
  clearFilters: 'ล้างตัวกรอง',
  removeFilter: 'นำตัวกรองออก: {filter}',
  columns: 'คอลัมน์',
  searchRows: 'ค้นหา',
  reasons: 'เหตุผล',
  conversion: 'การแปลงค่า',
  credit: 'หน่วยกิต',
  grade: 'เกรด',
  stepDone: 'เสร็จแล้ว',
  stepCurrent: 'กำลังดำเนินการ',
  stepLater: 'ลำดับต่อไป',
  stateNow: 'สถานะ',
  whatIsNext: 'ขั้นต่อไป',
  whoHasIt: 'อยู่ที่',
  untilWhen: 'ภายใน',
  keyboardTitle: 'ปุ่มลัดของหน้านี้',
  keyboardSearch: 'ค้นหา',
  keyboardDown: 'แถวถัดไป',
  keyboardUp: 'แถวก่อนหน้า',
  keyboardSelect: 'เลือกแถว',
  keyboardOpen: 'เปิดแถว',
  keyboardHelp: 'แสดงปุ่มลัด',
  close: 'ปิด',
  asList: 'ดูเป็นรายการ',
  asTable: 'ดูเป็นตาราง',
  places: 'สถานที่',
  journey: 'เส้นทางตั้งแต่เริ่มต้นจนถึงปัจจุบัน',
  noResults: 'ไม่พบข้อมูล',
  resultsCount: 'พบ {count} รายการ',
  pasteHint: 'คัดลอกแถวจากสเปรดชีตแล้ววางที่นี่',
  pasteRows: '{rows} แถว {columns} คอลัมน์',
  working: 'กำลังดำเนินการ',
  aboutThisSite: 'เกี่ยวกับเว็บไซต์นี้',
  passkeyFailed: 'พาสคีย์ไม่ผ่านการตรวจสอบ โปรดลองอีกครั้งหรือเข้าสู่ระบบด้วยวิธีอื่น',
  passkeyUnsupported: 'เบราว์เซอร์นี้ไม่รองรับพาสคีย์ โปรดเข้าสู่ระบบด้วยวิธีอื่น',
}

const ko: Words = {
  skipToContent: '본문으로 건너뛰기',
  menu: '메뉴',
  mainNavigation: '주 메뉴',
  breadcrumbs: '현재 위치',
  language: '언어',
  account: '내 계정',
  theme: '화면 모드',
  themeAuto: '기기 설정',
  themeLight: '밝게',
  themeDark: '어둡게',
  problem: '확인이 필요한 항목이 있습니다',
  errorPrefix: '오류:',
  optional: '(선택)',
  chooseOne: '선택하십시오',
  chooseFile: '파일 선택',
  dropFile: '또는 여기로 끌어다 놓기',
  fileKept: '파일이 보관되어 있으므로 다시 선택하지 않아도 됩니다.',
  fileReplace: '파일 바꾸기',
  fileTooLarge: '파일이 {size}보다 큽니다.',
  uploading: '올리는 중',
  uploaded: '올림 완료',
  uploadFailed: '파일을 올리지 못했습니다. 다시 선택하십시오.',
  previous: '이전',
  next: '다음',
  pages: '페이지',
  page: '{page} 쪽',
  range: '총 {total}건 중 {from}–{to}',
  sortAscending: '{column} 오름차순 정렬',
  sortDescending: '{column} 내림차순 정렬',
  selectAll: '이 페이지의 모든 행 선택',
  selectRow: '{row} 선택',
  selectedCount: '{count}건 선택됨',
  bulkActions: '선택한 행에 대해',
  filters: '필터',
  apply: '적용',
  clearFilters: '필터 지우기',
  removeFilter: '필터 해제: {filter}',
  columns: '표시할 열',
  searchRows: '검색',
  reasons: '사유',
  conversion: '환산',
  credit: '학점',
  grade: '성적',
  stepDone: '완료',
  stepCurrent: '진행 중',
  stepLater: '예정',
  stateNow: '상태',
  whatIsNext: '다음 단계',
  whoHasIt: '담당',
  untilWhen: '기한',
  keyboardTitle: '이 페이지의 단축키',
  keyboardSearch: '검색',
  keyboardDown: '다음 행',
  keyboardUp: '이전 행',
  keyboardSelect: '행 선택',
  keyboardOpen: '행 열기',
  keyboardHelp: '단축키 보기',
  close: '닫기',
  asList: '목록으로 보기',
  asTable: '표로 보기',
  places: '장소',
  journey: '처음부터 최근까지의 여정',
  noResults: '결과가 없습니다',
  resultsCount: '{count}건 찾음',
  pasteHint: '스프레드시트에서 행을 복사하여 여기에 붙여 넣으십시오.',
  pasteRows: '{rows}행, {columns}열',
  working: '처리 중',
  aboutThisSite: '이 사이트 안내',
  passkeyFailed: '패스키가 확인되지 않았습니다. 다시 시도하거나 다른 방법으로 로그인하십시오.',
  passkeyUnsupported: '이 브라우저는 패스키를 지원하지 않습니다. 다른 방법으로 로그인하십시오.',
}

const fr: Words = {
  skipToContent: 'Aller au contenu',
  menu: 'Menu',
  mainNavigation: 'Navigation principale',
  breadcrumbs: 'Vous êtes ici',
  language: 'Langue',
  account: 'Votre compte',
  theme: 'Apparence',
  themeAuto: 'Selon l’appareil',
  themeLight: 'Claire',
  themeDark: 'Sombre',
  problem: 'Une correction est nécessaire',
  errorPrefix: 'Erreur :',
  optional: '(facultatif)',
  chooseOne: 'Choisir',
  chooseFile: 'Choisir un fichier',
  dropFile: 'ou le déposer ici',
  fileKept: 'Ce fichier est conservé. Inutile de le choisir à nouveau.',
  fileReplace: 'Le remplacer',
  fileTooLarge: 'Le fichier dépasse {size}.',
  uploading: 'Envoi en cours',
  uploaded: 'Envoyé',
  uploadFailed: 'L’envoi n’a pas abouti. Choisissez le fichier à nouveau.',
  previous: 'Précédent',
  next: 'Suivant',
  pages: 'Pages',
  page: 'Page {page}',
  range: '{from}–{to} sur {total}',
  sortAscending: 'Trier par {column}, ordre croissant',
  sortDescending: 'Trier par {column}, ordre décroissant',
  selectAll: 'Sélectionner toutes les lignes de la page',
  selectRow: 'Sélectionner {row}',
  selectedCount: 'Sélection : {count}',
  bulkActions: 'Pour les lignes sélectionnées',
  filters: 'Filtres',
  apply: 'Appliquer',
  clearFilters: 'Effacer les filtres',
  removeFilter: 'Retirer le filtre {filter}',
  columns: 'Colonnes',
  searchRows: 'Rechercher',
  reasons: 'Motifs',
  conversion: 'Conversion',
  credit: 'Crédits',
  grade: 'Note',
  stepDone: 'fait',
  stepCurrent: 'en cours',
  stepLater: 'à venir',
  stateNow: 'État',
  whatIsNext: 'Ensuite',
  whoHasIt: 'Chez',
  untilWhen: 'Avant le',
  keyboardTitle: 'Raccourcis de cette page',
  keyboardSearch: 'Rechercher',
  keyboardDown: 'Ligne suivante',
  keyboardUp: 'Ligne précédente',
  keyboardSelect: 'Sélectionner la ligne',
  keyboardOpen: 'Ouvrir la ligne',
  keyboardHelp: 'Afficher ces raccourcis',
  close: 'Fermer',
  asList: 'La même chose en liste',
  asTable: 'La même chose en tableau',
  places: 'Lieux',
  journey: 'Parcours, de la première étape à la plus récente',
  noResults: 'Aucun résultat',
  resultsCount: 'Résultats : {count}',
  pasteHint: 'Copiez les lignes dans votre tableur, puis collez-les ici.',
  pasteRows: 'Lignes : {rows}, colonnes : {columns}',
  working: 'En cours',
  aboutThisSite: 'À propos de ce site',
  passkeyFailed: 'La clé d’accès a été refusée. Réessayez ou connectez-vous autrement.',
  passkeyUnsupported: 'Ce navigateur ne gère pas les clés d’accès. Connectez-vous autrement.',
}

const tables: Record<Language, Words> = { en, 'zh-Hans': zhHans, th, ko, fr }

/** The design system's fixed words in one language. */
export function words(language: Language): Words {
  return tables[language]
}

/** Puts values into the `{places}` of one of the fixed words. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The five languages under their own names, as the language switch shows them. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  'zh-Hans': '简体中文',
  th: 'ไทย',
  ko: '한국어',
  fr: 'Français',
}

import type en from './units.en.ts'

export default {
  'import-column.unitName': '名称',
  'import-column.nameEn': '英文名称',
  'import-column.nameZhHans': '中文名称',
  'import-column.nameTh': '泰文名称',
  'import-column.nameKo': '韩文名称',
  'import-column.nameFr': '法文名称',
  'import-column.unitCode': '单位代码',
  'import-column.unitKind': '类型',
  'import-column.partOf': '上级单位（代码或名称）',
  'import-column.closedOn': '撤销日期',
  'unit.import': '批量导入',
  'unit.import-lead':
    '每行新增一个院系或部门（以下称单位），或修改已有单位：先按代码识别，没有代码的按名称和上级单位识别。空白单元格保留原有内容。',
  'unit.download-csv': '下载 CSV',
  'unit.too-many-columns':
    '第{line}行除名称和代码外还有其他内容。请使用“批量导入”，可包含五种语言的名称、类型和上级单位。',
  'import.is-added': '新增',
  'import.is-changed': '修改',
  'import.no-unit-name': '缺少名称，且没有使用该代码的单位。',
  'import.long-cell': '名称超过 300 个字符，或代码超过 40 个字符。',
  'import.unknown-kind': '“{text}”不是单位类型，请写学院、系、办公室等。',
  'import.unknown-parent': '没有代码或名称为“{text}”的单位。',
  'import.ambiguous-unit': '有多个单位名为“{text}”，请写代码。',
  'import.future-close': '撤销日期不能晚于今天。',
  'unit.imported': '新增{added}个单位，修改{changed}个',
  'unit.undone': '已撤回导入的名单。',
  'fault.import-changed-since': '其中部分单位此后已有修改，请逐个更改。',
  'fault.import-in-use': '部分新增单位已有人员、专业或案件归属，请改为撤销这些单位。',
  'entry.units-imported': '导入单位名单：新增{added}个，修改{changed}个。',
  'entry.units-import-undone': '撤回了导入的单位名单。',
} satisfies Record<keyof typeof en, string>

import './schema.ts'

export { asideStream, asideTask } from './aside/task.ts'
export { withPatience } from './aside/lanes.ts'
export type { Lane } from './aside/lanes.ts'
export { zipStream } from './archive.ts'
export type { ArchiveEntry } from './archive.ts'
export { diskBlobStore } from './disk-store.ts'
export { detectEncoding, encodeText, isTextEncoding, textEncodings } from './encodings.ts'
export type { EncodingPreview, TextEncoding } from './encodings.ts'
export { inspectFile, inspectUpload } from './inspect-aside.ts'
export type { Inspected, UploadRules } from './inspect.ts'
export { fileKinds } from './kinds.ts'
export type { FileKind } from './kinds.ts'
export { m as fileMessages } from './messages/index.ts'
export {
  erasePersonFiles,
  exportPersonFiles,
  mergePersonFiles,
  removeUnnamed,
  stagedFileData,
} from './personal-data.ts'
export { s3BlobStore, StoreAnswerError } from './s3-store.ts'
export { StoreAwayError } from './store-away.ts'
export type { S3Config } from './s3-store.ts'
export { sizeText } from './sizes.ts'
export {
  addFile,
  batchKey,
  claimStaged,
  cleanFileName,
  fileById,
  filesOf,
  forgetStaged,
  receiveFile,
  receiveFileAt,
  removeFile,
  stagedFiles,
  stagedUnder,
  stageFile,
  streamFile,
} from './staging.ts'
export type { FileOwner, ReceivedFile, StagedFile, StoredFile } from './staging.ts'
export type { BlobSource, BlobStore, StoredBlob } from './store.ts'
export { expireStaged, sweepBlobs, sweepJob } from './sweep.ts'
export type { FileServices } from './sweep.ts'
export { readPastedTable, readTable } from './tables/read-aside.ts'
export { readPastedTableHere, readTableHere } from './tables/read.ts'
export { allRows, TableProblem } from './tables/table.ts'
export type { NumberedRow, Table, TableFormat, TableOptions } from './tables/table.ts'
export { writeCsv, writeXlsx } from './tables/write.ts'
export type { CellValue, Sheet, SheetColumn, SheetRows } from './tables/write.ts'
export { appendToUpload } from './uploads/append.ts'
export { assembleUpload, joinUpload } from './uploads/assemble.ts'
export { clearUploadsJob } from './uploads/clear.ts'
export {
  beginUpload,
  cancelUpload,
  failUpload,
  piecesOf,
  settleUpload,
  uploadBounds,
  uploadById,
  uploadsFor,
} from './uploads/open-uploads.ts'
export type { OpenUpload } from './uploads/open-uploads.ts'
export { decodeXml } from './xml/xml-text.ts'
export { readXml, xmlPathOf } from './xml/xml-tree.ts'
export type { XmlElement, XmlRefusal, XmlResult } from './xml/xml-tree.ts'
export { xmlElement, xmlText } from './xml/xml-write.ts'
export { byteSource, unpack, zipEntries, ZipProblem } from './zip.ts'
export { writeZip } from './zip-write.ts'
export type { ArchiveFile } from './zip-write.ts'

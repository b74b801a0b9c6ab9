export default {
  'doctor.sync.failed': '无法写入 {folder}（{detail}）',
  'doctor.sync.failed.advice': '请腾出空间，或在 WEFT_DATA 中指定其他文件夹：数据库无法在此运行。',
  'doctor.files.s3': 'S3 兼容存储可以列出、存入、读取和删除文件（存储桶 {bucket}）',
  'doctor.files.no-bucket': 'S3 兼容存储中没有存储桶 {bucket}',
  'doctor.files.rights': 'S3 兼容存储的密钥在存储桶 {bucket} 中缺少权限：{rights}',
  'doctor.files.advice':
    '请检查 WEFT_S3_ENDPOINT 和 WEFT_S3_BUCKET。密钥需要存储桶的 s3:ListBucket 权限，以及桶内对象的 s3:GetObject、s3:PutObject 和 s3:DeleteObject 权限。',
}

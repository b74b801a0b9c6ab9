export default {
  'doctor.sync.failed': '无法写入 {folder}（{detail}）',
  'doctor.sync.failed.advice': '请腾出空间，或在 WEFT_DATA 中指定其他文件夹：数据库无法在此运行。',
  'doctor.files.s3': 'S3 兼容存储可以列出、存入、读取和删除文件（存储桶 {bucket}）',
  'doctor.files.no-bucket': 'S3 兼容存储中没有存储桶 {bucket}',
  'doctor.files.rights': 'S3 兼容存储的密钥在存储桶 {bucket} 中缺少权限：{rights}',
  'doctor.files.advice':
    '请检查 WEFT_S3_ENDPOINT 和 WEFT_S3_BUCKET。密钥需要存储桶的 s3:ListBucket 权限，以及桶内对象的 s3:GetObject、s3:PutObject 和 s3:DeleteObject 权限。',
  'doctor.lasting.ok': '数据库服务器会保住已确认的内容（{settings}）',
  'doctor.lasting.off': '数据库服务器可能丢失已确认的内容；已关闭的设置：{settings}',
  'doctor.lasting.advice':
    '请在 postgresql.conf 中开启这些设置，或为数据库及其角色开启（alter database、alter role）。',
  'doctor.connections': '连接数：数据库服务器允许 {most} 个，本进程最多使用 {pool} 个',
  'doctor.connections.advice':
    '请调大服务器的 max_connections，或调小 WEFT_POOL_SIZE：每个进程各需一份，另需为命令留出几个。',
  'doctor.dump': '备份：pg_dump {dump}，服务器 {server}',
  'doctor.dump.none': '无法在此备份：未安装 pg_dump',
  'doctor.dump.advice': '请安装 PostgreSQL {major} 或更高版本的客户端程序。',
  'doctor.running': '数据库正被运行中的 Weft 使用，已由其自行检查',
  'doctor.server-ended': '运行中的 Weft 未在时限内答复，或已结束',
  'doctor.running.advice': '请查看其日志；如无任何进展，请停止后重新启动。',
}

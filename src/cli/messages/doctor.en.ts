export default {
  'doctor.sync.failed': 'Nothing can be written in {folder} ({detail})',
  'doctor.sync.failed.advice':
    'Free some space, or name another folder in WEFT_DATA: here the database cannot work.',
  'doctor.files.s3':
    'The S3-compatible store lists, takes, gives and removes files (bucket {bucket})',
  'doctor.files.no-bucket': 'The S3-compatible store has no bucket {bucket}',
  'doctor.files.rights':
    'The key of the S3-compatible store lacks rights in bucket {bucket}: {rights}',
  'doctor.files.advice':
    'Check WEFT_S3_ENDPOINT and WEFT_S3_BUCKET. The key needs s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on what is in it.',
  'doctor.lasting.ok': 'The database server keeps what it confirms ({settings})',
  'doctor.lasting.off':
    'The database server may lose what it has confirmed; switched off: {settings}',
  'doctor.lasting.advice':
    'Switch these on in postgresql.conf, or for the database and its role (alter database, alter role).',
  'doctor.connections':
    'Connections: the database server allows {most}, this process takes up to {pool}',
  'doctor.connections.advice':
    'Raise max_connections of the server, or lower WEFT_POOL_SIZE: each process needs its own, and a few more are for commands.',
  'doctor.dump': 'Backups: pg_dump {dump}, server {server}',
  'doctor.dump.none': 'No backup can be made here: pg_dump is not installed',
  'doctor.dump.advice': 'Install the client programs of PostgreSQL {major} or later.',
  'doctor.running': 'The database is open in a running Weft, which was asked to look into it',
  'doctor.server-ended': 'The running Weft did not answer in time, or ended',
  'doctor.running.advice': 'Look at its log; if nothing moves, stop it and start it anew.',
}

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
}

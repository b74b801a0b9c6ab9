// On PGlite everybody asks; where WEFT_TEST_DATABASE_URL names a server, a sample asks there.
import './every-route.ts'

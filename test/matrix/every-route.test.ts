// On PGlite, or on the server that WEFT_TEST_DATABASE_URL names.
import './every-route.ts'

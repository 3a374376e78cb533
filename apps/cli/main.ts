// The name it had first, for scripts that still call it so.
import './main.mjs'

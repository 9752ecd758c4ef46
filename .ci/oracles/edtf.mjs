// One EDTF candidate a line in, `valid` or `invalid` a line out, as edtf.js reads it at its
// default level (2). Driven by edtf.py, which see for how to install the package.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PIN = '4.11.1'
const require = createRequire(import.meta.url)
const { parse } = require('edtf')
const { version } = JSON.parse(readFileSync(join(dirname(require.resolve('edtf')), '../package.json')))
if (version !== PIN) throw new Error(`edtf.js is ${version}, not ${PIN}`)

const valid = text => {
  try {
    return parse(text) && 'valid'
  } catch {
    return 'invalid'
  }
}
const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1)
process.stdout.write(lines.map(line => valid(line) + '\n').join(''))

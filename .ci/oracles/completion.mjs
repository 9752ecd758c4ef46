// What an editor offers while records are written, by the published schemas: driven through the language service of VS Code.
//
//     NODE_PATH=DIR/node_modules node .ci/oracles/completion.mjs schemas docs/in-git.md
//
// At a `|` in a record it has to offer the fields of the kind, and the words of the field, with what the schemas say of them: in a
// file of one record that names its `$schema`, and in a list of records for which the settings that the page gives name the
// schema.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL, fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'

const require = createRequire(import.meta.url)
const { getLanguageService, TextDocument, ClientCapabilities } = require('vscode-json-languageservice')
const folder = resolve(process.argv[2])
const schema = name => JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'))
const address = name => pathToFileURL(join(folder, `${name}.schema.json`)).href

const service = getLanguageService({
  clientCapabilities: ClientCapabilities.LATEST,
  schemaRequestService: async uri => readFileSync(fileURLToPath(uri), 'utf8')
})
const [, settings] = readFileSync(process.argv[3], 'utf8').match(/```json\n(.*?)```/s)
const schemas = JSON.parse(settings)['json.schemas'].map(({ fileMatch, url }) => ({
  fileMatch: fileMatch.map(pattern => `/project/${pattern}`),
  uri: pathToFileURL(join(folder, '..', url)).href
}))
service.configure({ validate: true, schemas })

const open = (path, text) => {
  const document = TextDocument.create(pathToFileURL(path).href, 'json', 1, text)
  return { document, json: service.parseJSONDocument(document) }
}

/** What is offered at the `|`: from each word to what is told of it. */
const offered = async (path, marked) => {
  const at = marked.indexOf('|')
  const { document, json } = open(path, marked.replace('|', ''))
  const { items } = await service.doComplete(document, document.positionAt(at), json)
  const text = documentation => typeof documentation === 'string' ? documentation : documentation?.value ?? ''
  return new Map(items.map(({ label, documentation }) => [label.replaceAll('"', ''), text(documentation)]))
}

const kinds = schema('record').properties.kind.enum
let fields = 0
let words = 0
/** As a reader sees it: without the marks of Markdown. */
const plain = text => text.replace(/[\\`*]/g, '').replace(/\s+/g, ' ').trim()
const assertTold = (told, description, where) => {
  assert.ok(description && plain(told).includes(plain(description).slice(0, 60)), `${where}: “${told}”`)
}

for (const kind of kinds) {
  const own = schema(kind)
  const files = [
    ['/elsewhere/one.json', record => `{ "$schema": "${address(kind)}", ${record} }`],
    ['/project/data/all.json', record => `[{ ${record} }]`]
  ]
  for (const [path, inFile] of files) {
    const properties = await offered(path, inFile(`"kind": "${kind}", |`))
    for (const [name, { description }] of Object.entries(own.properties)) {
      if (name === 'kind' || name === '$schema') continue
      assert.ok(properties.has(name), `${path}: of ${kind} there is no ${name}: ${[...properties.keys()]}`)
      assertTold(properties.get(name), description, `${path}, ${kind}.${name}`)
      fields += 1
    }
    const others = [...properties.keys()].filter(name => !(name in own.properties))
    assert.deepEqual(others, [], `${path}: fields that ${kind} has not`)
    for (const [name, { $ref, allOf }] of Object.entries(own.properties)) {
      const reference = $ref ?? allOf?.[0].$ref
      const type = reference && own.$defs[reference.replace('#/$defs/', '')]
      if (!type?.enum) continue
      const values = await offered(path, inFile(`"kind": "${kind}", "${name}": |`))
      const missing = type.enum.filter(word => !values.has(word))
      assert.deepEqual(missing, [], `${path}, ${kind}.${name}: words that are not offered`)
      // The names of countries are not told.
      if (reference.endsWith('/CountryCode')) continue
      for (const word of type.enum) {
        assert.match(values.get(word), new RegExp(`${word}\`?: `), `${path}, ${kind}.${name}, ${word}: nothing is told of the word`)
        words += 1
      }
    }
  }
}

// In an object within a record too.
const roles = await offered('/project/data/all.json', '[{ "kind": "event", "participants": [{ "role": "|" }] }]')
assert.ok(roles.has('mediator') && roles.get('mediator').includes('mediator'), [...roles.keys()].join())
const modalities = await offered('/project/data/all.json', '[{ "kind": "statement", "basis": { "modality": | } }]')
assert.deepEqual([...modalities.keys()].sort(), schema('statement').$defs.Modality.enum.toSorted())
const kindsOffered = await offered('/project/data/all.json', '[{ "kind": | }]')
assert.deepEqual(kinds.filter(kind => !kindsOffered.has(kind)), [])

// What is wrong is underlined where it stands.
const { document, json } = open('/project/data/all.json', '[{ "kind": "actor", "id": "actor/a", "type": "stat" }]')
const problems = await service.doValidation(document, json)
assert.ok(problems.some(({ range }) => document.getText(range) === '"stat"'), JSON.stringify(problems))
console.log(`${fields} fields and ${words} words are offered, with what they mean`)

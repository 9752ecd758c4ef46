// Compare our workflow commands with those that GitHub's own toolkit writes for the same findings.
//
//     NODE_PATH=DIR/node_modules node .ci/findings/commands.mjs STANDPOINT FOLDER...
//
// The findings come from the form `json`. The order of a command's properties means nothing.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const core = await import(pathToFileURL(join(process.env.NODE_PATH, '@actions/core/lib/core.js')))
const [standpoint, ...folders] = process.argv.slice(2)

const printed = (folder, form) => {
  try {
    return execFileSync(standpoint, ['validate', folder, '--format', form], { encoding: 'utf8' })
  } catch (error) {
    if (error.status === 1) return error.stdout
    throw error
  }
}

const written = act => {
  const { write } = process.stdout
  let text = ''
  process.stdout.write = piece => { text += piece }
  try { act() } finally { process.stdout.write = write }
  return text
}

const sorted = command => {
  const [, head, message] = /^::(.*?)::(.*)$/.exec(command)
  const [name, ...properties] = head.split(/[ ,]/)
  return [name, ...properties.sort(), message].join('\n')
}

const functions = { error: core.error, warning: core.warning, note: core.notice }
let count = 0
for (const folder of folders) {
  const { diagnostics } = JSON.parse(printed(folder, 'json'))
  const commands = printed(folder, 'github').split('\n').slice(0, -1)
  if (commands.length !== diagnostics.length) throw new Error(`${folder}: ${commands.length} commands`)
  diagnostics.forEach(({ code, level, message, help, location }, at) => {
    const place = location && {
      file: location.path,
      startLine: location.start.line,
      endLine: location.end.line,
      startColumn: location.start.column,
      endColumn: location.end.column
    }
    const text = help === null ? message : `${message}\nhelp: ${help}`
    const theirs = written(() => functions[level](text, { title: code, ...place })).trimEnd()
    if (sorted(theirs) !== sorted(commands[at])) throw new Error(`${folder}:\n${commands[at]}\n${theirs}`)
    count += 1
  })
}
if (count === 0) throw new Error('there are no findings')
console.log(`${count} workflow commands are those of the toolkit`)

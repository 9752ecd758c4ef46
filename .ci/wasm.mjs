// Runs a program that was built for `wasm32-unknown-unknown`, and fails if it does: node .ci/wasm.mjs PROGRAM.wasm
//
// All that the program may ask of its host are random numbers, for the tables of a library that it is built with.
import { readFileSync } from 'node:fs'

const module = new WebAssembly.Module(readFileSync(process.argv[2]))
const imports = {}
let instance
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {}
    imports[from][name] = (at, length) => {
        if (!name.includes('getRandomValues')) throw new Error(`it asks for ${from}.${name}`)
        crypto.getRandomValues(new Uint8Array(instance.exports.memory.buffer, at, length))
    }
}
instance = new WebAssembly.Instance(module, imports)
process.exitCode = instance.exports.main(0, 0)
console.log(`${process.argv[2]} ended with ${process.exitCode}`)

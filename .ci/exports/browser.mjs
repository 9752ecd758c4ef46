// A site in Chromium: what the checks and the pictures of it share.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const puppeteer = createRequire(import.meta.url)('puppeteer-core')

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }

/** Serves the files of a folder; gives the address of a path, and the way to stop. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    if (!existsSync(path) || !TYPES[extname(path)]) {
      response.writeHead(path.endsWith('favicon.ico') ? 204 : 404)
      return response.end()
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] })
    response.end(readFileSync(path))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${server.address().port}`
  return { origin, address: (path) => `${origin}/${path}`, close: () => server.close() }
}

export function launch() {
  return puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  })
}

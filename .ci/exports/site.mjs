// The site in a real browser, by the rules of axe-core and html-validate: node site.mjs STANDPOINT NDJSON FOLDER
//
// Clicks through from the first page to a profile, its evidence, the source and back; in light and dark, on a desk and on a
// phone. Nothing that the data says may run, and the browser may have nothing to complain of.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const require = createRequire(import.meta.url)
const puppeteer = require('puppeteer-core')
const { HtmlValidate } = require('html-validate')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const [standpoint, ndjson, folder] = process.argv.slice(2)
const site = join(folder, 'site')
execFileSync(standpoint, ['export', 'html', ndjson, '--stream', '-o', site])
const faults = []

const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith('.html')).sort()
// Titles are cut by us; the rule counts `&amp;` as five letters.
const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })
for (const path of pages) {
  const { results } = validator.validateStringSync(readFileSync(join(site, path), 'utf8'), path)
  for (const { messages } of results) {
    for (const { line, ruleId, message } of messages) faults.push(`${path}:${line}: ${ruleId}: ${message}`)
  }
}

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' }
const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
  if (!existsSync(path) || !types[extname(path)]) {
    response.writeHead(path.endsWith('favicon.ico') ? 204 : 404)
    return response.end()
  }
  response.writeHead(200, { 'content-type': types[extname(path)] })
  response.end(readFileSync(path))
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const address = (path) => `http://127.0.0.1:${server.address().port}/${path}`

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})
const page = await browser.newPage()
page.on('dialog', (dialog) => { faults.push(`${page.url()}: a dialog: ${dialog.message()}`); dialog.dismiss() })
page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
page.on('console', (message) => { if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`) })
await page.setBypassCSP(false)

async function check(path) {
  await page.goto(address(path), { waitUntil: 'load' })
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true }))
  // By the debugger, which the policy of the page does not bind.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  for (const { id, help, nodes } of violations) faults.push(`${path}: axe: ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (overflow > 0) faults.push(`${path}: wider than the window by ${overflow}`)
}

const records = readFileSync(ndjson, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const profiled = records.find((record) => record.kind === 'interest').actor
const sample = ['index.html', 'map.html', 'events.html', 'actors.html', 'figures.html', `${profiled}.html`]
for (const kind of ['source', 'place', 'event', 'relationship', 'interest', 'observation', 'statement', 'dataset']) {
  sample.push(`${records.find((record) => record.kind === kind).id}.html`)
}
for (const scheme of ['light', 'dark']) {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await page.setViewport({ width, height })
    for (const path of sample) await check(path)
    await page.screenshot({ path: join(folder, `${scheme}-${width}.png`) })
  }
}

async function follow(selector) {
  await Promise.all([page.waitForNavigation(), page.click(selector)])
}
await page.setViewport({ width: 1280, height: 900 })
await page.goto(address('index.html'))
await follow(`.cards a[href$="${profiled}.html"]`)
await page.click('#profile ~ .fact summary, .fact summary')
await follow('.fact details[open] a[href*="source/"]')
if (!page.url().includes('/source/')) faults.push(`evidence leads to ${page.url()}`)
await page.goBack()
if (!page.url().endsWith(`${profiled}.html`)) faults.push(`back leads to ${page.url()}`)
const name = records.find((record) => record.id === profiled).name
await page.type('#search', name.slice(0, 40))
await page.waitForSelector('#found a')
await page.focus('#found a')
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
if (!/\/(actor|place)\//.test(page.url())) faults.push(`the search leads to ${page.url()}`)
await page.setJavaScriptEnabled(false)
await page.goto(address(`${profiled}.html`))
if (!(await page.$('#relationships'))) faults.push('without script the profile has no relationships')

await browser.close()
server.close()
for (const fault of faults.slice(0, 20)) console.error(fault)
if (faults.length > 0) {
  console.error(`${faults.length} faults`)
  process.exit(1)
}
console.log(`${pages.length} pages valid, ${sample.length} of them in the browser in four ways, clicked through`)

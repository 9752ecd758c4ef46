// The site in a real browser, by the rules of axe-core and html-validate:
//
//     node site.mjs STANDPOINT NDJSON FOLDER [sample]
//
// Every page is opened once, a sample of them in light and dark, on a desk and on a phone; with `sample` only those. Then
// clicks through from the first page to a profile or an issue, its evidence, the source and back. Nothing that the data says
// may run or reach beyond its place, nothing may be asked of elsewhere, and the browser may have nothing to complain of.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { launch, serve } from './browser.mjs'

const require = createRequire(import.meta.url)
const { HtmlValidate } = require('html-validate')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const [standpoint, ndjson, folder, only] = process.argv.slice(2)
const site = join(folder, 'site')
execFileSync(standpoint, ['export', 'html', ndjson, '--stream', '--everything', '-o', site])
const records = readFileSync(ndjson, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith('.html')).sort()
// A record that is told of as one with another may have no profile of its own.
const joint = new Set(records.filter(({ verdict }) => verdict === 'same').flatMap(({ members }) => members))
const interest = records.find((record) => record.kind === 'interest' && !joint.has(record.actor))
// Where nobody has an interest there is no profile, but there is an issue on which somebody has a position.
const first = interest?.actor ?? records.find((record) => record.kind === 'position' && record.issue).issue
const sample = ['index.html', 'map.html', 'events.html', 'actors.html', 'figures.html', `${first}.html`].filter((path) => pages.includes(path))
for (const kind of new Set(records.map((record) => record.kind))) {
  sample.push(`${records.find((record) => record.kind === kind).id}.html`)
}
sample.push(...[...joint].slice(0, 2).map((id) => `${id}.html`))
const agreement = records.find(({ kind, type }) => kind === 'event' && type === 'agreement')
if (agreement) sample.push(`${agreement.id}.html`)
sample.push(...pages.filter((path) => path.includes('_')).slice(0, 4))
const checked = only === 'sample' ? sample : pages
const faults = []

// Titles are cut by us; the rule counts `&amp;` as five letters.
const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })
for (const path of checked) {
  const { results } = validator.validateStringSync(readFileSync(join(site, path), 'utf8'), path)
  for (const { messages } of results) {
    for (const { line, ruleId, message } of messages) faults.push(`${path}:${line}: ${ruleId}: ${message}`)
  }
}

const { origin, address, close } = await serve(site)
const browser = await launch()

async function open() {
  const page = await browser.newPage()
  page.on('dialog', (dialog) => { faults.push(`${page.url()}: a dialog: ${dialog.message()}`); dialog.dismiss() })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`) })
  page.on('request', (request) => { if (!request.url().startsWith(origin)) faults.push(`${page.url()} asks for ${request.url()}`) })
  await page.setBypassCSP(false)
  return page
}

/** What is wrong with the page that is open, by us. */
function look() {
  const wrong = []
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  if (over > 0) wrong.push(`wider than the window by ${over}`)
  // What turns the direction of writing is kept apart from what stands beside it.
  const texts = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode
    if (/[\u202a-\u202e\u2066-\u2069]/.test(data) && !parentElement.closest('bdi, [dir], pre, title')) {
      wrong.push(`direction of writing leaks from ${parentElement.outerHTML.slice(0, 120)}`)
    }
  }
  const boxes = [...document.querySelectorAll('svg.map .actor rect')].map((box) => box.getBoundingClientRect())
  boxes.forEach((one, nth) => {
    const hit = boxes.slice(nth + 1).some((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
    if (hit) wrong.push('two actors of the map overlap')
  })
  for (const actor of document.querySelectorAll('svg.map .actor')) {
    const [box, text] = [actor.querySelector('rect').getBoundingClientRect(), actor.querySelector('text').getBoundingClientRect()]
    if (text.width > box.width || text.height > box.height) wrong.push(`a name is larger than its box: ${actor.textContent}`)
  }
  return wrong
}

async function check(page, path) {
  await page.goto(address(path), { waitUntil: 'load' })
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true }))
  for (const fault of await page.evaluate(look)) faults.push(`${path}: ${fault}`)
  // By the debugger, which the policy of the page does not bind.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }))
  for (const { id, help, nodes } of violations) faults.push(`${path}: axe: ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`)
}

async function dress(page, scheme, width, height) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setViewport({ width, height })
}

const queue = [...checked]
async function work() {
  const page = await open()
  await dress(page, 'light', 1280, 900)
  for (let path = queue.shift(); path; path = queue.shift()) await check(page, path)
  await page.close()
}
await Promise.all([work(), work()])

const page = await open()
for (const [scheme, width, height] of [['light', 390, 844], ['dark', 390, 844], ['dark', 1280, 900]]) {
  await dress(page, scheme, width, height)
  for (const path of sample) await check(page, path)
  await page.goto(address(`${first}.html`))
  await page.screenshot({ path: join(folder, `${scheme}-${width}.png`) })
}

async function follow(selector) {
  await Promise.all([page.waitForNavigation(), page.click(selector)])
}
await dress(page, 'light', 1280, 900)
await page.goto(address('index.html'))
await follow(`.cards a[href$="${first}.html"]`)
await page.click('.fact summary')
await follow('.fact details[open] a[href*="source/"]')
if (!page.url().includes('/source/')) faults.push(`evidence leads to ${page.url()}`)
await page.goBack()
if (!page.url().endsWith(`${first}.html`)) faults.push(`back leads to ${page.url()}`)
if (await page.$('.drawn.wide a')) {
  await page.click('.drawn.wide a')
  const seen = await page.waitForFunction(() => {
    const place = document.querySelector(':target')?.getBoundingClientRect()
    return place && place.top >= 0 && place.top < innerHeight
  }, { timeout: 5000 }).catch(() => null)
  if (!seen) faults.push('a row of the timeline does not lead to its event')
}
await page.goto(address('map.html'))
await page.$eval('svg.map .actor a', (actor) => actor.focus())
if (!(await page.$('svg.map .tie:not(.faded)[data-from]'))) faults.push('no tie of the actor in focus is seen')
await page.goto(address(`${first}.html`))
await page.keyboard.press('Tab')
if ((await page.evaluate(() => document.activeElement.textContent)) !== 'Skip to the content') faults.push('the first stop is not the way to the content')
await page.keyboard.press('Enter')
const there = await page.waitForFunction(() => location.hash === '#main', { timeout: 5000 }).catch(() => null)
if (!there) faults.push('the way to the content leads elsewhere')
const { name, title } = records.find((record) => record.id === first)
await page.type('#search', (name ?? title).slice(0, 40))
await page.waitForSelector('#found a')
await page.focus('#found a')
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
if (!/\/(actor|place|issue|event)\//.test(page.url())) faults.push(`the search leads to ${page.url()}`)

// What a page is told to run from within, its policy stops.
await page.goto(address('index.html'))
const ran = await page.evaluate(() => {
  const script = document.createElement('script')
  script.textContent = 'globalThis.ran = true'
  document.querySelector('body').append(script)
  return globalThis.ran === true
})
if (ran) faults.push('the policy of the page lets a script within it run')
faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("Executing inline script violates")))

await page.setJavaScriptEnabled(false)
await page.goto(address(`${first}.html`))
if (interest && !(await page.$('#relationships'))) faults.push('without script the profile has no relationships')
await page.click('.fact summary')
if (!(await page.$('.fact details[open] .citations'))) faults.push('without script no evidence opens')

await browser.close()
close()
for (const fault of faults.slice(0, 20)) console.error(fault)
if (faults.length > 0) {
  console.error(`${faults.length} faults`)
  process.exit(1)
}
console.log(`${checked.length} of ${pages.length} pages valid and opened, ${sample.length} of them in four ways, clicked through`)

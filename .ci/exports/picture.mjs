// The pictures of the documents, of the profile of the canonical dataset: node picture.mjs STANDPOINT PATH FOLDER
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { launch, serve } from './browser.mjs'

const [standpoint, path, folder] = process.argv.slice(2)
const site = join(mkdtempSync(join(tmpdir(), 'standpoint-')), 'site')
execFileSync(standpoint, ['export', 'html', path, '-o', site])
const { address, close } = await serve(site)
const browser = await launch()
const page = await browser.newPage()
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
await page.setViewport({ width: 1120, height: 800 })
await page.goto(address('actor/iskp.html'))
await page.screenshot({ path: join(folder, 'profile.png'), clip: { x: 0, y: 0, width: 1120, height: 700 } })
const [top, bottom] = await page.evaluate(() => [
  document.querySelector('#timeline').getBoundingClientRect().top + scrollY,
  document.querySelector('section.timeline figure').getBoundingClientRect().bottom + scrollY,
])
const clip = { x: 0, y: Math.floor(top), width: 1120, height: Math.ceil(bottom - top) + 12 }
await page.screenshot({ path: join(folder, 'timeline.png'), clip, captureBeyondViewport: true })
const contested = await page.$('#event-rocket-fire-claimed-toward-termez')
await contested.screenshot({ path: join(folder, 'contested.png') })
await browser.close()
close()

/* Bundles the viewer into the folder given, and the licences of exactly what ended up in it. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const target = process.argv[2];

const result = await build({
  entryPoints: ['src/diagram.js', 'src/diagram.css'],
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020'],
  legalComments: 'none',
  banner: {
    js: '/*! Holds bpmn-js and its parts: LICENSES.txt stands beside this file. */',
    css: '/*! Holds bpmn-js and its parts: LICENSES.txt stands beside this file. */',
  },
  metafile: true,
  logLevel: 'warning',
});

const shipped = Object.values(result.metafile.outputs)
  .flatMap((output) => Object.entries(output.inputs))
  .filter(([, input]) => input.bytesInOutput > 0)
  .map(([path]) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
  .filter(Boolean);

function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file) {
    throw new Error(`${name} ${version} carries no licence text: add it by hand before it is shipped.`);
  }
  const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  const kind = license.startsWith('SEE LICENSE') ? 'bpmn.io licence, below' : license;
  return `${name} ${version} (${kind})\n\n${text}\n`;
}

const rule = `\n${'-'.repeat(80)}\n\n`;
const intro = 'diagram.js and diagram.css hold parts of these packages.\n'
  + 'Under the licence of bpmn-js its bpmn.io mark stays fully visible and uncovered in every diagram.\n';
writeFileSync(
  join(target, 'LICENSES.txt'),
  intro + [...new Set(shipped)].sort().map((name) => rule + licenceOf(name)).join(''));

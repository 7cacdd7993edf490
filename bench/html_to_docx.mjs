// html-to-docx after its manual: node html_to_docx.mjs FOLDER_OF_NODE_MODULES OUT PAGE...
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const [folder, out, ...pages] = process.argv.slice(2);
const convert = createRequire(join(resolve(folder), 'x.js'))('html-to-docx');

// It takes no paths of pictures: they go in as data URLs.
const inlined = (page) => readFileSync(page, 'utf8').replace(/src="([^"]+)"/g, (_, path) => {
  const kind = path.endsWith('png') ? 'png' : 'jpeg';
  return `src="data:image/${kind};base64,${readFileSync(resolve(dirname(page), path)).toString('base64')}"`;
});

for (const page of pages) {
  const options = { lang: 'zh-CN', font: process.env.BENCH_FAMILY };
  writeFileSync(join(out, `${basename(page, '.html')}.docx`), await convert(inlined(page), null, options));
}

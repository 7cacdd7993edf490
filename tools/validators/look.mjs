// Open PDF files with pdf.js and print what it says of each, one JSON object a line:
//   node look.mjs FOLDER-OF-NODE-MODULES FILE...
// A warning of any kind, a page without a structure tree and a page without its text are told.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const print = console.log;
console.warn = () => {};
console.log = () => {};
const home = createRequire(pathToFileURL(`${folder}/package.json`));
const pdfjs = await import(pathToFileURL(home.resolve("pdfjs-dist/legacy/build/pdf.mjs")));

let said = [];
console.warn = console.log = (...words) => said.push(words.join(" "));

for (const file of files) {
  said = [];
  try {
    await look(file);
  } catch (problem) {
    said.push(String(problem));
  }
  print(JSON.stringify({ file, said: said.slice(0, 5) }));
}

async function look(file) {
  const data = new Uint8Array(await readFile(file));
  const task = pdfjs.getDocument({ data, verbosity: 1, fontExtraProperties: true });
  const document = await task.promise;
  const info = await document.getMarkInfo();
  if (!info || !info.Marked) said.push("not marked as tagged");
  await document.getOutline();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList();
    const text = await page.getTextContent();
    const tree = await page.getStructTree();
    if (text.items.length && !(tree && tree.children.length)) said.push(`page ${number}: no structure`);
    page.cleanup();
  }
  await task.destroy();
}

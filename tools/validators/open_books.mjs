// Open books with epub.js in Chromium, as a reader would, and print an object a line of each:
//   node open_books.mjs FOLDER-OF-NODE-MODULES CHROMIUM FOLDER-FOR-PICTURES BOOK...
// The folder for pictures may be "": then nobody looks at them but the program.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, pictures, ...books] = process.argv.slice(2);
const home = createRequire(pathToFileURL(`${modules}/package.json`));
const puppeteer = home("puppeteer-core");
const SCREENS = { phone: [390, 780], tablet: [820, 1100] };
const NIGHT = { body: { color: "#d8d8d8", background: "#121212" }, a: { color: "#8ab4f8" } };
const [TRIED, PAGES] = [6, 80];

const shelf = {
  "/": ["text/html", Buffer.from('<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">'
    + '<style>body{margin:0}#page{width:100vw;height:100vh}</style><div id="page"></div>'
    + '<script src="/jszip.js"></script><script src="/epub.js"></script>')],
  "/jszip.js": ["text/javascript", await readFile(join(modules, "node_modules/jszip/dist/jszip.min.js"))],
  "/epub.js": ["text/javascript", await readFile(join(modules, "node_modules/epubjs/dist/epub.min.js"))],
};
for (const [number, book] of books.entries()) shelf[`/${number}.epub`] = ["application/epub+zip", await readFile(book)];
const server = createServer((request, answer) => {
  const [type, data] = shelf[request.url] ?? ["text/plain", null];
  answer.writeHead(data ? 200 : 404, { "content-type": type }).end(data);
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({
  executablePath: chromium, headless: true, args: ["--no-sandbox", "--disable-gpu"],
});

for (const [number, book] of books.entries()) {
  const said = [];
  try {
    const told = await read(number, basename(book, ".epub"), said);
    console.log(JSON.stringify({ book, ...told, said: said.slice(0, 5) }));
  } catch (problem) {
    console.log(JSON.stringify({ book, said: [...said.slice(0, 5), String(problem)] }));
  }
}
await browser.close();
server.close();

async function read(number, name, said) {
  const page = await opened(number, "phone", said);
  const told = await page.evaluate(visit, TRIED, PAGES);
  if (pictures) {
    for (const screen of Object.keys(SCREENS)) await shoot(number, name, screen, told.contents, said);
  }
  await page.close();
  return told;
}

async function opened(number, screen, said) {
  const page = await browser.newPage();
  const [width, height] = SCREENS[screen];
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  page.on("pageerror", (problem) => said.push(`error: ${problem}`));
  page.on("requestfailed", (one) => said.push(`not loaded: ${one.url().slice(0, 120)}`));
  page.on("console", (one) => one.type() === "error" && said.push(`console: ${one.text()}`));
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(open, `/${number}.epub`);
  return page;
}

async function shoot(number, name, screen, contents, said) {
  for (const time of ["day", "night"]) {
    const page = await opened(number, screen, said);
    await page.evaluate(dress, time === "night" ? NIGHT : null);
    const stops = [null, "title", "contents", ...contents.slice(0, 40).map((one) => one.href)];
    for (const [stop, href] of stops.entries()) {
      await page.evaluate(go, href);
      await page.screenshot({ path: join(pictures, `${name}-${screen}-${time}-${String(stop).padStart(2, "0")}.png`) });
    }
    await page.close();
  }
}

// --- what follows runs in the page ---------------------------------------------------------

async function open(file) {
  window.book = ePub();
  await book.open(await (await fetch(file)).arrayBuffer(), "binary");
  window.shown = book.renderTo("page", { width: "100%", height: "100%", flow: "paginated", spread: "none" });
  await shown.display();
}

async function dress(rules) {
  if (rules) shown.themes.register("night", rules), shown.themes.select("night");
}

async function go(href) {
  if (href && !book.spine.get(href)) {
    const found = book.spine.spineItems.find((one) => one.href.includes(href));
    if (!found) return;
    href = found.href;
  }
  await shown.display(href ?? undefined);
  await new Promise((done) => setTimeout(done, 120));
}

async function visit(tried, pages) {
  const plain = (text) => text.replace(/\s+/g, "");
  const contents = [];
  const walk = (entries, depth) => {
    for (const one of entries) {
      contents.push({ depth, title: plain(one.label), href: one.href });
      walk(one.subitems ?? [], depth + 1);
    }
  };
  await book.loaded.navigation;
  walk(book.navigation.toc, 0);

  // Entries from all over the book: each leads to what it names, on the page that is open.
  const step = Math.max(1, Math.ceil(contents.length / tried));
  const reached = [];
  for (let at = 0; at < contents.length; at += step) {
    await shown.display(contents[at].href);
    const body = shown.getContents()[0].document.body;
    const fragment = contents[at].href.split("#")[1];
    const place = fragment ? body.ownerDocument.getElementById(fragment) : body.querySelector("h1, h2, h3");
    reached.push({ at, heading: place ? plain(place.textContent) : null, seen: isSeen(place) });
  }

  // From the first page on: pages turn, and lead through the documents in their order.
  await shown.display();
  const documents = [], broken = [], dead = [];
  let turned = 0, images = 0, stuck = false, last = "";
  for (; turned < pages; turned++) {
    const place = shown.currentLocation();
    const view = shown.getContents()[0];
    if (documents.at(-1) !== place.start.href) {
      documents.push(place.start.href);
      for (const image of view.document.images) {
        images++;
        if (!image.complete) await image.decode().catch(() => {});
        if (!image.naturalWidth) broken.push(image.getAttribute("src").slice(0, 80));
      }
      for (const link of view.document.querySelectorAll('a[role="doc-noteref"]')) {
        const target = view.document.getElementById(link.getAttribute("href").split("#")[1]);
        if (!target || !plain(target.textContent)) dead.push(link.getAttribute("href"));
      }
    }
    const now = `${place.start.href} ${place.start.displayed.page}`;
    if (now === last) { stuck = !place.atEnd; break; }
    last = now;
    if (place.atEnd) break;
    await shown.next();
  }
  const spine = book.spine.spineItems.map((one) => one.href);
  return { contents, reached, documents, spine, turned, images, broken, dead, stuck };

  function isSeen(place) {
    if (!place) return false;
    const frame = place.ownerDocument.defaultView.frameElement.getBoundingClientRect();
    const box = place.getBoundingClientRect();
    const [x, y] = [box.left + frame.left, box.top + frame.top];
    return x > -innerWidth / 2 && x < innerWidth && y > -20 && y < innerHeight;
  }
}

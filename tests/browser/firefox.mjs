// A reader with Firefox and a copy in a folder: `node firefox.mjs <firefox> <folder's address>` prints
// what happened, as JSON. Firefox is spoken to by WebDriver BiDi.
import puppeteer from "puppeteer-core";

const [path, base, labs] = [process.argv[2], process.argv[3], process.argv.slice(4)];
const extraPrefsFirefox = { "security.fileuri.strict_origin_policy": true }; // as readers have it
const browser = await puppeteer.launch({ browser: "firefox", executablePath: path, headless: true, extraPrefsFirefox });
const page = await browser.newPage();
const errors = [];
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("pageerror", (error) => errors.push(String(error)));

const go = (address) => page.goto(base + address, { waitUntil: "load" });
const text = (selector) => page.$eval(selector, (element) => element.textContent);
const told = {};

for (const lab of labs) {
  await go(`labs/${lab}/index.html`);
  if (await page.$("[data-lab-start]")) await page.click("[data-lab-start]");
  await page.waitForSelector(".course-lab[data-state=open]");
  told[lab] = (await text("[data-lab-room]")).length;
}

await go("role/why-digital-transformation/index.html");
await page.click("#q-papers-unchanged input[value=handling]");
await page.click("#q-papers-unchanged button[type=submit]");
await page.waitForSelector("#q-papers-unchanged[data-outcome=first]");
await page.evaluate(() => course.remember("lab/walk/refusal", { steps: ["end"] }));
await page.evaluate(() => course.remember("worksheet/x/y/z", "what was typed"));
await Promise.all([page.waitForNavigation(), page.click(".course-header__home")]);
await page.waitForFunction(() => document.querySelector("[data-module-progress=why-digital-transformation]")?.innerText.trim());
const home = await text("[data-module-progress=why-digital-transformation]");
const address = page.url();
const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
await browser.close();
console.log(JSON.stringify({ labs: told, errors, home: home.trim(), address, kept }));

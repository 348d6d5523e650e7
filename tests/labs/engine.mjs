// Runs a lab's engine as the page does: `node engine.mjs file…` answers each line of its input,
// {"call": "tokensEngine.encode", "with": [...]}, by a line {"value": …} or {"error": …}. `with` may name
// a file as {"$file": path}: its text; {"$data": path}: what a data script hands over. {"keep": name}
// keeps the value as a global instead of answering it.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const context = vm.createContext({ TextEncoder, TextDecoder, atob, btoa, performance, console });
for (const file of process.argv.slice(2)) vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });

let handed;
context.course = { labData: (name, value) => (handed = value) };

function given(value) {
  if (value?.$file) return readFileSync(value.$file, "utf8");
  if (value?.$data) {
    vm.runInContext(readFileSync(value.$data, "utf8"), context);
    return handed;
  }
  if (value?.$kept) return context[value.$kept];
  return value;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { call, with: inputs = [], keep } = JSON.parse(line);
  let answer;
  try {
    const value = await vm.runInContext(`(...inputs) => ${call}(...inputs)`, context)(...inputs.map(given));
    if (keep) context[keep] = value;
    answer = { value: keep ? null : (value ?? null) };
  } catch (error) {
    answer = { error: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

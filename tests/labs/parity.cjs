// Cuts every text of a JSON list with the lab's engine and with gpt-tokenizer: `node parity.cjs FILE` reads
// {"engine", "vocabularies", "texts"} and prints, for each vocabulary, the tokens and the texts that differ.
const { readFileSync } = require("node:fs");

const { engine, vocabularies, texts } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tokensEngine = new Function(`${readFileSync(engine, "utf8")}; return tokensEngine;`)();
const plain = { allowedSpecial: new Set(), disallowedSpecial: new Set() };

const found = {};
for (const [name, tokens] of Object.entries(vocabularies)) {
  const book = tokensEngine.open(name, tokens);
  const theirs = require(`gpt-tokenizer/encoding/${name}_base`);
  let count = 0;
  const differ = texts.filter((text) => {
    const ids = theirs.encode(text, plain);
    count += ids.length;
    return ids.join() !== tokensEngine.encode(text, book).join();
  });
  found[name] = { tokens: count, differ: differ.slice(0, 3) };
}
console.log(JSON.stringify(found));

